package cite_test

import (
	"fmt"

	"thonlanh/internal/cite"
)

// A block is scanned when its file is parsed; the catalogue is asked when the
// whole site is known.
func Example() {
	html := []byte("Xem <strong>khoản 1, 2 Điều 33</strong> Nghị định 282/2025/NĐ-CP.")
	cites := cite.Scan(nil, html)

	register := cite.NewCatalogue([]cite.Entry{{ID: "nd-282-2025", Kind: "nghi_dinh", Number: "282/2025/NĐ-CP"}})
	for _, m := range register.ResolveAll(nil, cites, html) {
		href := "/van-ban/" + m.ID + "/#" + m.Units[0].Anchor(false)
		start, end := cite.Widen(html, m.Start, m.End)
		fmt.Println(m.Outcome, href, len(m.Units))
		fmt.Println(string(cite.AppendLink(nil, html[start:end], "<a>", "</a>")))
	}
	// Output:
	// found /van-ban/nd-282-2025/#dieu-33-khoan-1 2
	// <a><strong>khoản 1, 2 Điều 33</strong> Nghị định 282/2025/NĐ-CP</a>
}
