package check

import (
	"fmt"
	"strings"

	"thonlanh/internal/content"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// tuLonHonMau: a part is not larger than its whole. Attendances ("lượt") may
// be more than residents, but then they are no share of them.
func tuLonHonMau(x *gate) diag.List {
	var out diag.List
	for _, p := range x.tree.Plans {
		if p.Targets == nil {
			continue
		}
		for _, r := range p.Periods {
			for _, f := range r.Figures {
				t, ok := p.Targets.List.Get(f.Name)
				if !ok || t.Kind != "ty_le" {
					continue
				}
				num, den, ok := overWhole(t, f.Value.Num, f.Value.Den)
				if !ok {
					continue
				}
				hint := "Xem lại hai con số. Lượt người không phải số người: nếu đếm lượt, đổi chỉ tiêu sang kieu = \"so_luong\"."
				if strings.Contains(viet.Fold(t.Measure), "luot") {
					hint = "Chỉ tiêu này đếm lượt, không phải số người, nên không chia cho số người được: đổi sang kieu = \"so_luong\"."
				}
				out = append(out, diag.At(r.Path, r.Keys.Value(f.Name, "tu_so"), diag.Block, "tu-lon-hon-mau",
					fmt.Sprintf("Tử số %s lớn hơn mẫu số %s, tỷ lệ sẽ quá 100%%.", viet.Int(num), viet.Int(den)), hint))
			}
		}
	}
	return append(out, wrongFixes(x)...)
}

// wrongFixes does the same for corrections, which may give one of the two.
func wrongFixes(x *gate) diag.List {
	var out diag.List
	for _, p := range x.tree.Plans {
		if p.Targets == nil {
			continue
		}
		targets := make(map[string]*content.Target)
		for i := range p.Targets.List {
			targets[p.Targets.List[i].Name] = &p.Targets.List[i].Value
		}
		figures := make(map[[2]string]*content.Figure)
		for _, r := range p.Periods {
			for i := range r.Figures {
				figures[[2]string{r.File.Name, r.Figures[i].Name}] = &r.Figures[i].Value
			}
		}
		for _, r := range p.Periods {
			for _, earlier := range r.Fixes {
				for _, fix := range earlier.Value.List {
					f, known := figures[[2]string{earlier.Name, fix.Name}]
					t := targets[fix.Name]
					if !known || t == nil || t.Kind != "ty_le" {
						continue
					}
					num, den := f.Num, f.Den
					if fix.Value.Num != nil {
						num = fix.Value.Num
					}
					if fix.Value.Den != nil {
						den = fix.Value.Den
					}
					if num, den, over := overWhole(t, num, den); over {
						out = append(out, diag.At(r.Path, r.Keys.Pos("dinh_chinh", earlier.Name, fix.Name), diag.Block, "tu-lon-hon-mau",
							fmt.Sprintf("Sau khi đính chính, tử số %s lớn hơn mẫu số %s, tỷ lệ sẽ quá 100%%.", viet.Int(num), viet.Int(den)), "Xem lại hai con số."))
					}
				}
			}
		}
	}
	return out
}

// overWhole reports a part that is larger than its whole.
func overWhole(t *content.Target, num, of *int) (part, den int, over bool) {
	if num == nil || of == nil && t.Base == 0 {
		return 0, 0, false
	}
	den = t.Base
	if of != nil {
		den = *of
	}
	return *num, den, *num > den
}
