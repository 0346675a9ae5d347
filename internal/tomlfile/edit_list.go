package tomlfile

import "strings"

// inList changes a list whose elements stand on lines of their own: lines go
// and lines come, the others stay with their comments. It is false for a list
// that is written in another way, or where elements change their order.
func (e *editor) inList(v *value, old any, want []string) bool {
	have, ok := old.([]any)
	if !ok || v.kind != arrayValue || len(have) != len(v.elems) || len(have) == 0 {
		return false
	}
	for _, x := range v.elems {
		start := strings.LastIndexByte(e.text[:x.at], '\n') + 1
		rest := strings.TrimLeft(e.text[x.end:e.lineBelow(x.end)], " \t")
		comma := strings.HasPrefix(rest, ",")
		rest = strings.TrimSpace(strings.TrimPrefix(rest, ","))
		if start <= v.at || strings.TrimSpace(e.text[start:x.at]) != "" || !comma || rest != "" && rest[0] != '#' {
			return false
		}
	}
	var edits []edit
	k := 0 // elements of want that stand already
	for i, x := range v.elems {
		if k < len(want) && sameValue(have[i], want[k], "") {
			k++
			continue
		}
		edits = append(edits, edit{strings.LastIndexByte(e.text[:x.at], '\n') + 1, e.lineBelow(x.end), ""})
	}
	if k == 0 {
		return false // nothing of it stays
	}
	last := v.elems[len(v.elems)-1]
	indent := string(e.data[strings.LastIndexByte(e.text[:last.at], '\n')+1 : last.at])
	for _, s := range want[k:] {
		edits = append(edits, edit{e.lineBelow(last.end), -1, indent + quote(s) + "," + e.eol})
	}
	e.edits = append(e.edits, edits...)
	return true
}
