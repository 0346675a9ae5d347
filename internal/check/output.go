package check

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"thonlanh/internal/diag"
	"thonlanh/internal/site"
)

// outputRules are the rules about finished files.
func outputRules() []RuleInfo {
	return []RuleInfo{
		{"rieng-tu-lo-ra", diag.Block},
		{"lien-ket-gay", diag.Block},
		{"id-trung", diag.Block},
		{"anh-thieu-mo-ta", diag.Block},
		{"anh-thieu-co", diag.Block},
		{"tai-nguyen-ngoai", diag.Block},
		{"ma-trong-trang", diag.Block},
		{"bieu-mau", diag.Block},
		{"tieu-de-trang", diag.Block},
		{"html-sai", diag.Block},
		{"qua-nang", diag.Block},
		{"lo-chu-de", diag.Block},
		{"so-ngoai-so", diag.Block},
		{"tep-co-ho-ten", diag.Block},
	}
}

// Output judges finished files as they are written, in any order and by many
// goroutines. It keeps of a page only the hashes of its ids and the links
// whose target another page must confirm.
type Output struct {
	site    *site.Site
	paths   map[string]int32 // every output path
	names   []string         // the paths by their number
	base    string           // the path of base_url, for 404.html
	secrets *secrets
	weights *weights
	rooms   sync.Pool // of *lists

	mu     sync.Mutex
	ids    map[int32][]uint64 // sorted hashes of the ids of each page seen
	awaits map[await]reference
}

// await is a fragment that a page must have.
type await struct {
	page int32
	id   uint64
}

// reference is the first page, by path, that awaits a fragment.
type reference struct {
	from   int32
	source string // the content file of that page
	href   string
}

// NewOutput prepares to judge the files of a site, whose output paths are all
// given.
func NewOutput(s *site.Site, paths []string) *Output {
	o := &Output{
		site: s, paths: make(map[string]int32, len(paths)), base: s.Config.BasePath(),
		secrets: newSecrets(s.Private), weights: newWeights(s.Config.Budget),
		ids: make(map[int32][]uint64), awaits: make(map[await]reference),
	}
	o.names = slices.Clone(paths)
	slices.Sort(o.names)
	for i, p := range o.names {
		o.paths[p] = int32(i)
	}
	return o
}

// File judges one finished file; page is nil for files that are no pages.
func (o *Output) File(name string, page *site.Page, data []byte) diag.List {
	var out diag.List
	switch path.Ext(name) {
	case ".html":
		out = o.html(name, page, data)
	case ".svg":
		out = o.drawing(name, data)
	case ".css":
		out = o.style(name, data)
	case ".csv":
		out = o.table(name, data)
	}
	if i, ok := o.secrets.find(name, data); ok {
		v := o.site.Private[i]
		out = append(out, diag.At(orConfig(v.File), diag.Pos{}, diag.Block, "rieng-tu-lo-ra",
			"Chữ của một mục không công khai (trong "+orConfig(v.File)+") có mặt trong tệp sẽ đăng: "+name+".",
			"Tìm chỗ công khai đang chép lại chữ đó và bỏ đi. Nếu chữ đó vốn được phép đăng, đặt cong_khai = true cho mục gốc."))
	}
	if p, ok := o.weights.judge(name, page, data); ok {
		out = append(out, p)
	}
	return out
}

func orConfig(file string) string {
	if file == "" {
		return diag.ConfigFile
	}
	return file
}

// Finish adds what needs all pages: links to fragments of other pages.
func (o *Output) Finish() diag.List {
	o.mu.Lock()
	defer o.mu.Unlock()
	var out diag.List
	for a, r := range o.awaits {
		ids, seen := o.ids[a.page]
		if !seen {
			continue // the page was not judged; its own link was
		}
		if _, ok := slices.BinarySearch(ids, a.id); ok {
			continue
		}
		out = append(out, diag.At(r.source, diag.Pos{}, diag.Block, "lien-ket-gay",
			fmt.Sprintf("Trang %s có liên kết “%s”, nhưng trang đích không có mục đó.", addressOf(o.names[r.from]), r.href),
			"Sửa phần sau dấu #, hoặc bỏ liên kết."))
	}
	slices.SortFunc(out, func(a, b diag.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Message, b.Message))
	})
	return out
}

// addressOf is the address of an output path as people know it.
func addressOf(name string) string {
	return "/" + strings.TrimSuffix(name, "index.html")
}

// hash is FNV-1a.
func hash(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
