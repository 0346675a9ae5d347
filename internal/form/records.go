package form

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
)

// This file alone knows the records of package content.

func periodPath(year int, period string) string {
	return content.Dir + "/ke-hoach/" + strconv.Itoa(year) + "/tien-do/" + period + ".toml"
}

// countWords say what a target counts.
func countWords(counts string) string {
	switch counts {
	case "nguoi_dan":
		return "người dân"
	case "luot_nguoi":
		return "lượt người"
	case "can_bo":
		return "cán bộ"
	case "thon":
		return "thôn"
	case "hoat_dong":
		return "hoạt động"
	case "nguoi_lien_quan":
		return "người liên quan"
	case "vu_viec":
		return "vụ việc"
	case "co_so":
		return "cơ sở"
	case "xet_nghiem":
		return "lượt xét nghiệm"
	}
	return ""
}

// Load reads from a project what the form of a period asks for.
func Load(project fs.FS, year int, period string) (*Plan, error) {
	if _, ok := monthOf(period); !ok {
		return nil, &Refusal{"not a month", "Tên của kỳ số liệu phải là năm và tháng.", "Viết như: 2026-06"}
	}
	tree, _, err := content.Load(project, 0)
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
		return nil, &Refusal{fmt.Sprintf("no plan for %d", year), fmt.Sprintf("Chưa có kế hoạch năm %d, nên chưa biết có những chỉ tiêu nào.", year),
			fmt.Sprintf("Chạy trước: thonlanh new ke-hoach %d, rồi điền chi-tieu.toml.", year)}
	}
	p := &Plan{Year: year, Period: period, From: plan.From, Activities: activities()}
	if p.From.IsZero() {
		p.From = date.Date{Year: year, Month: 1, Day: 1}
	}
	if plan.Targets != nil {
		for _, t := range plan.Targets.List {
			p.Targets = append(p.Targets, Target{
				ID: t.Name, Name: tidy(t.Value.Name), Kind: t.Value.Kind, Adds: t.Value.Counting == "cong_don",
				Counts: countWords(t.Value.Counts), Measure: t.Value.Measure, Base: t.Value.Base, Items: t.Value.Items,
			})
		}
	}
	if len(p.Targets) == 0 {
		return nil, &Refusal{fmt.Sprintf("no targets for %d", year), fmt.Sprintf("Kế hoạch năm %d chưa có chỉ tiêu nào trong chi-tieu.toml.", year),
			fmt.Sprintf("Điền content/ke-hoach/%d/chi-tieu.toml trước, rồi chạy lại.", year)}
	}
	villages := slices.Clone(tree.Villages)
	slices.SortStableFunc(villages, func(a, b *content.Village) int { return a.Order - b.Order })
	for _, v := range villages {
		p.Villages = append(p.Villages, Village{ID: v.File.Name, Name: v.Label})
	}
	for _, x := range plan.Periods {
		switch {
		case x.File.Name == period:
			p.Now = valuesOf(x)
		case x.File.Name < period: // they come by date
			p.Last, p.LastPeriod = valuesOf(x), x.File.Name
		}
	}
	return p, nil
}

// activities are the whole numbers that a village gives.
func activities() []Activity {
	fields, err := tomlfile.Fields(&content.VillageFigures{})
	if err != nil {
		panic(err) // a type of this program that no file can be read into
	}
	var out []Activity
	for _, f := range fields {
		if activityOf(&content.VillageFigures{}, f.Key) != nil {
			out = append(out, Activity{f.Key, strings.TrimSuffix(f.Doc, ".")})
		}
	}
	return out
}

// activityOf is where a village keeps the number of an activity; nil for keys
// that are none.
func activityOf(v *content.VillageFigures, key string) **int {
	switch key {
	case "buoi_tuyen_truyen":
		return &v.Talks
	case "ho_nhan_to_roi":
		return &v.Leaflets
	case "luot_phat_thanh":
		return &v.Broadcasts
	case "lop_tap_huan":
		return &v.Classes
	}
	return nil
}

func valuesOf(p *content.Period) *Values {
	v := &Values{AsOf: p.AsOf, Origin: p.Origin, Public: p.Public, Figures: make(map[string]Figure), Villages: make(map[string]map[string]int)}
	for _, r := range p.Figures {
		f := Figure{Num: r.Value.Num, Den: r.Value.Den, State: r.Value.State, Origin: r.Value.Origin, Note: r.Value.Note}
		if p.Keys.Has(r.Name, "da_lam") {
			f.Done = append([]string{}, r.Value.Done...)
		}
		v.Figures[r.Name] = f
	}
	known := activities()
	for _, r := range p.Villages {
		row := make(map[string]int)
		for _, a := range known {
			if n := *activityOf(&r.Value, a.Key); n != nil {
				row[a.Key] = *n
			}
		}
		v.Villages[r.Name] = row
	}
	return v
}

// ReadValues reads a file of figures. Its mistakes are the business of the
// gate: what can be read is given.
func ReadValues(path string, data []byte) *Values {
	src, _ := diag.NewSource(path, data)
	if src == nil {
		return nil
	}
	p := &content.Period{}
	p.Keys, _ = tomlfile.Decode(src, 0, len(src.Text), p)
	return valuesOf(p)
}

// The keys of a file of figures.
const (
	keyAsOf    = "tinh_den"
	keyOrigin  = "nguon"
	keyPublic  = "cong_khai"
	keyNum     = "tu_so"
	keyDen     = "mau_so"
	keyDone    = "da_lam"
	keyState   = "trang_thai"
	keyNote    = "ghi_chu"
	keyVillage = "thon"
)

// newFile is what stands in a new file above its values.
const newFile = "# Số liệu cộng từ đầu kỳ kế hoạch đến hết ngày tinh_den.\n"
