package intake

import (
	"strings"
	"testing"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/markup"
	"thonlanh/internal/tomlfile"
)

func cells(texts ...string) string {
	var b strings.Builder
	for _, s := range texts {
		props := `<w:jc w:val="center"/>`
		if strings.HasPrefix(s, "*") {
			b.WriteString(par(props, run("b", s[1:])))
		} else {
			b.WriteString(par(props, s))
		}
	}
	return b.String()
}

func centred(texts ...string) string { return cells(texts...) }

// headTable is the borderless table above an administrative text.
func headTable(number, place string, issuer ...string) string {
	left := append(append([]string{}, issuer...), "Số: "+number)
	return tbl([]string{cells(left...), cells("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*Độc lập - Tự do - Hạnh phúc", "_______________", place)})
}

// closingTable is the one below it.
func closingTable(name string, offices []string, recipients ...string) string {
	var left, right []string
	left = append(left, "*Nơi nhận:")
	left = append(left, recipients...)
	for _, o := range offices {
		right = append(right, "*"+o)
	}
	return tbl([]string{cells(left...), cells(append(right, "", "", "*"+name)...)})
}

var decision = headTable("45/QĐ-UBND", "Mẫu, ngày 05 tháng 02 năm 2026", "ỦY BAN NHÂN DÂN", "*XÃ MẪU") +
	centred("*QUYẾT ĐỊNH", "*Về việc thành lập Ban Chỉ đạo", "*và ban hành Quy chế hoạt động của Ban", "*CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU") +
	pars("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.") +
	centred("*QUYẾT ĐỊNH:") +
	pars("Điều 1. Thành lập Ban Chỉ đạo gồm:", "1. Chủ tịch Ủy ban nhân dân xã, Trưởng ban;", "2. Trưởng Công an xã.", "Điều 2. Ban Chỉ đạo:", "a) Tham mưu;", "d) Đôn đốc;", "đ) Việc khác.", "Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.") +
	closingTable("Trần Thị Mẫu", []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "- Như Điều 3;", "- Lưu: VT, VHXH.") +
	headTableAttached + centred("*QUY CHẾ", "*Hoạt động của Ban Chỉ đạo") + pars("(Ban hành kèm theo Quyết định số 45/QĐ-UBND)") +
	centred("*CHƯƠNG I", "*QUY ĐỊNH CHUNG") + pars("Điều 1. Phạm vi điều chỉnh", "Quy chế này quy định việc làm của Ban.", "Điều 2. Nguyên tắc", "1. Tập trung.", "2. Công khai.") +
	centred("*PHỤ LỤC", "*Danh sách") + tbl([]string{"TT", "Chức vụ"}, []string{"1", "Chủ tịch UBND xã"})

var headTableAttached = tbl([]string{cells("ỦY BAN NHÂN DÂN", "*XÃ MẪU"), cells("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*Độc lập - Tự do - Hạnh phúc")})

var letter = tbl([]string{cells("UBND XÃ MẪU", "*PHÒNG VĂN HÓA - XÃ HỘI", "Số: 12/VHXH-LĐ") + par("", `<w:r><w:t>V/v rà soát cơ sở kinh doanh</w:t><w:br/><w:t>dịch vụ có điều kiện</w:t></w:r>`),
	cells("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*Độc lập – Tự do – Hạnh phúc", "Mẫu, ngày 9 tháng 3 năm 2026")}) +
	pars("Kính gửi: Công an xã; Trạm Y tế xã.", "Thực hiện Kế hoạch số 07/KH-UBND ngày 12/01/2026, Phòng đề nghị:", "1. Công an xã rà soát.", "2. Trạm Y tế xã phối hợp./.") +
	closingTable("Nguyễn Văn Mẫu", []string{"TRƯỞNG PHÒNG"}, "- Như trên;", "- Lưu: VT.")

var decree = headTable("282/2025/NĐ-CP", "Hà Nội, ngày 30 tháng 10 năm 2025", "*CHÍNH PHỦ") +
	centred("*NGHỊ ĐỊNH", "*Quy định xử phạt vi phạm hành chính") + pars("Căn cứ Luật Tổ chức Chính phủ;", "Chính phủ ban hành Nghị định.") +
	centred("*Phần thứ nhất", "*NHỮNG QUY ĐỊNH CHUNG", "*CHƯƠNG I", "*PHẠM VI", "*Mục 1", "*ĐỐI TƯỢNG") +
	pars("Điều 1. Phạm vi điều chỉnh", "1. Nghị định này quy định:", "a) Hành vi;", "b) Mức phạt.", "2. Điều 5 của Luật này không áp dụng.", "Điều 2. Bổ sung Điều 12a như sau:", "“Điều 12a. Quy định mới", "1. Nội dung mới.”.") +
	centred("*CHƯƠNG II", "*ĐIỀU KHOẢN THI HÀNH") + pars("Điều 3. Hiệu lực thi hành", "Nghị định này có hiệu lực từ ngày 15 tháng 12 năm 2025./.") +
	closingTable("Hồ Văn Mẫu", []string{"TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"}, "- Ban Bí thư Trung ương Đảng;", "- Lưu: VT, NC (2b).")

func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		name, body, path string
		front            []string
		units            string // ids and titles
		mode             markup.Mode
		signer           string
	}{
		{"decision", decision, "content/van-ban/qd-45-2026-ubnd-xa.md",
			[]string{`tieu_de = "Quyết định 45/QĐ-UBND"`, `loai = "quyet_dinh"`, `so_ky_hieu = "45/QĐ-UBND"`, `trich_yeu = "Về việc thành lập Ban Chỉ đạo và ban hành Quy chế hoạt động của Ban"`,
				`co_quan = ["Ủy ban nhân dân xã Mẫu"]`, `ngay_ban_hanh = 2026-02-05`, `ngay_hieu_luc = 2026-02-05`, `nguoi_ky_chuc_vu = "Phó Chủ tịch"`, `nguoi_ky = "đã ký"`},
			"dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2 dieu-2-diem-a dieu-2-diem-d dieu-2-diem-dd dieu-3 kem-theo-1[Hoạt động của Ban Chỉ đạo] kem-theo-1-chuong-1[QUY ĐỊNH CHUNG] kem-theo-1-dieu-1[Phạm vi điều chỉnh] kem-theo-1-dieu-2[Nguyên tắc] kem-theo-1-dieu-2-khoan-1 kem-theo-1-dieu-2-khoan-2 kem-theo-1-phu-luc[Danh sách]", markup.Law, "Trần Thị Mẫu"},
		{"letter", letter, "content/van-ban/cv-12-2026-vhxh.md",
			[]string{`loai = "cong_van"`, `so_ky_hieu = "12/VHXH-LĐ"`, `trich_yeu = "Rà soát cơ sở kinh doanh dịch vụ có điều kiện"`, `co_quan = ["PHÒNG VĂN HÓA - XÃ HỘI"]`, `ngay_ban_hanh = 2026-03-09`, `nguoi_ky_chuc_vu = "Trưởng phòng"`},
			"muc-1 muc-2", markup.Plan, "Nguyễn Văn Mẫu"},
		{"decree", decree, "content/van-ban/nd-282-2025.md",
			[]string{`loai = "nghi_dinh"`, `co_quan = ["Chính phủ"]`, `ngay_ban_hanh = 2025-10-30`, `ngay_hieu_luc = 2025-12-15`, `nguoi_ky_chuc_vu = "Phó Thủ tướng"`},
			"phan-1[NHỮNG QUY ĐỊNH CHUNG] chuong-1[PHẠM VI] chuong-1-muc-1[ĐỐI TƯỢNG] dieu-1[Phạm vi điều chỉnh] dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b dieu-1-khoan-2 dieu-2 dieu-2-dieu-12a dieu-2-dieu-12a-khoan-1 chuong-2[ĐIỀU KHOẢN THI HÀNH] dieu-3[Hiệu lực thi hành]", markup.Law, "Hồ Văn Mẫu"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := docx{body: c.body}
			res := importing(t, "van ban.docx", d.bytes(t), Options{})
			f := res.Files[0]
			if f.Path != c.path {
				t.Errorf("path %s", f.Path)
			}
			for _, want := range c.front {
				if !strings.Contains(string(f.Data), "\n"+want+"\n") {
					t.Errorf("no line %s in\n%s", want, f.Data)
				}
			}
			src, _ := diag.NewSource(f.Path, f.Data)
			at, end, start, list := tomlfile.FrontMatter(src)
			var legal content.Legal
			_, more := tomlfile.Decode(src, at, end, &legal)
			doc, last := markup.Parse(src, start, markup.Options{Mode: c.mode})
			for _, p := range append(append(list, more...), last...) {
				if p.Severity != diag.Note {
					t.Errorf("line %d: %s %s", p.Line, p.Rule, p.Message)
				}
			}
			var units []string
			for _, u := range doc.Units {
				s := u.ID
				if u.Title != "" {
					s += "[" + u.Title + "]"
				}
				units = append(units, s)
			}
			if got := strings.Join(units, " "); got != c.units {
				t.Errorf("units\n%s\nwant\n%s", got, c.units)
			}
			if !strings.Contains(doc.HTML, `<div class="noi-nhan">`) || !strings.Contains(doc.HTML, `<div class="chu-ky">`) {
				t.Error("no closing blocks")
			}
			if all := string(f.Data) + told(res); strings.Contains(all, c.signer) {
				t.Error("the signer is named")
			}
			everyWord(t, d, res, c.signer)
		})
	}
}

// The signer stays where the commune has said that he may be named.
func TestSignerWhoMayBeNamed(t *testing.T) {
	yes, no := true, false
	d := docx{body: letter + pars("Đồng chí Nguyễn Văn Mẫu phụ trách.")}
	for _, public := range []*bool{&yes, &no, nil} {
		officials := &content.Officials{}
		officials.List = append(officials.List, tomlfile.Record[content.Official]{Name: "a", Value: content.Official{Name: "nguyễn  văn Mẫu", Post: "Trưởng phòng", Public: public}})
		res := importing(t, "x.docx", d.bytes(t), Options{Officials: officials})
		text := string(res.Files[0].Data)
		if named := strings.Contains(text, "Nguyễn Văn Mẫu"); named != (public != &no) {
			t.Errorf("named: %v", named)
		}
		if public != &no && !strings.Contains(text, `nguoi_ky = "Nguyễn Văn Mẫu"`) {
			t.Error("no name in the front matter")
		}
		if public == &no && (!strings.Contains(text, "Đồng chí (tên người ký) phụ trách") || strings.Contains(told(res), "Mẫu phụ")) {
			t.Errorf("the name elsewhere:\n%s\n%s", text, told(res))
		}
	}
}

// The two columns of a header and of a closing, as plain text sets them.
func TestColumnsInPlainText(t *testing.T) {
	const text = "ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" +
		"    XÃ MẪU                       Độc lập - Tự do - Hạnh phúc\n" +
		"   -------                      ---------------\n" +
		"Số: 07/KH-UBND               Mẫu, ngày 12 tháng 01 năm 2026\n\n" +
		"KẾ HOẠCH\nPhòng, chống mại dâm năm 2026\n\n" +
		"Căn cứ tình hình của xã, Ủy ban nhân dân xã xây dựng kế hoạch.\n\nI. MỤC TIÊU\n\n- Một việc.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\nKiểm tra./.\n\n" +
		"Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN\n- UBND tỉnh;\t\tCHỦ TỊCH\n- Lưu: VT.\n\n\t\tNguyễn Văn Mẫu\n"
	res := importing(t, "kh.txt", []byte(text), Options{})
	if res.Files[0].Path != "content/ke-hoach/2026/index.md" {
		t.Errorf("path %s", res.Files[0].Path)
	}
	for _, want := range []string{`so_ky_hieu = "07/KH-UBND"`, `co_quan = ["Ủy ban nhân dân xã Mẫu"]`, `ngay_ban_hanh = 2026-01-12`, `nguoi_ky_chuc_vu = "Chủ tịch"`} {
		if !strings.Contains(string(res.Files[0].Data), "\n"+want+"\n") {
			t.Errorf("no line %s", want)
		}
	}
	body := bodyOf(t, res)
	if want := "Nơi nhận:\n\n- UBND tỉnh;\n- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n(đã ký)\n"; !strings.HasSuffix(body, want) {
		t.Errorf("closing:\n%s", body)
	}
	if strings.Contains(body, "CỘNG HÒA") || strings.Contains(body, "---") {
		t.Errorf("header:\n%s", body)
	}
}

// A blank that was left for the number or the day stays a blank.
func TestBlanksAreNotFilled(t *testing.T) {
	d := docx{body: headTable("    /KH-UBND", "Mẫu, ngày     tháng 01 năm 2026", "*UBND XÃ MẪU") + centred("*KẾ HOẠCH", "*Phòng, chống mại dâm năm 2026") + pars("Nội dung.")}
	res := importing(t, "x.docx", d.bytes(t), Options{})
	text := string(res.Files[0].Data)
	if strings.Contains(text, "\nso_ky_hieu") || strings.Contains(text, "\nngay_ban_hanh") || !strings.Contains(text, `chua_xac_minh = ["so_ky_hieu", "ngay_ban_hanh"]`) {
		t.Errorf("%s", text)
	}
	everyWord(t, d, res)
}

// A draft that nobody has signed yet is not said to be signed.
func TestUnsigned(t *testing.T) {
	for text, want := range map[string]bool{"KẾ HOẠCH\nNăm 2026\n\nNội dung./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n(Ký, ghi rõ họ tên)\n": false, "KẾ HOẠCH\nNăm 2026\n\nNội dung./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n(Đã ký)\n": true} {
		res := importing(t, "a.txt", []byte(text), Options{})
		if got := strings.Contains(string(res.Files[0].Data), "\nnguoi_ky = \"đã ký\"\n"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestSecretTextIsNotPublic(t *testing.T) {
	d := docx{body: tbl([]string{cells("*UBND XÃ MẪU", "Số: 1/BC-UBND", "*MẬT"), cells("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Mẫu, ngày 02 tháng 01 năm 2026")}) + centred("*BÁO CÁO", "*Về một việc") + pars("Nội dung.")}
	res := importing(t, "x.docx", d.bytes(t), Options{})
	if !strings.Contains(string(res.Files[0].Data), "\ncong_khai = false\n") || !strings.Contains(told(res), "không được đăng") {
		t.Errorf("%s\n%s", res.Files[0].Data, told(res))
	}
}

func TestArticle(t *testing.T) {
	res := importing(t, "bai.txt", []byte("Việc nhẹ, lương cao\n\nĐừng tin lời rủ rê.\n\n- Hỏi lại.\n- Không đưa giấy tờ.\n\n1. Gọi 111.\n2. Báo công an xã.\n"), Options{})
	if res.Kind != "bai" || res.Files[0].Path != "content/tim-hieu/viec-nhe-luong-cao.md" || !strings.Contains(told(res), "máy đoán") {
		t.Errorf("%s %s", res.Kind, res.Files[0].Path)
	}
	res = importing(t, "so.txt", []byte("Gọi ai khi cần\n\nSố 111\n\nSố 12-14, thôn Đông\n\nNgày hội của thôn\n"), Options{})
	if want := "Số 111\n\nSố 12-14, thôn Đông\n\nNgày hội của thôn\n"; bodyOf(t, res) != want {
		t.Errorf("%s\n%s", bodyOf(t, res), told(res))
	}
	res = importing(t, "bai.txt", []byte("Việc nhẹ, lương cao\n\nĐừng tin lời rủ rê.\n\n- Hỏi lại.\n- Không đưa giấy tờ.\n\n1. Gọi 111.\n2. Báo công an xã.\n"), Options{})
	if want := "Đừng tin lời rủ rê.\n\n- Hỏi lại.\n\n- Không đưa giấy tờ.\n\n1\\. Gọi 111.\n\n2\\. Báo công an xã.\n"; bodyOf(t, res) != want {
		t.Errorf("%s", bodyOf(t, res))
	}
}
