package intake

import (
	"strings"
	"testing"
)

// The rank or degree before a signer's name is a word of the text: it stays
// when the name goes.
func TestRankBesideTheName(t *testing.T) {
	for _, c := range []struct{ rank, name string }{{"BS. ", "Phùng Chòi Mẫu"}, {"ThS. BS. ", "Lò Thị Mẫu"}, {"Thượng tá ", "Nguyễn Văn Mẫu"}} {
		d := docx{body: headTable("05/KH-TYT", "Mẫu, ngày 20 tháng 01 năm 2026", "UBND XÃ MẪU", "*TRẠM Y TẾ") +
			centred("*KẾ HOẠCH", "*Truyền thông năm 2026") + pars("Nội dung./.") +
			closingTable(c.rank+c.name, []string{"TRƯỞNG TRẠM"}, "- Lưu: VT.")}
		res := importing(t, "x.docx", d.bytes(t), Options{})
		if body := bodyOf(t, res); !strings.HasSuffix(body, "\n\n"+c.rank+"(đã ký)\n") {
			t.Errorf("%s%s:\n%s", c.rank, c.name, body)
		}
		if strings.Contains(told(res), c.name) {
			t.Errorf("the report tells the name of %s", c.name)
		}
	}
}

// Degrees run together, and surnames in capitals that few places have.
func TestNamesBehindDegrees(t *testing.T) {
	for in, want := range map[string]string{
		"BS.CKI Mùa Thị Mẫu": "Mùa Thị Mẫu", "ThS.BS. Lò Văn Mẫu": "Lò Văn Mẫu", "BSCK2 Hạng Thị Mẫu": "Hạng Thị Mẫu", "Bác sĩ CKII. Lò Văn Mẫu": "Lò Văn Mẫu", "Y sĩ Vàng Thị Mẫu": "Vàng Thị Mẫu",
		"MÙA THỊ MẪU": "MÙA THỊ MẪU", "TS Nguyễn Văn Mẫu": "Nguyễn Văn Mẫu", "Tsering Mẫu": "", "BS": "",
	} {
		if got := personName(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// Where several sign beside each other, the name of none of them stays.
func TestSeveralSigners(t *testing.T) {
	text := "QUY ƯỚC\nTHÔN MẪU\n\nĐiều 1: Phạm vi\nMọi hộ trong thôn.\n\nTM. CÁC HỘ GIA ĐÌNH           TRƯỞNG BAN CTMT THÔN            TRƯỞNG THÔN\nSùng A Mẫu                         Hạng Thị Mẫu                 Lý Văn Mẫu\n"
	table := docx{body: centred("*QUY ƯỚC", "*THÔN MẪU") + pars("Điều 1: Phạm vi", "Mọi hộ trong thôn.") +
		tbl([]string{cells("*TM. CÁC HỘ GIA ĐÌNH", "", "*Sùng A Mẫu"), cells("*TRƯỞNG BAN CTMT THÔN", "", "*Hạng Thị Mẫu"), cells("*TRƯỞNG THÔN", "", "*Lý Văn Mẫu")})}
	for name, data := range map[string][]byte{"a.txt": []byte(text), "a.docx": table.bytes(t)} {
		res := importing(t, name, data, Options{})
		for _, who := range []string{"Sùng", "Hạng", "Lý Văn"} {
			if strings.Contains(bodyOf(t, res), who) || strings.Contains(told(res), who) {
				t.Errorf("%s: %s is named:\n%s\n%s", name, who, bodyOf(t, res), told(res))
			}
		}
	}
}

// Minutes are signed by roles that are no office; a list of names in the text
// is no signature.
func TestSignersOfMinutes(t *testing.T) {
	const head = "BIÊN BẢN\nHọp thôn\n\nI. NỘI DUNG\n\nTrưởng thôn đọc tiêu chí.\n\n"
	for _, end := range []string{
		"      THƯ KÝ                         CHỦ TRÌ\n   Lộc Thị Mẫu                    Ma Văn Mẫu\n",
		"THƯ KÝ\t\tĐẠI DIỆN HỘ DÂN\t\tCHỦ TỌA\n(Đã ký)\t\t(Đã ký)\t\t(Đã ký)\nLộc Thị Mẫu\t\tLý A Mẫu\t\tMa Văn Mẫu\n",
	} {
		res := importing(t, "a.txt", []byte(head+end), Options{})
		if body := bodyOf(t, res); strings.Contains(body, "Lộc") || strings.Contains(body, "Ma Văn") || strings.Contains(body, "Lý A") {
			t.Errorf("names of signers:\n%s", body)
		}
	}
	list := "ĐỘI TRƯỞNG THANH NIÊN     ĐẠI DIỆN PHỤ NỮ\nLộc Thị Mẫu              Ma Văn Mẫu\n\nII. KẾT THÚC\n\nHọp xong lúc 21 giờ.\n"
	if body := bodyOf(t, importing(t, "a.txt", []byte(head+list), Options{})); !strings.Contains(body, "Lộc Thị Mẫu") {
		t.Errorf("a list became a signature:\n%s", body)
	}
}

// A party cell signs "T/M CHI BỘ", below the list of recipients.
func TestSignedForPartyCell(t *testing.T) {
	d := docx{body: centred("*NGHỊ QUYẾT", "*Họp chi bộ tháng 3 năm 2026") + pars("Nội dung.") + closingTable("Triệu Mùi Mẫu", []string{"T/M CHI BỘ", "BÍ THƯ"}, "- Đảng ủy xã,", "- Lưu chi bộ.")}
	res := importing(t, "a.docx", d.bytes(t), Options{})
	if body := bodyOf(t, res); strings.Contains(body, "Triệu") || !strings.HasSuffix(body, "**T/M CHI BỘ\nBÍ THƯ**\n\n(đã ký)\n") {
		t.Errorf("%s", body)
	}
	res = importing(t, "a.txt", []byte("THÔNG BÁO\nVề việc thu quỹ\n\nNội dung.\n\nTHƯ KÝ\n\nTriệu Mùi Mẫu\n"), Options{})
	if body := bodyOf(t, res); strings.Contains(body, "Triệu") {
		t.Errorf("%s", body)
	}
}
