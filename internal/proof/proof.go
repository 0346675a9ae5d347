// Package proof reads an official text as a proof-reader does: it looks for
// what was probably typed by mistake. It knows how Vietnamese syllables are
// built, a few hundred slips that offices repeat, and that a text should write
// one thing in one way. It only suggests; a person decides.
package proof

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraph is one paragraph of a text. Its pieces may stand in several
// places, as where a page ended in the middle of it.
type Paragraph struct {
	Recipients bool // a line of the list of recipients
	Pieces     []Piece
}

// Piece is a stretch of a paragraph and where it stands.
type Piece struct {
	At   int
	Text string
}

// Slip is one suggestion. Meant is empty where only a person can know.
type Slip struct {
	Rule  string
	At    []int // every place, in order
	Found string
	Meant string
	Why   string // Vietnamese
}

// maxTokens bounds the words that are compared with one another.
const maxTokens = 400_000

// maxSlips bounds the suggestions of one rule: a text that has more is of
// another kind than this package knows, and nobody reads a thousand.
const maxSlips = 40

// token is a word, or a number, with what stands before it.
type token struct {
	text  string // as written
	lower string
	gap   string // between the word before and this one; "\n" at the head of a paragraph
	at    int
}

// proof is one reading.
type proof struct {
	paras  []Paragraph
	tokens []token
	slips  []Slip
	counts map[string]int // suggestions by rule
	marked map[int]bool   // tokens that a rule has already spoken of
}

// Find reads a text.
func Find(paras []Paragraph) []Slip {
	p := &proof{paras: paras, counts: map[string]int{}, marked: map[int]bool{}}
	for _, x := range paras {
		if len(p.tokens) > maxTokens {
			break
		}
		p.tokenize(x)
	}
	p.syllables()
	p.collocations()
	p.doubled()
	p.middles()
	p.tones()
	p.commas()
	p.joiners()
	p.spaces()
	p.symbols()
	p.shortForms()
	p.percents()
	p.offices()
	p.quotedNames()
	slices.SortStableFunc(p.slips, func(a, b Slip) int { return cmp.Or(cmp.Compare(a.At[0], b.At[0]), cmp.Compare(a.Rule, b.Rule)) })
	return p.slips
}

func (p *proof) add(s Slip) {
	if p.counts[s.Rule]++; p.counts[s.Rule] > maxSlips {
		return
	}
	slices.Sort(s.At)
	s.At = slices.Compact(s.At)
	p.slips = append(p.slips, s)
}

func (p *proof) tokenize(x Paragraph) {
	gap := "\n"
	for _, piece := range x.Pieces {
		text := piece.Text
		for text != "" {
			start := strings.IndexFunc(text, isWordRune)
			if start < 0 {
				gap += text
				break
			}
			end := strings.IndexFunc(text[start:], func(r rune) bool { return !isWordRune(r) })
			if end < 0 {
				end = len(text) - start
			}
			word := text[start : start+end]
			p.tokens = append(p.tokens, token{word, strings.ToLower(word), gap + text[:start], piece.At})
			gap, text = "", text[start+end:]
		}
		gap += " "
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// word gives the token at i, empty beyond the ends.
func (p *proof) word(i int) token {
	if i < 0 || i >= len(p.tokens) {
		return token{gap: "\n"}
	}
	return p.tokens[i]
}

// next reports whether token i follows the one before it with only a blank
// between them.
func (p *proof) next(i int) bool {
	return i > 0 && i < len(p.tokens) && strings.TrimSpace(p.tokens[i].gap) == "" && !strings.Contains(p.tokens[i].gap, "\n")
}

// phrase is tokens i to j as written.
func (p *proof) phrase(i, j int) string {
	var b strings.Builder
	for k := max(0, i); k < j && k < len(p.tokens); k++ {
		if k > i {
			b.WriteString(strings.ReplaceAll(p.tokens[k].gap, "\n", " "))
		}
		b.WriteString(p.tokens[k].text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// sameCase writes a correction as the word that it replaces: with a capital.
func sameCase(found, meant string) string {
	if !startsUpper(found) || meant == "" {
		return meant
	}
	r, n := utf8.DecodeRuneInString(meant)
	return string(unicode.ToUpper(r)) + meant[n:]
}

// small words join others and say nothing of a text's subject.
const small = " và của các những cho với về là có được trong tại để khi thì mà như từ đến theo do bởi nên cũng đã đang sẽ này đó một hai ba trên dưới hoặc hay nếu vì ở ra vào lên xuống còn rất qua lại phải bị "

func isSmall(lower string) bool { return strings.Contains(small, " "+lower+" ") }
