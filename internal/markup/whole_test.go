package markup

import (
	"strings"
	"testing"
)

func TestNumbersKeepTogether(t *testing.T) {
	for html, want := range map[string]string{
		"Nghị định 282/2025/NĐ-CP":                  `Nghị định [282/2025/NĐ-CP]`,
		"số 282/2025/NĐ–CP, Bà Rịa-Vũng Tàu":        `số [282/2025/NĐ–CP], Bà [Rịa-Vũng] Tàu`,
		"ngày 10/6, từ 2020 - 2025":                 `ngày [10/6], từ 2020 - 2025`,
		"Điều 5 và-":                                `Điều 5 và-`,
		"<em>Luật</em> HIV/AIDS":                    `<em>Luật</em> [HIV/AIDS]`,
		`<a href="/van-ban/nd-1/">144/2021</a>`:     `<a href="/van-ban/nd-1/">[144/2021]</a>`,
		"282/<em>2025</em>/NĐ-CP":                   `282/<em>2025</em>/[NĐ-CP]`,
		"A-B&amp;C-D":                               `[A-B]&amp;[C-D]`,
		"01/2008/NQLT-BLĐTBXH-BCA-BVHTTDL-UBTƯMTTQ": `01/2008/NQLT-BLĐTBXH-BCA-BVHTTDL-UBTƯMTTQ`,
		"a--b /":       `a--b /`,
		"1-2 <b x=a-b": `[1-2] <b x=a-b`,
		"Điều 5":       "Điều 5",
	} {
		got := string(appendWhole(nil, []byte(html)))
		want = strings.NewReplacer("[", wholeOpen, "]", wholeClose).Replace(want)
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", html, got, want)
		}
	}
}
