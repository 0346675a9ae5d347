package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// tile is a material in a gallery.
type tile struct {
	Title, Addr string
	Meta        string // "Áp phích A3, A4"
	Minutes     int    // scripts: how long they take to read aloud
	Picture     *picture
	State       site.Status
}

func (r *Renderer) tile(m *site.Material) tile {
	t := tile{
		Title: m.Title, Addr: m.Addr, State: materialState(m),
		Meta:    strings.TrimSpace(m.KindName + " " + strings.Join(m.Sizes, ", ")),
		Minutes: minutesOf(m),
	}
	if m.Picture != nil {
		t.Picture = &picture{Src: m.Addr + m.Picture.Name, Alt: m.PictureAlt, Width: m.Picture.Width, Height: m.Picture.Height, Lazy: true}
	}
	return t
}

func minutesOf(m *site.Material) int {
	if m.Minutes <= 0 {
		return 0
	}
	return max(1, int(math.Round(m.Minutes)))
}

func materialState(m *site.Material) site.Status {
	if m.State == "da_thay" {
		return site.Status{Word: "Bản đã thay", Glyph: "✕", Tone: "muc2"}
	}
	return site.Status{Word: "Bản còn dùng", Glyph: "✓", Tone: "lua"}
}

type materialsView struct {
	page
	Groups []materialGroup
}

// materialGroup is the materials of one kind: tiles where they have pictures,
// lines where they are to be read aloud.
type materialGroup struct {
	Title, Addr string
	Tiles       []tile
	Lines       []tile
	More        int // how many the list of the kind has beyond these
}

// On the page of all kinds a kind shows its newest ones.
const tilesPerKind = 8

func (r *Renderer) materialsView(p *site.Page) inside {
	v := &materialsView{page: r.pageOf(p)}
	order := [...]string{"ap-phich", "to-roi", "to-gap", "pano", "bang-ron", "so-tay", "the-bo-tui", "nhan-dan", "phat-thanh"}
	byKind := map[string][]*site.Material{}
	var kinds []string
	for _, m := range r.site.Materials {
		if byKind[m.Kind] == nil {
			kinds = append(kinds, m.Kind)
		}
		byKind[m.Kind] = append(byKind[m.Kind], m)
	}
	place := func(kind string) int {
		if i := slices.Index(order[:], kind); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(kinds, func(a, b string) int { return cmp.Compare(place(a), place(b)) })
	for _, kind := range kinds {
		list := byKind[kind]
		g := r.group(list[:min(tilesPerKind, len(list))])
		g.Title, g.Addr = list[0].KindName, r.existing("/tai-lieu/"+kind+"/")
		g.More = len(list) - min(tilesPerKind, len(list))
		v.Groups = append(v.Groups, g)
	}
	return inside{data: v}
}

func (r *Renderer) group(list []*site.Material) materialGroup {
	var g materialGroup
	for _, m := range list {
		if m.Picture != nil {
			g.Tiles = append(g.Tiles, r.tile(m))
		} else {
			g.Lines = append(g.Lines, r.tile(m))
		}
	}
	return g
}

type materialKindView struct {
	page
	Group materialGroup
	pager
}

func (r *Renderer) materialKindView(p *site.Page) inside {
	v := &materialKindView{page: r.pageOf(p), pager: pagerOf(p)}
	var list []*site.Material
	for _, m := range r.site.Materials {
		if m.Kind == p.Arg {
			list = append(list, m)
		}
	}
	v.Group = r.group(part(p, list))
	return inside{data: v}
}

type materialView struct {
	page
	Lead       string
	State      site.Status
	ReplacedBy *row
	Picture    *picture
	File       string // of the picture: "SVG, 12 KB"
	Text       template.HTML
	Broadcast  bool // to be read aloud
	Minutes    int
	Facts      []fact
	Numbers    numbersPanel
	Basis      []row
}

// fact is a label with its value.
type fact struct {
	Label string
	Value template.HTML
}

func words(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }

func (r *Renderer) materialView(p *site.Page) inside {
	m := p.Material
	v := &materialView{
		page: r.pageOf(p), Lead: m.Summary, State: materialState(m), Text: bodyHTML(r.cited(p, &m.Body)),
		Broadcast: m.Kind == "phat-thanh", Minutes: minutesOf(m),
		Numbers: r.panel(m.Numbers), Basis: r.basis(m.Basis),
	}
	if m.ReplacedBy != nil {
		v.ReplacedBy = &row{Title: m.ReplacedBy.Title, Addr: m.ReplacedBy.Addr}
	}
	if a := m.Picture; a != nil {
		v.Picture = &picture{Src: m.Addr + a.Name, Alt: m.PictureAlt, Width: a.Width, Height: a.Height}
		v.File = strings.ToUpper(a.Name[strings.LastIndexByte(a.Name, '.')+1:]) + ", " + viet.Size(int(a.Size))
	}
	add := func(label string, value template.HTML) {
		if value != "" {
			v.Facts = append(v.Facts, fact{label, value})
		}
	}
	add("Loại", words(m.KindName))
	add("Khổ", words(strings.Join(m.Sizes, ", ")))
	add("Mã bản in", words(m.Code))
	add("Ngày phát hành", dateTag(m.Date))
	add("Ngày phát", dateTag(m.UseOn))
	add("Nơi đang treo", words(strings.Join(m.Hangs, ", ")))
	if m.PrintRun > 0 {
		add("Số đã in", words(viet.Int(m.PrintRun)+" tờ"))
	}
	add("Nơi in", words(m.Printer))
	add("Giấy phép xuất bản", words(m.Permit))
	add("Giấy phép dùng lại", words(m.Licence))
	return inside{data: v, language: m.Language, picture: r.sharePicture(m.Addr, &m.Body, m.Material.Picture)}
}
