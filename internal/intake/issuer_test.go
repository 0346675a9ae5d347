package intake

import (
	"regexp"
	"strings"
	"testing"
)

var issuersGiven = regexp.MustCompile(`(?m)^co_quan = \[(.*)\]$`)

// All who issue a document together are named, and of a body and the one above
// it only the lower.
func TestIssuers(t *testing.T) {
	const motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
	for _, c := range []struct{ head, number, kind, want string }{
		{"UBND TỈNH MẪU\nSỞ Y TẾ\n", "12/KH-SYT", "KẾ HOẠCH", `"Sở Y tế"`},
		{"UBND XÃ MẪU\nPHÒNG VĂN HÓA - XÃ HỘI\n", "12/KH-VHXH", "KẾ HOẠCH", `"PHÒNG VĂN HÓA - XÃ HỘI"`},
		{"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n", "12/QĐ-LĐTBXH", "QUYẾT ĐỊNH", `"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"`},
		{"ỦY BAN NHÂN DÂN\nXÃ MẪU\n", "12/KH-UBND", "KẾ HOẠCH", `"Ủy ban nhân dân xã Mẫu"`},
		{"CÔNG AN XÃ MẪU\nHỘI LIÊN HIỆP PHỤ NỮ XÃ MẪU\n", "01/CTPH-CAX-HPN", "CHƯƠNG TRÌNH PHỐI HỢP", `"Công an xã Mẫu", "Hội Liên hiệp Phụ nữ xã Mẫu"`},
		{"CÔNG AN XÃ MẪU – TRẠM Y TẾ XÃ MẪU\n", "01/KH-CAX-TYT", "KẾ HOẠCH", `"Công an xã Mẫu", "Trạm Y tế xã Mẫu"`},
		{"HỘI NÔNG DÂN XÃ MẪU -\nCÔNG AN XÃ MẪU\n", "01/KH-HND-CAX", "KẾ HOẠCH LIÊN NGÀNH", `"Hội Nông dân xã Mẫu", "Công an xã Mẫu"`},
		{"Công an xã Mẫu\nHội Phụ nữ xã Mẫu\nĐoàn Thanh niên xã Mẫu\n", "01/CTPH-CAX-HPN-ĐTN", "CHƯƠNG TRÌNH PHỐI HỢP", `"Công an xã Mẫu", "Hội Phụ nữ xã Mẫu", "Đoàn Thanh niên xã Mẫu"`},
		{"Ủy ban nhân dân xã Mẫu\n", "12/KH-UBND", "KẾ HOẠCH", `"Ủy ban nhân dân xã Mẫu"`},
		{"BỘ CÔNG AN - BỘ Y TẾ\n", "03/2026/TTLT-BCA-BYT", "THÔNG TƯ LIÊN TỊCH", `"BỘ CÔNG AN", "BỘ Y TẾ"`},
	} {
		text := c.head + motto + "Số: " + c.number + "\n\nMẫu, ngày 12 tháng 01 năm 2026\n\n" + c.kind + "\nVề phòng, chống mua bán người năm 2026\n\nCác bên thống nhất:\n\n1. Một việc.\n"
		res := importing(t, "a.txt", []byte(text), Options{})
		data := string(res.Files[0].Data)
		m := issuersGiven.FindStringSubmatch(data)
		if m == nil || m[1] != c.want {
			t.Errorf("%q: %v, want %s", c.head, m, c.want)
		}
		if !strings.Contains(data, "\ntrich_yeu = \"Về phòng, chống mua bán người năm 2026\"\n") {
			t.Errorf("%q: no subject", c.head)
		}
	}
}

// The bodies of a joint document in columns of their own.
func TestIssuersInColumns(t *testing.T) {
	d := docx{body: tbl([]string{cells("*CÔNG AN XÃ MẪU"), cells("*HỘI LHPN XÃ MẪU", "Số: 01/CTPH-CAX-HPN"), cells("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày 12 tháng 01 năm 2026")}) +
		centred("*CHƯƠNG TRÌNH PHỐI HỢP", "*Về phòng, chống mua bán người") + pars("1. Một việc.")}
	res := importing(t, "a.docx", d.bytes(t), Options{})
	if m := issuersGiven.FindStringSubmatch(string(res.Files[0].Data)); m == nil || m[1] != `"Công an xã Mẫu", "HỘI LHPN XÃ MẪU"` {
		t.Errorf("%v", m)
	}
	everyWord(t, d, res)
}

// A line that begins like a body is a title where no official head stands.
func TestTitleThatBeginsLikeABody(t *testing.T) {
	for _, title := range []string{"Trường học nói không với ma túy", "Hội thi tuyên truyền viên giỏi", "Kế hoạch"} {
		res := importing(t, "a.txt", []byte(title+"\n\nBà con đến dự rất đông.\n"), Options{})
		if res.Kind != "bai" || !strings.Contains(string(res.Files[0].Data), "\ntieu_de = \""+title+"\"\n") {
			t.Errorf("%s: %s\n%s", title, res.Kind, res.Files[0].Data)
		}
	}
}

// A text says in its closing articles when it takes effect, with "này" or
// without; what is attached, and other texts, say nothing of it.
func TestWhenItTakesEffect(t *testing.T) {
	for _, c := range []struct{ articles, want string }{
		{"Điều 1. Việc.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.", "2026-01-12"},
		{"Điều 1. Việc.\n\nĐiều 2. Quyết định có hiệu lực từ ngày 01/02/2026.", "2026-02-01"},
		{"Điều 1. Việc.\n\nĐiều 2. Hiệu lực\n1. Quyết định có hiệu lực thi hành kể từ ngày 01 tháng 02 năm 2026.\n2. Bãi bỏ quy định cũ.", "2026-02-01"},
		{"Điều 1. Quyết định có hiệu lực từ ngày 01/02/2026.\n\nĐiều 2. A.\n\nĐiều 3. B.\n\nĐiều 4. C.\n\nĐiều 5. D.\n\nĐiều 6. E.", ""},
		{"Điều 1. Việc.\n\nĐiều 2. Thông tư có hiệu lực từ ngày 01/02/2026.", ""},
		{"Điều 1. Việc.\n\nĐiều 2. Quyết định số 05/QĐ-UBND có hiệu lực từ ngày 01/02/2020.", ""},
		{"Điều 1. Việc.\n\nĐiều 2. Thi hành khi Quyết định có hiệu lực từ ngày 01/02/2026 trở đi.", ""},
		{"Điều 1. Việc.\n\nĐiều 2. Thi hành./.\n\nQUY CHẾ\nHoạt động\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n\nĐiều 1. Quy chế này có hiệu lực từ ngày 01/03/2026.", ""},
	} {
		text := "UBND XÃ MẪU\nSố: 12/QĐ-UBND\nMẫu, ngày 12 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nVề một việc\n\n" + c.articles + "\n"
		res := importing(t, "a.txt", []byte(text), Options{})
		got := ""
		if m := regexp.MustCompile(`(?m)^ngay_hieu_luc = (.*)$`).FindStringSubmatch(string(res.Files[0].Data)); m != nil {
			got = m[1]
		}
		if got != c.want {
			t.Errorf("%s\n got %q, want %q", c.articles, got, c.want)
		}
	}
}
