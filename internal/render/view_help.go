package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

type numbersView struct {
	page
	Danger  []numberView // 113 and 115, before all others
	Checks  []string
	Numbers []numberView
	VCard   string
	Size    string
	Saved   []string // the first names in the address book
}

// page is what templates of most kinds show of the page itself.
type page struct {
	communeWords
	Title       string
	Description string
	Exit        *exit  // with the sentence that tells its limits
	Quiet       string // address of "Xem trang này kín đáo"
}

func (r *Renderer) pageOf(p *site.Page) page {
	v := page{communeWords: r.communeWords(), Title: p.Title, Description: p.Description}
	if r.exits(p) {
		v.Exit = &exit{r.site.Config.Exit, r.site.Config.ExitName}
		if quiet := r.existing("/ho-tro/xem-kin-dao/"); quiet != p.Addr {
			v.Quiet = quiet
		}
	}
	return v
}

func (r *Renderer) numbersView(p *site.Page) inside {
	v := &numbersView{page: r.pageOf(p), VCard: "/so-can-biet.vcf"}
	var danger, support, local, rest []*site.Number
	for _, n := range r.site.Numbers {
		switch {
		case n.Dial == "113" || n.Dial == "115":
			danger = append(danger, n)
		case n.Group == "khan_cap":
			rest = append(rest, n)
		case n.Group == "dia_phuong":
			local = append(local, n)
		default:
			support = append(support, n)
		}
	}
	first := r.panel(danger)
	v.Danger, v.Checks = first.Numbers, first.Checks
	v.Numbers = r.numbers(append(append(support, local...), rest...))
	for _, n := range r.site.Numbers {
		if !n.Example && len(v.Saved) < 2 {
			v.Saved = append(v.Saved, r.neutralName(n))
		}
	}
	if card, err := r.vcard(); err == nil {
		v.Size = viet.Size(len(card))
	}
	return inside{data: v, linked: r.organization()}
}

type helpHubView struct {
	page
	Pages   []row
	Numbers numbersPanel
}

func (r *Renderer) helpHubView(p *site.Page) inside {
	v := &helpHubView{page: r.pageOf(p), Numbers: r.callNow()}
	for _, h := range r.site.Help {
		v.Pages = append(v.Pages, helpRow(h))
	}
	return inside{data: v}
}

func helpRow(h *site.Help) row {
	title := h.Menu
	if title == "" {
		title = h.Title
	}
	return row{Title: title, Addr: h.Addr, Line: h.Summary}
}

type helpView struct {
	page
	Lead   template.HTML
	Now    *sectionView // "Làm ngay"
	Call   numbersPanel
	Rights *sectionView
	Basis  []row
	Next   *sectionView // "Điều gì sẽ xảy ra"
	More   []sectionView
	Offers []offer
	Review *reviewView
}

// offer is a service as help pages name it.
type offer struct {
	Name, Line, Where, Hours, Cost, Private string
	Until                                   string
	Number                                  *numberView
}

func (r *Renderer) helpView(p *site.Page) inside {
	h := p.Help
	v := &helpView{page: r.pageOf(p), Call: r.panel(h.Numbers), Basis: r.basis(h.Basis), Review: reviewOf(h.Review)}
	lead, sections := sectionsOf(r.cited(p, &h.Body))
	v.Lead = lead
	for i := range sections {
		s := &sections[i]
		switch title := viet.Fold(s.Title); {
		case title == "lam ngay" && v.Now == nil:
			v.Now = s
		case title == "ban co quyen" && v.Rights == nil:
			v.Rights = s
		case title == "dieu gi se xay ra" && v.Next == nil:
			v.Next = s
		default:
			v.More = append(v.More, *s)
		}
	}
	for _, o := range h.Offers {
		if !o.Over {
			v.Offers = append(v.Offers, r.offer(o))
		}
	}
	return inside{data: v, language: h.Language}
}

func (r *Renderer) offer(s *site.Service) offer {
	o := offer{Name: s.Name, Line: s.Line, Where: s.Where, Hours: s.Hours, Cost: s.Cost, Private: s.Private, Until: viet.ShortDate(s.Until)}
	if s.Number != nil {
		n := r.number(s.Number)
		o.Number = &n
	}
	return o
}

type singleView struct {
	page
	Text    template.HTML
	Review  *reviewView
	BuildID string // on /gioi-thieu/ only
}

func (r *Renderer) singleView(p *site.Page) inside {
	v := &singleView{page: r.pageOf(p), Text: bodyHTML(r.cited(p, &p.Single.Body)), Review: reviewOf(p.Single.Review)}
	if p.Addr == "/gioi-thieu/" {
		v.BuildID = r.options.BuildID
	}
	return inside{data: v, language: p.Single.Language}
}

type articlesView struct {
	page
	Articles []row
	pager
}

func (r *Renderer) articlesView(p *site.Page) inside {
	v := &articlesView{page: r.pageOf(p), pager: pagerOf(p)}
	for _, a := range part(p, r.site.Articles) {
		line := a.Summary
		if line == "" {
			line = a.Answer
		}
		v.Articles = append(v.Articles, row{Title: a.Title, Addr: a.Addr, Line: line})
	}
	return inside{data: v}
}

type articleView struct {
	page
	Answer    template.HTML
	Minutes   int
	Lead      template.HTML
	Sections  []sectionView
	Basis     []row
	Numbers   numbersPanel
	Materials []tile
	Review    *reviewView
}

func (r *Renderer) articleView(p *site.Page) inside {
	a := p.Article
	v := &articleView{
		page: r.pageOf(p), Answer: r.citedWords(p, a.Answer), Minutes: a.Minutes,
		Basis: r.basis(a.Basis), Numbers: r.panel(a.Numbers), Review: reviewOf(a.Review),
	}
	v.Lead, v.Sections = sectionsOf(r.cited(p, &a.Body))
	for i := range v.Sections {
		v.Sections[i].Box = boxOf(v.Sections[i].Title)
	}
	for _, m := range a.Materials {
		v.Materials = append(v.Materials, r.tile(m))
	}
	return inside{data: v, language: a.Language, picture: r.sharePicture(p.Addr, &a.Body, "")}
}

// boxOf is the class of the three titled boxes of an article.
func boxOf(title string) string {
	switch strings.TrimSpace(viet.Fold(title)) {
	case "dau hieu":
		return "dau-hieu"
	case "nen lam":
		return "nen"
	case "khong nen lam":
		return "khong-nen"
	}
	return ""
}

// sharePicture is a picture that chat programs can show: they read no SVG.
func (r *Renderer) sharePicture(addr string, b *content.Body, name string) string {
	for _, a := range b.Assets {
		lower := strings.ToLower(a.Name)
		bitmap := strings.HasSuffix(lower, ".jpg") || strings.HasSuffix(lower, ".jpeg") || strings.HasSuffix(lower, ".png")
		if bitmap && (name == "" || name == a.Name) {
			return addr + a.Name
		}
	}
	return ""
}
