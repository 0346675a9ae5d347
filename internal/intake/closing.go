package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thonlanh/internal/markup"
	"thonlanh/internal/viet"
)

// closing is what ends an administrative text: who receives it, and who signed
// for whom. A text with annexes may have several.
type closing struct {
	recipients []*para
	signature  []*para // offices first, then names
	signer     string  // as printed
	post       string
}

// maxClosing is how many lines a closing may have.
const maxClosing = 80

// takeClosings takes the closing blocks out of the body, leaving each in
// its place as one block.
func (d *draft) takeClosings() {
	var out []block
	for i := 0; i < len(d.blocks); {
		p := d.blocks[i].para
		if p == nil || !d.opensClosing(i, out) {
			out = append(out, d.blocks[i])
			i++
			continue
		}
		c := &closing{}
		n := d.readClosing(c, i)
		if len(c.recipients)+len(c.signature) == 0 {
			out = append(out, d.blocks[i])
			i++
			continue
		}
		// A date that stands above the signature belongs to it.
		for k := len(out) - 1; k >= 0 && k >= len(out)-3 && out[k].para != nil; k-- {
			if s := out[k].para.text(); s == "" {
				continue
			} else if isPlaceDate(s) {
				c.signature = append([]*para{out[k].para}, c.signature...)
				if d.head.issued.IsZero() {
					d.head.issued = dateIn(s)
				}
				out = append(out[:k], out[k+1:]...)
			}
			break
		}
		d.closings = append(d.closings, c)
		out = append(out, block{closing: c})
		i += n
	}
	d.blocks = out
}

// opensClosing reports whether block i is the first line of a closing.
func (d *draft) opensClosing(i int, before []block) bool {
	parts := columnsOf(d.blocks[i].para)
	for _, part := range parts {
		if markup.OpensRecipients(part) || markup.SignsFor(part) {
			return true
		}
		if !markup.IsPost(part) || utf8.RuneCountInString(part) > 80 {
			continue
		}
		// The same words may head a section or name who decides; they are an
		// office where nothing but a name follows.
		if k := d.nextLine(i); k < len(d.blocks) {
			s := d.blocks[k].para.text()
			return len(before) > 0 && (personName(s) != "" || isSigned(s) || areNames(columnsOf(d.blocks[k].para)))
		}
	}
	return len(before) > 0 && d.endsWithSigners(i, parts)
}

// nextLine is the next paragraph with words, or the number of blocks where a
// table or nothing follows.
func (d *draft) nextLine(i int) int {
	for i++; i < len(d.blocks) && d.blocks[i].para != nil; i++ {
		if d.blocks[i].para.text() != "" {
			return i
		}
	}
	return len(d.blocks)
}

// endsWithSigners reports whether the text ends with a line of roles that are
// no office and one of as many names, as minutes do: "THƯ KÝ    CHỦ TRÌ".
func (d *draft) endsWithSigners(i int, roles []string) bool {
	if len(roles) == 0 {
		return false
	}
	for _, r := range roles {
		if !isPostLike(r) {
			return false
		}
	}
	k := d.nextLine(i)
	if k < len(d.blocks) && isNoted(columnsOf(d.blocks[k].para)) {
		k = d.nextLine(k)
	}
	if k == len(d.blocks) {
		return false
	}
	names := columnsOf(d.blocks[k].para)
	return len(names) == len(roles) && areNames(names) && d.nextLine(k) == len(d.blocks) && d.blocks[len(d.blocks)-1].table == nil
}

// isNoted reports whether every part of a line stands for a signature.
func isNoted(parts []string) bool {
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(s string) bool { return !isSigned(s) })
}

func areNames(parts []string) bool {
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(s string) bool { return personName(s) == "" })
}

// readClosing reads a closing from block i and says how many blocks it took.
func (d *draft) readClosing(c *closing, i int) int {
	start, signing, lines := i, false, 0
	named := false
	for ; i < len(d.blocks) && lines < maxClosing; i++ {
		p := d.blocks[i].para
		if p == nil {
			break
		}
		parts := columnsOf(p)
		if len(parts) == 0 {
			continue
		}
		if p.heading > 0 && lines > 0 && p.label == "" && !isClosingLine(p.head()) {
			break
		}
		if kind, _, ok := d.printedLabel(p.text(), markup.Law); ok && kind <= markup.KindArticle && lines > 0 {
			break
		}
		if lines > 0 && !d.belongs(c, p, parts, signing, named) {
			break
		}
		for k, part := range parts {
			switch {
			case markup.OpensRecipients(part):
				signing = false
			case markup.SignsFor(part), markup.IsPost(part), (lines == 0 || len(parts) > 1 && k == len(parts)-1) && isPostLike(part):
				signing = true
			case len(parts) > 1 && len(c.recipients) == 0 && (isPostLike(part) || isSigned(part) || personName(part) != ""):
				signing = true // several sign beside each other
			case len(parts) > 1:
				signing = k == len(parts)-1
			case startsDash(part) && len(c.recipients) > 0 && !named:
				signing = false // the list goes on below the line where the office stood beside it
			case markup.AllCapitals(part) && !startsDash(part) && len(c.recipients) > 0 && !signing && isPostLike(part):
				signing = true
			case !signing && len(c.signature) > 0 && !startsDash(part):
				signing = true // the name below a list that stood beside the office
			}
			one := p
			if len(parts) > 1 {
				one = &para{at: p.at, spans: []span{{text: part}}}
			}
			if !signing {
				c.recipients = append(c.recipients, one)
				continue
			}
			c.signature = append(c.signature, one)
			if name := personName(part); name != "" {
				c.signer, one.signed, named = name, true, true
				d.names = append(d.names, name)
			} else if isPostLike(part) && (!markup.SignsFor(part) || strings.HasPrefix(part, "Q.")) {
				c.post = part // below the body or the head that is signed for
			}
		}
		lines++
	}
	return i - start
}

// belongs reports whether a further line is still part of the closing.
func (d *draft) belongs(c *closing, p *para, parts []string, signing, named bool) bool {
	for _, part := range parts {
		if isMotto(part) || isNumberLine(part) {
			return false // the head of a further text
		}
	}
	for _, part := range parts {
		if markup.OpensRecipients(part) || markup.SignsFor(part) || markup.IsPost(part) {
			return true
		}
	}
	s := collapse(p.text())
	if word, _, _ := kindAt(s); word != "" {
		return false
	}
	if len(parts) > 1 {
		return true
	}
	if !signing {
		if startsDash(s) || startsLower(s) || p.label != "" {
			return utf8.RuneCountInString(s) < 300
		}
		last := c.lastRecipient()
		if strings.HasSuffix(last, ".") && !isPostLike(s) && personName(s) == "" && !isSigned(s) {
			return false
		}
		return utf8.RuneCountInString(s) < 200
	}
	switch {
	case startsDash(s):
		return len(c.recipients) > 0 && !named || utf8.RuneCountInString(s) < 120 && !named
	case personName(s) != "" || isSigned(s) || isPlaceDate(s):
		return true
	case named:
		return false
	}
	return isPostLike(s)
}

// marked reports whether a line says that the text was signed.
func (c *closing) marked() bool {
	for _, p := range c.signature {
		if f := strings.Trim(viet.Fold(p.text()), " ()[].…/"); p.signed || strings.HasPrefix(f, "da ky") || f == "daky" {
			return true
		}
	}
	return false
}

func (c *closing) lastRecipient() string {
	if n := len(c.recipients); n > 0 {
		return c.recipients[n-1].text()
	}
	return ""
}

// isPostLike reports whether a line in capitals can be an office or the body
// that is signed for.
func isPostLike(s string) bool {
	if !markup.AllCapitals(s) || utf8.RuneCountInString(s) > 160 || personName(s) != "" {
		return false
	}
	f := " " + viet.Fold(s) + " "
	for _, w := range [...]string{
		" t/m ", " k/t ", " t/l ", " chi bo ", " dang uy", " chu tich", " truong ", " pho ", " giam doc", " thu tuong", " bo truong", " chu nhiem", " bi thu", " chanh ", " uy ban", " hoi dong", " tm.", " kt.", " tl.", " tuq.", " q.",
		" thu truong", " cuc truong", " vu truong", " tong ", " thu ky", " nguoi ", " chi huy", " vien truong", " hieu truong", " ke toan", " can bo", " cong chuc", " dai dien", " ban ", " thuong truc", " doan ", " chu tri ", " chu toa ",
	} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// isSigned reports whether a line stands for a signature: "(Đã ký)".
func isSigned(s string) bool {
	if utf8.RuneCountInString(s) > 60 {
		return false
	}
	f := strings.Trim(viet.Fold(s), " ().[]…/-")
	return strings.HasPrefix(f, "da ky") || strings.HasPrefix(f, "ky") && strings.Contains(f, "ho ten") || strings.HasPrefix(f, "ky ten") || f == "ky" || strings.HasPrefix(f, "ky, ") || f == "daky" || strings.HasPrefix(f, "ky dien tu")
}

func startsDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-–—+•*", r)
}

// surnames begin nearly every name of a person in this country.
const surnames = " nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam phung mai to cao chau ta ha luong luu trieu quach " +
	"thai tong la kieu khuc nghiem doi lo vi ca quang cam giang vang sung thao ma hau ly tan ban phu mua ksor rmah siu kpa nay h' y ro rcom amo dieu thach son kim danh au " +
	"luc nong be hua chu chung tang khong diep mac bach ung uong van vien phi cu nhu ton mua hang lau sinh chao cheo bac "

// degrees are short forms of learning before a name: "ThS.BS. ", "BS.CKI ".
var degrees = regexp.MustCompile(`^(?:(?:PGS|GS|TS|ThS|Ths|BSCK(?:I{1,2}|[12])?|BS|CK(?:I{1,2}|[12])|DS|KS|CN|LS|YS|ĐD)(?:[.,]\s*|\s+))+`)

// personName gives the name on a line that holds nothing else, without rank or
// degree, and nothing where the line is no name.
func personName(s string) string {
	s = strings.Trim(collapse(s), " .,;")
	for {
		before := s
		s = degrees.ReplaceAllString(s, "")
		for _, title := range [...]string{
			"Ông ", "Bà ", "Đ/c ", "Đồng chí ", "Đại tướng ", "Thượng tướng ", "Trung tướng ", "Thiếu tướng ",
			"Đại tá ", "Thượng tá ", "Trung tá ", "Thiếu tá ", "Đại úy ", "Đại uý ", "Thượng úy ", "Thượng uý ", "Trung úy ", "Trung uý ", "Thiếu úy ", "Thiếu uý ",
			"Bác sĩ ", "Bác sỹ ", "Y sĩ ", "Y sỹ ", "Dược sĩ ", "Dược sỹ ", "Kỹ sư ", "Thạc sĩ ", "Thạc sỹ ", "Tiến sĩ ", "Tiến sỹ ",
		} {
			s = strings.TrimSpace(strings.TrimPrefix(s, title))
		}
		if s == before {
			break
		}
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || strings.ContainsAny(s, "0123456789:;/()“”\"") {
		return ""
	}
	for _, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) || len(w) == n && len(words) == 2 && strings.HasSuffix(w, ".") {
			return ""
		}
		for _, r := range w[n:] {
			if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' && r != '.' {
				return ""
			}
		}
	}
	first := viet.Fold(words[0])
	switch viet.Fold(words[0] + " " + words[1]) {
	case "chu tri", "chu toa", "chu tich", "chu nhiem": // no one is called so
		return ""
	}
	if markup.AllCapitals(s) {
		if !strings.Contains(surnames, " "+first+" ") || len(words) > 5 || isIssuer(s) || markup.IsPost(s) {
			return ""
		}
		return s
	}
	if strings.Contains(surnames, " "+first+" ") {
		return s
	}
	switch first {
	case "uy", "hoi", "chu", "pho", "giam", "bi", "chanh", "thu", "ban", "bo", "cong", "phong", "so", "nhu", "noi", "luu", "tong", "vien", "cuc", "kinh", "mat", "trung", "tram", "can", "ke", "dai", "nguoi", "thuong", "don":
		return ""
	}
	for _, w := range words { // a name of another people, spelt like a syllable each
		if !viet.IsSyllable(w) && !strings.ContainsAny(w, "'’-.") {
			return ""
		}
	}
	return s
}

// postName writes an office in capitals as in a sentence: "Phó Chủ tịch".
func postName(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if i == 0 || strings.EqualFold(words[i-1], "phó") && (w == "chủ" || w == "giám" || w == "trưởng" || w == "bí" || w == "thủ" || w == "chánh" || w == "hiệu") {
			words[i] = upperFirst(w)
		}
	}
	return strings.Join(words, " ")
}
