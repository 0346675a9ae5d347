package render

import (
	"html/template"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// frame is what surrounds the inside of every page and what pages have in
// common: bar, menu and foot.
type frame struct {
	Sample    string // the words of the band, "" on a real portal
	Sensitive bool
	Home      bool
	Exit      *exit // nil on ordinary pages
	Numbers   []barNumber
	Others    string // address of all numbers
	Brand     string
	Menu      []menuItem
	MoreMenu  []menuItem
	Footer    []menuItem
	Strip     template.HTML
	Office    office
}

// middle is what stands between the bar and the foot.
type middle struct {
	Language string
	Crumbs   []site.Crumb
	Main     template.HTML
}

// ending is the last lines of the foot, which speak of the page.
type ending struct {
	Updated   date.Date // of the content
	Licence   string
	Canonical string
}

// bare is a page without a frame.
type bare struct {
	head
	links
	Main template.HTML
}

// exit is the quick way out of a page.
type exit struct {
	Href string // where it leads
	Name string // in words: "trang thời tiết"
}

// barNumber is a number in the call bar.
type barNumber struct {
	Display string
	Tel     template.URL
	Short   string // "Nguy hiểm"
	Long    string // "đang nguy hiểm"
	Example bool
}

type menuItem struct {
	Title, Addr string
	Here        bool // the page itself is below this entry
}

// office closes the page: who answers for it.
type office struct {
	communeWords
	Name, Address, Hours, Responsible, Portal string
	Number                                    *numberView
	Privacy                                   string // address of the page, "" if there is none
}

// frame makes the frame of a page.
func (r *Renderer) frame(p *site.Page) *frame {
	c := r.site.Config
	f := &frame{
		Sensitive: r.exits(p),
		Home:      p.Kind == site.KindHome,
		Others:    r.existing("/so-can-biet/"),
		Brand:     c.Name,
		Strip:     r.strips.low,
		Office: office{
			communeWords: r.communeWords(),
			Name:         c.Office, Address: c.Address, Hours: c.Hours, Responsible: c.Responsible, Portal: c.Portal,
			Privacy: r.existing("/rieng-tu/"),
		},
	}
	if f.Home {
		f.Strip = r.strips.tall
	}
	if r.site.Sample {
		f.Sample = sampleWords
	}
	if f.Sensitive {
		f.Exit = &exit{c.Exit, c.ExitName}
	}
	if n, ok := r.site.NumberByID(c.Number); ok {
		v := r.number(n)
		f.Office.Number = &v
	}
	for _, n := range r.site.BarNumbers() {
		long := n.BarLong
		if long == "" {
			long = n.Bar
		}
		f.Numbers = append(f.Numbers, barNumber{n.Dial.Display(), template.URL(n.Dial.Tel()), n.Bar, long, n.Example})
	}
	f.Menu = r.menu(p, []menuItem{
		{Title: "Cần giúp đỡ", Addr: "/ho-tro/"},
		{Title: "Tìm hiểu", Addr: "/tim-hieu/"},
		{Title: "Tài liệu", Addr: "/tai-lieu/"},
		{Title: "Kế hoạch và tiến độ", Addr: "/ke-hoach/"},
		{Title: "Văn bản", Addr: "/van-ban/"},
	})
	f.MoreMenu = r.menu(p, []menuItem{
		{Title: "Mục lục A–Z", Addr: "/tim/"},
		{Title: "Các thôn", Addr: "/thon/"},
		{Title: "Lịch", Addr: "/lich/"},
	})
	f.Footer = r.menu(p, []menuItem{
		{Title: "Cần giúp đỡ", Addr: "/ho-tro/"},
		{Title: "Số điện thoại cần biết", Addr: "/so-can-biet/"},
		{Title: "Tìm hiểu", Addr: "/tim-hieu/"},
		{Title: "Tài liệu", Addr: "/tai-lieu/"},
		{Title: "Kế hoạch", Addr: "/ke-hoach/"},
		{Title: "Tiến độ", Addr: "/tien-do/"},
		{Title: "Các thôn", Addr: "/thon/"},
		{Title: "Văn bản", Addr: "/van-ban/"},
		{Title: "Lịch", Addr: "/lich/"},
		{Title: "Tin", Addr: "/tin/"},
		{Title: "Dữ liệu mở", Addr: "/du-lieu/"},
		{Title: "Mục lục A–Z", Addr: "/tim/"},
		{Title: "Phản ánh, góp ý", Addr: "/gop-y/"},
		{Title: "Giới thiệu", Addr: "/gioi-thieu/"},
		{Title: "Trợ năng", Addr: "/tro-nang/"},
	})
	return f
}

// menu keeps the entries that lead somewhere and marks the one of the page.
func (r *Renderer) menu(p *site.Page, all []menuItem) []menuItem {
	var out []menuItem
	for _, m := range all {
		to, ok := r.site.PageAt(m.Addr)
		if !ok {
			continue
		}
		if to.Kind == site.KindVillages {
			m.Title = to.Title // "Các tổ dân phố" in a town
		}
		under := strings.HasPrefix(p.Addr, m.Addr)
		m.Here = under || m.Addr == "/ho-tro/" && p.Kind == site.KindNumbers ||
			m.Addr == "/ke-hoach/" && strings.HasPrefix(p.Addr, "/tien-do/") && m.Title != "Kế hoạch"
		out = append(out, m)
	}
	return out
}

// existing is the address itself if the site has such a page, else "".
func (r *Renderer) existing(addr string) string {
	if _, ok := r.site.PageAt(addr); ok {
		return addr
	}
	return ""
}

// class tells the styles what a page is: "kin" where visited links must look
// like others, "giay-so" and "phieu" where paper takes another form.
func (r *Renderer) class(p *site.Page) string {
	switch {
	case p.Kind == site.KindNumbers:
		return "kin giay-so"
	case p.Kind == site.KindSheet && !r.exits(p):
		return "phieu"
	case r.exits(p):
		return "kin"
	}
	return ""
}

// exits reports pages with the quick exit: whoever reads them may be watched.
func (r *Renderer) exits(p *site.Page) bool {
	switch p.Kind {
	case site.KindNumbers, site.KindHelpHub, site.KindHelp, site.KindSearch:
		return true
	}
	return p.Sensitive
}
