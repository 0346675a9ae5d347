package proof

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/viet"
)

// tones finds syllables whose tone a text writes in both ways: hòa and hoà.
// Whole syllables are compared, so hoàn is none of them.
func (p *proof) tones() {
	places := map[string][]int{}
	old, modern := 0, 0
	var order []string
	for _, t := range p.tokens {
		other, ok := viet.OtherTone(t.lower)
		if !ok {
			continue
		}
		if onFirst(t.lower, other) {
			old++
		} else {
			modern++
		}
		if places[t.lower] == nil {
			order = append(order, t.lower)
		}
		places[t.lower] = append(places[t.lower], t.at)
	}
	for _, w := range order {
		other, _ := viet.OtherTone(w)
		mine, theirs := len(places[w]), len(places[other])
		if theirs == 0 || mine > theirs || mine == theirs && onFirst(w, other) == (old >= modern) {
			continue
		}
		p.add(Slip{"dau-thanh", places[w], w, other, fmt.Sprintf("Văn bản viết cả hai cách (%d và %d lần); nên chọn một.", mine, theirs)})
	}
}

// onFirst reports whether a syllable has its tone on an earlier letter than
// its other form.
func onFirst(w, other string) bool {
	a, b := []rune(w), []rune(other)
	for i := range a {
		if i < len(b) && a[i] != b[i] {
			return a[i] > 0x7f
		}
	}
	return false
}

// commas finds pairs of words that a text joins with a comma here and without
// there.
func (p *proof) commas() {
	type pair struct{ with, without []int } // tokens
	pairs := map[string]*pair{}
	often := map[string]int{}
	for _, t := range p.tokens {
		often[t.lower]++
	}
	var order []string
	for i := 1; i < len(p.tokens); i++ {
		a, b := p.tokens[i-1], p.tokens[i]
		comma := b.gap == ", "
		if !comma && !p.next(i) || hasDigit(a.lower+b.lower) || isSmall(a.lower) || isSmall(b.lower) || isUpper(a.text) && isUpper(b.text) {
			continue
		}
		key := a.lower + " " + b.lower
		x := pairs[key]
		if x == nil {
			x = &pair{}
			pairs[key] = x
			order = append(order, key)
		}
		if comma {
			x.with = append(x.with, i)
		} else {
			x.without = append(x.without, i)
		}
	}
	for _, key := range order {
		x := pairs[key]
		a, b, _ := strings.Cut(key, " ")
		switch n, m := len(x.with), len(x.without); {
		case n == 0 || m == 0:
		case n >= 3 && m*2 <= n:
			p.comma(x.without, a+", "+b, fmt.Sprintf("Văn bản viết “%s, %s” %d lần, không có dấu phẩy %d lần.", a, b, n, m))
		case m >= 3 && n*3 <= m && m*10 >= often[b]*6: // the second word nearly always follows the first: they are one
			p.comma(x.with, a+" "+b, fmt.Sprintf("Văn bản viết “%s %s” %d lần, có dấu phẩy %d lần.", a, b, m, n))
		case n == 1 && m == 1 && p.alike(x.with[0], x.without[0]):
			p.comma(append(x.with, x.without...), "", "Văn bản viết hai cách, có và không có dấu phẩy.")
		}
	}
}

// alike reports whether the same word stands before two pairs, and a comma or
// a small word after both: then they are one list.
func (p *proof) alike(i, j int) bool {
	return p.word(i-2).lower == p.word(j-2).lower && p.next(i-1) && p.next(j-1) && isSmall(p.word(i-2).lower)
}

func (p *proof) comma(at []int, meant, why string) {
	var places []int
	for _, i := range at {
		places = append(places, p.tokens[i].at)
	}
	i, from := at[0], at[0]-1
	if b := p.tokens[i].lower; b == "không" && p.next(from) && meant != "" { // a word more, to be understood
		from--
		meant = p.tokens[from].lower + " " + meant
	}
	p.add(Slip{"dau-phay", places, p.phrase(from, i+1), sameCase(p.tokens[from].text, meant), why})
}

// joiners finds "phối hợp" that lacks the "với" which the same text sets
// before the same words.
func (p *proof) joiners() {
	with := map[string]bool{}
	for i := 0; i+4 < len(p.tokens); i++ {
		if p.tokens[i].lower == "phối" && p.tokens[i+1].lower == "hợp" && p.tokens[i+2].lower == "với" {
			with[p.tokens[i+3].lower+" "+p.tokens[i+4].lower] = true
		}
	}
	var at []int
	first := -1
	for i := 0; i+3 < len(p.tokens); i++ {
		if p.tokens[i].lower == "phối" && p.tokens[i+1].lower == "hợp" && p.next(i+2) && p.next(i+3) && with[p.tokens[i+2].lower+" "+p.tokens[i+3].lower] {
			at = append(at, p.tokens[i].at)
			if first < 0 {
				first = i
			}
		}
	}
	if first >= 0 {
		p.add(Slip{"phoi-hop-voi", at, p.phrase(first, first+4), p.phrase(first, first+2) + " với " + p.phrase(first+2, first+4), "Chỗ khác của văn bản viết “phối hợp với” trước chính những chữ này."})
	}
}

var spaceBefore = regexp.MustCompile(`\S* +[,;:!?](?:\s|$)`)
var spaceAfter = regexp.MustCompile(`\pL+[,;]\pL+`)

// spaces finds blanks before a sign of punctuation and signs without one
// after.
func (p *proof) spaces() {
	for _, x := range p.paras {
		for _, piece := range x.Pieces {
			for _, m := range spaceBefore.FindAllString(piece.Text, 3) {
				m = strings.TrimSpace(m)
				p.add(Slip{"khoang-trang", []int{piece.At}, tail(m), strings.Join(strings.Fields(tail(m)), ""), "Thừa dấu cách trước dấu câu."})
			}
			for _, m := range spaceAfter.FindAllString(piece.Text, 3) {
				i := strings.IndexAny(m, ",;")
				p.add(Slip{"khoang-trang", []int{piece.At}, m, m[:i+1] + " " + m[i+1:], "Thiếu dấu cách sau dấu câu."})
			}
		}
	}
}

func tail(s string) string {
	if n := utf8.RuneCountInString(s); n > 30 {
		return string([]rune(s)[n-30:])
	}
	return s
}

var shareOf = regexp.MustCompile(`(\pL+ )?(\d+(?:[.,]\d+)?\s?%\s+(?:trên|tại|ở)(?:\s+\pL+){0,2})`)

// percents finds a share of nothing: "100% trên địa bàn xã".
func (p *proof) percents() {
	for _, x := range p.paras {
		for _, piece := range x.Pieces {
			if strings.IndexByte(piece.Text, '%') < 0 {
				continue
			}
			for _, m := range shareOf.FindAllStringSubmatch(piece.Text, 5) {
				switch strings.TrimSpace(strings.ToLower(m[1])) {
				case "tăng", "giảm", "chiếm", "hơn", "mức", "suất", "thêm", "lệ":
					continue
				}
				if _, of, _ := strings.Cut(m[2], "%"); strings.Contains(" tổng số cả mức nền ", " "+second(of)+" ") {
					continue // "95% trên tổng số"
				}
				p.add(Slip{"phan-tram", []int{piece.At}, m[2], "", "Không nói phần trăm của cái gì."})
			}
		}
	}
}

// second is the second word of a text.
func second(s string) string {
	if f := strings.Fields(s); len(f) > 1 {
		return f[1]
	}
	return ""
}

// quotedNames finds a name between quotation marks that is the beginning of
// another one: one campaign in two names.
func (p *proof) quotedNames() {
	type name struct {
		text string
		at   int
	}
	var names []name
	seen := map[string]bool{}
	for _, x := range p.paras {
		for _, piece := range x.Pieces {
			rest := piece.Text
			for {
				_, after, ok := strings.Cut(rest, "“")
				if !ok {
					break
				}
				text, more, ok := strings.Cut(after, "”")
				if !ok || len(names) > 500 {
					break
				}
				rest = more
				if n := len(strings.Fields(text)); n >= 4 && n <= 30 && !seen[text] {
					seen[text] = true
					names = append(names, name{text, piece.At})
				}
			}
		}
	}
	for _, a := range names {
		for _, b := range names {
			if a.text != b.text && strings.HasPrefix(b.text, a.text+",") {
				p.add(Slip{"ten-goi", []int{a.at, b.at}, a.text, b.text, "Văn bản gọi bằng hai tên; có lẽ là một."})
			}
		}
	}
}
