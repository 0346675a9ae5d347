package workbook

import (
	"slices"
	"strconv"
	"strings"
)

// maxList is the length of a list that can stand in the rule itself, and of
// a message.
const maxList = 255

// choices are the values of drop-downs that are too many or too strange to
// stand in the rule: they lie in a column of a hidden sheet.
type choices []string

// collectLists finds the lists that need a column. Equal ones share it.
func (w *writer) collectLists() {
	for i := range w.book.Sheets {
		for _, r := range w.book.Sheets[i].Rules {
			if r.Allow != AllowChoice || fitsInline(r.Choices) {
				continue
			}
			if !slices.ContainsFunc(w.lists, func(l choices) bool { return slices.Equal(l, r.Choices) }) {
				w.lists = append(w.lists, r.Choices)
			}
		}
	}
}

// fitsInline reports whether a list survives being written with commas.
func fitsInline(list []string) bool {
	n := max(0, len(list)-1)
	for _, s := range list {
		n += units(s)
		if s == "" || strings.TrimSpace(s) != s || strings.ContainsAny(s, ",;\"\n\r\t") || strings.HasPrefix(s, "=") {
			return false
		}
	}
	return len(list) > 0 && n <= maxList
}

// lookupSheet writes the lists, each down a column.
func (w *writer) lookupSheet(x *xmlWriter) {
	x.raw(xmlHead, `<worksheet xmlns="`, nsMain, `"><sheetData>`)
	longest := 0
	for _, l := range w.lists {
		longest = max(longest, len(l))
	}
	style := strconv.Itoa(styleIndex(Aside, asText, false))
	for row := range longest {
		x.raw(`<row r="`, strconv.Itoa(row+1), `">`)
		for col, l := range w.lists {
			if row < len(l) {
				x.raw(`<c r="`, At(row+1, col+1).String(), `" s="`, style, `" t="s"><v>`)
				x.int(w.textIndex(l[row]))
				x.raw(`</v></c>`)
			}
		}
		x.raw(`</row>`)
	}
	x.raw(`</sheetData></worksheet>`)
}

// rules writes what may be typed into the cells of a sheet.
func (w *writer) rules(x *xmlWriter, rules []Rule) {
	n := 0
	for i := range rules {
		if rules[i].says() {
			n++
		}
	}
	if n == 0 {
		return
	}
	x.raw(`<dataValidations count="`, strconv.Itoa(n), `">`)
	for i := range rules {
		if rules[i].says() {
			w.rule(x, &rules[i])
		}
	}
	x.raw(`</dataValidations>`)
}

// says reports whether there is anything to choose from.
func (r *Rule) says() bool { return r.Allow != AllowChoice || len(r.Choices) > 0 }

func (w *writer) rule(x *xmlWriter, r *Rule) {
	kind, operator, low, high := "list", "", "", ""
	switch r.Allow {
	case AllowChoice:
		low = w.listFormula(r.Choices)
	case AllowWhole:
		kind, operator, low, high = "whole", "between", number(r.Min), number(r.Max)
	case AllowDecimal:
		kind, operator, low, high = "decimal", "between", number(r.Min), number(r.Max)
	case AllowDay:
		from, to := r.days()
		kind, operator, low, high = "date", "between", strconv.Itoa(from), strconv.Itoa(to)
	}
	if r.fromZero() {
		operator, high = "greaterThanOrEqual", ""
	}
	x.raw(`<dataValidation`)
	x.attr("type", kind)
	if r.Warn {
		x.attr("errorStyle", "warning")
	}
	x.attr("operator", operator)
	x.raw(` allowBlank="1" showErrorMessage="1" errorTitle="Chưa đúng"`)
	x.attr("error", cut(r.wrong(), maxList))
	if r.Prompt != "" {
		x.raw(` showInputMessage="1" promptTitle="Cách điền"`)
		x.attr("prompt", cut(r.Prompt, maxList))
	}
	x.attr("sqref", r.At.String())
	x.raw(`><formula1>`)
	x.text(low)
	x.raw(`</formula1>`)
	if high != "" {
		x.raw(`<formula2>`, high, `</formula2>`)
	}
	x.raw(`</dataValidation>`)
}

func (r *Rule) fromZero() bool {
	return (r.Allow == AllowWhole || r.Allow == AllowDecimal) && r.Min == 0 && r.Max == 0
}

func (r *Rule) days() (from, to int) {
	from, to = firstSerial, lastSerial
	if !r.From.IsZero() {
		from = max(from, serial(r.From))
	}
	if !r.To.IsZero() {
		to = min(to, serial(r.To))
	}
	return from, max(from, to)
}

// listFormula is where a list stands: in the rule, or in a column.
func (w *writer) listFormula(list []string) string {
	if fitsInline(list) {
		return `"` + strings.Join(list, ",") + `"`
	}
	col := 1 + slices.IndexFunc(w.lists, func(l choices) bool { return slices.Equal(l, list) })
	name := "$" + ColumnName(col) + "$"
	return quoted(w.lookup) + "!" + name + "1:" + name + strconv.Itoa(len(list))
}

// wrong is the sentence for what the rule does not let in.
func (r *Rule) wrong() string {
	switch {
	case r.Wrong != "":
		return r.Wrong
	case r.Allow == AllowChoice:
		return "Ô này chỉ nhận một mục trong danh sách. Bấm mũi tên ở cạnh ô để chọn."
	case r.Allow == AllowDay:
		switch {
		case r.From.IsZero() && r.To.IsZero():
			return "Ô này chỉ nhận ngày, gõ theo thứ tự ngày/tháng/năm."
		case r.To.IsZero():
			return "Ô này chỉ nhận ngày, từ " + printed(r.From) + " trở đi, gõ theo thứ tự ngày/tháng/năm."
		case r.From.IsZero():
			return "Ô này chỉ nhận ngày, đến hết " + printed(r.To) + ", gõ theo thứ tự ngày/tháng/năm."
		}
		return "Ô này chỉ nhận ngày từ " + printed(r.From) + " đến " + printed(r.To) + ", gõ theo thứ tự ngày/tháng/năm."
	}
	what := "số"
	if r.Allow == AllowWhole {
		what = "số nguyên"
	}
	if r.fromZero() {
		return "Ô này chỉ nhận " + what + " từ 0 trở lên. Không gõ chữ hay đơn vị; chưa có số thì để trống."
	}
	return "Ô này chỉ nhận " + what + " từ " + spokenNumber(r.Min) + " đến " + spokenNumber(r.Max) + ". Không gõ chữ hay đơn vị; chưa có số thì để trống."
}
