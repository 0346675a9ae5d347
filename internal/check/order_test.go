package check

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thonlanh/internal/content"
)

// The part of the real plan of 2020 on who does what gives nineteen duties;
// no more and no fewer units of it order something.
func TestUnitsOfTheRealPlanThatOrder(t *testing.T) {
	tree, _, err := content.Load(os.DirFS("../.."), 2)
	if err != nil {
		t.Fatal(err)
	}
	want := map[int]string{
		2020: "iii-1-y-1 iii-1-y-2 iii-1-y-3 iii-1-y-4 iii-1-y-5 iii-2-y-1 iii-2-y-2 iii-2-y-3 iii-2-y-4 " +
			"iii-3-y-1 iii-3-y-2 iii-3-y-3 iii-3-y-4 iii-4 iii-5 iii-6 iii-7 iii-9-y-1 iii-9-y-2",
		2026: "iii-1-y-2 iii-1-y-3 iii-2-y-1 iii-2-y-2 iii-3-y-1 iii-4-y-1 iii-5-y-1 iii-6-y-1 iii-6-y-2 iii-7-y-1",
	}
	for _, p := range tree.Plans {
		d := p.Doc.Open()
		var got []string
		for i, yes := range newOrdering().ordered(d) {
			if yes {
				got = append(got, strings.TrimPrefix(d.Units[i].ID, "muc-"))
			}
		}
		if diff := cmp.Diff(want[p.Year], strings.Join(got, " ")); diff != "" {
			t.Errorf("plan of %d (-want +got):\n%s", p.Year, diff)
		}
	}
}

func TestWordsThatOrder(t *testing.T) {
	o := newOrdering()
	for words, want := range map[string]bool{
		"Chủ trì, phối hợp với các đơn vị": true,
		"**Tổ chức** hội thi":              true,
		"Tổ chức hội nghị tổng kết":        true,
		"Tổ chức Hội Phụ nữ xã":            false,
		"Tổ chức chính trị - xã hội xã":    false,
		"Định kỳ hằng quý báo cáo":         true,
		"Có trách nhiệm tiếp tục rà soát":  true,
		"Công an xã: tiếp nhận tin báo":    true,
		"Cấp ủy, chính quyền các thôn":     false,
		"Dự toán kinh phí":                 false,
		"Đơn vị thường trực của kế hoạch":  false,
		"100% thôn có loa":                 false,
		"Tiếp tục":                         false,
		"":                                 false,
		":":                                false,
	} {
		if got := o.orders(words); got != want {
			t.Errorf("%q orders: %v", words, got)
		}
	}
}
