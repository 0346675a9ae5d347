package check

import (
	"strings"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// ordering finds the units of a plan that order something: their own words, or
// those after the name of who is to act, begin with a verb of doing.
type ordering struct {
	verbs, lead map[string]bool
}

// verbs begin an order. Two syllables are one verb; a verb of one syllable
// that is also the beginning of a noun ("cấp ủy", "dự toán") is left out.
const orderVerbs = "chủ trì,phối hợp,tổ chức,xây dựng,tăng cường,đẩy mạnh,thực hiện,lập,rà soát,triển khai,hướng dẫn,tham mưu,chỉ đạo,kiểm tra,giám sát,theo dõi,đôn đốc,tổng hợp,báo cáo,tuyên truyền,phổ biến,vận động,phát động,quản lý,duy trì,phát huy,bố trí,cung cấp,tiếp nhận,xử lý,biên soạn,cập nhật,tư vấn,giới thiệu,đưa,lồng ghép,lòng ghép,nâng cao,củng cố,kiện toàn,bảo đảm,đảm bảo,phân công,giao,đề nghị,yêu cầu,chuẩn bị,mở,tập huấn,đào tạo,bồi dưỡng,hỗ trợ,giúp đỡ,giúp,phòng ngừa,phát hiện,ngăn chặn,thẩm định,thu thập,khảo sát,điều tra,thống kê,đánh giá,sơ kết,tổng kết,niêm yết,công khai,đăng,nắm,chấn chỉnh,quán triệt,ban hành,huy động,bảo vệ,chuyển,tham gia,dạy,giáo dục,ký,in,phát,treo,dán,viết,gửi,cử,giữ,làm,chọn,thành lập,đề xuất,khuyến khích,biểu dương,khen thưởng,thanh tra,hòa giải,hoà giải,chăm sóc,khám"

// orderLead may stand before the verb.
const orderLead = "tiếp tục,định kỳ,thường xuyên,chủ động,kịp thời,hằng tháng,hàng tháng,hằng quý,hàng quý,hằng năm,hàng năm,tích cực,đồng thời,phải,cần,có trách nhiệm,chịu trách nhiệm,có nhiệm vụ"

func newOrdering() *ordering {
	o := &ordering{verbs: make(map[string]bool), lead: make(map[string]bool)}
	for v := range strings.SplitSeq(orderVerbs, ",") {
		o.verbs[v] = true
	}
	for v := range strings.SplitSeq(orderLead, ",") {
		o.lead[v] = true
	}
	return o
}

// orders reports whether words begin with an order, at once or after the name
// of who is to act: "Hội Phụ nữ xã: duy trì nhóm giúp nhau".
func (o *ordering) orders(words string) bool {
	if o.begins(words) {
		return true
	}
	who, what, ok := strings.Cut(words, ":")
	return ok && viet.Syllables(who) <= 12 && o.begins(what)
}

func (o *ordering) begins(words string) bool {
	ws := strings.Fields(strings.ToLower(words))
	ws = ws[:min(len(ws), 12)]
	for i := range ws {
		ws[i] = strings.Trim(ws[i], ".,;:()“”\"*")
	}
	pair := func() string {
		if len(ws) < 2 {
			return ""
		}
		return ws[0] + " " + ws[1]
	}
	for len(ws) > 0 {
		switch {
		case o.lead[pair()]:
			ws = ws[2:]
		case len(ws) > 2 && o.lead[pair()+" "+ws[2]]:
			ws = ws[3:]
		case o.lead[ws[0]]:
			ws = ws[1:]
		default:
			if pair() == "tổ chức" && len(ws) > 2 && (ws[2] == "chính" || ws[2] == "đảng" || ws[2] == "đoàn" || ws[2] == "hội") {
				return ws[2] == "hội" && len(ws) > 3 && (ws[3] == "thi" || ws[3] == "diễn" || ws[3] == "nghị" || ws[3] == "thảo")
			}
			return o.verbs[pair()] || o.verbs[ws[0]]
		}
	}
	return false
}

// ordered are the units of a plan that order something, in the part about who
// does what; in the part about tasks where the plan has no such part. Tasks
// that a plan names in general and gives to bodies further down are ordered
// there.
func (o *ordering) ordered(d *markup.Document) []bool {
	own := ownWords(d)
	in := partOf(d, own, "to chuc thuc hien", "phan cong", "trach nhiem")
	if in == nil {
		in = partOf(d, own, "nhiem vu", "giai phap")
	}
	out := make([]bool, len(d.Units))
	if in == nil {
		return out
	}
	parent := make([]bool, len(d.Units))
	for _, u := range d.Units {
		if u.Parent >= 0 {
			parent[u.Parent] = true
		}
	}
	for i, u := range d.Units {
		words := own[i]
		if words == "" && !parent[i] {
			words = u.Title
		}
		out[i] = in[i] && o.orders(words)
	}
	return out
}

// partOf marks the units in the large parts whose heading holds one of some
// folded words; nil where there is no such part.
func partOf(d *markup.Document, own []string, any ...string) []bool {
	in := make([]bool, len(d.Units))
	found := false
	for i, u := range d.Units {
		if u.Parent >= 0 && in[u.Parent] {
			in[i] = true
			continue
		}
		if u.Kind > markup.KindRoman && u.Depth > 0 {
			continue
		}
		title := u.Title
		if title == "" {
			title = own[i]
		}
		if viet.Syllables(title) > 20 {
			continue // a sentence, no heading
		}
		folded := viet.Fold(title)
		for _, words := range any {
			if strings.Contains(folded, words) {
				in[i], found = true, true
			}
		}
	}
	if !found {
		return nil
	}
	return in
}

// beginning is how much of a unit's HTML is read for its first words.
const beginning = 600

// ownWords are the first words of each unit's own text, without its label and
// its heading.
func ownWords(d *markup.Document) []string {
	out := make([]string, len(d.Units))
	for _, b := range d.Blocks {
		if b.Unit < 0 || out[b.Unit] != "" {
			continue
		}
		html := d.HTML[b.Start:b.End]
		if strings.HasPrefix(html, "<h") {
			_, rest, _ := strings.Cut(html, "</h")
			_, html, _ = strings.Cut(rest, ">")
		}
		words := strings.TrimSpace(plainText(html[:min(len(html), beginning)]))
		if label := d.Units[b.Unit].Label; label != "" {
			words = strings.TrimSpace(strings.TrimPrefix(words, label))
		}
		out[b.Unit] = words
	}
	return out
}
