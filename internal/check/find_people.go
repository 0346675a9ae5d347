package check

import "strings"

// Distances in words within which a word is said of a name.
const (
	plightReach = 40
	birthReach  = 12
	homeReach   = 15
)

// name is a personal name at words[at:at+n].
type name struct{ at, n int }

// people finds names and what is said of them.
func (x *reader) people(text string, ws []word, marks []marked) []found {
	var out []found
	var names []name
	for i := 0; i < len(ws); {
		if !ws[i].capital {
			i++
			continue
		}
		n := x.nameAt(ws, i)
		if n == 0 {
			n = initialsAt(ws, i)
		}
		if n == 0 {
			i++
			continue
		}
		names = append(names, name{i, n})
		i += n
	}
	plight := 0 // marks before this one are too far back for the names to come
	for _, p := range names {
		for plight < len(marks) && marks[plight].at < p.at-plightReach-8 {
			plight++
		}
		if m, ok := plightOf(ws, marks[plight:], p); ok && !inCharge(ws, p) {
			out = append(out, found{kind: aName, at: ws[p.at].start, end: ws[p.at+p.n-1].end, near: strings.Clone(text[ws[m.at].start:ws[m.at+m.n-1].end])})
		}
		out = append(out, aboutName(text, ws, marks[plight:], p)...)
	}
	return append(out, households(ws)...)
}

// plightOf finds the nearest word of sanction, illness or need: before the
// name also from the line above a list, after it in its own paragraph only.
func plightOf(ws []word, marks []marked, p name) (marked, bool) {
	best, distance := marked{}, plightReach+1
	for _, m := range marks {
		if m.at > p.at+p.n+plightReach {
			break
		}
		if m.mark != markPlight {
			continue
		}
		d, tied := p.at-(m.at+m.n), false
		if m.at >= p.at+p.n {
			d = m.at - (p.at + p.n)
			tied = saidOf(ws, p.at+p.n, m.at)
		} else {
			tied = leadsTo(ws, m.at, p.at)
		}
		if tied && d >= 0 && d < distance && !aboutField(ws, m.at) {
			best, distance = m, d
		}
	}
	return best, distance <= plightReach
}

// inCharge reports a person named as the one who does the work: "do ông …
// phụ trách". What stands near is then said of the work.
func inCharge(ws []word, p name) bool {
	i := p.at + p.n
	if i+1 >= len(ws) || !joined(ws, i-1) || !joined(ws, i) {
		return false
	}
	switch ws[i].low + " " + ws[i+1].low {
	case "phụ trách", "chủ trì", "trực ban", "điều phối":
		return true
	}
	return false
}

// aboutField reports whether the words belong to the name of the work, not to
// a person: "phòng, chống bán dâm", "tuyên truyền về xử phạt".
func aboutField(ws []word, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3 && ws[k+1].gap < stop; k-- {
		switch ws[k].low {
		case "chống", "ngừa", "truyền", "luật":
			return true
		}
	}
	return false
}

// aboutName finds birth, age and home of a named person.
func aboutName(text string, ws []word, marks []marked, p name) []found {
	var out []found
	end := p.at + p.n
	for _, m := range marks {
		if m.at > end+homeReach {
			break
		}
		d := m.at - end
		if m.at < p.at {
			if d = p.at - (m.at + m.n); !unbroken(ws, m.at, p.at, comma) {
				continue
			}
		} else if !unbroken(ws, p.at, m.at, stop) {
			continue
		}
		if d < 0 {
			continue
		}
		switch {
		case m.mark == markBirth && d <= birthReach && hasNumberAfter(ws, m.at+m.n):
			out = append(out, found{kind: aBirth, at: ws[m.at].start, end: ws[m.at+m.n-1].end})
		case m.mark == markResidence && m.at >= end && d <= homeReach:
			out = append(out, found{kind: aHome, at: ws[m.at].start, end: ws[m.at+m.n-1].end})
		}
	}
	for k := end; k < len(ws)-1 && k < end+3 && ws[k].gap < stop; k++ {
		if ws[k].number && ws[k+1].low == "tuổi" {
			out = append(out, found{kind: aBirth, at: ws[k].start, end: ws[k+1].end})
		}
	}
	return out
}

func hasNumberAfter(ws []word, i int) bool {
	for k := i; k < len(ws) && k < i+3 && ws[k].gap < stop; k++ {
		if ws[k].number {
			return true
		}
	}
	return false
}

// nameAt is the number of words of a personal name at i, 0 for none. Two
// syllables alone are no name without a title before them: too many places
// and bodies begin with a family name.
func (x *reader) nameAt(ws []word, i int) int {
	w := ws[i]
	if !w.capital {
		return 0
	}
	marks := x.lex.surnames[w.low]
	if !marks && !x.lex.plain[w.low] {
		return 0
	}
	shout := w.upper && w.end-w.start > 2
	end := i + 1
	for end < len(ws) && end-i < 5 && ws[end].gap == space && ws[end].capital {
		single := ws[end].end-ws[end].start <= 2 && ws[end].upper
		if !single && ws[end].upper != shout {
			break
		}
		end++
	}
	n := end - i
	if n < 2 || x.place(ws, i) {
		return 0
	}
	second := ws[i+1].low
	if !marks || shout {
		if !(x.lex.middles[second] || plainMiddle(second)) || n < 3 {
			return 0
		}
		return n
	}
	last := ws[end-1]
	if n >= 3 || last.upper && last.end-last.start <= 2 || titled(ws, i) || acted(ws, i, end) {
		return n
	}
	return 0
}

// acted reports whether something was done to whoever is named right here:
// "Lê Hoa bị phạt", "xử phạt Lê Hoa".
func acted(ws []word, i, end int) bool {
	if end < len(ws) && ws[end].gap == space && ws[end].low == "bị" {
		return true
	}
	if i == 0 || ws[i].gap != space {
		return false
	}
	switch ws[i-1].low {
	case "phạt", "bắt", "giữ", "tố":
		return true
	}
	return false
}

// place reports whether the capitals name a place, a school or a street.
func (x *reader) place(ws []word, i int) bool {
	two := ws[i].low + " " + ws[i+1].low
	if x.lex.places[two] {
		return !titled(ws, i)
	}
	if i == 0 || ws[i].gap >= comma {
		return false
	}
	switch ws[i-1].low {
	case "đường", "phố", "trường", "tỉnh", "huyện", "quận", "xã", "phường", "thôn", "bản", "ấp", "sông", "núi", "chợ", "ngõ", "thpt", "thcs", "học", "non", "quỹ", "viện", "giải", "đảo", "hồ", "cầu", "làng", "buôn":
		return true
	}
	return i > 1 && ws[i-2].low == "thành" && ws[i-1].low == "phố"
}

// titled reports whether a form of address stands before word i.
func titled(ws []word, i int) bool {
	if i == 0 || ws[i].gap != space {
		return false
	}
	switch ws[i-1].low {
	case "ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "thầy", "cụ", "tên", "tượng", "can", "cáo", "nhân", "đ/c":
		return true
	case "chí":
		return i > 1 && ws[i-2].low == "đồng"
	case "là":
		return i > 1 && ws[i-2].low == "tên"
	}
	return false
}

// initialsAt is the number of words of initials such as N.T.H at i.
func initialsAt(ws []word, i int) int {
	single := func(k int) bool { return ws[k].upper && ws[k].end-ws[k].start <= 2 }
	if !single(i) {
		return 0
	}
	end := i + 1
	for end < len(ws) && end-i < 5 && ws[end].gap == tight && ws[end].sign == '.' && single(end) {
		end++
	}
	if n := end - i; n >= 3 || n == 2 && titled(ws, i) {
		return n
	}
	return 0
}

// households finds "nhà ông Tư": a home named by who lives there.
func households(ws []word) []found {
	var out []found
	for i := 0; i+2 < len(ws); i++ {
		if len(ws[i].low) != len("nhà") || ws[i].low != "nhà" && ws[i].low != "hộ" || !joined(ws, i) || !joined(ws, i+1) {
			continue
		}
		switch ws[i+1].low {
		case "ông", "bà", "anh", "chị", "cụ":
			if ws[i+2].capital {
				out = append(out, found{kind: aHome, at: ws[i].start, end: ws[i+2].end})
			}
		}
	}
	return out
}
