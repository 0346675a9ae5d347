package starter

import (
	"fmt"
	"strconv"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/tomlfile"
)

func newPlan(r request) ([]File, error) {
	year, ok := yearOf(r.name)
	if !ok {
		return nil, &Refusal{"ke-hoach: not a year", "Tên của kế hoạch phải là một năm.", "Viết năm bằng bốn chữ số: thonlanh new ke-hoach " + strconv.Itoa(r.on.Year)}
	}
	dir := "content/ke-hoach/" + r.name + "/"
	head := form{at: r.on, given: []given{
		{"tieu_de", quote(fmt.Sprintf("Kế hoạch phòng, chống mại dâm năm %d", year))},
		{"mo_ta", quote("[điền: một câu nói kế hoạch này có gì]")},
		{"so_ky_hieu", quote("[điền: số, ký hiệu]")},
	}}
	table := func(note string, v any, name string) []byte {
		return []byte(note + form{at: r.on, names: []string{name}}.write(v))
	}
	return []File{
		{dir + "index.md", []byte(page(head, &content.Plan{}, planBody))},
		{dir + "chi-tieu.toml", table(targetsNote, &content.Targets{}, "ct-1")},
		{dir + "nhiem-vu.toml", table(dutiesNote, &content.Duties{}, "nv-iii-1-y-1")},
		{dir + "bao-cao.toml", table(reportsNote, &content.Reports{}, "6-thang")},
	}, nil
}

// newFigures makes the file of one period with a table for every target of
// the year's plan and for every village, nothing filled in: a number that
// nobody gave must not stand in a file.
func newFigures(r request) ([]File, error) {
	period := strings.ReplaceAll(r.name, "/", "-")
	year, last, ok := lastDay(period)
	if !ok {
		return nil, &Refusal{"so-lieu: not a month", "Tên của kỳ số liệu phải là năm và tháng.", "Viết như: thonlanh new so-lieu " + r.on.String()[:7]}
	}
	tree, _, err := content.Load(r.project, 0)
	if err != nil {
		return nil, err
	}
	var plan *content.Plan
	for _, p := range tree.Plans {
		if p.Year == year {
			plan = p
		}
	}
	if plan == nil {
		return nil, &Refusal{fmt.Sprintf("so-lieu: no plan for %d", year), fmt.Sprintf("Chưa có kế hoạch năm %d, nên chưa biết có những chỉ tiêu nào.", year),
			fmt.Sprintf("Chạy trước: thonlanh new ke-hoach %d, rồi điền chi-tieu.toml.", year)}
	}
	if r.on.Before(last) {
		last = r.on
	}
	var b strings.Builder
	b.WriteString(figuresNote)
	fmt.Fprintf(&b, "\n# Số liệu cộng từ đầu kỳ kế hoạch đến hết ngày này.\ntinh_den = %s\n", last)
	b.WriteString("\n# Số liệu do ai gửi.\nnguon = \"[điền: đơn vị gửi số liệu]\"\n")
	b.WriteString("\n# Điền xong và có người duyệt thì đổi thành true.\ncong_khai = false\n")
	if plan.Targets == nil || len(plan.Targets.List) == 0 {
		b.WriteString("\n# Kế hoạch này chưa có chỉ tiêu nào. Điền chi-tieu.toml trước, rồi thêm ở đây mỗi chỉ tiêu một bảng:\n# [ct-1]\n# tu_so = 0\n")
	} else {
		for _, t := range plan.Targets.List {
			writeFigure(&b, t)
		}
	}
	writeVillages(&b, tree.Villages)
	return one("content/ke-hoach/"+strconv.Itoa(year)+"/tien-do/"+period+".toml", b.String())
}

// writeFigure writes the table of one target with the keys its kind needs.
func writeFigure(b *strings.Builder, t tomlfile.Record[content.Target]) {
	fmt.Fprintf(b, "\n# %s\n[%s]\n", oneLine(t.Value.Name), key(t.Name))
	switch t.Value.Kind {
	case "ty_le":
		b.WriteString("# tu_so = 0\n")
		if t.Value.Base > 0 {
			fmt.Fprintf(b, "# mau_so = %d\n", t.Value.Base)
		} else {
			b.WriteString("# mau_so = 0\n")
		}
	case "danh_muc":
		b.WriteString("# Giữ lại những việc đã làm, xóa việc chưa làm:\n# da_lam = [\n")
		for _, item := range t.Value.Items {
			b.WriteString("#   " + quote(oneLine(item)) + ",\n")
		}
		b.WriteString("# ]\n")
	case "dinh_tinh":
		b.WriteString("# trang_thai = \"dang_lam\"   # chua_lam, dang_lam hoặc da_xong\n")
	default:
		b.WriteString("# tu_so = 0\n")
	}
}

func writeVillages(b *strings.Builder, villages []*content.Village) {
	if len(villages) == 0 {
		return
	}
	fields, err := tomlfile.Fields(&content.VillageFigures{})
	if err != nil {
		panic(err) // a type of this program that no file can be read into
	}
	b.WriteString("\n# ---- Hoạt động của từng thôn; không ghi số người, số vụ, số cơ sở ----\n")
	for _, v := range villages {
		fmt.Fprintf(b, "\n# %s\n[thon.%s]\n", oneLine(v.Label), key(v.File.Name))
		for _, f := range fields {
			fmt.Fprintf(b, "# %s = 0   # %s\n", f.Key, f.Doc)
		}
	}
}

// key is the name of a table as TOML writes it.
func key(name string) string {
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_' {
			return quote(name)
		}
	}
	return name
}

func oneLine(s string) string { return tidy(s) }

func yearOf(s string) (int, bool) {
	year, err := strconv.Atoi(s)
	return year, err == nil && len(s) == 4 && year >= 1945 && year < 2200
}

// lastDay is the last day of a period such as 2026-06.
func lastDay(period string) (int, date.Date, bool) {
	first, ok := date.Parse(period + "-01")
	if !ok {
		return 0, date.Date{}, false
	}
	_, ok = yearOf(period[:4])
	return first.Year, first.AddMonths(1).Add(-1), ok
}
