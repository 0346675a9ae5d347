package render

import (
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// linker writes the addresses of one page for the place where the page stands.
type linker struct {
	folder   []string // of the page: "/thon/dong/" is [thon dong]
	base     string   // not empty: links stay absolute and begin with this path
	portable bool
	quiet    func(addr string) bool // not nil: marks links to pages with the quick exit
}

func (r *Renderer) linker(p *site.Page) *linker {
	l := &linker{folder: folderOf(p.Addr), portable: r.options.Portable}
	if p.Kind == site.KindNotFound {
		// The server shows this page at any address, so nothing relative holds.
		l.base = r.site.Config.BasePath()
		l.portable = false
	}
	if r.exits(p) {
		l.quiet = func(addr string) bool {
			to, ok := r.site.PageAt(addr)
			return ok && r.exits(to)
		}
	}
	return l
}

func folderOf(addr string) []string {
	addr = strings.Trim(addr[:strings.LastIndexByte(addr, '/')+1], "/")
	if addr == "" {
		return nil
	}
	return strings.Split(addr, "/")
}

// append goes once over a piece of a page: addresses from the root in tags
// become relative, and numbers in text are tied to the words that name them.
// It reads what the templates and the markup package wrote: tags with quoted
// values, no comments.
func (l *linker) append(out []byte, page string) []byte {
	for len(page) > 0 {
		open := strings.IndexByte(page, '<')
		if open < 0 {
			open = len(page)
		}
		out = viet.AppendNBSP(out, page[:open])
		page = page[open:]
		end := tagEnd(page)
		tag := page[:end]
		page = page[end:]
		out = l.tag(out, tag)
		if stop := rawUntil(tag); stop != "" {
			end := strings.Index(page, stop)
			if end < 0 {
				end = len(page)
			}
			out = append(out, page[:end]...)
			page = page[end:]
		}
	}
	return out
}

// tagEnd is the length of the tag at the beginning of b.
func tagEnd(b string) int {
	for i := 0; i < len(b); {
		end := strings.IndexByte(b[i:], '>')
		if end < 0 {
			break
		}
		if strings.Count(b[i:i+end], `"`)%2 == 0 {
			return i + end + 1
		}
		// The sign stands inside a quoted value: go on behind that.
		quote := strings.IndexByte(b[i+end:], '"')
		if quote < 0 {
			break
		}
		i += end + quote + 1
	}
	return len(b)
}

// rawUntil is what ends the text of elements in which nothing may change.
func rawUntil(tag string) string {
	if len(tag) < 5 || strings.IndexByte("stpc", tag[1]) < 0 {
		return ""
	}
	for _, name := range [...]string{"script", "title", "pre", "code"} {
		if strings.HasPrefix(tag[1:], name) && len(tag) > len(name)+1 && (tag[len(name)+1] == '>' || isSpace(tag[len(name)+1])) {
			return "</" + name
		}
	}
	return ""
}

// tag appends a start tag with its addresses rewritten.
func (l *linker) tag(out []byte, raw string) []byte {
	if len(raw) < len(`<a a="/`) || raw[1] == '/' || !strings.Contains(raw, `="/`) && !strings.Contains(raw, "srcset=") {
		return append(out, raw...)
	}
	i := 1
	for i < len(raw) && !isSpace(raw[i]) && raw[i] != '>' {
		i++
	}
	anchor := i == 2 && raw[1] == 'a'
	done := 0 // raw[:done] is in out
	for i < len(raw) {
		for i < len(raw) && (isSpace(raw[i]) || raw[i] == '/') {
			i++
		}
		nameAt := i
		for i < len(raw) && !isSpace(raw[i]) && raw[i] != '=' && raw[i] != '>' {
			i++
		}
		if i == nameAt {
			i++ // ">", or a stray sign
			continue
		}
		name := raw[nameAt:i]
		if i+1 >= len(raw) || raw[i] != '=' || raw[i+1] != '"' {
			continue // no value, or one that no template of ours writes
		}
		valueAt := i + 2
		end := strings.IndexByte(raw[valueAt:], '"')
		if end < 0 {
			break
		}
		i = valueAt + end
		value := raw[valueAt:i]
		next := value
		switch name {
		case "href", "src", "poster", "data-href":
			next = l.address(value)
		case "srcset":
			next = l.set(value)
		}
		out = append(out, raw[done:valueAt]...)
		out = append(out, next...)
		done = i
		i++
		if anchor && name == "href" && l.quiet != nil && fromRoot(value) && l.quiet(cutFragment(value)) {
			out = append(out, `" data-kin`...)
			done = i
		}
	}
	return append(out, raw[done:]...)
}

// address makes an address from the root relative to the page.
func (l *linker) address(to string) string {
	if !fromRoot(to) {
		return to
	}
	cut := strings.IndexAny(to, "?#")
	if cut < 0 {
		cut = len(to)
	}
	target, rest := to[:cut], to[cut:]
	if l.base != "" {
		return l.base + target[1:] + rest
	}
	folder := folderOf(target)
	name := target[strings.LastIndexByte(target, '/')+1:]
	if name == "" && rest != "" && rest[0] == '#' && sameFolder(folder, l.folder) {
		return rest
	}
	if name == "" && l.portable {
		name = "index.html"
	}
	common := 0
	for common < len(folder) && common < len(l.folder) && folder[common] == l.folder[common] {
		common++
	}
	var b strings.Builder
	for range l.folder[common:] {
		b.WriteString("../")
	}
	for _, f := range folder[common:] {
		b.WriteString(f)
		b.WriteByte('/')
	}
	b.WriteString(name)
	path := b.String()
	if path == "" || strings.Contains(path[:strings.IndexByte(path+"/", '/')], ":") {
		path = "./" + path
	}
	return path + rest
}

// set rewrites the addresses of a srcset.
func (l *linker) set(value string) string {
	parts := strings.Split(value, ",")
	for i, part := range parts {
		part = strings.TrimSpace(part)
		addr, size, _ := strings.Cut(part, " ")
		parts[i] = strings.TrimSpace(l.address(addr) + " " + size)
	}
	return strings.Join(parts, ", ")
}

// fromRoot reports addresses "/…" of this site; "//host" is another's.
func fromRoot(to string) bool {
	return strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "//")
}

func cutFragment(to string) string {
	if i := strings.IndexAny(to, "?#"); i >= 0 {
		return to[:i]
	}
	return to
}

func sameFolder(a, b []string) bool {
	return strings.Join(a, "/") == strings.Join(b, "/")
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
