package office

import (
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// table writes a list for spreadsheets: UTF-8 with a byte order mark, lines
// that end in CRLF, dates as ISO.
type table struct {
	b strings.Builder
	w *csv.Writer
}

func newTable(columns ...string) *table {
	t := &table{}
	t.b.WriteString("\ufeff")
	t.w = csv.NewWriter(&t.b)
	t.w.UseCRLF = true
	t.add(columns...)
	return t
}

func (t *table) add(cells ...string) {
	for i, s := range cells {
		cells[i] = harmless(s)
	}
	_ = t.w.Write(cells) // into memory: it cannot fail
}

func (t *table) bytes() []byte {
	t.w.Flush()
	return []byte(t.b.String())
}

// harmless keeps a spreadsheet from running a text as a formula.
func harmless(s string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0"))
	if strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", first) {
		return "'" + s
	}
	return s
}

func day(d date.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func flag(private bool) string {
	if private {
		return "không đăng"
	}
	return ""
}

const cutWords = "Danh sách dừng ở 20.000 dòng."

// reportsCSV has one line for each report of each sender.
func (o *office) reportsCSV() []byte {
	t := newTable("Năm", "Báo cáo", "Bên gửi", "Nơi nhận", "Gửi trước ngày", "Ngày cuối còn đúng hạn", "Đã gửi ngày", "Tình trạng", "Mã tình trạng", "Số ngày quá hạn hoặc gửi muộn", "Tính đến ngày", "Đăng trên cổng")
	for _, p := range o.plans {
		for _, r := range p.Reports {
			for _, d := range r.Owed {
				late := ""
				if d.State == Overdue || d.State == SentLate {
					late = strconv.Itoa(d.Days)
				}
				t.add(strconv.Itoa(p.Year), r.Name, d.Name, r.Receiver, day(r.Before), day(r.Last), day(d.Sent), d.words(), string(d.State), late, day(o.site.Today), flag(r.Private))
			}
		}
	}
	if o.cut {
		t.add(cutWords)
	}
	return t.bytes()
}

// dutiesCSV has one line for each overdue duty.
func (o *office) dutiesCSV() []byte {
	t := newTable("Năm", "Việc", "Chủ trì", "Mục của kế hoạch", "Phải xong trước ngày", "Số ngày quá hạn", "Tính đến ngày", "Đăng trên cổng")
	for _, p := range o.plans {
		for _, d := range p.Late {
			t.add(strconv.Itoa(p.Year), d.Task, d.Lead, d.Unit, day(d.Before), strconv.Itoa(d.Days), day(o.site.Today), flag(d.Private))
		}
	}
	if o.cut {
		t.add(cutWords)
	}
	return t.bytes()
}
