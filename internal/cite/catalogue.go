package cite

import (
	"bytes"
	"slices"
	"strings"

	"thonlanh/internal/date"
)

// Entry is a document of the register.
type Entry struct {
	ID       string
	Kind     string // loai of the record
	Number   string
	Issuers  []string
	IssuedOn date.Date
	Year     int // where IssuedOn is not known
	// Names are what it is cited by, with or without the word for its kind,
	// the best first: the others are aliases.
	Names []string
}

// Catalogue finds documents by number and by name. It is not changed once
// made; any number of goroutines may ask it.
type Catalogue struct {
	entries []entry
	numbers map[string][]int32   // by folded number
	loose   map[string][]int32   // by folded number without dashes
	bases   map[baseKey][]int32  // by what is left without the symbol
	words   map[uint64]nameState // by the words of a name so far
	names   [][]named
}

type entry struct {
	id      string
	kind    Kind
	issued  date.Date
	year    int
	issuers [][]uint64 // words of each, abbreviations spelt out
}

type baseKey struct {
	kind Kind
	num  uint64 // its figures as bytes: never more than seven
	year int
}

// nameState is what is known of the words so far: that some name goes on, and
// which names end here.
type nameState struct {
	more bool
	at   int32 // 1 + index in names, 0 for none
}

// named is a document of a name.
type named struct {
	entry int32
	alias bool
	year  bool // the name says the year
}

// NewCatalogue makes a catalogue of the documents.
func NewCatalogue(entries []Entry) *Catalogue {
	c := &Catalogue{
		numbers: make(map[string][]int32, len(entries)), loose: make(map[string][]int32, len(entries)),
		bases: make(map[baseKey][]int32, 2*len(entries)), words: make(map[uint64]nameState, 16*len(entries)),
	}
	for _, e := range entries {
		c.add(e)
	}
	return c
}

func (c *Catalogue) add(e Entry) {
	at := int32(len(c.entries))
	in := entry{id: e.ID, kind: KindOf(e.Kind), issued: e.IssuedOn, year: e.Year}
	if in.year == 0 {
		in.year = e.IssuedOn.Year
	}
	if e.Number != "" {
		key := foldSymbol(nil, e.Number)
		c.numbers[string(key)] = append(c.numbers[string(key)], at)
		solid := strings.ReplaceAll(string(key), "-", "")
		c.loose[solid] = append(c.loose[solid], at)
		num, year, _ := splitKey(key)
		if year == 0 {
			year = in.year
		} else if in.year == 0 {
			in.year = year
		}
		c.addBase(in.kind, num, year, at)
		c.addBase(in.kind, num, 0, at)
	}
	for _, issuer := range e.Issuers {
		in.issuers = append(in.issuers, issuerWords(nil, []byte(issuer)))
	}
	c.entries = append(c.entries, in)
	for i, name := range e.Names {
		c.addName(at, in, name, i > 0)
	}
}

// addName enters a name with the word for its kind before it.
func (c *Catalogue) addName(at int32, in entry, name string, alias bool) {
	var words []uint64
	l := hashingLexer([]byte(name), 0)
	p := parser{lex: l}
	first := p.lex.next()
	if kind, _ := p.kindWords(first); kind == NoKind {
		words = kindNames(in.kind)
		if len(words) == 0 {
			return
		}
	}
	year := false
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		if t.kind == tokenSign {
			continue
		}
		words = append(words, t.hash)
		year = year || t.kind == tokenNumber && t.num == in.year && in.year != 0
	}
	if len(words) < 2 && in.kind != Constitution && first.id != wCode {
		return // "Luật" alone names nothing
	}
	h := uint64(nameSeed)
	for i, w := range words {
		h = mix(h, w)
		state := c.words[h]
		if i < len(words)-1 {
			state.more = true
		} else {
			if state.at == 0 {
				c.names = append(c.names, nil)
				state.at = int32(len(c.names))
			}
			list := &c.names[state.at-1]
			if !slices.ContainsFunc(*list, func(n named) bool { return n.entry == at }) {
				*list = append(*list, named{at, alias, year})
			}
		}
		c.words[h] = state
	}
}

const nameSeed = 0x517cc1b727220a95

// kindNames is the hashes of the words for a kind.
func kindNames(k Kind) []uint64 {
	name := [...]string{"", "", "bộ luật", "luật", "pháp lệnh", "nghị quyết", "nghị quyết liên tịch", "nghị định", "quyết định",
		"thông tư", "thông tư liên tịch", "chỉ thị", "kết luận", "văn bản hợp nhất", "kế hoạch", "chương trình", "đề án", "thông báo",
		"báo cáo", "công văn", "hướng dẫn", "hương ước", "quy chế", ""}[k]
	var out []uint64
	l := hashingLexer([]byte(name), 0)
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		out = append(out, t.hash)
	}
	return out
}

func (c *Catalogue) addBase(k Kind, num []byte, year int, at int32) {
	n := uint64(0)
	for _, b := range num {
		n = n<<8 | uint64(b)
	}
	key := baseKey{k, n, year}
	if !slices.Contains(c.bases[key], at) {
		c.bases[key] = append(c.bases[key], at)
	}
}

// splitKey parts a folded number: "282", 2025, "ND-CP".
func splitKey(key []byte) (num []byte, year int, symbol []byte) {
	at := bytes.IndexAny(key, "/-")
	if at < 0 {
		return key, 0, nil
	}
	num, symbol = key[:at], key[at+1:]
	if key[at] == '/' && len(symbol) >= 4 && (len(symbol) == 4 || symbol[4] == '/') {
		y := 0
		for _, c := range symbol[:4] {
			if c < '0' || c > '9' {
				return num, 0, symbol
			}
			y = y*10 + int(c-'0')
		}
		year, symbol = y, bytes.TrimPrefix(symbol[4:], []byte("/"))
	}
	return num, year, symbol
}

// issuerWords is the words of a body with its abbreviations spelt out.
func issuerWords(dst []uint64, s []byte) []uint64 {
	l := hashingLexer(s, 0)
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		if t.kind == tokenSign {
			continue
		}
		long := ""
		if t.caps || t.upper && t.runes == 3 {
			var buf [maxWord]byte
			switch string(lowered(s, t, &buf)) {
			case "ubnd":
				long = "ủy ban nhân dân"
			case "hđnd":
				long = "hội đồng nhân dân"
			case "ttg":
				long = "thủ tướng chính phủ"
			case "cp":
				long = "chính phủ"
			case "bca":
				long = "bộ công an"
			case "byt":
				long = "bộ y tế"
			case "mttq":
				long = "mặt trận tổ quốc"
			case "ubtvqh":
				long = "ủy ban thường vụ quốc hội"
			case "tp":
				long = "thành phố"
			}
		}
		if long == "" {
			dst = append(dst, t.hash)
			continue
		}
		m := hashingLexer([]byte(long), 0)
		for w := m.next(); w.kind != tokenEnd; w = m.next() {
			dst = append(dst, w.hash)
		}
	}
	return dst
}
