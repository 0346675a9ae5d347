package render

import "strings"

// communeWords are what a commune calls itself and its villages: xã and thôn,
// phường and tổ dân phố.
type communeWords struct {
	Commune string // "xã"
	Us      string // "Xã", as it begins a sentence
	Village string // "Thôn", as it begins a line
	Small   string // "thôn", inside a sentence
}

func (r *Renderer) communeWords() communeWords {
	c := r.site.Config
	w := communeWords{Commune: "xã", Us: "Xã", Village: c.VillageWord, Small: strings.ToLower(c.VillageWord)}
	switch c.Kind {
	case "phuong":
		w.Commune, w.Us = "phường", "Phường"
	case "dac_khu":
		w.Commune, w.Us = "đặc khu", "Đặc khu"
	}
	return w
}
