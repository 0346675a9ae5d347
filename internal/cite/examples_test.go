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

// The examples of the grammar, with what is read and the exact words of the
// link; then other ways in which people write, and everyday words.
func TestExamples(t *testing.T) {
	c := register()
	for _, name := range []string{"examples.txt", "forms.txt", "everyday.txt"} {
		for _, s := range readSentences(t, name) {
			if got := show(s.text, Find([]byte(s.text), c)); got != s.want {
				t.Errorf("%s\n got %s\nwant %s", s.text, got, s.want)
			}
		}
	}
}

// Each example reads the same in every way that is to be forgiven.
func TestExamplesInOtherSpelling(t *testing.T) {
	c := register()
	for name, spell := range spellings() {
		for _, s := range readSentences(t, "examples.txt") {
			if strings.ContainsAny(s.text, "<&") {
				continue
			}
			text := spell(s.text)
			got := outline(Find([]byte(text), c))
			want := outline(Find([]byte(s.text), c))
			if got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", name, text, got, want)
			}
		}
	}
}

// spellings are the ways in which one text may reach us.
func spellings() map[string]func(string) string {
	words := func(before, after string) func(string) string {
		return func(s string) string {
			var out []string
			for _, w := range strings.Split(s, " ") {
				out = append(out, before+w+after)
			}
			return strings.Join(out, " ")
		}
	}
	all := func(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }
	return map[string]func(string) string{
		"no-break spaces":    all(" ", "\u00a0"),
		"entities":           all(" ", "&nbsp;"),
		"thin spaces":        all(" ", "\u2009"),
		"line breaks":        all(" ", "\n"),
		"br":                 all(" ", "<br>"),
		"wide":               all(" ", "  "),
		"soft hyphens":       all("/", "\u00ad/\u00ad", "-", "-\u00ad"),
		"zero width":         all("/", "\u200b/\u200b", " ", "\u200b \u200b"),
		"en dash":            all("-", "–"),
		"em dash":            all("-", "—"),
		"hyphen":             all("-", "\u2010"),
		"no-break hyphen":    all("-", "\u2011"),
		"plain D":            all("NĐ", "ND", "QĐ", "QD", "BLĐTBXH", "BLDTBXH", "UBTƯ", "UBTU", "LĐTBXH", "LDTBXH"),
		"emphasis":           words("<em>", "</em>"),
		"strong":             words("<strong class=\"x\">", "</strong>"),
		"emphasis in number": all("/", "<em>/</em>"),
		"half a number":      all("/", "</strong>/"),
		"capitals":           strings.ToUpper,
	}
}

// outline is what was found without the words of the links.
func outline(list []Match) string {
	var b strings.Builder
	for i := range list {
		m := &list[i]
		fmt.Fprintf(&b, "[%s %s %d", m.Outcome, m.ID, m.Doc.Scope)
		for _, u := range m.Units {
			b.WriteString(" " + strings.ToLower(u.Anchor(m.Doc.Kind == Plan)+u.To.String()))
		}
		b.WriteString("]")
	}
	return b.String()
}
