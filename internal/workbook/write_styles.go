package workbook

import "strconv"

// The font of official papers. Every office has it, and LibreOffice has one of
// the same widths.
const fontName = "Times New Roman"

// The formats of cells, by what stands in them.
const (
	asGeneral = iota
	asText
	asDecimal
	asWhole
	asPercent
	asDay
	formats
)

// look is how a Style is drawn. Numbers are places in the tables of
// writeStyles.
type look struct {
	font, fill, border int
	center             bool
	wrap               bool
	open               bool // can be typed into on a locked sheet
}

var looks = [...]look{
	Plain: {font: 0, border: 1, wrap: true},
	Title: {font: 2},
	Head:  {font: 1, fill: 2, border: 1, center: true, wrap: true},
	Input: {font: 0, fill: 3, border: 1, wrap: true, open: true},
	Aside: {font: 3},
	Total: {font: 1, fill: 4, border: 1, wrap: true},
}

// styleIndex is the place of a look in the table of cell formats. The first
// entry is for cells that are not there; the last ones are the looks of merged
// titles and asides, whose text cannot run on.
func styleIndex(s Style, format int, merged bool) int {
	if int(s) >= len(looks) {
		s = Plain
	}
	i := 1 + int(s)*formats + format
	if merged && !looks[s].wrap {
		i += len(looks) * formats
	}
	return i
}

func writeStyles(x *xmlWriter) {
	x.raw(xmlHead, `<styleSheet xmlns="`, nsMain, `">`,
		`<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>`)

	font := func(size int, color, extra string) {
		x.raw(`<font>`, extra, `<sz val="`, strconv.Itoa(size), `"/><color rgb="`, color, `"/><name val="`, fontName, `"/><family val="1"/></font>`)
	}
	x.raw(`<fonts count="4">`)
	font(12, "FF000000", "")
	font(12, "FF000000", "<b/>")
	font(14, "FF000000", "<b/>")
	font(11, "FF404040", "<i/>")
	x.raw(`</fonts>`)

	x.raw(`<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`)
	for _, color := range [...]string{"FFDCE6EE", "FFFFF8DC", "FFF2F2F2"} { // head, input, total
		x.raw(`<fill><patternFill patternType="solid"><fgColor rgb="`, color, `"/><bgColor indexed="64"/></patternFill></fill>`)
	}
	x.raw(`</fills>`)

	x.raw(`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>`)
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		x.raw(`<`, side, ` style="thin"><color rgb="FF808080"/></`, side, `>`)
	}
	x.raw(`<diagonal/></border></borders>`)

	x.raw(`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	x.raw(`<cellXfs count="`, strconv.Itoa(1+2*len(looks)*formats), `"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	for _, merged := range [...]bool{false, true} {
		for _, l := range looks {
			for format := range formats {
				l.xf(x, format, merged)
			}
		}
	}
	x.raw(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`)
}

func (l look) xf(x *xmlWriter, format int, merged bool) {
	numFmt, align := 0, ""
	switch format {
	case asText:
		numFmt, align = 49, "left"
	case asDecimal:
		align = "right"
	case asWhole:
		numFmt, align = 3, "right"
	case asPercent:
		numFmt, align = 165, "right"
	case asDay:
		numFmt, align = 164, "center"
	}
	if l.center {
		align = "center"
	}
	x.raw(`<xf numFmtId="`, strconv.Itoa(numFmt), `" fontId="`, strconv.Itoa(l.font), `" fillId="`, strconv.Itoa(l.fill), `" borderId="`, strconv.Itoa(l.border),
		`" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment`)
	x.attr("horizontal", align)
	if align != "" && align != "center" && l.border > 0 {
		x.raw(` indent="1"`)
	}
	x.raw(` vertical="center"`)
	if text := format == asGeneral || format == asText; text && (l.wrap || merged) {
		x.raw(` wrapText="1"`)
	}
	x.raw(`/>`)
	if l.open {
		x.raw(`<protection locked="0"/>`)
	}
	x.raw(`</xf>`)
}
