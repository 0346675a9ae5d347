package check

import (
	"compress/gzip"
	"fmt"
	"math"
	"path"
	"sync"

	"thonlanh/internal/config"
	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// Budgets in kilobytes after gzip; config.toml can relax them with a reason.
const (
	pageKB  = 14
	planKB  = 30
	legalKB = 60
	styleKB = 6
)

// weights compares finished files with their budgets.
type weights struct {
	page, plan, legal, style int // bytes
	fast, small              sync.Pool
}

func newWeights(b config.Budget) *weights {
	kb := func(given, usual int) int {
		if given > 0 {
			return given << 10
		}
		return usual << 10
	}
	w := &weights{page: kb(b.Page, pageKB), plan: kb(b.Plan, planKB), legal: kb(b.Legal, legalKB), style: kb(b.Style, styleKB)}
	pool := func(level int) func() any {
		return func() any {
			z, err := gzip.NewWriterLevel(nil, level)
			if err != nil {
				panic(err) // the level is a constant of ours
			}
			return z
		}
	}
	w.fast.New, w.small.New = pool(gzip.BestSpeed), pool(gzip.DefaultCompression)
	return w
}

func (w *weights) judge(name string, page *site.Page, data []byte) (diag.Problem, bool) {
	limit, severity, source := 0, diag.Block, diag.ConfigFile
	switch {
	case page != nil && path.Ext(name) == ".html":
		limit, source = w.page, orConfig(page.Source)
		switch page.Kind {
		case site.KindPlan, site.KindDuties, site.KindSheet:
			limit = w.plan
		case site.KindLegal:
			// A law is never split: the addresses of its clauses are permanent.
			limit, severity = w.legal, diag.Warn
		}
	case path.Ext(name) == ".css":
		limit = w.style
	default:
		return diag.Problem{}, false
	}
	n := w.weigh(data, limit)
	if n <= limit {
		return diag.Problem{}, false
	}
	return diag.At(source, diag.Pos{}, severity, "qua-nang",
		fmt.Sprintf("%s nặng %d KB khi nén, quá mức %d KB. Máy rẻ, mạng yếu sẽ chờ lâu.", addressOf(name), (n+1023)>>10, limit>>10),
		"Tách bài dài thành hai trang. Nếu buộc phải dài, nới giới hạn trong [ngan_sach] của config.toml và ghi lý do."), true
}

// weigh is the size after gzip, or any number up to limit when the file is
// surely lighter than that. Most files are settled without compressing: by
// their raw size, or by the entropy of their bytes, which bounds what a Huffman
// code alone would need.
func (w *weights) weigh(data []byte, limit int) int {
	if len(data) <= limit {
		return len(data)
	}
	if bound := huffmanBound(data); bound <= limit {
		return bound
	}
	if n := zipped(&w.fast, data); n <= limit {
		return n
	}
	return zipped(&w.small, data)
}

func huffmanBound(data []byte) int {
	var count [256]int
	for _, c := range data {
		count[c]++
	}
	bits := 0.0
	for _, n := range count {
		if n > 0 {
			bits += float64(n) * (math.Log2(float64(len(data))/float64(n)) + 0.1)
		}
	}
	return int(bits/8) + 512
}

func zipped(pool *sync.Pool, data []byte) int {
	z := pool.Get().(*gzip.Writer)
	defer pool.Put(z)
	var n counter
	z.Reset(&n)
	if _, err := z.Write(data); err != nil {
		return math.MaxInt // cannot happen: the counter takes everything
	}
	if err := z.Close(); err != nil {
		return math.MaxInt
	}
	return int(n)
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
