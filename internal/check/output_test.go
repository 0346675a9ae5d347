package check

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"thonlanh/internal/config"
	"thonlanh/internal/site"
)

// legalPage is a page of the size that a legal text has.
func legalPage(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title><link rel="stylesheet" href="../../site.css"></head><body><h1>Văn bản</h1>`)
	for i := 1; b.Len() < n; i++ {
		fmt.Fprintf(&b, `<h2 id="dieu-%d">Điều %d. Trách nhiệm của cơ quan</h2><p class="khoan" id="dieu-%d-khoan-1"><span class="nhan">1.</span> Cơ quan chịu trách nhiệm phối hợp thực hiện theo quy định tại <a href="../b/#dieu-%d">Điều %d</a> của văn bản này.&nbsp;<a class="neo" href="#dieu-%d-khoan-1" aria-label="Liên kết tới khoản 1 Điều %d">§</a></p>`, i, i, i, i, i, i, i)
	}
	b.WriteString(`</body></html>`)
	return b.Bytes()
}

func BenchmarkOutputFile(b *testing.B) {
	page := legalPage(14 << 10)
	s := &site.Site{Config: &config.Config{}}
	o := NewOutput(s, []string{"van-ban/a/index.html", "van-ban/b/index.html", "site.css"})
	p := &site.Page{Addr: "/van-ban/a/", Kind: site.KindLegal, Source: "content/van-ban/a.md"}
	if list := o.File("van-ban/a/index.html", p, page); len(list) > 0 {
		b.Fatal(list)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		o.File("van-ban/a/index.html", p, page)
	}
}

func BenchmarkOutputFileWithSecrets(b *testing.B) {
	page := legalPage(14 << 10)
	s := &site.Site{Config: &config.Config{}}
	for i := range 1000 {
		s.Private = append(s.Private, site.Private{Value: fmt.Sprintf("Ghi chép riêng của tổ công tác số %d", i), File: "content/tin/2026/a.md"})
	}
	o := NewOutput(s, []string{"van-ban/a/index.html", "van-ban/b/index.html", "site.css"})
	p := &site.Page{Addr: "/van-ban/a/", Kind: site.KindLegal}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		o.File("van-ban/a/index.html", p, page)
	}
}

// TestWeighNeverUnderstates: what is settled without compressing is settled
// rightly.
func TestWeighNeverUnderstates(t *testing.T) {
	w := newWeights(config.Budget{})
	for _, data := range [][]byte{legalPage(40 << 10), []byte(strings.Repeat("a", 100<<10)), bytes.Repeat([]byte("Xin chào bà con. "), 3000), pseudoRandom(30 << 10)} {
		true_ := zipped(&w.small, data)
		for _, limit := range []int{100, 1 << 10, 4 << 10, 14 << 10, 60 << 10} {
			if got := w.weigh(data, limit); got <= limit && true_ > limit+limit/50 {
				t.Errorf("%d bytes weigh %d after gzip, settled as %d under %d", len(data), true_, got, limit)
			}
		}
	}
}

func pseudoRandom(n int) []byte {
	out := make([]byte, n)
	x := uint32(1)
	for i := range out {
		x = x*1664525 + 1013904223
		out[i] = byte(x >> 24)
	}
	return out
}

// TestFinishIsTheSameInAnyOrder: dead fragments are told once, by the first
// page, however pages were scheduled.
func TestFinishIsTheSameInAnyOrder(t *testing.T) {
	s := &site.Site{Config: &config.Config{}}
	page := func(href string) []byte {
		return []byte(`<html lang="vi"><body><h1>x</h1><a href="` + href + `">x</a></body></html>`)
	}
	names := []string{"a/index.html", "b/index.html", "c/index.html"}
	var first string
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		o := NewOutput(s, names)
		for _, i := range order {
			o.File(names[i], nil, page("../b/#khong"))
		}
		got := fmt.Sprint(o.Finish())
		if first == "" {
			first = got
		}
		if got != first || !strings.Contains(got, "/a/") {
			t.Errorf("order %v: %s", order, got)
		}
	}
}

func TestResolve(t *testing.T) {
	s := &site.Site{Config: &config.Config{BaseURL: "https://a.vn/xa/"}}
	names := []string{"index.html", "thon/dong/index.html", "thon/index.html", "lich.ics", "a b/c.png", "404.html"}
	o := NewOutput(s, names)
	for _, test := range []struct {
		from, href string
		ok         bool
	}{
		{"thon/dong/index.html", "../", true},
		{"thon/dong/index.html", "../../", true},
		{"thon/dong/index.html", "../../lich.ics", true},
		{"thon/dong/index.html", "../index.html", true},
		{"thon/dong/index.html", "./", true},
		{"thon/dong/index.html", "../../a%20b/c.png", true},
		{"thon/dong/index.html", "../../?x=1", true},
		{"thon/dong/index.html", "../../../", false},
		{"thon/dong/index.html", "..", true},
		{"thon/dong/index.html", "../tay/", false},
		{"thon/dong/index.html", "../../lich.ics/", false},
		{"index.html", "thon", false},
		{"index.html", "thon/", true},
		{"index.html", "/thon/", false},
		{"404.html", "/xa/thon/", true},
		{"404.html", "/thon/", false},
	} {
		var page *site.Page
		if test.from == "404.html" {
			page = &site.Page{Addr: "/404.html", Kind: site.KindNotFound}
		}
		list := o.File(test.from, page, []byte(`<html><body><h1>x</h1><a href="`+test.href+`">x</a></body></html>`))
		if ok := len(list) == 0; ok != test.ok {
			t.Errorf("%s in %s: %v", test.href, test.from, list)
		}
	}
}
