package cite

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzFind holds what must be true of any text whatever: offsets lie in the
// text, in order and on whole characters; reading twice gives the same; a link
// can be set and leaves the text as it was.
func FuzzFind(f *testing.F) {
	for _, name := range []string{"examples.txt", "forms.txt", "everyday.txt", "sentences.txt", "blind.txt"} {
		for _, s := range readSentences(&testing.T{}, name) {
			f.Add([]byte(s.text))
		}
	}
	for _, s := range []string{
		law, prose, "<a href=\"x\">Điều 5", "<code>khoản 1", "Điều <", "điểm a<em>", "1/2/3/4/QĐ-A", "Điều 1<br><br>Luật", "&nbsp;&amp;Điều&nbsp;1",
		"Luật Trẻ em <a>x</a>", "khoản 1, 2, 3, 4, 5, 6, 7, 8 Điều", "NĐ", "BLHS", "<strong>Điều</strong> <em>5</em> <b>Luật</b> <i>Trẻ</i> em", "\xffĐiều 5\xc4",
	} {
		f.Add([]byte(s))
	}
	c := register()
	f.Fuzz(func(t *testing.T, html []byte) {
		cites := Scan(nil, html)
		at := 0
		for i := range cites {
			x := &cites[i]
			d := &x.Doc
			if x.Start < at || x.End <= x.Start || x.End > len(html) {
				t.Fatalf("%q: citation %d at %d to %d, behind %d", html, i, x.Start, x.End, at)
			}
			at = x.Start
			if d.Start < 0 || d.End < d.Start || d.Tail < d.End && d.Form != NoDoc || d.Tail > len(html) || d.IssuerEnd < d.IssuerStart || d.IssuerEnd > len(html) {
				t.Fatalf("%q: document %+v", html, *d)
			}
			if len(x.Units) > 2*maxItems {
				t.Fatalf("%q: %d units", html, len(x.Units))
			}
			for _, u := range x.Units {
				if len(u.Steps()) == 0 || u.String() == "" || strings.ContainsAny(u.Anchor(false)+u.Anchor(true), " .<>\"'&") {
					t.Fatalf("%q: unit %v %q %q", html, u, u.Anchor(false), u.Anchor(true))
				}
			}
		}
		matches := c.ResolveAll(nil, cites, html)
		end := 0
		for i := range matches {
			m := &matches[i]
			if m.Start < end || m.End <= m.Start || m.End > len(html) {
				t.Fatalf("%q: match %d at %d to %d, behind %d", html, i, m.Start, m.End, end)
			}
			if utf8.Valid(html) && !utf8.Valid(html[m.Start:m.End]) {
				t.Fatalf("%q: a character is cut", html)
			}
			if (m.Outcome == Found) != (m.ID != "") && m.Outcome != Mismatch && m.Outcome != Elsewhere {
				t.Fatalf("%q: %s %q", html, m.Outcome, m.ID)
			}
			end = m.End
		}
		var out []byte
		at = 0
		for i := range matches {
			start, end := Widen(html, matches[i].Start, matches[i].End)
			if start < at {
				t.Fatalf("%q: links overlap", html)
			}
			out = append(out, html[at:start]...)
			out = AppendLink(out, html[start:end], "\x01\x01", "\x02\x02")
			at = end
		}
		out = append(out, html[at:]...)
		out = bytes.ReplaceAll(bytes.ReplaceAll(out, []byte("\x01\x01"), nil), []byte("\x02\x02"), nil)
		if !bytes.Contains(html, []byte("\x01")) && !bytes.Contains(html, []byte("\x02")) && !bytes.Equal(out, html) {
			t.Fatalf("%q: without its links %q", html, out)
		}
		if again := Scan(nil, html); len(again) != len(cites) {
			t.Fatalf("%q: %d citations, then %d", html, len(cites), len(again))
		}
	})
}

// Hostile repetitions take time in proportion to their length.
func TestHostile(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 1 << 17
	}
	c := register()
	for name, unit := range map[string]string{
		"points": "điểm a, b, c, d, đ, e, ", "clauses": "khoản 1, 2, 3, 4, 5, ", "articles": "Điều 1 ", "laws": "Luật ", "laws of laws": "Luật Luật Trẻ em ",
		"numbers": "1/2025/", "symbols": "1/2025/NĐ-", "dashes": "NĐ-CP-", "tags": "<em>", "open": "<", "open a": "<a ", "half a": "<a>", "code": "<code>x",
		"spaces": " ", "breaks": "<br>", "entities": "&nbsp;", "names": "Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở ",
		"issuers": "Kế hoạch số 48/KH-UBND của Ủy ", "lists": "Nghị định số 144/2021/NĐ-CP, ", "soft hyphens": "\u00ad", "digits": "1", "letters": "đ",
		"sub": "Mục I.1.1.1.", "ordinals": "Phần thứ ", "decree of": "Nghị định của ", "quotes": "điểm \"", "number behind": "Luật Đất đai và những điều, ", "damaged": "01/2008/NQLT-BLĐT BXH-",
		"ranges": "Điều 1 đến Điều 2 ", "dates": "Nghị định 1/2025/NĐ-CP ngày 1 tháng 1 năm ", "emphasised": "Luật<em> </em>", "slash": "1/", "unclosed": "Điều 5 <b",
		"code kinds": "BLHS ", "small laws": "luật phòng, chống ", "annexes": "Phụ lục ban hành kèm theo ", "blank": "\n\nĐiều 1",
		"titles": "Điều 1 (a), ", "long titles": "Điều 1 (a b c d e f g h i k l m n o p q r s t u v), ", "open titles": "Điều 1 (a ", "titles in titles": "khoản 1 (Luật (",
	} {
		html := []byte(strings.Repeat(unit, size/len(unit)))
		start := time.Now()
		cites := Scan(nil, html)
		c.ResolveAll(nil, cites, html)
		took := time.Since(start)
		if perByte := float64(took.Nanoseconds()) / float64(len(html)); perByte > 8000 {
			t.Errorf("%s: %.0f ns for each byte", name, perByte)
		} else {
			t.Logf("%s: %.0f ns for each byte, %d citations", name, perByte, len(cites))
		}
	}
}

// A text of ten megabytes, read as the blocks it is made of and as one.
func TestTenMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	c := register()
	block := []byte(law + prose)
	one := len(Find(block, c))
	start := time.Now()
	found, blocks := 0, 10<<20/len(block)
	for range blocks {
		found += len(Find(block, c))
	}
	whole := Find(bytes.Repeat(block, blocks), c)
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %v", took)
	}
	if found != one*blocks || len(whole) < 10000 {
		t.Errorf("%d citations in blocks of %d, %d in one", found, one, len(whole))
	}
}

// Where nothing is cited, nothing is allocated; a miss in the register costs
// nothing either.
func TestNothingAllocated(t *testing.T) {
	html := []byte(strings.Repeat(prose, 3))
	dst := make([]Citation, 0, 64)
	if n := testing.AllocsPerRun(50, func() { dst = Scan(dst[:0], html) }); n != 0 || len(dst) != 0 {
		t.Errorf("%v allocations, %d citations", n, len(dst))
	}
	c := register()
	missing := []byte("Nghị định số 999/2030/NĐ-CP của Chính phủ và Luật Nhà ở năm 2023")
	cites := Scan(nil, missing)
	if len(cites) != 2 {
		t.Fatalf("%d citations", len(cites))
	}
	if n := testing.AllocsPerRun(50, func() {
		for i := range cites {
			c.Resolve(&cites[i].Doc, missing)
		}
	}); n != 0 {
		t.Errorf("%v allocations for two misses", n)
	}
}
