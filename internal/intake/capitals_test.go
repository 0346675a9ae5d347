package intake

import (
	"strings"
	"testing"
)

// A plan of 2009 as a text file: typed with .VnTime and .VnTimeH, whose codes
// for capitals with a mark are those of small letters. The signer is no more
// named than in any other file, and no word is lost.
func TestSmallLettersOfAnOldFont(t *testing.T) {
	const text = "ủy ban nhân dân\nxã mẫu\nsố: 07/kh-ubnd\n\ncộng hòa xã hội chủ nghĩa việt nam\nđộc lập - tự do - hạnh phúc\n\nmẫu, ngày 12 tháng 01 năm 2009\n\nkế hoạch\nphòng, chống tệ nạn mại dâm năm 2009\n\n" +
		"căn cứ tình hình của xã, ủy ban nhân dân xã xây dựng kế hoạch.\n\ni. mục tiêu\n\n- 100% thôn lành mạnh.\n\nii. tổ chức thực hiện\n\n1. công an xã\n\n- kiểm tra cơ sở kinh doanh.\n\n2. trạm y tế\n\n- khám bệnh.\n\n" +
		"nơi nhận:\n- ubnd huyện;\n- lưu: vt.\n\ntm. ủy ban nhân dân\nchủ tịch\n\nnguyễn văn mẫu\n"
	bytes := inTCVN3(text)
	for name, data := range map[string][]byte{"bytes": bytes, "codes stored as letters": []byte(byteRunes(bytes)), "Unicode": []byte(text)} {
		t.Run(name, func(t *testing.T) {
			res := importing(t, "kh.txt", data, Options{Kind: "ke-hoach"})
			var ids []string
			for _, u := range reparsed(t, res).Units {
				ids = append(ids, u.ID)
			}
			if got, want := strings.Join(ids, " "), "muc-i muc-i-y-1 muc-ii muc-ii-1 muc-ii-1-y-1 muc-ii-2 muc-ii-2-y-1"; got != want {
				t.Errorf("units %s, want %s", got, want)
			}
			for _, want := range []string{`so_ky_hieu = "07/KH-UBND"`, `co_quan = ["Ủy ban nhân dân xã Mẫu"]`, "ngay_ban_hanh = 2009-01-12", `nguoi_ky = "đã ký"`, `nguoi_ky_chuc_vu = "Chủ tịch"`} {
				if !strings.Contains(string(res.Files[0].Data), "\n"+want+"\n") {
					t.Errorf("no line %s in\n%s", want, strings.Join(given.FindAllString(string(res.Files[0].Data), -1), "\n"))
				}
			}
			if all := strings.ToLower(string(res.Files[0].Data) + told(res)); strings.Contains(all, "nguyễn văn mẫu") {
				t.Error("the signer is named")
			}
		})
	}
}

// The sample plan, its letters all small, keeps its outline in the old font.
func TestSamplePlanInSmallLettersOfAnOldFont(t *testing.T) {
	res := importing(t, "kh.txt", inTCVN3(strings.ToLower(samplePlan(t))), Options{Kind: "ke-hoach"})
	said := told(res)
	for _, want := range []string{"Nối lại 2 đoạn", "4 phần lớn", "8 chỉ tiêu", "7 nhóm nhiệm vụ", "8 đơn vị", "19 việc", "2 báo cáo", "Tên người ký (3 chữ)", "ABC (TCVN3, .VnTime)"} {
		if !strings.Contains(said, want) {
			t.Errorf("the report does not say %q:\n%s", want, said)
		}
	}
	if res.Files[0].Path != "content/ke-hoach/2020/index.md" {
		t.Errorf("path %s", res.Files[0].Path)
	}
}

// inTCVN3 writes a text in the codes of an ABC font; capitals with a mark have
// none and become small.
func inTCVN3(s string) []byte {
	codes := map[rune]byte{}
	for c, r := range tcvn3 {
		if r != 0 {
			codes[r] = byte(c)
		}
	}
	var out []byte
	for _, r := range strings.NewReplacer("“", "\"", "”", "\"", "–", "-", "…", "...").Replace(s) {
		switch c, ok := codes[r]; {
		case r < 0x80:
			out = append(out, byte(r))
		case ok:
			out = append(out, c)
		default:
			out = append(out, codes[[]rune(strings.ToLower(string(r)))[0]])
		}
	}
	return out
}
