package content

import (
	"path"
	"regexp"
	"strings"

	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/tomlfile"
	"thonlanh/internal/viet"
)

func parseHome(p parser) (any, diag.List) {
	v := &Home{}
	file, start, list := p.page(v)
	v.File = file
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	return v, append(list, need(file, nil, title(&v.Front))...)
}

func parseHelp(p parser) (any, diag.List) {
	v := &Help{}
	file, start, list := p.page(v)
	v.File = file
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	return v, append(list, need(file, nil, title(&v.Front))...)
}

func parseArticle(p parser) (any, diag.List) {
	v := &Article{}
	file, start, list := p.page(v)
	v.File = file
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	return v, append(list, need(file, nil, title(&v.Front))...)
}

func parseSingle(p parser) (any, diag.List) {
	v := &Single{}
	file, start, list := p.page(v)
	v.File = file
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	return v, append(list, need(file, nil, title(&v.Front))...)
}

func parseNews(p parser) (any, diag.List) {
	v := &News{}
	file, start, list := p.page(v)
	v.File = file
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	year, more := p.year(p.args[0])
	v.Year, list = year, append(list, more...)
	list = append(list, need(file, nil, title(&v.Front), field{key: "ngay", given: !v.Date.IsZero(), why: "tin nào cũng phải có ngày", example: "2026-11-20"})...)
	if !v.Date.IsZero() && year != 0 && v.Date.Year != year {
		list = append(list, diag.At(file.Path, file.Keys.Pos("ngay"), diag.Block, "nam-sai",
			"Ngày của tin không thuộc năm của thư mục.", "Sửa ngày, hoặc chuyển tin sang thư mục của năm đó."))
	}
	return v, append(list, p.picture(&v.Body, file, v.Picture, v.PictureAlt)...)
}

func parseMaterial(p parser) (any, diag.List) {
	v := &Material{Kind: p.args[0]}
	file, start, list := p.page(v)
	v.File = file
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	list = append(list, need(file, nil, title(&v.Front))...)
	return v, append(list, p.picture(&v.Body, file, v.Picture, v.PictureAlt)...)
}

// picture adds the picture that a front matter names, which needs words for
// people who do not see it.
func (p parser) picture(b *Body, file File, name, alt string) diag.List {
	if name == "" {
		return nil
	}
	if !isBeside(name) {
		return diag.List{diag.At(file.Path, file.Keys.Pos("anh"), diag.Block, "tai-nguyen-ngoai",
			"`anh` phải là tên một tệp nằm cạnh trang này, không phải địa chỉ.", "Chép ảnh vào cạnh trang rồi ghi tên tệp, ví dụ: anh = \"hinh.svg\"")}
	}
	list := append(p.show(b, name, file.Keys.Pos("anh")), p.visible(b, name, file.Keys.Pos("anh"))...)
	if strings.TrimSpace(alt) == "" {
		list = append(list, diag.At(file.Path, file.Keys.Pos("anh"), diag.Block, "anh-thieu-mo-ta",
			"Hình chưa có lời mô tả, nên người không nhìn thấy hình sẽ không biết hình nói gì.", "Thêm: anh_mo_ta = \"…\", tả điều hình cho thấy trong một câu."))
	}
	return list
}

func parseLegal(p parser) (any, diag.List) {
	v := &Legal{}
	file, start, list := p.page(v)
	v.File = file
	mode := markup.Plan
	if hasArticle(p.src.Text[start:]) {
		mode = markup.Law
	}
	ids := ""
	v.Body, list = join(list)(p.body(start, markup.Options{
		Mode: mode, Packed: true,
		Units: func(units []markup.Unit) { ids = unitIDs(units) },
	}))
	v.Body.Src, v.Body.UnitIDs = nil, ids
	fields := []field{{key: "loai", given: v.Kind != "", why: "phải biết đây là loại văn bản nào", example: "\"nghi_dinh\""}}
	if v.Title == "" {
		fields = append(fields, text("trich_yeu", v.Subject, "văn bản nào cũng phải có trích yếu hoặc tên", "Về việc …"))
	}
	list = append(list, need(file, nil, fields...)...)
	for i := range v.Units {
		u := &v.Units[i]
		list = append(list, ordered(file, []string{"hieu_luc", u.Name}, u.Value.InForce, "ngay_hieu_luc", u.Value.Ends, "ngay_het_hieu_luc")...)
	}
	return v, append(list, ordered(file, nil, v.InForce, "ngay_hieu_luc", v.Ends, "ngay_het_hieu_luc")...)
}

// hasArticle reports whether a line of a text begins an article ("### Điều
// 5."); such a text is cut by the family Điều, khoản, điểm.
func hasArticle(text string) bool {
	const article = "Điều "
	for i := 0; ; {
		k := strings.Index(text[i:], article)
		if k < 0 {
			return false
		}
		at := i + k
		i = at + len(article)
		lead := strings.TrimRight(text[:at], "#* \t")
		if (lead == "" || lead[len(lead)-1] == '\n') && i < len(text) && text[i] >= '0' && text[i] <= '9' {
			return true
		}
	}
}

func parsePlan(p parser) (any, diag.List) {
	v := &Plan{}
	file, start, list := p.page(v)
	v.File = file
	var slips []markup.Slip
	for _, r := range v.Slips {
		slips = append(slips, markup.Slip{Found: r.Value.Found, Meant: r.Value.Meant, Unit: r.Value.Unit})
	}
	v.Body, list = join(list)(p.body(start, markup.Options{Mode: markup.Plan, Slips: slips}))
	v.Body.UnitIDs = unitIDs(v.Doc.Units)
	for _, i := range v.Doc.SlipsMissed {
		r := v.Slips[i]
		list = append(list, diag.At(file.Path, file.Keys.Pos("dinh_chinh", r.Name), diag.Block, "dinh-chinh-khong-thay",
			"Không thấy chữ “"+r.Value.Found+"” ở chỗ mà đính chính này chỉ tới.", "Sửa `goc` cho đúng từng chữ như bản gốc, hoặc sửa `muc` cho đúng đơn vị."))
	}
	year, more := p.year(p.args[0])
	v.Year, list = year, append(list, more...)
	list = append(list, ordered(file, nil, v.From, "tu_ngay", v.To, "den_ngay")...)
	return v, append(list, need(file, nil, title(&v.Front))...)
}

func parseVillageText(p parser) (any, diag.List) {
	v := &villageText{path: p.src.Path}
	at, end, start, problems := tomlfile.FrontMatter(p.src)
	var list diag.List
	switch {
	case end > 0:
		// Two fences are a habit and do no harm, but whatever they say would
		// be said in vain: a village's table alone hides the village.
		_, list = tomlfile.Decode(p.src, at, end, &struct{}{})
	case start > 0:
		return nil, problems
	}
	v.Body, list = join(list)(p.body(start, markup.Options{}))
	return v, list
}

// villageText is the words beside a village's table. They need no front matter.
type villageText struct {
	Body
	path string
}

func parseVillage(p parser) (any, diag.List) {
	v := &Village{}
	file, list := p.table(v)
	v.File = file
	return v, append(p.noPersons(list), need(file, nil, text("ten", v.Label, "thôn nào cũng phải có tên", "Đông"))...)
}

func parseEvent(p parser) (any, diag.List) {
	v := &Event{}
	file, list := p.table(v)
	v.File = file
	list = append(list, need(file, nil, text("tieu_de", v.Title, "buổi nào cũng phải có tên", "Buổi nói chuyện …"),
		field{key: "ngay", given: !v.Date.IsZero(), why: "lịch phải có ngày", example: "2026-11-24"})...)
	for _, k := range [...]struct{ key, value string }{{"gio", v.Start}, {"den_gio", v.End}} {
		if k.value != "" && !clock.MatchString(k.value) {
			list = append(list, diag.At(file.Path, file.Keys.Pos(k.key), diag.Block, "gio-sai",
				"`"+k.key+"` phải là giờ và phút.", "Viết hai chữ số mỗi bên: "+k.key+" = \"14:00\""))
		}
	}
	if !v.EndDate.IsZero() && v.EndDate.Before(v.Date) {
		list = append(list, diag.At(file.Path, file.Keys.Pos("den_ngay"), diag.Block, "ngay-sai",
			"Ngày kết thúc đứng trước ngày bắt đầu.", "Xem lại `ngay` và `den_ngay`."))
	}
	return v, list
}

var clock = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

// join hands a body on with its problems added to those found before.
func join(before diag.List) func(Body, diag.List) (Body, diag.List) {
	return func(b Body, list diag.List) (Body, diag.List) { return b, append(before, list...) }
}

// noPersons gives unknown keys of village data that count persons, cases or
// premises the name of the rule that forbids them, with its reason.
func (p parser) noPersons(list diag.List) diag.List {
	lines := strings.Split(p.src.Text, "\n")
	for i, q := range list {
		if q.Rule != "khoa-la" || q.Line > len(lines) {
			continue
		}
		line := []rune(lines[q.Line-1])
		if q.Column > len(line) {
			continue
		}
		key, _, _ := strings.Cut(string(line[q.Column-1:]), "=")
		if countsPersons.MatchString(viet.Fold(key)) {
			list[i].Rule = "thon-so-nguoi"
			list[i].Message = "Số liệu ở cấp thôn không được đếm người, vụ việc, cơ sở hay lượt xét nghiệm: trong một thôn nhỏ, một con số có thể chỉ ra một người."
			list[i].Hint = "Bỏ dòng này. Ở thôn chỉ ghi hoạt động: buoi_tuyen_truyen, ho_nhan_to_roi, luot_phat_thanh, lop_tap_huan."
		}
	}
	return list
}

var countsPersons = regexp.MustCompile(`nguoi|(^|_)vu(_|$|\s)|vu_viec|co_so|quan_|karaoke|xet_nghiem|doi_tuong|nan_nhan|nghien|hiv|mai_dam|ban_dam|mua_dam|phu_nu|tre_em|nhan_khau|ca_(benh|nhiem)`)

// villageOf is the village that a text beside a table belongs to.
func villageOf(p string) string { return strings.TrimSuffix(p, path.Ext(p)) + ".toml" }
