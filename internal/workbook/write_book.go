package workbook

import (
	"strconv"
	"strings"
)

const (
	nsMain  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPkg   = "http://schemas.openxmlformats.org/package/2006/"
	mimeRel = "application/vnd.openxmlformats-package."
	mimeXL  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// sheetCount counts the sheet of the lists too.
func (w *writer) sheetCount() int {
	n := len(w.book.Sheets)
	if w.lookup != "" {
		n++
	}
	return n
}

func (w *writer) contentTypes(x *xmlWriter) {
	x.raw(xmlHead, `<Types xmlns="`, nsPkg, `content-types">`,
		`<Default Extension="rels" ContentType="`, mimeRel, `relationships+xml"/>`,
		`<Default Extension="xml" ContentType="application/xml"/>`)
	part := func(name, mime string) {
		x.raw(`<Override PartName="/`, name, `" ContentType="`, mime, `+xml"/>`)
	}
	part("docProps/core.xml", mimeRel+"core-properties")
	part("xl/workbook.xml", mimeXL+"sheet.main")
	for i := range w.sheetCount() {
		part(sheetPart(i), mimeXL+"worksheet")
	}
	part("xl/styles.xml", mimeXL+"styles")
	part("xl/sharedStrings.xml", mimeXL+"sharedStrings")
	x.raw(`</Types>`)
}

func (w *writer) rootRelations(x *xmlWriter) {
	x.raw(xmlHead, `<Relationships xmlns="`, nsPkg, `relationships">`,
		`<Relationship Id="rId1" Type="`, nsRel, `/officeDocument" Target="xl/workbook.xml"/>`,
		`<Relationship Id="rId2" Type="`, nsPkg, `relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
		`</Relationships>`)
}

func (w *writer) properties(x *xmlWriter) {
	x.raw(xmlHead, `<cp:coreProperties xmlns:cp="`, nsPkg, `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	for _, p := range [...]struct{ name, value string }{
		{"dc:title", w.book.Title}, {"dc:creator", w.book.Author}, {"dc:language", "vi"},
	} {
		if p.value != "" {
			x.raw("<", p.name, ">")
			x.text(p.value)
			x.raw("</", p.name, ">")
		}
	}
	x.raw(`</cp:coreProperties>`)
}

func (w *writer) workbook(x *xmlWriter) {
	x.raw(xmlHead, `<workbook xmlns="`, nsMain, `" xmlns:r="`, nsRel, `"><bookViews><workbookView activeTab="`)
	x.int(w.firstVisible())
	x.raw(`"/></bookViews><sheets>`)
	sheet := func(i int, name string, hidden bool) {
		x.raw(`<sheet`)
		x.attr("name", name)
		x.attr("sheetId", strconv.Itoa(i+1))
		if hidden {
			x.attr("state", "hidden")
		}
		x.attr("r:id", "rId"+strconv.Itoa(i+1))
		x.raw(`/>`)
	}
	for i := range w.book.Sheets {
		sheet(i, w.names[i], w.book.Sheets[i].Hidden)
	}
	if w.lookup != "" {
		sheet(len(w.names), w.lookup, true)
	}
	x.raw(`</sheets>`)
	w.printTitles(x)
	x.raw(`</workbook>`)
}

func (w *writer) firstVisible() int {
	for i := range w.book.Sheets {
		if !w.book.Sheets[i].Hidden {
			return i
		}
	}
	return 0
}

// printTitles names the rows that each printed page begins with.
func (w *writer) printTitles(x *xmlWriter) {
	open := false
	for i := range w.book.Sheets {
		first, last := headRows(&w.book.Sheets[i])
		if first == 0 {
			continue
		}
		if !open {
			x.raw(`<definedNames>`)
			open = true
		}
		x.raw(`<definedName name="_xlnm.Print_Titles" localSheetId="`, strconv.Itoa(i), `">`)
		x.text(quoted(w.names[i]))
		x.raw(`!$`, strconv.Itoa(first), `:$`, strconv.Itoa(last), `</definedName>`)
	}
	if open {
		x.raw(`</definedNames>`)
	}
}

// headRows are the first and the last row with a Head cell among the frozen
// ones, counted from 1.
func headRows(s *Sheet) (first, last int) {
	for i, row := range s.Rows[:min(len(s.Rows), max(0, s.FrozenRows))] {
		for _, c := range row {
			if c.set && c.style == Head {
				if first == 0 {
					first = i + 1
				}
				last = i + 1
				break
			}
		}
	}
	return first, last
}

func (w *writer) relations(x *xmlWriter) {
	x.raw(xmlHead, `<Relationships xmlns="`, nsPkg, `relationships">`)
	relation := func(id int, kind, target string) {
		x.raw(`<Relationship Id="rId`, strconv.Itoa(id), `" Type="`, nsRel, `/`, kind, `" Target="`, target, `"/>`)
	}
	n := w.sheetCount()
	for i := range n {
		relation(i+1, "worksheet", strings.TrimPrefix(sheetPart(i), "xl/"))
	}
	relation(n+1, "styles", "styles.xml")
	relation(n+2, "sharedStrings", "sharedStrings.xml")
	x.raw(`</Relationships>`)
}

func (w *writer) sharedStrings(x *xmlWriter) {
	x.raw(xmlHead, `<sst xmlns="`, nsMain, `" count="`, strconv.Itoa(w.uses), `" uniqueCount="`, strconv.Itoa(len(w.order)), `">`)
	for _, s := range w.order {
		x.raw(`<si><t`)
		if strings.TrimSpace(s) != s || strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
			x.raw(` xml:space="preserve"`)
		}
		x.raw(`>`)
		x.text(s)
		x.raw(`</t></si>`)
	}
	x.raw(`</sst>`)
}

// sheetName is a name that Excel accepts: no forbidden sign, not too long, and
// not one that stands already.
func sheetName(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(strings.TrimSpace(cut(strings.TrimSpace(name), 31)), "'")
	if name == "" || strings.EqualFold(name, "History") {
		name = "Bảng " + name
	}
	name = strings.TrimSpace(name)
	base := name
	for i := 2; taken[strings.ToLower(name)]; i++ {
		end := " (" + strconv.Itoa(i) + ")"
		name = cut(base, 31-len(end)) + end
	}
	taken[strings.ToLower(name)] = true
	return name
}

// quoted is the name of a sheet as a formula spells it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
