package intake

import (
	"fmt"
	"slices"
	"strings"
)

// Report says in Vietnamese what an import did, what it left out and what it
// doubts.
type Report struct {
	lines []string
}

// Lines are the lines of the report.
func (r *Report) Lines() []string { return r.lines }

func (r *Report) say(format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, args...))
}

func (r *Report) head(title string) { r.lines = append(r.lines, "", title) }

// report tells the whole story of a draft, whose Markdown is body.
func (d *draft) report(body string) *Report {
	r := &Report{}
	d.shift = strings.Count(d.text, "\n") - strings.Count(body, "\n")
	if d.guessed {
		why := "vì đầu tệp không ghi loại văn bản"
		if d.head.kindWord != "" {
			why = "vì đầu tệp ghi “" + d.head.kindWord + "”"
		} else if d.head.number != "" {
			why = "vì đầu tệp có số, ký hiệu"
		}
		r.say("Loại: %s (máy đoán %s; muốn loại khác thì thêm --kind).", d.kind, why)
	} else {
		r.say("Loại: %s.", d.kind)
	}
	if d.fromName {
		r.say("Tệp không ghi số, ký hiệu và trích yếu, nên mã văn bản lấy từ tên tệp; đổi tên tệp bản nháp nếu cần.")
	}
	d.reportCounts(r)
	d.reportHeader(r)
	d.reportSigner(r)
	d.reportMended(r)
	d.reportJoints(r)
	d.reportGaps(r)
	d.reportLeft(r)
	d.reportSlips(r)
	return r
}

// place names a place in the file, and where it stands in the draft.
func (d *draft) place(at int) string {
	word := "dòng"
	if d.word {
		word = "đoạn"
	}
	if n, ok := d.out.lineOf[at]; ok {
		return fmt.Sprintf("%s %d (bản nháp dòng %d)", word, at, n+d.shift)
	}
	return fmt.Sprintf("%s %d", word, at)
}

func (d *draft) places(at []int) string {
	const most = 8
	var out []string
	for i, x := range at {
		if i == most {
			out = append(out, fmt.Sprintf("và %d chỗ nữa", len(at)-most))
			break
		}
		out = append(out, d.place(x))
	}
	return strings.Join(out, ", ")
}

func (d *draft) reportCounts(r *Report) {
	paras, tables := 0, 0
	for _, b := range d.blocks {
		switch {
		case b.table != nil:
			tables++
		case b.para != nil && hasWord(b.para.text()):
			paras++
		}
	}
	s := fmt.Sprintf("Đã đọc: %d đoạn", paras)
	if tables > 0 {
		s += fmt.Sprintf(", %d bảng", tables)
	}
	if n := len(d.out.notes); n > 0 {
		s += fmt.Sprintf(", %d chú thích", n)
	}
	r.say("%s.", s)
	for _, t := range d.out.tables {
		r.say("  Lưu ý: %s.", t)
	}
	if d.out.rules > 0 {
		r.say("  %d dòng chỉ có dấu gạch hoặc dấu sao, dùng để kẻ trang, được bỏ.", d.out.rules)
	}
}

func (d *draft) reportHeader(r *Report) {
	if d.kind != "ke-hoach" && d.kind != "van-ban" && len(d.head.taken) == 0 {
		return
	}
	r.head("Phần đầu:")
	for _, t := range d.head.taken {
		if t.key == "" {
			r.say("  %s: “%s” – không chép vào bài.", d.place(t.at), t.text)
		} else {
			r.say("  %s: “%s” → %s.", d.place(t.at), t.text, t.key)
		}
	}
	if d.guessedYear > 0 {
		r.say("  Năm của kế hoạch: %d, đọc ở %s vì trích yếu không ghi năm; xem lại tên thư mục.", d.year(), d.place(d.guessedYear))
	}
	if d.head.secret != "" {
		r.say("  CHÚ Ý: văn bản có dấu “%s”. Văn bản mật không được đăng; bản nháp ghi cong_khai = false.", d.head.secret)
	}
	if len(d.missing) > 0 {
		r.say("  Tệp không có: %s. Máy không tự điền; các mục này được ghi vào chua_xac_minh.", strings.Join(d.missing, ", "))
	}
}

func (d *draft) reportSigner(r *Report) {
	for _, name := range d.names {
		if d.opt.MayName(name) {
			r.say("Người ký có trong can-bo.toml, nên tên được giữ trong bản nháp.")
			continue
		}
		r.say("Tên người ký (%d chữ) đã thay bằng “đã ký” vì không có trong can-bo.toml: %s.", len(strings.Fields(name)), d.places(d.masked))
	}
}

func (d *draft) reportMended(r *Report) {
	m := d.mended
	var parts []string
	for _, x := range [...]struct {
		n    int
		what string
	}{
		{m.decomposed, "dấu rời được ghép lại với chữ (Unicode tổ hợp)"},
		{m.blanks, "dấu cách không ngắt thành dấu cách thường"},
		{m.hyphens, "dấu gạch nối ẩn được bỏ"},
		{m.hidden, "ký tự không nhìn thấy được bỏ"},
		{m.eths, "chữ Ð, ð (trông giống, nhưng của bảng chữ khác) được ghi thành Đ, đ"},
		{m.wrapped, "dòng bị ngắt theo bề rộng được nối lại"},
	} {
		if x.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", x.n, x.what))
		}
	}
	var fonts []string
	for f := range m.oldFont {
		fonts = append(fonts, f)
	}
	slices.Sort(fonts)
	for _, f := range fonts {
		parts = append(parts, fmt.Sprintf("%d chữ gõ bằng bảng mã %s được đổi sang Unicode, xin đọc lại kỹ", m.oldFont[f], f))
	}
	if d.dashed > 0 {
		parts = append(parts, fmt.Sprintf("%d dấu chấm tròn, vuông đầu dòng được ghi thành “-”", d.dashed))
	}
	if len(parts) == 0 {
		return
	}
	r.head("Đã chữa, không đổi chữ nào:")
	for _, p := range parts {
		r.say("  %s.", p)
	}
}

func (d *draft) reportJoints(r *Report) {
	if len(d.joints) == 0 {
		return
	}
	r.head(fmt.Sprintf("Nối lại %d đoạn bị ngắt giữa câu (xin xem lại):", len(d.joints)))
	for _, j := range d.joints {
		r.say("  %s và %s: “… %s” + “%s …”.", d.place(j.first), d.place(j.second), j.end, j.start)
	}
}

// reportGaps repeats what markup notes of the numbering.
func (d *draft) reportGaps(r *Report) {
	var lines []string
	for _, p := range d.noted {
		if p.Rule == "danh-so-nhay" || p.Rule == "danh-so-lap" {
			lines = append(lines, fmt.Sprintf("  bản nháp dòng %d: %s", p.Line, p.Message))
		}
	}
	if len(lines) > 0 {
		r.head("Số thứ tự (giữ nguyên như bản gốc):")
		r.lines = append(r.lines, lines...)
	}
}

func (d *draft) reportLeft(r *Report) {
	if len(d.left) == 0 {
		return
	}
	r.head("Không đưa vào bản nháp:")
	for _, x := range d.left {
		switch {
		case x.text == "":
			r.say("  %s (%s).", x.what, d.place(x.at))
		case x.at > 0:
			r.say("  %s (%s): “%s”.", x.what, d.place(x.at), collapse(x.text))
		default:
			r.say("  %s: “%s”.", x.what, collapse(x.text))
		}
	}
}

func (d *draft) reportSlips(r *Report) {
	slips := d.slips()
	if len(slips) == 0 {
		return
	}
	r.head(fmt.Sprintf("Có thể bản gốc gõ nhầm (%d chỗ; máy không sửa, xin người đọc quyết định):", len(slips)))
	for _, s := range slips {
		meant := ""
		if s.Meant != "" {
			meant = " → “" + s.Meant + "”"
		}
		r.say("  %s: “%s”%s. %s [%s]", d.places(s.At), s.Found, meant, s.Why, s.Rule)
	}
}
