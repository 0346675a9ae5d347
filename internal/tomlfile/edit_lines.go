package tomlfile

import "strings"

// Where new lines go.

// lastOf is the last statement of a header's block, the header itself where
// the block is empty, -1 above the first statement.
func (e *editor) lastOf(header int) int {
	for i := header + 1; i < len(e.statements); i++ {
		if e.statements[i].header {
			return i - 1
		}
	}
	return len(e.statements) - 1
}

// lineAfter is the beginning of the line below a statement; for none the
// beginning of the file, below the comment that heads it.
func (e *editor) lineAfter(last int) int {
	if last >= 0 {
		return e.lineBelow(e.statements[last].end)
	}
	at, whole := 0, false
	if strings.HasPrefix(string(e.data), "\ufeff") {
		at = len("\ufeff")
	}
	head := at
	for head < len(e.text) {
		end := e.lineBelow(head)
		switch line := strings.TrimSpace(e.text[head:end]); {
		case strings.HasPrefix(line, "#:"):
			at, head = end, end
			continue
		case strings.HasPrefix(line, "#"):
			head = end
			continue
		default:
			whole = line == "" // the comment belongs to the file, not to a table
		}
		break
	}
	if whole || head == len(e.text) {
		return head
	}
	return at
}

// lineBelow is the beginning of the line below an offset.
func (e *editor) lineBelow(at int) int {
	if i := strings.IndexByte(e.text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(e.text)
}

// belowComment finds the comment in a block that shows a key to be filled in,
// "# tu_so = 0", and gives the line below it; -1 for none.
func (e *editor) belowComment(header int, key string) int {
	at := 0
	if header >= 0 {
		at = e.lineBelow(e.statements[header].end)
	}
	for i := header + 1; ; i++ {
		end := len(e.text)
		if i < len(e.statements) {
			end = e.statements[i].start
		}
		for found := -1; at < end; {
			next := e.lineBelow(at)
			comment, ok := strings.CutPrefix(strings.TrimSpace(e.text[at:next]), "#")
			comment = strings.TrimSpace(comment)
			switch {
			case found >= 0 && (!ok || comment == "]"):
				if ok {
					found = next
				}
				return found
			case found >= 0:
			case ok && strings.HasPrefix(comment, "["):
				return -1 // the example of another table
			case ok && strings.HasPrefix(comment, key) && strings.HasPrefix(strings.TrimLeft(comment[len(key):], " "), "="):
				if found = next; !strings.HasSuffix(comment, "[") {
					return found
				}
			}
			at = next
			if at >= end && found >= 0 {
				return found
			}
		}
		if i >= len(e.statements) || e.statements[i].header {
			return -1
		}
		at = max(at, e.lineBelow(e.statements[i].end))
	}
}

// blockEnd is where a block ends: below its last statement and the comments
// that follow it without a gap, unless the next block follows these without
// one.
func (e *editor) blockEnd(header int) int {
	last := e.lastOf(header)
	at := e.lineBelow(e.statements[last].end)
	next := len(e.text)
	if last+1 < len(e.statements) {
		next = e.statements[last+1].start
	}
	end := at
	for end < next {
		below := e.lineBelow(end)
		if strings.TrimSpace(e.text[end:below]) == "" {
			return end
		}
		end = below
	}
	if next == len(e.text) {
		return end
	}
	return at
}
