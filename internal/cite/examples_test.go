package cite

import (
	"fmt"
	"strings"
	"testing"

	"thonlanh/internal/date"
)

func day(y, m, d int) date.Date { return date.Date{Year: y, Month: m, Day: d} }

// register is a small register like that of a commune.
func register() *Catalogue {
	return NewCatalogue([]Entry{
		{ID: "blhs-2015", Kind: "bo_luat", Number: "100/2015/QH13", Issuers: []string{"Quốc hội"}, IssuedOn: day(2015, 11, 27), Names: []string{"Bộ luật Hình sự", "Bộ luật Hình sự năm 2015", "BLHS"}},
		{ID: "luat-102-2016", Kind: "luat", Number: "102/2016/QH13", Issuers: []string{"Quốc hội"}, IssuedOn: day(2016, 4, 5), Names: []string{"Luật Trẻ em", "Luật Trẻ em năm 2016"}},
		{ID: "luat-53-2024", Kind: "luat", Number: "53/2024/QH15", IssuedOn: day(2024, 11, 28), Names: []string{"Luật Phòng, chống mua bán người", "Luật Phòng, chống mua bán người năm 2024"}},
		{ID: "luat-13-2022", Kind: "luat", Number: "13/2022/QH15", IssuedOn: day(2022, 11, 14), Names: []string{"Luật Phòng, chống bạo lực gia đình"}},
		{ID: "luat-15-2012", Kind: "luat", Number: "15/2012/QH13", IssuedOn: day(2012, 6, 20), Names: []string{"Luật Xử lý vi phạm hành chính"}},
		{ID: "luat-67-2020", Kind: "luat", Number: "67/2020/QH14", IssuedOn: day(2020, 11, 13), Names: []string{"Luật sửa đổi, bổ sung một số điều của Luật Xử lý vi phạm hành chính"}},
		{ID: "luat-88-2025", Kind: "luat", Number: "88/2025/QH15", IssuedOn: day(2025, 6, 25)},
		{ID: "luat-91-2025", Kind: "luat", Number: "91/2025/QH15", IssuedOn: day(2025, 6, 26), Names: []string{"Luật Bảo vệ dữ liệu cá nhân"}},
		{ID: "luat-120-2025", Kind: "luat", Number: "120/2025/QH15", IssuedOn: day(2025, 12, 10), Names: []string{"Luật Phòng, chống ma túy"}},
		{ID: "luat-114-2025", Kind: "luat", Number: "114/2025/QH15", IssuedOn: day(2025, 12, 10), Names: []string{"Luật Phòng bệnh"}},
		{ID: "luat-64-2006", Kind: "luat", Number: "64/2006/QH11", IssuedOn: day(2006, 6, 29), Names: []string{"Luật Phòng, chống HIV/AIDS", "Luật HIV/AIDS", "Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)"}},
		{ID: "luat-86-2025", Kind: "luat", Number: "86/2025/QH15", IssuedOn: day(2025, 6, 25), Names: []string{"Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự", "Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự năm 2025"}},
		{ID: "pl-10-2003", Kind: "phap_lenh", Number: "10/2003/PL-UBTVQH11", Issuers: []string{"Ủy ban Thường vụ Quốc hội"}, IssuedOn: day(2003, 3, 17), Names: []string{"Pháp lệnh Phòng, chống mại dâm"}},
		{ID: "nd-282-2025", Kind: "nghi_dinh", Number: "282/2025/NĐ-CP", Issuers: []string{"Chính phủ"}, IssuedOn: day(2025, 10, 30)},
		{ID: "nd-144-2021", Kind: "nghi_dinh", Number: "144/2021/NĐ-CP", Issuers: []string{"Chính phủ"}, IssuedOn: day(2021, 12, 31)},
		{ID: "nd-178-2004", Kind: "nghi_dinh", Number: "178/2004/NĐ-CP", Issuers: []string{"Chính phủ"}, IssuedOn: day(2004, 10, 15)},
		{ID: "nd-13-2023", Kind: "nghi_dinh", Number: "13/2023/NĐ-CP", Issuers: []string{"Chính phủ"}, IssuedOn: day(2023, 4, 17)},
		{ID: "nd-356-2025", Kind: "nghi_dinh", Number: "356/2025/NĐ-CP", Issuers: []string{"Chính phủ"}, IssuedOn: day(2025, 12, 31)},
		{ID: "nd-49-2024", Kind: "nghi_dinh", Number: "49/2024/NĐ-CP", Issuers: []string{"Chính phủ"}, IssuedOn: day(2024, 5, 10)},
		{ID: "nqlt-01-2008", Kind: "nqlt", Number: "01/2008/NQLT-BLĐTBXH-BCA-BVHTTDL-UBTƯMTTQVN", IssuedOn: day(2008, 8, 28)},
		{ID: "nqlt-01-2005", Kind: "nqlt", Number: "01/2005/NQLT-BLĐTBXH-BCA-BVHTT-UBTƯMTTQVN", IssuedOn: day(2005, 11, 17)},
		{ID: "qd-ttg-1629-2021", Kind: "quyet_dinh", Number: "1629/QĐ-TTg", Issuers: []string{"Thủ tướng Chính phủ"}, IssuedOn: day(2021, 9, 28), Names: []string{"Chương trình phòng, chống mại dâm giai đoạn 2021 - 2025"}},
		{ID: "qd-ttg-361-2016", Kind: "quyet_dinh", Number: "361/QĐ-TTg", Issuers: []string{"Thủ tướng Chính phủ"}, IssuedOn: day(2016, 3, 7)},
		{ID: "tt-26-2020-btttt", Kind: "thong_tu", Number: "26/2020/TT-BTTTT", IssuedOn: day(2020, 9, 23)},
		{ID: "cv-1952-2016-ldtbxh", Kind: "cong_van", Number: "1952/LĐTBXH-PCTNXH", IssuedOn: day(2016, 6, 2)},
		{ID: "kl-132-2025-tw", Kind: "ket_luan", Number: "132-KL/TW", Issuers: []string{"Bộ Chính trị"}, IssuedOn: day(2025, 3, 18)},
		{ID: "vbhn-33-vpqh", Kind: "vbhn", Number: "33/VBHN-VPQH"},
		{ID: "kh-48-2020-ubnd-huyen", Kind: "ke_hoach", Number: "48/KH-UBND", Issuers: []string{"UBND huyện"}, IssuedOn: day(2020, 2, 13)},
		{ID: "huong-uoc-thon-trung-mau", Kind: "huong_uoc", IssuedOn: day(2026, 2, 8), Names: []string{"Quy ước thôn Trung Mẫu"}},
	})
}

// show writes what was found: link text, document, units.
func show(text string, list []Match) string {
	var b strings.Builder
	for i := range list {
		m := &list[i]
		fmt.Fprintf(&b, "[%s", text[m.Start:m.End])
		switch m.Outcome {
		case Found:
			fmt.Fprintf(&b, "|%s", m.ID)
		case Context:
			switch m.Doc.Form {
			case This:
				fmt.Fprintf(&b, "|this %s", m.Doc.Scope)
			case Before:
				b.WriteString("|before " + m.Doc.Kind.String())
			default:
				b.WriteString("|bare")
			}
		default:
			fmt.Fprintf(&b, "|%s", m.Outcome)
		}
		if m.Damaged {
			b.WriteString(" damaged")
		}
		if m.Alias {
			b.WriteString(" alias")
		}
		for i, u := range m.Units {
			sep := ", "
			if i == 0 {
				sep = "|"
			}
			b.WriteString(sep + u.Anchor(m.Doc.Kind == Plan))
			if u.To.Form != NoMark {
				b.WriteString("…" + u.To.String())
			}
		}
		b.WriteString("]")
	}
	return b.String()
}

func TestExamples(t *testing.T) {
	c := register()
	for i, s := range examples() {
		fmt.Println(i+1, s, "=>", show(s, Find([]byte(s), c)))
	}
}

func examples() []string {
	return []string{
		"Nghị định số 282/2025/NĐ-CP",
		"Nghị định 282/2025/NĐ-CP ngày 30/10/2025 của Chính phủ",
		"Nghị định số 282/2025/NĐ-CP ngày 30 tháng 10 năm 2025",
		"Điều 32 Nghị định số 282/2025/NĐ-CP",
		"khoản 1 Điều 33 Nghị định số 282/2025/NĐ-CP",
		"điểm a khoản 3 Điều 33 Nghị định 282/2025/NĐ-CP",
		"điểm đ khoản 2 Điều 327 Bộ luật Hình sự năm 2015",
		"điểm d, đ và e khoản 2 Điều 328 Bộ luật Hình sự",
		"khoản 1 và khoản 3 Điều 5 Nghị định này",
		"các khoản 1, 2 và 4 Điều 6",
		"từ Điều 24 đến Điều 27 Nghị định số 144/2021/NĐ-CP",
		"các điều 327, 328 và 329 Bộ luật Hình sự",
		"Điều 256a Bộ luật Hình sự",
		"Pháp lệnh Phòng, chống mại dâm ngày 17 tháng 3 năm 2003",
		"Pháp lệnh số 10/2003/PL-UBTVQH11",
		"Pháp lệnh số 10/2003/PL - UBTVQH 11",
		"Luật Phòng, chống mua bán người năm 2024",
		"Luật số 53/2024/QH15",
		"khoản 2 Điều 24 Luật Bảo vệ dữ liệu cá nhân",
		"Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 ngày 14/11/2022",
		"Luật HIV/AIDS",
		"Kế hoạch số 48/KH-UBND ngày 13/02/2020 của Ủy ban nhân dân huyện",
		"Kế hoạch 48/KH-UBND",
		"Nghị quyết liên tịch số 01/2008/NQLT-BLĐTBXH-BCA-BVHTTDL-UBTƯMTTQVN",
		"Nghị quyết liên tịch 01/2008/NQLT-BLĐT BXH-BCA-BVHTTDL-UBTUMTTQVN",
		"Quyết định số 1629/QĐ-TTg ngày 28/9/2021 của Thủ tướng Chính phủ",
		"Thông tư số 26/2020/TT-BTTTT",
		"Công văn số 1952/LĐTBXH-PCTNXH ngày 02/6/2016",
		"Kết luận số 132-KL/TW ngày 18/3/2025 của Bộ Chính trị",
		"Văn bản hợp nhất số 33/VBHN-VPQH",
		"Chương II Nghị định số 49/2024/NĐ-CP",
		"điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự",
		"Nghị định số 178/2004/NĐ–CP",
		"NGHỊ ĐỊNH SỐ 282/2025/NĐ-CP",
		"Nghị định số 13/2023/NĐ-CP được thay thế bởi Nghị định số 356/2025/NĐ-CP",
		"Luật Xử lý vi phạm hành chính số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 67/2020/QH14 và Luật số 88/2025/QH15",
		"Điều 33",
		"tăng 24 điều so với năm 2025, số 111",
		"điểm a, b khoản 2, khoản 3 Điều 24",
		"Mục III.2, ý 3 Kế hoạch số 48/KH-UBND", "mục III.9", "điểm a mục 2 phần III", "Phụ lục II ban hành kèm theo Nghị định số 49/2024/NĐ-CP",
		"tiết 1 điểm a khoản 2 Điều 5", "khoản 2a Điều 5", "Điều 5, 6 và 7", "quy định tại các điểm a, b và c khoản 1 Điều 3 của Luật này",
		"Luật số 10/2012/QH13, Luật số 12/2017/QH14", "các Luật số 67/2020/QH14 và số 88/2025/QH15", "theo 144/2021/NĐ-CP thì",
		"Nghị định 282", "NĐ 282/2025", "thông tư 26/2020/TT.BTTTT", "Quyết định 1629/QĐ-Ttg", "nghị định số 282/2025/nđ-cp", "Nghị định số <strong>282</strong>/2025/<em>NĐ-</em>CP", "Nghị định số 282/2025/NĐ-\nCP", "Điều&nbsp;5<br>Luật Trẻ em",
		"Luật Đất đai số 53/2024/QH15", "Luật Phòng, chống ma túy số 73/2021/QH14", "Điều 5 Luật Giáo dục", "Bộ luật Hình sự (năm 2015)",
		"theo <a href=\"/x/\">Nghị định 282/2025/NĐ-CP</a> và <code>Điều 5</code>, Điều 6",
	}
}
