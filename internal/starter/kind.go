package starter

import (
	"io/fs"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

// Kind is a kind of file that a commune makes again and again.
type Kind struct {
	Key  string // as it is typed: "ap-phich"
	What string // Vietnamese: what it is
	Name string // Vietnamese: what its name is, with an example
	make func(request) ([]File, error)
}

// request is what a new file is made for.
type request struct {
	kind    Kind
	name    string // as given, tidied
	slug    string
	title   string // a value for tieu_de or ten: the name, or a blank to fill in
	on      date.Date
	project fs.FS
}

// Kinds are the kinds in the order of the help.
func Kinds() []Kind {
	const place = "Một tên ngắn: \"Lớp may buổi tối\""
	kinds := []Kind{
		{"tin", "một tin", "Tên tin: \"Lớp may buổi tối\"", newNews},
		{"bai", "một bài tìm hiểu", "Tên bài: \"Việc nhẹ, lương cao\"", newArticle},
		{"ho-tro", "một trang giúp đỡ (tên và địa chỉ luôn trung tính)", "Tên trung tính: \"Đường về\"", newHelp},
		{"ke-hoach", "kế hoạch của một năm, với chỉ tiêu, nhiệm vụ, báo cáo", "Năm: 2026", newPlan},
		{"so-lieu", "số liệu của một kỳ, đủ bảng cho mọi chỉ tiêu và mọi thôn", "Năm và tháng: 2026-06", newFigures},
		{"van-ban", "một văn bản", "Mã: nd-282-2025, hoặc số ký hiệu: \"Nghị định 282/2025/NĐ-CP\"", newLegal},
		{"thon", "một thôn", "Tên thôn: \"Đông\"", newVillage},
		{"lich", "một buổi trong lịch", "Tên buổi: \"Hội thi các thôn\"", newEvent},
	}
	for _, m := range materials {
		kinds = append(kinds, Kind{m.key, m.what, place, newMaterial})
	}
	return kinds
}

// materials are the kinds of campaign material.
var materials = [...]struct{ key, what string }{
	{"ap-phich", "một áp phích"},
	{"to-roi", "một tờ rơi"},
	{"to-gap", "một tờ gấp"},
	{"the-bo-tui", "một thẻ bỏ túi"},
	{"so-tay", "một cuốn sổ tay"},
	{"phat-thanh", "một bài phát thanh"},
	{"pano", "một panô"},
	{"bang-ron", "một băng rôn"},
	{"nhan-dan", "một nhãn dán"},
}

// New makes the files of a kind. project is asked for the targets and
// villages that figures are for.
func New(kind, name string, on date.Date, project fs.FS) ([]File, error) {
	var k Kind
	var keys []string
	for _, x := range Kinds() {
		keys = append(keys, x.Key)
		if x.Key == kind {
			k = x
		}
	}
	if k.make == nil {
		return nil, unknownKind(kind, keys)
	}
	name = tidy(name)
	if name == "" {
		return nil, &Refusal{kind + ": no name", "Chưa ghi tên cho tệp mới.", k.Name + "."}
	}
	r := request{kind: k, name: name, slug: viet.Slug(name), on: on, project: project}
	if r.slug == "" {
		return nil, &Refusal{kind + ": name without letters", "Tên này không có chữ cái hay chữ số nào, nên không đặt được tên tệp.", k.Name + "."}
	}
	if isDevice(r.slug) {
		return nil, &Refusal{kind + ": device name", "Windows dành riêng tên “" + r.slug + "” cho thiết bị, nên không đặt được tên tệp.", "Thêm một chữ nữa vào tên."}
	}
	r.title = name
	if name == r.slug { // an address was given, not a title
		r.title = ""
	}
	return k.make(r)
}

func unknownKind(kind string, keys []string) error {
	message := "Không có loại “" + kind + "”."
	switch kind {
	case "co-quan", "can-bo", "so-can-biet", "dich-vu", "danh-hieu", "chuyen-di":
		return &Refusal{kind + ": one table", "Mỗi cổng chỉ có một bảng " + kind + ".", "Mở content/" + kind + ".toml rồi thêm một mục mới vào cuối tệp."}
	}
	if near, ok := viet.Nearest(kind, append([]string{"site"}, keys...)); ok {
		message += " Có phải ý bạn là `" + near + "`?"
	}
	return &Refusal{kind + ": unknown kind", message, "Các loại: site, " + strings.Join(keys, ", ") + "."}
}

// tidy brings a name to one line.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\ufffd' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isDevice reports names that Windows reserves in every folder.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && name[3] >= '1' && name[3] <= '9'
}

// titleOr is the title, or a word that says what the file is with a blank.
func (r request) titleOr(word, blank string) string {
	if r.title != "" {
		return r.title
	}
	return word + " [điền: " + blank + "]"
}

func one(path, text string) ([]File, error) { return []File{{path, []byte(text)}}, nil }

func newNews(r request) ([]File, error) {
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(r.titleOr("Tin", "tên tin"))},
		{"mo_ta", quote("[điền: một câu nói tin này có gì]")},
		{"ngay", r.on.String()},
	}}
	return one("content/tin/"+r.on.String()[:4]+"/"+r.slug+".md", page(head, &content.News{}, newsBody))
}

func newArticle(r request) ([]File, error) {
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(r.titleOr("Bài", "tên bài"))},
		{"mo_ta", quote("[điền: một câu nói bài này giúp được gì]")},
		{"ngay", r.on.String()},
		{"tra_loi", quote("[điền: câu trả lời ngắn, đặt ngay dưới tên bài]")},
	}}
	return one("content/tim-hieu/"+r.slug+".md", page(head, &content.Article{}, articleBody))
}

func newHelp(r request) ([]File, error) {
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(r.titleOr("Trang", "tên trung tính"))},
		{"ten_muc", quote(r.titleOr("Trang", "tên ngắn, trung tính"))},
		{"mo_ta", quote("[điền: một câu nói trang này có gì]")},
		{"nhay_cam", "true"},
	}}
	return one("content/ho-tro/"+r.slug+".md", page(head, &content.Help{}, helpBody))
}

func newLegal(r request) ([]File, error) {
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(r.titleOr("Văn bản", "loại và số ký hiệu"))},
		{"loai", quote(legalKind(r.slug))},
		{"trich_yeu", quote("[điền: trích yếu, chép đúng như văn bản]")},
	}}
	return one("content/van-ban/"+r.slug+".md", page(head, &content.Legal{}, legalBody))
}

// legalKind guesses the kind of a text from its id or title.
func legalKind(slug string) string {
	for _, k := range [...]struct{ prefix, kind string }{
		{"hien-phap", "hien_phap"}, {"bo-luat", "bo_luat"}, {"bl", "bo_luat"}, {"luat", "luat"},
		{"phap-lenh", "phap_lenh"}, {"pl", "phap_lenh"}, {"nghi-dinh", "nghi_dinh"}, {"nd", "nghi_dinh"},
		{"nghi-quyet-lien-tich", "nqlt"}, {"nqlt", "nqlt"}, {"nghi-quyet", "nghi_quyet"}, {"nq", "nghi_quyet"},
		{"thong-tu-lien-tich", "ttlt"}, {"ttlt", "ttlt"}, {"thong-tu", "thong_tu"}, {"tt", "thong_tu"},
		{"quyet-dinh", "quyet_dinh"}, {"qd", "quyet_dinh"}, {"chi-thi", "chi_thi"}, {"ct", "chi_thi"},
		{"ke-hoach", "ke_hoach"}, {"kh", "ke_hoach"}, {"huong-uoc", "huong_uoc"}, {"quy-che", "quy_che"},
		{"cong-van", "cong_van"}, {"thong-bao", "thong_bao"}, {"bao-cao", "bao_cao"},
	} {
		if slug == k.prefix || strings.HasPrefix(slug, k.prefix+"-") {
			return k.kind
		}
	}
	return "khac"
}

func newMaterial(r request) ([]File, error) {
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(r.titleOr("Tài liệu", "câu chính"))},
		{"mo_ta", quote("[điền: một câu nói tài liệu này để làm gì, treo hay phát ở đâu]")},
		{"ngay", r.on.String()},
		{"trang_thai", quote("con_dung")},
	}}
	body := materialBody
	if r.kind.Key == "phat-thanh" {
		body = broadcastBody
	}
	return one("content/tai-lieu/"+r.kind.Key+"/"+r.slug+"/index.md", page(head, &content.Material{}, body))
}

func newVillage(r request) ([]File, error) {
	words := strings.Fields(r.name)
	for _, word := range [...]string{"thôn", "bản", "ấp", "buôn", "làng", "xóm"} {
		if len(words) > 1 && strings.EqualFold(words[0], word) {
			words = words[1:]
			r.name = strings.Join(words, " ")
			r.slug = viet.Slug(r.name)
			break
		}
	}
	if r.slug == "" || isDevice(r.slug) {
		return nil, &Refusal{"thon: no name", "Tên thôn không có chữ nào dùng được.", r.kind.Name + "."}
	}
	r.title = r.name
	if r.name == r.slug {
		r.title = ""
	}
	head := form{at: r.on, given: []given{
		{"ten", quote(r.titleOr("Tên", "tên, không kèm chữ “Thôn”"))},
		{"mo_ta", quote("[điền: một câu của thôn]")},
	}}
	return one("content/thon/"+r.slug+".toml", villageNote+head.write(&content.Village{}))
}

func newEvent(r request) ([]File, error) {
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(r.titleOr("Buổi", "tên buổi"))},
		{"mo_ta", quote("[điền: một, hai câu nói buổi này có gì]")},
		{"ngay", r.on.String()},
		{"noi", quote("[điền: nơi diễn ra]")},
	}}
	return one("content/lich/"+r.slug+".toml", eventNote+head.write(&content.Event{}))
}
