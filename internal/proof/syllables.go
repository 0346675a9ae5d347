package proof

import (
	"strings"
	"unicode/utf8"

	"thonlanh/internal/viet"
)

// loans are words of other languages that are written in Vietnamese texts
// without marks or against its spelling.
const loans = " internet video clip karaoke casino radio logo robot photo fax email mail online offline website web blog facebook zalo tiktok youtube google app apps banner poster panel pano panô hotline " +
	"marketing camera laptop smartphone wifi code file data server hacker game games gameshow show live livestream stress test kit gas oxy oxi ozon taxi container resort hotel homestay spa massage mát-xa bar pub club " +
	"vitamin virus vi-rút coronavirus heroin heroine cocain cocaine ketamin methadone amphetamine marijuana morphine opium lesbian gay bisexual transgender condom " +
	"kilogam kilomet gam mét lít hecta hectare megabyte ampe vôn watt pixel inch fan idol studio album radio catalog catalogue format form forum link menu pin post chat net set top hot hit pop rap bit sex " +
	"barem carton ceramic logic max min minh maket market maquette palet pallet ra-đa radar ti-vi tivi salon sandwich shop slogan sport star style team tour trailer tuabin vip visa ki-lô ki-ốt kiosk " +
	"acid axit vắcxin vácxin vacxin amin bazo canxi cloramin cloro enzym etanol glucose hydro insulin kali natri nitrat protein polyme paracetamol sulfat ure "

// syllables finds words that Vietnamese cannot spell: run together, with the
// tone on the wrong letter, with marks that were lost.
func (p *proof) syllables() {
	type slip struct {
		meant, why string
		at         []int
	}
	found := map[string]*slip{}
	sound := map[string]bool{}
	var order []string
	for i, t := range p.tokens {
		w := t.lower
		if t.text != w && !startsSentence(t.gap) || hasDigit(w) || utf8.RuneCountInString(w) < 3 || isUpper(t.text) {
			continue // names and short forms are spelt as they like
		}
		if s := found[w]; s != nil {
			s.at = append(s.at, t.at)
			continue
		}
		if sound[w] || hyphened(p, i) {
			continue
		}
		meant, why := "", ""
		if !viet.IsSyllable(w) && !strings.Contains(loans, " "+w+" ") {
			meant, why = misspelt(w)
		}
		if why == "" {
			sound[w] = true
			continue
		}
		found[w] = &slip{meant, why, []int{t.at}}
		order = append(order, w)
	}
	for _, w := range order {
		p.add(Slip{"am-tiet", found[w].at, w, found[w].meant, found[w].why})
	}
}

// hyphened reports whether a word is a part of a borrowed one: vi-rút.
func hyphened(p *proof, i int) bool {
	glued := func(gap string) bool {
		return gap == "-" || gap == "." || gap == "/" || gap == "@" || gap == "_" || gap == "://"
	}
	return glued(p.tokens[i].gap) || glued(p.word(i+1).gap)
}

func startsSentence(gap string) bool { return strings.ContainsAny(gap, ".\n:;!?–“") }

// misspelt explains a word that is no syllable; without why it is none of ours
// to judge.
func misspelt(w string) (meant, why string) {
	if len(w) > 40 {
		return "", ""
	}
	ascii := isASCII(w)
	if s := knownCompound(w); s != "" {
		return s, "Gõ liền và thiếu dấu."
	}
	if ascii {
		switch {
		case viet.IsPlainSyllable(w) && utf8.RuneCountInString(w) > 3:
			return "", "Có lẽ thiếu dấu."
		case len(w) >= 6 && splits(w, viet.IsPlainSyllable, 3):
			return "", "Không phải một tiếng trong tiếng Việt: có lẽ gõ liền hai tiếng và thiếu dấu."
		}
		return "", ""
	}
	if s := otherTonePlace(w); s != "" {
		return s, "Dấu thanh đặt sai chữ."
	}
	if s := horned(w); s != "" {
		return s, "Thiếu dấu móc của chữ ư hoặc ơ."
	}
	if a, b := split(w); a != "" {
		return a + " " + b, "Gõ liền hai tiếng."
	}
	if viet.IsPlainSyllable(viet.Fold(w)) {
		return "", "Dấu của tiếng này không hợp với vần."
	}
	return "", "" // borrowed, or of another language
}

// knownCompound knows a few things of an office that are typed in one word.
func knownCompound(w string) string {
	f := viet.Fold(w)
	for c := range strings.SplitSeq("áp phích,băng rôn,khẩu hiệu,tờ rơi,tờ gấp,sổ tay,hội nghị,tập huấn,kế hoạch,báo cáo,ủy ban,nhân dân,mại dâm,ma túy,tuyên truyền,phòng chống,thực hiện,tổ chức,địa bàn,cơ quan,đơn vị", ",") {
		if strings.ReplaceAll(viet.Fold(c), " ", "") == f {
			return c
		}
	}
	return ""
}

// horned gives ươ both of its horns.
func horned(w string) string {
	for _, pair := range [...]string{"ưo=ươ", "ưò=ườ", "ưó=ướ", "ưỏ=ưở", "ưõ=ưỡ", "ưọ=ượ", "uơ=ươ", "uờ=ườ", "uớ=ướ", "uở=ưở", "uỡ=ưỡ", "uợ=ượ"} {
		wrong, right, _ := strings.Cut(pair, "=")
		if s := strings.Replace(w, wrong, right, 1); s != w && viet.IsSyllable(s) {
			return s
		}
	}
	return ""
}

func splits(w string, ok func(string) bool, most int) bool {
	if most == 0 {
		return false
	}
	for i := 2; i <= len(w)-2; i++ {
		if ok(w[:i]) && (ok(w[i:]) && len(w)-i >= 2 || splits(w[i:], ok, most-1)) {
			return true
		}
	}
	return false
}

func split(w string) (string, string) {
	for i := range w {
		if i >= 2 && len(w)-i >= 2 && viet.IsSyllable(w[:i]) && viet.IsSyllable(w[i:]) && utf8.RuneCountInString(w[:i]) > 1 && utf8.RuneCountInString(w[i:]) > 1 {
			return w[:i], w[i:]
		}
	}
	return "", ""
}

// otherTonePlace moves the tone of a word to another of its vowels.
func otherTonePlace(w string) string {
	for _, s := range viet.TonePlaces(w) {
		if s != w && viet.IsSyllable(s) {
			return s
		}
	}
	return ""
}
