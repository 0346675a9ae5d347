package cite

import "bytes"

// Widen moves the ends of a citation outwards over tags of emphasis that touch
// it, where that makes it whole: in "<strong>Điều 5</strong> Luật Trẻ em" the
// link begins before <strong>.
func Widen(html []byte, start, end int) (int, int) {
	for {
		opens, closes := loose(html[start:end])
		switch {
		case closes > 0 && tagBefore(html, start) >= 0:
			start = tagBefore(html, start)
		case opens > 0 && tagBehind(html, end) > 0:
			end = tagBehind(html, end)
		default:
			return start, end
		}
	}
}

// AppendLink appends s between open and close, the tags of a link. Where an
// element begins or ends in s that does not do both, the link is interrupted:
// the result is as well formed as s was.
func AppendLink(dst, s []byte, open, close string) []byte {
	var breaks [maxLoose]int
	list := looseTags(breaks[:0], s)
	from := 0
	for _, at := range list {
		dst = appendPiece(dst, s[from:at], open, close)
		from = at + bytes.IndexByte(s[at:], '>') + 1
		dst = append(dst, s[at:from]...)
	}
	return appendPiece(dst, s[from:], open, close)
}

func appendPiece(dst, s []byte, open, close string) []byte {
	if len(bytes.TrimSpace(s)) == 0 {
		return append(dst, s...)
	}
	dst = append(dst, open...)
	dst = append(dst, s...)
	return append(dst, close...)
}

// maxLoose is how many tags of a citation are matched; with more every tag
// interrupts the link.
const maxLoose = 32

// looseTags lists the tags of s whose element does not both begin and end in
// s.
func looseTags(list []int, s []byte) []int {
	var open [maxLoose]int
	n := 0
	for i := 0; i < len(s); {
		at, next, kind := nextTag(s, i)
		switch kind {
		case 0:
			return append(list, open[:n]...)
		case '/':
			if n > 0 {
				n--
			} else {
				list = append(list, at)
			}
		case 'o':
			if n == maxLoose {
				return allTags(list[:0], s)
			}
			open[n] = at
			n++
		}
		i = next
	}
	return append(list, open[:n]...)
}

func allTags(list []int, s []byte) []int {
	for i := 0; i < len(s); {
		at, next, kind := nextTag(s, i)
		if kind == 0 {
			break
		}
		list = append(list, at)
		i = next
	}
	return list
}

// loose counts the elements that s leaves open and those it closes.
func loose(s []byte) (opens, closes int) {
	for i := 0; i < len(s); {
		_, next, kind := nextTag(s, i)
		switch kind {
		case 0:
			return opens, closes
		case '/':
			if opens > 0 {
				opens--
			} else {
				closes++
			}
		case 'o':
			opens++
		}
		i = next
	}
	return opens, closes
}

// nextTag finds the next tag from i: kind is 'o' where it opens an element, '/'
// where it closes one, 'v' for a void element, 0 where there is none.
func nextTag(s []byte, i int) (at, next int, kind byte) {
	for {
		n := bytes.IndexByte(s[i:], '<')
		if n < 0 {
			return 0, 0, 0
		}
		at = i + n
		l := newLexer(s, at)
		if size, _ := l.tag(); size > 0 {
			switch {
			case s[at+1] == '/':
				kind = '/'
			case bytes.HasPrefix(s[at:], []byte("<br")) || bytes.HasPrefix(s[at:], []byte("<wbr")):
				kind = 'v'
			default:
				kind = 'o'
			}
			return at, at + size, kind
		}
		i = at + 1
	}
}

// tagBefore is the beginning of an opening tag that ends at end, -1 for none.
func tagBefore(s []byte, end int) int {
	if end == 0 || s[end-1] != '>' {
		return -1
	}
	at := bytes.LastIndexByte(s[:end], '<')
	if at < 0 {
		return -1
	}
	if _, next, kind := nextTag(s, at); kind != 'o' || next != end {
		return -1
	}
	return at
}

// tagBehind is the end of a closing tag that begins at start, 0 for none.
func tagBehind(s []byte, start int) int {
	if !bytes.HasPrefix(s[start:], []byte("</")) {
		return 0
	}
	if at, next, kind := nextTag(s, start); kind == '/' && at == start {
		return next
	}
	return 0
}
