package intake

import (
	"strings"
	"testing"
)

// A subject of two lines may have a semicolon between them.
func TestSubjectWithSemicolon(t *testing.T) {
	head := headTable("88/BC-UBND", "Mẫu, ngày 20 tháng 6 năm 2026", "*UBND XÃ MẪU")
	d := docx{body: head + centred("*BÁO CÁO", "*Kết quả công tác 6 tháng đầu năm;", "*phương hướng 6 tháng cuối năm 2026") + pars("Nội dung.")}
	if res := importing(t, "x.docx", d.bytes(t), Options{}); !strings.Contains(string(res.Files[0].Data), "\ntrich_yeu = \"Kết quả công tác 6 tháng đầu năm; phương hướng 6 tháng cuối năm 2026\"\n") {
		t.Errorf("%s", res.Files[0].Data)
	}
	d = docx{body: head + centred("*BÁO CÁO") + pars("Thu ngân sách đạt 4 tỷ đồng;", "chi 3 tỷ đồng.")}
	if res := importing(t, "x.docx", d.bytes(t), Options{}); strings.Contains(string(res.Files[0].Data), "\ntrich_yeu") {
		t.Errorf("a subject of the body:\n%s", res.Files[0].Data)
	}
}

// The wide blank that is left for a number, a day or a month does not divide
// a line into columns.
func TestWideBlanksLeftOpen(t *testing.T) {
	d := docx{body: headTable("        /BC-UBND", "Mẫu, ngày      tháng      năm 2026", "*UBND XÃ MẪU") + centred("*BÁO CÁO", "*Kết quả công tác năm 2026") + pars("Nội dung.")}
	res := importing(t, "x.docx", d.bytes(t), Options{})
	if body := bodyOf(t, res); !strings.HasPrefix(strings.TrimSpace(body), "**BÁO CÁO**\n\n**Kết quả") || strings.Contains(body, "/BC-UBND") || strings.Contains(body, "tháng") {
		t.Errorf("%s", body)
	}
	if !strings.Contains(string(res.Files[0].Data), `chua_xac_minh = ["so_ky_hieu", "ngay_ban_hanh"]`) {
		t.Errorf("%s", res.Files[0].Data)
	}
	everyWord(t, d, res)
	text := "UBND XÃ MẪU          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + "Số:     /TB-UBND     Mẫu, ngày     tháng 3 năm 2026\n\nTHÔNG BÁO\nVề việc họp thôn\n\nNội dung.\n"
	if body := bodyOf(t, importing(t, "x.txt", []byte(text), Options{})); strings.Contains(body, "TB-UBND") || strings.Contains(body, "tháng") {
		t.Errorf("%s", body)
	}
}

// A subject may begin as the body often does: "Thực hiện …". The body itself
// never becomes a subject.
func TestSubjectThatCarriesOut(t *testing.T) {
	head := headTable("12/HD-UBND", "Mẫu, ngày 20 tháng 6 năm 2026", "*UBND XÃ MẪU")
	const want = "\ntrich_yeu = \"Thực hiện công tác cai nghiện tại cộng đồng\"\n"
	word := docx{body: head + centred("*HƯỚNG DẪN", "*Thực hiện công tác cai nghiện tại cộng đồng") + pars("Căn cứ Luật Phòng, chống ma túy, xã hướng dẫn:", "Nội dung.")}
	for name, data := range map[string][]byte{"a.docx": word.bytes(t), "a.txt": []byte("UBND XÃ MẪU\nSố: 12/HD-UBND\n\nHƯỚNG DẪN\nThực hiện công tác cai nghiện tại cộng đồng\n\nCăn cứ Luật Phòng, chống ma túy, xã hướng dẫn:\n\nNội dung.\n"),
		"b.txt": []byte("UBND XÃ MẪU\nSố: 12/HD-UBND\nHƯỚNG DẪN\nThực hiện công tác cai nghiện tại cộng đồng\n(Kèm theo Quyết định số 11/QĐ-UBND)\n\nNội dung.\n")} {
		if res := importing(t, name, data, Options{}); !strings.Contains(string(res.Files[0].Data), want) {
			t.Errorf("%s:\n%s", name, res.Files[0].Data)
		}
	}
	word.body = head + centred("*HƯỚNG DẪN") + pars("Thực hiện chỉ đạo của tỉnh về công tác cai nghiện", "Nội dung.")
	for name, data := range map[string][]byte{"a.docx": word.bytes(t), "a.txt": []byte("UBND XÃ MẪU\nSố: 12/HD-UBND\n\nHƯỚNG DẪN\n\nThực hiện chỉ đạo của tỉnh về công tác cai nghiện\n\nNội dung.\n")} {
		if res := importing(t, name, data, Options{}); strings.Contains(string(res.Files[0].Data), "\ntrich_yeu") {
			t.Errorf("%s: the body as subject:\n%s", name, res.Files[0].Data)
		}
	}
}

// The national name over a form in an annex is no part of the annex's title.
func TestFormInAnnex(t *testing.T) {
	text := "HƯỚNG DẪN\nCai nghiện tại cộng đồng\n\nI. NỘI DUNG\n\nMột việc.\n\nPhụ lục 1\nMẪU ĐƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐĂNG KÝ\n\nTôi tên là: …\n"
	if body := bodyOf(t, importing(t, "a.txt", []byte(text), Options{})); strings.Contains(body, "MẪU ĐƠN CỘNG HÒA") {
		t.Errorf("%s", body)
	}
}

// A blank before the stroke of a number is a slip of typing.
func TestNumberWithBlank(t *testing.T) {
	res := importing(t, "a.txt", []byte("UBND XÃ MẪU\nSố: 88 /TB-UBND\nMẫu, ngày 5 tháng 01 năm 2026\n\nTHÔNG BÁO\nVề việc họp thôn\n\nNội dung.\n"), Options{})
	if !strings.Contains(string(res.Files[0].Data), "\nso_ky_hieu = \"88/TB-UBND\"\n") || strings.Contains(bodyOf(t, res), "88") {
		t.Errorf("%s", res.Files[0].Data)
	}
}

// A narrow column breaks the national name and the motto in two.
func TestMottoInTwoLines(t *testing.T) {
	left, kind := cells("*UBND XÃ MẪU", "Số: 12/TB-UBND"), centred("*THÔNG BÁO", "*Về việc họp thôn")+pars("Nội dung.")
	soft := par("", `<w:r><w:t>CỘNG HÒA XÃ HỘI</w:t><w:br/><w:t>CHỦ NGHĨA VIỆT NAM</w:t></w:r>`) + par("", `<w:r><w:t>Độc lập -</w:t><w:br/><w:t>Tự do - Hạnh phúc</w:t></w:r>`)
	for name, data := range map[string][]byte{
		"a.docx": docx{body: tbl([]string{left, cells("*CỘNG HÒA XÃ HỘI", "*CHỦ NGHĨA VIỆT NAM", "*Độc lập -", "*Tự do - Hạnh phúc")}) + kind}.bytes(t),
		"b.docx": docx{body: tbl([]string{left, soft}) + kind}.bytes(t),
		"a.txt":  []byte("UBND XÃ MẪU\nCỘNG HOÀ XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập -\nTự do - Hạnh phúc\nSố: 12/TB-UBND\n\nTHÔNG BÁO\nVề việc họp thôn\n\nNội dung.\n"),
	} {
		res := importing(t, name, data, Options{})
		if text := string(res.Files[0].Data); !strings.Contains(text, "\nso_ky_hieu = \"12/TB-UBND\"\n") || !strings.Contains(text, `co_quan = ["UBND xã Mẫu"]`) || strings.Contains(bodyOf(t, res), "Hạnh phúc") || strings.Contains(bodyOf(t, res), "VIỆT NAM") {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}

// The blank of a form is no name of a body.
func TestIssuerLeftBlank(t *testing.T) {
	for _, blank := range []string{"..........", "……", "______"} {
		res := importing(t, "a.txt", []byte("ỦY BAN NHÂN DÂN\nXÃ "+blank+"\nSố: 12/TB-UBND\n\nTHÔNG BÁO\nVề việc họp thôn\n\nNội dung.\n"), Options{})
		if text := string(res.Files[0].Data); strings.Contains(text, "\nco_quan") || !strings.Contains(text, `chua_xac_minh = ["co_quan"`) {
			t.Errorf("%s: %s", blank, text)
		}
	}
}

// A dispatch of the chairman: urgent, and for everyone to read.
func TestUrgentDispatch(t *testing.T) {
	for _, mark := range []string{"HỎA TỐC", "KHẨN"} {
		d := docx{body: headTable("06/CĐ-CT", "Mẫu, ngày 12 tháng 7 năm 2026", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "*TỈNH MẪU", "*"+mark) + centred("*CÔNG ĐIỆN", "*Về việc ứng phó mưa lũ") + pars("Nội dung.")}
		res := importing(t, "a.docx", d.bytes(t), Options{})
		text := string(res.Files[0].Data)
		if strings.Contains(text, "\ncong_khai = false") || strings.Contains(told(res), "mật") || !strings.Contains(text, `co_quan = ["Chủ tịch Ủy ban nhân dân tỉnh Mẫu"]`) || strings.Contains(bodyOf(t, res), "CHỦ TỊCH") {
			t.Errorf("%s\n%s", text, told(res))
		}
		everyWord(t, d, res)
	}
}
