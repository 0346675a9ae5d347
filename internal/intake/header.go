package intake

import (
	"strings"
	"unicode/utf8"

	"thonlanh/internal/date"
)

// header is what the head of an administrative document says of it (Nghị định
// 30/2020/NĐ-CP, Phụ lục I). A field is set only where it stands there.
type header struct {
	kindWord string // KẾ HOẠCH
	kind     string // as content spells it: ke_hoach
	number   string
	subject  string
	issuers  []string
	printed  []string // the same, line by line
	together bool     // they issue it together
	issued   date.Date
	secret   string // a mark such as MẬT
	taken    []taken
	title    []*para // the kind and the subject, which stay at the head of the text
}

// taken is a line of the file that is not in the text of the draft: its words
// went to a key of the front matter, or are the same on every document.
type taken struct {
	at   int
	text string
	key  string // empty for the national name and motto
}

// maxHead is how many lines are looked at for a header.
const maxHead = 60

// takeHeader reads the header and takes its lines from the blocks.
func (d *draft) takeHeader() {
	h := &d.head
	var rest []block
	i, strange := 0, 0
	for ; i < len(d.blocks) && i < maxHead; i++ {
		p := d.blocks[i].para
		if p == nil {
			break
		}
		text := p.text()
		if text == "" {
			continue
		}
		if h.kindWord == "" && d.takeKind(i, text) {
			i += len(h.title) - 1
			// What follows the subject is the body, but for a second
			// column of a header that was set below.
			i++
			break
		}
		if d.takeParts(p, text) {
			strange = 0
			continue
		}
		if !d.headGoesOn(i) {
			break
		}
		if strange++; strange > 3 {
			break
		}
		rest = append(rest, d.blocks[i])
	}
	rest = append(rest, d.blocks[i:]...)
	if h.kindWord == "" && h.number == "" && len(h.taken) == 0 {
		return
	}
	d.blocks = rest
	h.joint()
	if h.kind == "" {
		h.kind = kindOfNumber(h.number)
	}
}

// headGoesOn reports whether a line that is no part of a header stands between
// such parts: an address below the issuer, a mark of urgency.
func (d *draft) headGoesOn(i int) bool {
	seen := 0
	for j := i; j < len(d.blocks) && seen < 6; j++ {
		p := d.blocks[j].para
		if p == nil {
			return false
		}
		text := p.text()
		if text == "" {
			continue
		}
		if utf8.RuneCountInString(text) > 200 {
			return false
		}
		if seen > 0 {
			for _, part := range columnsOf(p) {
				if isMotto(part) || isNumberLine(part) || isPlaceDate(part) {
					return true
				}
			}
			if word, _, _ := kindAt(text); word != "" {
				return true
			}
			if word, _ := kindAnyCase(text); word != "" {
				return true
			}
		}
		seen++
	}
	return false
}

// takeParts reads a line whose every column is a part of a header.
func (d *draft) takeParts(p *para, text string) bool {
	h := &d.head
	parts := columnsOf(p)
	keys := make([]string, len(parts))
	for i, part := range parts {
		key, ok := d.partKey(part)
		if !ok {
			return false
		}
		keys[i] = key
	}
	for i, part := range parts {
		switch keys[i] {
		case "so_ky_hieu":
			h.number = numberIn(part)
		case "ngay_ban_hanh":
			h.issued = dateIn(part)
		case "trich_yeu":
			h.subject = upperFirst(strings.TrimSpace(strings.TrimLeft(aboutLine.ReplaceAllString(part, ""), ": ")))
			if h.kind == "" {
				h.kind, h.kindWord = "cong_van", ""
			}
		case "trich_yeu+":
			h.subject += " " + part
			keys[i] = "trich_yeu"
		case "co_quan":
			d.issuerLine(part)
		case "mat":
			h.secret, keys[i] = part, ""
		case "khan":
			keys[i] = ""
		}
		h.taken = append(h.taken, taken{p.at, part, keys[i]})
	}
	return true
}

func (d *draft) partKey(part string) (string, bool) {
	h := &d.head
	switch {
	case !hasWord(part), isMotto(part):
		return "", true
	case (isNumberLine(part) || len(h.taken) > 0 && blankNumber.MatchString(part)) && h.number == "":
		return "so_ky_hieu", true
	case isPlaceDate(part) && h.issued.IsZero():
		return "ngay_ban_hanh", true
	case aboutLine.MatchString(part) && h.subject == "":
		return "trich_yeu", true
	case isSecret(part):
		return "mat", true
	case isUrgent(part):
		return "khan", true
	case isIssuer(part) || d.isIssuerInSmall(part) || d.issuerGoesOn(part):
		return "co_quan", true
	case h.kind == "cong_van" && len(h.taken) > 0 && h.taken[len(h.taken)-1].key == "trich_yeu" && startsLower(part) && utf8.RuneCountInString(part) < 120:
		return "trich_yeu+", true
	}
	return "", false
}
