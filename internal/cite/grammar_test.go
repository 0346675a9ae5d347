package cite

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// writer makes a citation from what it means, in one of the ways the grammar
// allows.
type writer struct {
	r     *rand.Rand
	units []string // anchors, in the order of the words; a range with "…"
}

func (w *writer) pick(s ...string) string { return s[w.r.IntN(len(s))] }

// list joins parts with commas and "và".
func (w *writer) list(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + w.pick(" và ", ", ", " hoặc ", ", và ") + parts[last]
}

// named is a list of marks of one level, each with the name or only the first.
func (w *writer) named(name string, marks []string) string {
	parts := make([]string, len(marks))
	each := w.r.IntN(2) == 0
	for i, m := range marks {
		parts[i] = m
		if i == 0 || each {
			parts[i] = name + " " + m
		}
	}
	return w.list(parts)
}

// some is an increasing choice of marks.
func (w *writer) some(from []string, most int) []string {
	n := 1 + w.r.IntN(most)
	start := w.r.IntN(len(from) - n)
	out := make([]string, 0, n)
	for i := start; len(out) < n && i < len(from); i += 1 + w.r.IntN(2) {
		out = append(out, from[i])
	}
	return out
}

func numbers(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = strconv.Itoa(i + 1)
	}
	return out
}

func letterMarks() []string { return strings.Split("a b c d đ e g h i k l m n", " ") }

func id(mark string) string { return strings.ReplaceAll(mark, "đ", "dd") }

// clause is a clause with its points, or clauses without.
func (w *writer) clause() string {
	switch w.r.IntN(4) {
	case 0, 1:
		points := w.some(letterMarks(), 4)
		k := w.some(numbers(12), 1)[0]
		for _, p := range points {
			w.units = append(w.units, "khoan-"+k+"-diem-"+id(p))
		}
		return w.named("điểm", points) + w.pick(" ", " ", ", ") + "khoản " + k
	case 2:
		k := w.r.IntN(6) + 1
		to := k + 1 + w.r.IntN(4)
		w.units = append(w.units, fmt.Sprintf("khoan-%d…%d", k, to))
		return fmt.Sprintf("khoản %d đến khoản %d", k, to)
	}
	ks := w.some(numbers(12), 3)
	for _, k := range ks {
		w.units = append(w.units, "khoan-"+k)
	}
	return w.named("khoản", ks)
}

// article is one article with what is cited of it.
func (w *writer) article(n int) string {
	mark := strconv.Itoa(n) + w.pick("", "", "", "", "a")
	before := len(w.units)
	var parts []string
	for range w.r.IntN(3) {
		parts = append(parts, w.clause())
	}
	if len(parts) == 0 {
		w.units = append(w.units, "dieu-"+mark)
		return "Điều " + mark
	}
	for i := before; i < len(w.units); i++ {
		w.units[i] = "dieu-" + mark + "-" + w.units[i]
	}
	// The parts begin with their names, so "và" between them is plain.
	return strings.Join(parts, w.pick(", ", " và ", "; ")) + w.pick(" ", ", ") + "Điều " + mark
}

func (w *writer) group() string {
	switch w.r.IntN(8) {
	case 0:
		as := w.some(numbers(90), 4)
		for _, a := range as {
			w.units = append(w.units, "dieu-"+a)
		}
		return w.named("Điều", as)
	case 1:
		a := 1 + w.r.IntN(40)
		w.units = append(w.units, fmt.Sprintf("dieu-%d…%d", a, a+3))
		return fmt.Sprintf("Điều %d đến %sĐiều %d", a, "", a+3)
	case 2:
		c := w.r.IntN(12)
		w.units = append(w.units, fmt.Sprintf("chuong-%d", c+1))
		return "Chương " + romanOf(c+1)
	case 3:
		a := w.article(1 + w.r.IntN(80))
		return a + w.pick(" Chương II", " Mục 2 Chương III", " Mục 5 Chương XII Phần I", " Phần thứ hai")
	}
	var parts []string
	n := 0
	for range 1 + w.r.IntN(3) {
		n += 1 + w.r.IntN(20)
		parts = append(parts, w.article(n))
	}
	return strings.Join(parts, w.pick(", ", " và ", "; "))
}

// document is a document and what is found for it.
func (w *writer) document() (words, want string) {
	docs := [...][2]string{
		{"Nghị định số 282/2025/NĐ-CP", "nd-282-2025"}, {"Nghị định 144/2021/NĐ-CP", "nd-144-2021"}, {"Nghị định 49/2024", "nd-49-2024"},
		{"Luật Trẻ em", "luat-102-2016"}, {"Luật Trẻ em năm 2016", "luat-102-2016"}, {"Bộ luật Hình sự", "blhs-2015"},
		{"Bộ luật Hình sự năm 2015", "blhs-2015"}, {"Luật Phòng, chống mua bán người", "luat-53-2024"},
		{"Luật Xử lý vi phạm hành chính số 15/2012/QH13", "luat-15-2012"}, {"Luật số 53/2024/QH15", "luat-53-2024"},
		{"Pháp lệnh Phòng, chống mại dâm", "pl-10-2003"}, {"Nghị định này", "this"}, {"Luật này", "this"}, {"Thông tư số 26/2020/TT-BTTTT", "tt-26-2020-btttt"},
		{"Nghị định số 999/2030/NĐ-CP", "unknown"}, {"Kế hoạch số 48/KH-UBND", "kh-48-2020-ubnd-huyen"},
	}
	d := docs[w.r.IntN(len(docs))]
	return d[0], d[1]
}

func TestGrammar(t *testing.T) {
	c := register()
	for seed := range uint64(6000) {
		w := &writer{r: rand.New(rand.NewPCG(seed, 7))}
		words, want := w.group(), "bare"
		if w.r.IntN(4) > 0 {
			d, id := w.document()
			words += w.pick(" ", " của ") + d
			want = id
		}
		text := w.pick("Theo ", "Hành vi quy định tại ", "Căn cứ ", "Xem ") + words + w.pick(".", " thì bị xử phạt.", ", người vi phạm bị phạt.", " quy định rõ.", "; bà con lưu ý.")
		list := Find([]byte(text), c)
		var got string
		if len(list) == 1 {
			got = text[list[0].Start:list[0].End]
		}
		if got != words {
			t.Fatalf("%s\n got %s\nwant [%s]", text, show(text, list), words)
		}
		m := &list[0]
		has := m.ID
		switch {
		case m.Doc.Form == This:
			has = "this"
		case m.Outcome == Context:
			has = "bare"
		case m.Outcome == Unknown:
			has = "unknown"
		}
		var units []string
		for i := range m.Units {
			a := m.Units[i].Anchor(false)
			if m.Units[i].To.Form != NoMark {
				a += "…" + m.Units[i].To.String()
			}
			units = append(units, a)
		}
		if has != want || strings.Join(units, " ") != strings.Join(w.units, " ") {
			t.Fatalf("%s\n got %s %v\nwant %s %v", text, has, units, want, w.units)
		}
	}
}
