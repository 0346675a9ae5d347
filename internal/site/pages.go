package site

import (
	"fmt"
	"path"
	"sort"
	"strconv"
	"strings"

	"thonlanh/internal/config"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// reserved are names that lists of a section use for themselves.
func reserved(name string) bool {
	return name == "con-hieu-luc" || name == "het-hieu-luc" || name == "viec" || name == "q" ||
		strings.HasPrefix(name, "trang-") && strings.Trim(name[len("trang-"):], "0123456789") == ""
}

// addPages gives every public record its address, and every section its list.
func (a *assembler) addPages() {
	s := a.s
	home := Crumb{"Trang chủ", "/"}
	under := func(crumbs ...Crumb) []Crumb { return append([]Crumb{home}, crumbs...) }
	help := Crumb{"Cần giúp đỡ", "/ho-tro/"}
	learn := Crumb{"Tìm hiểu", "/tim-hieu/"}
	library := Crumb{"Tài liệu", "/tai-lieu/"}
	plans := Crumb{"Kế hoạch", "/ke-hoach/"}
	progress := Crumb{"Tiến độ", "/tien-do/"}
	villages := Crumb{"Các thôn", "/thon/"}
	if w := s.Config.VillageWord; w != "Thôn" {
		villages.Title = "Các " + strings.ToLower(w)
	}
	law := Crumb{"Văn bản", "/van-ban/"}
	calendar := Crumb{"Lịch", "/lich/"}
	news := Crumb{"Tin", "/tin/"}

	// Sections first: a record that takes the address of a section is the one
	// to be reported.
	a.page(&Page{Addr: "/", Kind: KindHome, Title: s.Home.Title, Description: s.Home.Summary, Source: homeSource(s), Listed: true, Updated: s.latestWord()})
	a.page(&Page{Addr: "/so-can-biet/", Kind: KindNumbers, Title: "Số điện thoại cần biết", Description: "Các số gọi được ngay, giờ trực và cước.", Source: "content/so-can-biet.toml", Sensitive: true, Listed: true, Crumbs: under(), Updated: s.numbersChecked()})
	a.page(&Page{Addr: help.Addr, Kind: KindHelpHub, Title: "Cần giúp đỡ", Description: "Chọn điều gần với bạn nhất.", Source: config.FileName, Sensitive: true, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: learn.Addr, Kind: KindArticles, Title: learn.Title, Description: "Những bài ngắn, dễ đọc.", Source: config.FileName, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: library.Addr, Kind: KindMaterials, Title: library.Title, Description: "Áp phích, tờ gấp, bài phát thanh để in, treo và đọc.", Source: config.FileName, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: plans.Addr, Kind: KindPlans, Title: plans.Title, Description: "Kế hoạch từng năm của " + viet.LowerFirst(s.Config.Name) + ".", Source: config.FileName, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: progress.Addr, Kind: KindProgressHub, Title: progress.Title, Description: "Kế hoạch đã làm đến đâu, từng năm.", Source: config.FileName, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: villages.Addr, Kind: KindVillages, Title: villages.Title, Description: "Các thôn đã làm gì trong năm nay.", Source: config.FileName, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: calendar.Addr, Kind: KindCalendar, Title: calendar.Title, Description: "Các buổi sắp tới và hạn báo cáo.", Source: config.FileName, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: "/tim/", Kind: KindSearch, Title: "Mục lục A–Z", Description: "Mọi trang của cổng, xếp theo chữ cái.", Source: config.FileName, Sensitive: true, Listed: true, Crumbs: under()})
	a.page(&Page{Addr: "/du-lieu/", Kind: KindData, Title: "Dữ liệu mở", Description: "Các bảng dữ liệu của cổng, tải về dùng tự do.", Source: config.FileName, Listed: true, Crumbs: under()})
	for _, d := range DataSets {
		a.page(&Page{Addr: "/du-lieu/" + d.Name + "/", Kind: KindDataSet, Title: "Dữ liệu: " + d.Title, Description: d.About, Arg: d.Name, Source: config.FileName, Listed: true, Crumbs: under(Crumb{"Dữ liệu mở", "/du-lieu/"})})
	}
	a.page(&Page{Addr: "/404.html", Kind: KindNotFound, Title: "Không tìm thấy trang", Source: config.FileName})
	a.page(&Page{Addr: "/ngoai-tuyen/", Kind: KindOffline, Title: "Máy đang không có mạng", Source: config.FileName})
	a.page(&Page{Addr: "/lich-thang/", Kind: KindMonths, Title: "Lịch " + strconv.Itoa(s.Today.Year), Source: config.FileName})
	a.legalIndex(law)
	a.newsIndex(news)
	for _, k := range MaterialKinds {
		a.page(&Page{Addr: library.Addr + k.Key + "/", Kind: KindMaterialKind, Title: k.Name, Arg: k.Key, Source: config.FileName, Listed: a.hasMaterial(k.Key), Crumbs: under(library)})
	}

	for _, x := range s.Help {
		a.page(&Page{Addr: x.Addr, Kind: KindHelp, Title: x.Title, Description: x.Summary, Updated: later(x.Date, x.ReviewedOn), Sensitive: true, Listed: true, Source: x.Path, Crumbs: under(help), Help: x})
	}
	for _, x := range s.Articles {
		a.page(&Page{Addr: x.Addr, Kind: KindArticle, Title: x.Title, Description: or(x.Summary, x.Answer, x.Doc.Lead), Updated: later(x.Date, x.ReviewedOn), Sensitive: given(x.Sensitive), Listed: true, Source: x.Path, Crumbs: under(learn), Article: x})
	}
	for _, x := range s.Materials {
		a.page(&Page{Addr: x.Addr, Kind: KindMaterial, Title: x.Title, Description: or(x.Summary, x.Doc.Lead), Updated: x.Date, Sensitive: given(x.Sensitive), Listed: true, Source: x.Path, Crumbs: under(library, Crumb{x.KindName, library.Addr + x.Kind + "/"}), Material: x})
	}
	sheets := &sheetNames{make(map[*Body]string), make(map[string]*Body)}
	for _, x := range s.Plans {
		a.dutyPages(x, plans, sheets)
		a.page(&Page{Addr: x.Addr, Kind: KindPlan, Title: "Kế hoạch năm " + strconv.Itoa(x.Year), Description: or(x.Summary, x.Subject), Updated: x.updated(), Listed: true, Source: x.Path, Crumbs: under(plans), Plan: x})
		a.page(&Page{Addr: progress.Addr + strconv.Itoa(x.Year) + "/", Kind: KindProgress, Title: x.ProgressTitle(), Description: "Từng chỉ tiêu của kế hoạch đã làm đến đâu.", Updated: x.updated(), Listed: true, Source: x.Path, Crumbs: under(progress), Plan: x})
	}
	for _, x := range s.Villages {
		a.page(&Page{Addr: x.Addr, Kind: KindVillage, Title: x.Title, Description: or(x.Line, "Hoạt động của "+viet.LowerFirst(x.Title)+" trong năm."), Listed: true, Source: x.Path, Crumbs: under(villages), Village: x})
	}
	for _, x := range s.Legal {
		a.page(&Page{Addr: x.Addr, Kind: KindLegal, Title: x.Heading, Description: or(x.Subject, x.Title), Updated: later(x.Date, later(x.CheckedOn, x.IssuedOn)), Listed: true, Source: x.Path, Crumbs: under(law), Legal: x, Sensitive: given(x.Sensitive)})
	}
	for _, x := range s.Events {
		a.page(&Page{Addr: x.Addr, Kind: KindEvent, Title: x.Title, Description: x.Summary, Sensitive: given(x.Sensitive), Listed: true, Source: x.Path, Crumbs: under(calendar), Event: x})
	}
	for _, x := range s.News {
		year := strconv.Itoa(x.Year)
		a.page(&Page{Addr: x.Addr, Kind: KindNews, Title: x.Title, Description: or(x.Summary, x.Doc.Lead), Updated: x.Date, Sensitive: given(x.Sensitive), Listed: true, Source: x.Path, Crumbs: under(news, Crumb{year, news.Addr + year + "/"}), News: x})
	}
	for _, x := range s.Singles {
		a.page(&Page{Addr: x.Addr, Kind: KindSingle, Title: x.Title, Description: or(x.Summary, x.Doc.Lead), Updated: later(x.Date, x.ReviewedOn), Sensitive: given(x.Sensitive), Listed: true, Source: x.Path, Crumbs: under(), Single: x})
	}
	sort.Slice(s.Pages, func(i, j int) bool { return s.Pages[i].Addr < s.Pages[j].Addr })
}

// page enters a page. An address that is taken or reserved is reported at the
// file that came later; the first keeps it.
func (a *assembler) page(p *Page) {
	if first, taken := a.s.pages[p.Addr]; taken {
		who := "trang của " + first.Source
		if first.Source == config.FileName {
			who = "một trang có sẵn của cổng"
		}
		a.list = append(a.list, diag.At(p.Source, diag.Pos{}, diag.Block, "dia-chi-trung",
			fmt.Sprintf("Địa chỉ %s đã là của %s. Hai trang không thể ở cùng một địa chỉ.", p.Addr, who),
			"Đổi tên tệp này (tên không dấu, nối bằng dấu -)."))
		return
	}
	if p.Source != config.FileName && p.Kind != KindDuties && reserved(path.Base(p.Addr)) {
		a.list = append(a.list, diag.At(p.Source, diag.Pos{}, diag.Block, "dia-chi-trung",
			"Địa chỉ "+p.Addr+" là tên dành riêng cho các danh sách của cổng.", "Đổi tên tệp này."))
		return
	}
	if device(path.Base(p.Addr)) {
		a.list = append(a.list, diag.At(p.Source, diag.Pos{}, diag.Block, "dia-chi-sai",
			"Máy Windows giữ tên “"+path.Base(p.Addr)+"” cho thiết bị, nên không tạo được thư mục có tên này.", "Đổi tên tệp, ví dụ thêm một chữ."))
		return
	}
	if path.Base(p.Addr) == "" || strings.Contains(p.Addr, "//") {
		a.list = append(a.list, diag.At(p.Source, diag.Pos{}, diag.Block, "dia-chi-sai",
			"Tên tệp “"+fileName(p.Source)+"” không cho một địa chỉ đọc được.", "Đặt tên bằng chữ cái và chữ số, ví dụ: lop-may-buoi-toi.md"))
		return
	}
	a.s.pages[p.Addr] = p
	a.s.Pages = append(a.s.Pages, p)
}

// device reports whether Windows keeps a name for a device: no folder can
// have it there.
func device(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && name[3] >= '1' && name[3] <= '9'
}

// parts splits a list of n entries into pages; f makes the page of each.
func (a *assembler) parts(base string, n int, f func() *Page) {
	total := max(1, (n+PerPage-1)/PerPage)
	for i := 1; i <= total; i++ {
		p := f()
		p.Addr, p.Part, p.Parts = base, i, total
		if i > 1 {
			p.Addr = fmt.Sprintf("%strang-%d/", base, i)
			p.Listed = false
		}
		a.page(p)
	}
}

func (a *assembler) legalIndex(law Crumb) {
	for _, l := range a.s.Legal {
		switch l.Force {
		case Ended:
			a.s.ended = append(a.s.ended, l)
		case InForce, PartlyEnded:
			a.s.inForce = append(a.s.inForce, l)
		}
	}
	for _, f := range LegalFilters {
		crumbs := []Crumb{{"Trang chủ", "/"}}
		base := law.Addr
		if f.Arg != "" {
			base += f.Arg + "/"
			crumbs = append(crumbs, law)
		}
		a.parts(base, len(a.s.LegalIn(f.Arg)), func() *Page {
			return &Page{Kind: KindLegalIndex, Title: f.Title, Description: "Số, tên và hiệu lực của từng văn bản.", Arg: f.Arg, Source: config.FileName, Listed: true, Crumbs: crumbs}
		})
	}
}

// LegalFilters are the lists of texts, each at its own address.
var LegalFilters = [...]struct{ Arg, Title, Short string }{
	{"", "Văn bản", "Tất cả"},
	{"con-hieu-luc", "Văn bản còn hiệu lực", "Còn hiệu lực"},
	{"het-hieu-luc", "Văn bản hết hiệu lực", "Hết hiệu lực"},
}

// LegalIn is the texts of one of the lists.
func (s *Site) LegalIn(arg string) []*Legal {
	switch arg {
	case "":
		return s.Legal
	case "het-hieu-luc":
		return s.ended
	}
	return s.inForce
}

func (a *assembler) newsIndex(news Crumb) {
	byYear := make(map[string]int)
	var years []string
	for _, n := range a.s.News {
		y := strconv.Itoa(n.Year)
		if byYear[y] == 0 {
			years = append(years, y)
		}
		byYear[y]++
	}
	a.parts(news.Addr, len(a.s.News), func() *Page {
		return &Page{Kind: KindNewsIndex, Title: news.Title, Description: "Tin của " + viet.LowerFirst(a.s.Config.Name) + ".", Source: config.FileName, Listed: true, Crumbs: []Crumb{{"Trang chủ", "/"}}}
	})
	for _, y := range years {
		a.parts(news.Addr+y+"/", byYear[y], func() *Page {
			return &Page{Kind: KindNewsIndex, Title: "Tin năm " + y, Arg: y, Source: config.FileName, Listed: true, Crumbs: []Crumb{{"Trang chủ", "/"}, news}}
		})
	}
}

// NewsIn is the news of a year; of all years for "".
func (s *Site) NewsIn(year string) []*News {
	if year == "" {
		return s.News
	}
	var out []*News
	for _, n := range s.News {
		if strconv.Itoa(n.Year) == year {
			out = append(out, n)
		}
	}
	return out
}

func (a *assembler) hasMaterial(kind string) bool {
	for _, m := range a.s.Materials {
		if m.Kind == kind {
			return true
		}
	}
	return false
}

func homeSource(s *Site) string { return or(s.Home.File.Path, config.FileName) }

// latestWord is the day of the newest thing the home page shows.
func (s *Site) latestWord() date.Date {
	d := s.Home.Date
	if len(s.News) > 0 {
		d = later(d, s.News[0].Date)
	}
	if p := s.CurrentPlan(); p != nil && p.Latest != nil {
		d = later(d, p.Latest.AsOf)
	}
	return d
}

func (s *Site) numbersChecked() date.Date {
	var d date.Date
	for _, n := range s.Numbers {
		d = later(d, n.CheckedOn)
	}
	return d
}

func (p *Plan) updated() date.Date {
	d := later(p.Date, p.IssuedOn)
	if p.Latest != nil {
		d = later(d, p.Latest.AsOf)
	}
	return d
}

func later(a, b date.Date) date.Date {
	if a.Before(b) {
		return b
	}
	return a
}

func or(list ...string) string {
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}
