package render

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/site"
)

// vcard is so-can-biet.vcf: the register for the address book of a phone,
// under names that say nothing. Examples, and numbers that nobody has verified,
// are left out.
func (r *Renderer) vcard() ([]byte, error) {
	var b strings.Builder
	line := func(s string) { writeFolded(&b, s) }
	for _, n := range r.site.Numbers {
		if n.Example || n.Unchecked("so") {
			continue
		}
		name := r.neutralName(n)
		line("BEGIN:VCARD")
		line("VERSION:3.0")
		line("N:" + vcardText(name) + ";;;;")
		line("FN:" + vcardText(name))
		line("TEL;TYPE=VOICE:" + strings.TrimPrefix(n.Dial.Tel(), "tel:"))
		if r.site.Sample {
			line("NOTE:" + vcardText(sampleWords))
		}
		line("END:VCARD")
	}
	return []byte(b.String()), nil
}

// neutralName is what a number is called in an address book that others may
// look into.
func (r *Renderer) neutralName(n *site.Number) string {
	if n.Neutral != "" {
		return n.Neutral
	}
	return r.communeWords().Us + " " + strconv.Itoa(slices.Index(r.site.Numbers, n)+1)
}

func vcardText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\n", `\n`, "\r", "").Replace(s)
}

// writeFolded writes a content line of RFC 2425 and RFC 5545: at most 75 octets
// a line, the next one begun by a space, never inside a letter.
func writeFolded(b *strings.Builder, s string) {
	room := 75
	for len(s) > room {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		b.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], 74
	}
	b.WriteString(s + "\r\n")
}
