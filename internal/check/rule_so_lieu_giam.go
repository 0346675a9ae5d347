package check

import (
	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// soLieuGiam: figures add up from the plan's start, so they only grow. One that
// goes down without a correction is wrong in one of the two periods. The
// message gives no figure: it may be one that is not published.
func soLieuGiam(x *gate) diag.List {
	var out diag.List
	for _, p := range x.tree.Plans {
		out = append(out, fallingTargets(p)...)
		out = append(out, fallingVillages(p)...)
	}
	return out
}

// reading is the last figure of a target and the period that gave it.
type reading struct {
	period *content.Period
	count  int
}

func fallingTargets(p *content.Plan) diag.List {
	if p.Targets == nil {
		return nil
	}
	var out diag.List
	targets := make(map[string]*content.Target)
	for i := range p.Targets.List {
		targets[p.Targets.List[i].Name] = &p.Targets.List[i].Value
	}
	type figure struct{ period, target string }
	fixes := make(map[figure]*content.Fix)
	for _, r := range p.Periods {
		for _, earlier := range r.Fixes {
			for i := range earlier.Value.List {
				f := &earlier.Value.List[i]
				fixes[figure{earlier.Name, f.Name}] = &f.Value
			}
		}
	}
	last := make(map[string]reading)
	for _, r := range p.Periods {
		for i := range r.Figures {
			f := &r.Figures[i]
			t := targets[f.Name]
			if t == nil || t.Counting != "cong_don" {
				continue
			}
			count, ok := doneSoFar(t, &f.Value, fixes[figure{r.File.Name, f.Name}])
			if !ok {
				continue
			}
			if before, was := last[f.Name]; was && count < before.count {
				key := "tu_so"
				if t.Kind == "danh_muc" {
					key = "da_lam"
				}
				out = append(out, diag.At(r.Path, r.Keys.Value(f.Name, key), diag.Note, "so-lieu-giam",
					"“"+t.Name+"”: số của kỳ này nhỏ hơn số của kỳ "+before.period.File.Name+", mà số liệu cộng từ đầu kỳ kế hoạch.",
					"Kỳ này sai thì sửa ở đây; kỳ trước sai thì thêm bảng [dinh_chinh."+before.period.File.Name+"."+f.Name+"] với số đúng và `ly_do`."))
			}
			last[f.Name] = reading{r, count}
		}
	}
	return out
}

// doneSoFar is how much a figure says is done, with its correction.
func doneSoFar(t *content.Target, f *content.Figure, fix *content.Fix) (int, bool) {
	switch t.Kind {
	case "danh_muc":
		done := f.Done
		if fix != nil && len(fix.Done) > 0 {
			done = fix.Done
		}
		return len(done), true
	case "ty_le", "so_luong":
		num := f.Num
		if fix != nil && fix.Num != nil {
			num = fix.Num
		}
		if num != nil {
			return *num, true
		}
	}
	return 0, false
}

func fallingVillages(p *content.Plan) diag.List {
	var out diag.List
	type cell struct {
		village  string
		activity int
	}
	last := make(map[cell]reading)
	for _, r := range p.Periods {
		for i := range r.Villages {
			v := &r.Villages[i]
			for j, n := range [...]*int{v.Value.Talks, v.Value.Leaflets, v.Value.Broadcasts, v.Value.Classes} {
				if n == nil {
					continue
				}
				key := site.Activities[j].Key
				if before, was := last[cell{v.Name, j}]; was && *n < before.count {
					out = append(out, diag.At(r.Path, r.Keys.Value("thon", v.Name, key), diag.Note, "so-lieu-giam",
						site.Activities[j].Name+" của một thôn ở kỳ này ít hơn ở kỳ "+before.period.File.Name+", mà số liệu cộng từ đầu kỳ kế hoạch.",
						"Xem lại hai kỳ và sửa ở tệp của kỳ ghi sai."))
				}
				last[cell{v.Name, j}] = reading{r, *n}
			}
		}
	}
	return out
}
