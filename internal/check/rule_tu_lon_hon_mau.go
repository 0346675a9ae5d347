package check

import (
	"fmt"
	"strings"

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
				if !ok || t.Kind != "ty_le" || f.Value.Num == nil {
					continue
				}
				den := t.Base
				if f.Value.Den != nil {
					den = *f.Value.Den
				}
				if f.Value.Den == nil && t.Base == 0 || *f.Value.Num <= den {
					continue
				}
				hint := "Xem lại hai con số. Lượt người không phải số người: nếu đếm lượt, đổi chỉ tiêu sang kieu = \"so_luong\"."
				if strings.Contains(viet.Fold(t.Measure), "luot") {
					hint = "Chỉ tiêu này đếm lượt, không phải số người, nên không chia cho số người được: đổi sang kieu = \"so_luong\"."
				}
				out = append(out, diag.At(r.Path, r.Keys.Value(f.Name, "tu_so"), diag.Block, "tu-lon-hon-mau",
					fmt.Sprintf("Tử số %s lớn hơn mẫu số %s, tỷ lệ sẽ quá 100%%.", viet.Int(*f.Value.Num), viet.Int(den)), hint))
			}
		}
	}
	return out
}
