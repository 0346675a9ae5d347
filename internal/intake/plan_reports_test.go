package intake

import (
	"strings"
	"testing"

	"thonlanh/internal/content"
)

// Several days in one sentence are several reports.
func TestReportsOfOneSentence(t *testing.T) {
	for sentence, want := range map[string]string{
		"Các đơn vị gửi báo cáo 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 30/11.":                       "6-thang 2026-06-10 Báo cáo 6 tháng|nam 2026-11-30 Báo cáo năm",
		"Định kỳ báo cáo 6 tháng trước ngày 10/6, năm trước ngày 30/11 gửi Công an xã.":                         "6-thang 2026-06-10 Báo cáo 6 tháng|nam 2026-11-30 Báo cáo năm",
		"Báo cáo định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 30/11) về Ủy ban nhân dân xã.":              "6-thang 2026-06-10 Báo cáo định kỳ 6 tháng|nam 2026-11-30 Báo cáo năm",
		"Báo cáo kết quả trước ngày 15/6 và ngày 15/12.":                                                        "bao-cao 2026-06-15 Báo cáo kết quả|bao-cao-2 2026-12-15 Báo cáo kết quả",
		"Báo cáo kết quả trước ngày 15/6 và trước ngày 15/12 hằng năm.":                                         "bao-cao 2026-06-15 Báo cáo kết quả|bao-cao-2 2026-12-15 Báo cáo kết quả",
		"Báo cáo sơ kết chậm nhất ngày 20 tháng 6 năm 2026; báo cáo tổng kết chậm nhất ngày 05 tháng 12.":       "bao-cao 2026-06-21 Báo cáo sơ kết|bao-cao-2 2026-12-06 Báo cáo tổng kết",
		"Gửi kết quả trước ngày 15/6/2026 (báo cáo 6 tháng) và trước ngày 31/12/2026 (báo cáo năm).":            "6-thang 2026-06-15 Báo cáo 6 tháng|nam 2026-12-31 Báo cáo năm",
		"Báo cáo quý I trước ngày 15/3, quý III trước ngày 15/9, 6 tháng trước ngày 15/6, năm trước ngày 5/12.": "quy-i 2026-03-15 Báo cáo quý I|quy-iii 2026-09-15 Báo cáo quý III|6-thang 2026-06-15 Báo cáo 6 tháng|nam 2026-12-05 Báo cáo năm",
		"Hoàn thành trước ngày 30/9 và nghiệm thu trước ngày 30/10.":                                            "",
		"Báo cáo theo Kế hoạch số 12/KH-UBND ngày 10/01/2026.":                                                  "",
	} {
		text := "KẾ HOẠCH\nPhòng, chống mại dâm năm 2026\n\nI. MỤC TIÊU\n\nMột việc.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Chế độ báo cáo\n\n" + sentence + "\n"
		res := importing(t, "kh.txt", []byte(text), Options{})
		var reports content.Reports
		readTable(t, res, "bao-cao.toml", &reports)
		var got []string
		for _, r := range reports.List {
			got = append(got, r.Name+" "+r.Value.DueBefore.String()+" "+r.Value.Name)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %s\nwant %s", sentence, s, want)
		}
	}
}

// A paragraph of nothing but days costs no more than its length and gives no
// endless table.
func TestReportsWithoutEnd(t *testing.T) {
	text := "KẾ HOẠCH\nPhòng, chống mại dâm năm 2026\n\nI. CHẾ ĐỘ BÁO CÁO\n\n1. Các thôn " + strings.Repeat("báo cáo trước ngày 10/6 và ngày 11/6 ", 8000) + "\n"
	res := importing(t, "kh.txt", []byte(text), Options{})
	var reports content.Reports
	readTable(t, res, "bao-cao.toml", &reports)
	if n := len(reports.List); n != maxReports {
		t.Errorf("%d reports", n)
	}
}
