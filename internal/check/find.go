package check

import (
	"strings"
	"unicode/utf8"
)

// kind is what was found in a text. Whether it is a problem depends on where
// the text stands; the rules decide that.
type kind uint8

const (
	aName     kind = iota // a personal name near a plight; near is the plight
	aPaper                // an identity number
	aPlate                // a vehicle's plate
	aBirth                // a day or year of birth, or an age, with a name
	aHome                 // where a named person lives
	aPremises             // a business by its name
	aStigma               // near is the better word
	aSlip                 // near is what was meant; n is 1 for two spellings in one text
	aRank                 // villages against one another
	aRankHere             // the same in a village's own words
	aCount                // persons concerned, cases, premises, tests; n of them
	aPercent              // of nothing
	aFine                 // an amount of a fine
	aSentence             // n syllables, more than the limit
	aBlank                // words that were left to be filled in
)

// found is one place of a text.
type found struct {
	kind    kind
	counted counted
	word    bool // the number is written as a word
	vague   bool // "a few"
	invited bool // the people who are counted are asked to come
	village bool // the count is of one village, though the text is not
	quoted  bool
	at, end int // byte offsets in the text
	n       int
	near    string
}

// longSentence is how many syllables a sentence of a help page may have.
const longSentence = 35

// reader reads texts with one lexicon.
type reader struct {
	lex   *lexicon
	words []word // of the last text, to be used again
	low   lowered
}

func newReader(villageWord string) *reader {
	return &reader{lex: newLexicon(villageWord), low: make(lowered)}
}

// marked is a phrase of the lexicon at words[at:at+n].
type marked struct {
	at, n int
	phrase
}

// read finds everything in a text of an area that its rules may ask for.
func (x *reader) read(text string, in area) []found {
	ws := appendWords(x.words[:0], text, x.low)
	x.words = ws
	marks := x.marks(ws, startsAny)
	out := blanks(text)
	out = append(out, x.phrases(text, ws, marks)...)
	out = append(out, x.people(text, ws, marks)...)
	out = append(out, x.numbers(text, ws, marks)...)
	if in != inLegal {
		out = append(out, toneMix(ws)...)
	}
	if in == inHelp {
		out = append(out, sentences(ws)...)
	}
	return out
}

// readVerbatim finds what may not stand even in the words of a legal text as
// it was issued: persons, their papers and plates, and blanks. No rule asks
// for anything else there, and an archive has millions of such words.
func (x *reader) readVerbatim(text string) []found {
	ws := appendWords(x.words[:0], text, x.low)
	x.words = ws
	marks := x.marks(ws, startsPerson)
	out := blanks(text)
	out = append(out, x.people(text, ws, marks)...)
	for i := 0; i < len(ws); i++ {
		if !ws[i].number {
			continue
		}
		if f, last, ok := identity(text, ws, marks, i); ok {
			out = append(out, f)
			i = last
		}
	}
	return append(out, passports(ws, marks)...)
}

// marks finds the phrases of the lexicon of one kind, in the order of the
// text.
func (x *reader) marks(ws []word, kind starts) []marked {
	var marks []marked
	for i := range ws {
		if x.lex.starts[startOf(ws[i].low)]&kind == 0 {
			continue
		}
		var best marked
		for _, p := range x.lex.first[ws[i].low] {
			if p.mark.starts()&kind == 0 {
				continue
			}
			if n := phraseAt(ws, i, p.syllables, equal); n > 0 {
				if p.mark == markStigma || p.mark == markSlip {
					if n > best.n {
						best = marked{i, n, p}
					}
					continue
				}
				marks = append(marks, marked{i, n, p})
			}
		}
		if best.n > 0 {
			marks = append(marks, best)
		}
	}
	return marks
}

// blankMark opens the words that a new site or a new file leaves for its author:
// "[điền: giờ làm việc]".
const blankMark = "[điền"

func blanks(text string) []found {
	var out []found
	for at := 0; ; {
		n := strings.Index(text[at:], blankMark)
		if n < 0 {
			return out
		}
		at += n
		out = append(out, found{kind: aBlank, at: at, end: at + len(blankMark)})
		at += len(blankMark)
	}
}

func equal(a, b string) bool { return a == b }

// phrases are the finds that a phrase alone decides, with its neighbours.
func (x *reader) phrases(text string, ws []word, marks []marked) []found {
	var out []found
	stigmaEnd, rankEnd := 0, 0
	for _, m := range marks {
		f := found{at: ws[m.at].start, end: ws[m.at+m.n-1].end, near: m.say, quoted: ws[m.at].quoted}
		switch m.mark {
		case markStigma:
			if m.at < stigmaEnd || negated(ws, m.at) && m.syllables[0] == "thôn" {
				continue
			}
			stigmaEnd = m.at + m.n
			f.kind = aStigma
		case markSlip:
			if !slipMeant(text, ws, m) {
				continue
			}
			f.kind = aSlip
		case markRank, markRankHere:
			after := m.at + m.n
			if m.at < rankEnd || negated(ws, m.at) || after < len(ws) && ws[after].low == "tự" {
				continue // "xếp thứ tự"
			}
			rankEnd = after
			f.kind = aRank
			if m.mark == markRankHere {
				f.kind = aRankHere
			}
		case markPremises:
			next := m.at + m.n
			if next >= len(ws) || !ws[next].capital || ws[next].upper && ws[next].end-ws[next].start > 1 {
				continue
			}
			between := text[f.end:ws[next].start]
			if between != " " && between != " “" {
				continue
			}
			if _, kind := x.lex.first[ws[next].low]; kind && ws[next].low != "quán" {
				continue
			}
			if m.at > 0 && ws[m.at].gap == space && strings.Contains(" sứ sự tập chủ quê nguyên trú thư ", " "+ws[m.at-1].low+" ") {
				continue // đại sứ quán Việt Nam, quê quán Nghệ An
			}
			f.kind = aPremises
			f.end = ws[next].end
		default:
			continue
		}
		out = append(out, f)
	}
	return out
}

// negated reports whether a sentence denies what follows: "không xếp hạng
// thôn nào".
func negated(ws []word, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && ws[k+1].gap < stop; k-- {
		switch ws[k].low {
		case "không", "chưa", "đừng", "chẳng", "cấm", "tránh":
			return true
		}
	}
	return false
}

// slipMeant reports whether a phrase that could be right is the slip here.
func slipMeant(text string, ws []word, m marked) bool {
	after := m.at + m.n
	switch m.syllables[0] {
	case "phần":
		if after >= len(ws) || ws[after].gap >= comma {
			return false
		}
		if ws[after].number {
			return strings.HasPrefix(text[ws[after].end:], "%")
		}
		switch ws[after].low {
		case "duy", "đạt", "giảm", "xây", "hoàn", "thực", "giữ", "tăng", "có", "đưa":
			return true
		}
		return false
	case "để":
		if m.at == 0 || ws[m.at].gap != space {
			return false
		}
		switch ws[m.at-1].low {
		case "vụ", "vực", "bàn", "nơi", "điểm", "sở", "nghề":
			return true
		}
		return false
	case "lòng":
		return m.at == 0 || ws[m.at].gap >= stop || ws[m.at-1].low != "một"
	case "bcd":
		return ws[m.at].upper
	case "ubtumttq", "ubtumttqvn":
		return ws[m.at].upper
	}
	return true
}

// sentences finds long ones. Headings and list items end theirs.
func sentences(ws []word) []found {
	var out []found
	start := 0
	for i := 1; i <= len(ws); i++ {
		if i < len(ws) && ws[i].gap < stop {
			continue
		}
		if i-start > longSentence {
			out = append(out, found{kind: aSentence, at: ws[start].start, end: ws[i-1].end, n: i - start})
		}
		start = i
	}
	return out
}

// toneMix finds the rarer spelling of a syllable that a text writes both ways:
// "hòa" and "hoà". Each such syllable is named once.
func toneMix(ws []word) []found {
	type seen struct {
		n     [2]int
		first [2]int
	}
	var all map[string]*seen
	var order []string
	for i := range ws {
		key, style, ok := tonePlace(ws[i].low)
		if !ok {
			continue
		}
		if all == nil {
			all = make(map[string]*seen)
		}
		s := all[key]
		if s == nil {
			s = &seen{first: [2]int{-1, -1}}
			all[key] = s
			order = append(order, key)
		}
		if s.n[style] == 0 {
			s.first[style] = i
		}
		s.n[style]++
	}
	var out []found
	for _, key := range order {
		s := all[key]
		if s.n[0] == 0 || s.n[1] == 0 {
			continue
		}
		rare, usual := 0, 1
		if s.n[1] <= s.n[0] {
			rare, usual = 1, 0
		}
		w, other := ws[s.first[rare]], ws[s.first[usual]]
		out = append(out, found{kind: aSlip, at: w.start, end: w.end, near: other.low, n: 1})
	}
	return out
}

// tonePlace gives the syllable with its tone on the first vowel (òa, not oà)
// and the style it was written in; ok is false for syllables without choice.
func tonePlace(low string) (key string, style int, ok bool) {
	if n := len(low) - 1; n < 1 || low[n] < utf8.RuneSelf && (low[n-1] < utf8.RuneSelf || low[n] != 'a' && low[n] != 'e' && low[n] != 'y') {
		return "", 0, false // ends in a consonant, or in two plain letters
	}
	last, size := utf8.DecodeLastRuneInString(low)
	before, width := utf8.DecodeLastRuneInString(low[:len(low)-size])
	head := low[:len(low)-size-width]
	const tonedO, tonedU = "òóỏõọ", "ùúủũụ"
	switch last {
	case 'a', 'e':
		return low, 0, before > utf8.RuneSelf && strings.ContainsRune(tonedO, before)
	case 'y':
		return low, 0, before > utf8.RuneSelf && strings.ContainsRune(tonedU, before)
	}
	if last < utf8.RuneSelf || before != 'o' && before != 'u' || before == 'u' && head == "q" {
		return "", 0, false
	}
	for _, p := range [...]struct{ vowel, toned, first, plain string }{
		{"o", "àáảãạ", tonedO, "a"}, {"o", "èéẻẽẹ", tonedO, "e"}, {"u", "ỳýỷỹỵ", tonedU, "y"},
	} {
		if p.vowel != string(before) {
			continue
		}
		n := 0
		for _, r := range p.toned {
			if r == last {
				return head + string([]rune(p.first)[n]) + p.plain, 1, true
			}
			n++
		}
	}
	return "", 0, false
}
