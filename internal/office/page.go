package office

import (
	"bytes"
	"html/template"
	"slices"
	"strconv"

	"thonlanh/internal/date"
	"thonlanh/internal/viet"
)

// matrix is the reports of one plan: a row for each sender, a column for each
// report.
type matrix struct {
	Year    int
	Over    bool
	Heads   []head
	Rows    []row
	TooWide bool
	Owing   []string // "Thôn Đông: Báo cáo 06 tháng, quá hạn 3 ngày"
	Late    []lateDuty
}

type head struct{ Name, Receiver, Due string }

type row struct {
	Name  string
	Cells []cell
}

// cell is empty where the sender does not owe the report.
type cell struct{ Glyph, Words, Day, Class string }

type lateDuty struct {
	Task, Lead, Due string
	Days            int
	Private         bool
}

// A matrix that is larger is left to the table.
const (
	maxColumns = 60
	maxCells   = 20000
)

// page shows the matrices of all plans on one page that opens without the
// portal and prints.
func (o *office) page() []byte {
	view := struct {
		Name, Today string
		Cut         string
		Plans       []matrix
	}{Name: o.site.Config.Name, Today: viet.ShortDate(o.site.Today)}
	if o.cut {
		view.Cut = cutWords
	}
	for _, p := range o.plans {
		view.Plans = append(view.Plans, p.matrix())
	}
	var b bytes.Buffer
	if err := template.Must(template.New("").Parse(layout)).Execute(&b, view); err != nil {
		panic(err) // the layout and the view stand above and below
	}
	return b.Bytes()
}

func (p *plan) matrix() matrix {
	m := matrix{Year: p.Year, Over: p.Over}
	var senders []sender
	at := make(map[sender]int)
	for _, r := range p.Reports {
		m.Heads = append(m.Heads, head{r.Name, r.Receiver, dueWords(r.Before, r.Last)})
		for _, d := range r.Owed {
			if _, known := at[d.sender]; !known {
				at[d.sender] = len(senders)
				senders = append(senders, d.sender)
			}
			if d.State == Overdue {
				m.Owing = append(m.Owing, d.Name+": "+viet.LowerFirst(r.Name)+", quá hạn "+strconv.Itoa(d.Days)+" ngày.")
			}
		}
	}
	for _, d := range p.Late {
		m.Late = append(m.Late, lateDuty{d.Task, d.Lead, "trước ngày " + viet.ShortDate(d.Before), d.Days, d.Private})
	}
	if len(m.Heads) > maxColumns || len(m.Heads)*len(senders) > maxCells {
		m.Heads, m.TooWide = nil, true
		return m
	}
	for _, s := range senders {
		m.Rows = append(m.Rows, row{Name: s.Name, Cells: make([]cell, len(m.Heads))})
	}
	for i, r := range p.Reports {
		for _, d := range r.Owed {
			m.Rows[at[d.sender]].Cells[i] = d.cell()
		}
	}
	if !slices.ContainsFunc(m.Rows, func(r row) bool { return len(r.Cells) > 0 }) {
		m.Heads = nil
	}
	return m
}

func dueWords(before, last date.Date) string {
	if before.IsZero() {
		return "kế hoạch không ghi ngày"
	}
	return "trước ngày " + viet.ShortDate(before) + " (ngày cuối " + viet.ShortDate(last) + ")"
}

func (d debt) cell() cell {
	c := cell{Glyph: "○", Words: d.words()}
	switch d.State {
	case Sent, SentLate:
		c.Glyph, c.Day = "✓", viet.ShortDate(d.Sent)
	case Overdue:
		c.Glyph, c.Class = "✕", "muon"
	}
	return c
}

const layout = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Báo cáo và việc quá hạn – {{.Name}}</title>
<style>
body{margin:1.5rem auto;max-width:72rem;padding:0 1rem;color:#23201c;font:1rem/1.5 "Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
.rong{overflow-x:auto}
table{border-collapse:collapse;margin:0 0 1.5rem}
th,td{padding:.375rem .75rem;border:1px solid #6e6457;text-align:left;vertical-align:top}
thead th{background:#f2ebdf}
small{display:block;font-weight:400;color:#574f46}
.muon{font-weight:700;background:#fbe7e2}
h2{margin-top:2rem}
@page{size:A4 landscape;margin:15mm}
@media print{body{margin:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}
</style>
<h1>Ai phải gửi báo cáo gì, khi nào</h1>
<p>{{.Name}}, tính đến ngày {{.Today}}. Danh sách này chỉ để văn phòng dùng: không đăng lên cổng, không gửi ra ngoài.{{with .Cut}} {{.}}{{end}}</p>
{{range .Plans}}<h2>Kế hoạch năm {{.Year}}{{if .Over}}, đã hết kỳ{{end}}</h2>
{{if not .Over}}<h3>Báo cáo quá hạn</h3>
{{with .Owing}}<ul>
{{range .}}<li>{{.}}</li>
{{end}}</ul>
{{else}}<p>Không có báo cáo nào quá hạn.</p>
{{end}}{{end}}{{if .TooWide}}<p>Bảng quá lớn để xem ở đây: mở bao-cao.csv.</p>
{{else if .Heads}}<div class="rong"><table>
<caption>Báo cáo của từng bên</caption>
<thead><tr><th scope="col">Bên gửi</th>{{range .Heads}}<th scope="col">{{.Name}}<small>{{with .Receiver}}gửi {{.}}, {{end}}{{.Due}}</small></th>{{end}}</tr></thead>
<tbody>
{{range .Rows}}<tr><th scope="row">{{.Name}}</th>{{range .Cells}}<td{{with .Class}} class="{{.}}"{{end}}>{{if .Words}}<span aria-hidden="true">{{.Glyph}}</span> {{.Words}}{{with .Day}}<small>{{.}}</small>{{end}}{{else}}–{{end}}</td>{{end}}</tr>
{{end}}</tbody></table></div>
{{end}}{{if not .Over}}<h3>Việc quá hạn</h3>
{{with .Late}}<div class="rong"><table>
<caption>Việc quá hạn, hạn sớm nhất trước</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Chủ trì</th><th scope="col">Hạn</th><th scope="col">Quá hạn</th></tr></thead>
<tbody>
{{range .}}<tr><th scope="row">{{.Task}}{{if .Private}}<small>không đăng trên cổng</small>{{end}}</th><td>{{.Lead}}</td><td>{{.Due}}</td><td class="muon">{{.Days}} ngày</td></tr>
{{end}}</tbody></table></div>
{{else}}<p>Không có việc nào quá hạn.</p>
{{end}}{{end}}{{else}}<p>Chưa có kế hoạch nào có báo cáo hay việc quá hạn.</p>
{{end}}</html>
`
