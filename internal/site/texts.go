package site

import (
	"cmp"
	"path"
	"sort"
	"strconv"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
)

// syllablesPerMinute is the speed of reading and of a calm loudspeaker voice.
const syllablesPerMinute = 200

func (a *assembler) addMaterials() {
	byKey := make(map[string]*Material)
	for _, r := range a.tree.Materials {
		name, known := materialKindName(r.Kind)
		if !known {
			keys := make([]string, 0, len(MaterialKinds))
			for _, k := range MaterialKinds {
				keys = append(keys, k.Key)
			}
			a.unknown(r.File, diag.Pos{}, "Loại tài liệu", r.Kind, keys)
			continue
		}
		if !a.record(r.Path, r, r.IsPublic()) {
			continue
		}
		m := &Material{Material: r, Key: r.Kind + "/" + r.File.Name, KindName: name}
		m.Addr = "/tai-lieu/" + m.Key + "/"
		m.Numbers = a.numberList(r.File, r.Call, "goi")
		m.Minutes = float64(r.Doc.Syllables) / syllablesPerMinute
		for i := range r.Assets {
			if r.Assets[i].Name == r.Picture {
				m.Picture = &r.Assets[i]
			}
		}
		a.s.Materials = append(a.s.Materials, m)
		byKey[m.Key] = m
	}
	for _, m := range a.s.Materials {
		if ref := m.Material.ReplacedBy; ref != "" {
			m.ReplacedBy = a.materialRef(m.File, m.Keys.Pos("thay_boi"), ref)
		}
	}
	sort.SliceStable(a.s.Materials, func(i, j int) bool {
		x, y := a.s.Materials[i], a.s.Materials[j]
		return cmp.Or(y.Date.Compare(x.Date), cmp.Compare(x.Key, y.Key)) < 0
	})
}

// materialRef resolves "ap-phich/ten"; nil for private ones.
func (a *assembler) materialRef(f content.File, at diag.Pos, ref string) *Material {
	var known []string
	for _, m := range a.s.Materials {
		if m.Key == ref {
			return m
		}
		known = append(known, m.Key)
	}
	for _, r := range a.tree.Materials {
		if r.Kind+"/"+r.File.Name == ref {
			return nil
		}
	}
	a.unknown(f, at, "Tài liệu", ref, known)
	return nil
}

func (a *assembler) addEvents() {
	for _, r := range a.tree.Events {
		if !a.record(r.Path, r, shown(r.Public)) {
			continue
		}
		e := &Event{Event: r, Addr: "/lich/" + r.File.Name + "/"}
		last := r.Date
		if !r.EndDate.IsZero() {
			last = r.EndDate
		}
		e.Past = last.Before(a.s.Today)
		e.Body = a.body(r.File, r.Keys.Pos("don_vi"), r.Body)
		e.Village = a.villageRef(r.File, r.Keys.Pos("thon"), r.Village)
		a.s.Events = append(a.s.Events, e)
	}
	sort.SliceStable(a.s.Events, func(i, j int) bool {
		x, y := a.s.Events[i], a.s.Events[j]
		return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(x.Start, y.Start), cmp.Compare(x.Addr, y.Addr)) < 0
	})
	for _, e := range a.s.Events {
		if e.Village != nil && !e.Past {
			e.Village.Events = append(e.Village.Events, e)
		}
	}
}

// addTexts adds the pages of running text: home, help, articles, news and
// single pages.
func (a *assembler) addTexts() {
	t, s := a.tree, a.s
	s.Home = t.Home
	if s.Home == nil {
		s.Home = &content.Home{}
		s.Home.Title = "Cổng thông tin " + s.Config.Name
	}
	a.record(s.Home.Path, s.Home, true)
	for _, r := range t.Help {
		if !a.record(r.Path, r, r.IsPublic()) {
			continue
		}
		s.Help = append(s.Help, &Help{Help: r, Addr: "/ho-tro/" + r.File.Name + "/",
			Numbers: a.numberList(r.File, r.Call, "goi"), Offers: a.offers(r.Services)})
	}
	sort.SliceStable(s.Help, func(i, j int) bool { return s.Help[i].Order < s.Help[j].Order })
	for _, r := range t.Articles {
		if !a.record(r.Path, r, r.IsPublic()) {
			continue
		}
		x := &Article{Article: r, Addr: "/tim-hieu/" + r.File.Name + "/", Numbers: a.numberList(r.File, r.Call, "goi")}
		x.Minutes = max(1, (r.Doc.Syllables+syllablesPerMinute/2)/syllablesPerMinute)
		for i, ref := range r.Materials {
			if m := a.materialRef(r.File, r.Keys.Elem(i, "tai_lieu"), ref); m != nil {
				x.Materials = append(x.Materials, m)
			}
		}
		s.Articles = append(s.Articles, x)
	}
	sort.SliceStable(s.Articles, func(i, j int) bool { return s.Articles[i].Order < s.Articles[j].Order })
	for _, r := range t.News {
		if !a.record(r.Path, r, r.IsPublic()) || r.Year == 0 {
			continue
		}
		s.News = append(s.News, &News{News: r, Addr: "/tin/" + strconv.Itoa(r.Year) + "/" + r.File.Name + "/",
			Author: a.body(r.File, r.Keys.Pos("don_vi"), r.Author)})
	}
	sort.SliceStable(s.News, func(i, j int) bool {
		return cmp.Or(s.News[j].Date.Compare(s.News[i].Date), cmp.Compare(s.News[i].Addr, s.News[j].Addr)) < 0
	})
	for _, r := range t.Singles {
		if a.record(r.Path, r, r.IsPublic()) {
			s.Singles = append(s.Singles, &Single{Single: r, Addr: "/" + r.File.Name + "/"})
		}
	}
}

// fileName is the name of a content file as its author sees it.
func fileName(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }
