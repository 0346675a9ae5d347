package intake

import (
	"strings"
	"testing"
)

const (
	alphabet      = "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ"
	alphabetTCVN3 = "µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô \u00ad õ ö ÷ ø ù ú û ü ý þ ®"
	alphabetVNI   = "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ"
)

func TestWholeAlphabetOfOldFonts(t *testing.T) {
	if n := len(strings.Fields(alphabet)); n != 67 {
		t.Fatalf("%d letters", n)
	}
	if got := fromTCVN3(alphabetTCVN3); got != alphabet {
		t.Errorf("ABC: %s", got)
	}
	if got := fromTCVN3("¡ ¢ § £ ¤ ¥ ¦"); got != "Ă Â Đ Ê Ô Ơ Ư" {
		t.Errorf("ABC capitals: %s", got)
	}
	if got := fromVNI(alphabetVNI); got != alphabet {
		t.Errorf("VNI: %s", got)
	}
	if got, want := fromVNI(strings.ToUpper(alphabetVNI)), strings.ToUpper(alphabet); got != want {
		t.Errorf("VNI capitals: %s", got)
	}
	for in, want := range map[string]string{
		"Céng hßa x· héi chñ nghÜa ViÖt Nam": "Cộng hòa xã hội chủ nghĩa Việt Nam",
		"§éc lËp - Tù do - H¹nh phóc":        "Độc lập - Tự do - Hạnh phúc",
		"\uf0a7éc lËp":                       "Độc lập",
	} {
		if got := fromTCVN3(in); got != want {
			t.Errorf("ABC: %s", got)
		}
	}
	for in, want := range map[string]string{
		"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam":   "Cộng hòa xã hội chủ nghĩa Việt Nam",
		"Ñoäc laäp - Töï do - Haïnh phuùc":           "Độc lập - Tự do - Hạnh phúc",
		"CHUÛ TÒCH UÛY BAN NHAÂN DAÂN XAÕ":           "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
		"ngöôøi ñöôïc höôùng daãn khoâng phaûi nghæ": "người được hướng dẫn không phải nghỉ",
	} {
		if got := fromVNI(in); got != want {
			t.Errorf("VNI: %s", got)
		}
	}
}

func font(name string) string { return `<w:rFonts w:ascii="` + name + `" w:hAnsi="` + name + `"/>` }

func TestOldFontsInWord(t *testing.T) {
	const abc, vni = "ñy ban nh©n d©n x· gi÷ g×n trËt tù", "uûy ban nhaân daân xaõ giöõ gìn traät töï"
	const want = "ủy ban nhân dân xã giữ gìn trật tự"
	for name, c := range map[string]struct {
		d    docx
		want string
	}{
		"by run":                    {docx{body: par("", run(font(".VnTime"), abc))}, want + "\n"},
		"capitals":                  {docx{body: par("", run(font(".VnTimeH"), "kÕ ho¹ch ")+run(font(".VnArialH"), "tuyªn truyÒn"))}, "KẾ HOẠCH TUYÊN TRUYỀN\n"},
		"another name":              {docx{body: par("", run(font("VNI-Times"), vni))}, want + "\n"},
		"soft hyphen":               {docx{body: par("", `<w:r><w:rPr>`+font(".VnTime")+`</w:rPr><w:t>c¸n bé t</w:t><w:softHyphen/><w:t> ph¸p, ®¬n vÞ t</w:t></w:r>`+run(font(".VnTime"), "\u00ad"+" vÊn"))}, "cán bộ tư pháp, đơn vị tư vấn\n"},
		"letter cut":                {docx{body: par("", run(font("VNI-Times")+"<w:b/>", "uûy ban nha")+run(font("VNI-Times"), "ân daân xaõ"))}, "ủy ban nhân dân xã\n"},
		"by style":                  {docx{styles: `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:rPr>` + font(".VnTime") + `</w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>`, body: par(`<w:pStyle w:val="B"/>`, abc)}, want + "\n"},
		"by default":                {docx{styles: `<w:docDefaults><w:rPrDefault><w:rPr>` + font("VNI-Times") + `</w:rPr></w:rPrDefault></w:docDefaults>`, body: par("", vni)}, want + "\n"},
		"by theme":                  {docx{theme: `<a:theme xmlns:a="a"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`, body: par("", run(`<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>`, abc))}, want + "\n"},
		"Unicode under an old name": {docx{body: par("", run(font(".VnTime"), want))}, want + "\n"},
		"mixed":                     {docx{body: par("", run("", "Ủy ban: ")+run(font(".VnTime"), abc))}, "Ủy ban: " + want + "\n"},
		"unnamed":                   {docx{body: par("", abc)}, want + "\n"},
		"pasted":                    {docx{body: pars("Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện.", "Đơn vị nào làm chậm thì báo cáo.", abc)}, "Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện.\n\nĐơn vị nào làm chậm thì báo cáo.\n\n" + want + "\n"},
		"in a note":                 {docx{footnotes: `<w:footnote w:id="1"><w:p>` + run(font(".VnTime"), "sè liÖu cña x·") + `</w:p></w:footnote>`, body: par("", run("", "Câu có chú thích")+`<w:r><w:footnoteReference w:id="1"/></w:r>`)}, "Câu có chú thích[^1]\n\n[^1]: số liệu của xã\n"},
	} {
		res := importing(t, "a.docx", c.d.bytes(t), Options{Kind: "van-ban"})
		if got := strings.ReplaceAll(bodyOf(t, res), "**", ""); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
		if said := told(res); strings.Contains(said, "được đổi sang Unicode") == (name == "Unicode under an old name") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// Text that looks like no alphabet is not let through.
func TestNoiseIsRefused(t *testing.T) {
	const noise = "µ¶n·h d¸¹n x»¼ g½i¾ tr©ªt k«¬ h§o p¡h b¢c"
	for name, data := range map[string][]byte{
		"a.docx": docx{body: pars(noise)}.bytes(t),
		"b.docx": docx{body: par("", run(font(".VnTime"), "øøb ¸¸c ®®d þþe ññg"))}.bytes(t),
		"a.txt":  []byte(noise),
	} {
		if r := refused(t, name, data); !strings.Contains(r.Hint(), "Unikey") {
			t.Errorf("%s: %s", name, r.Message())
		}
	}
	// Other languages are let alone.
	for _, text := range []string{"Le texte français était écrit à Hanoï, où l’été dure.", "Čar bruă mơ̆ng jih jang", "Straße, größer, müssen"} {
		res := importing(t, "a.txt", []byte(text), Options{Kind: "bai"})
		if !strings.Contains(bodyOf(t, res), strings.Fields(text)[1]) {
			t.Errorf("%s became %s", text, bodyOf(t, res))
		}
	}
}

func TestOldBytesInPlainText(t *testing.T) {
	const abc, vni = "ñy ban nh©n d©n x· gi÷ g×n trËt tù t\u00ad ph¸p", "uûy ban nhaân daân xaõ giöõ gìn traät töï"
	for _, c := range []struct{ in, want string }{{abc, "ủy ban nhân dân xã giữ gìn trật tự tư pháp\n"}, {vni, "ủy ban nhân dân xã giữ gìn trật tự\n"}} {
		latin := make([]byte, 0, len(c.in))
		for _, r := range c.in {
			latin = append(latin, byte(r))
		}
		for _, data := range [][]byte{latin, []byte(c.in)} {
			res := importing(t, "a.txt", data, Options{Kind: "bai"})
			if got := bodyOf(t, res); got != c.want {
				t.Errorf("%q", got)
			}
		}
	}
}
