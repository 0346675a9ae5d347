package intake

import (
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/markup"
)

var takesEffect = regexp.MustCompile(`(?i)này có hiệu lực (?:thi hành )?(?:kể )?từ ngày (ký|\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4})`)
var dayWritten = regexp.MustCompile(`(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})`)

// effectWithout is the same sentence without "này"; it speaks of its own text
// only in the articles that close it, and where the kind is that of the text.
var effectWithout = regexp.MustCompile(`(?i)(?:^|[.:;] )(?:Điều \d+\. |\d+[./)] )?((?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Hướng dẫn|Kế hoạch|Chương trình|Quy chế|Quy định)(?: liên tịch| phối hợp| liên ngành)?)(?: (?:này )?(?:đã )?được [^.;:]{5,300}?)? (?:và )?có hiệu lực (?:thi hành )?(?:kể )?từ ngày (ký|\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4})`)

// inForce is the day on which a text says that it takes effect. What is
// attached to it says so of itself alone.
func (d *draft) inForce() string {
	end := len(d.blocks)
	for i, b := range d.blocks {
		if b.closing != nil || b.para != nil && d.attached[b.para] > 0 {
			end = i
			break
		}
	}
	if day := d.effectIn(0, end); day != "" || len(d.attached) > 0 {
		return day
	}
	return d.effectIn(end, len(d.blocks))
}

// closingArticles is how many articles at the end of a text may say, without
// "này", when it takes effect.
const closingArticles = 4

func (d *draft) effectIn(start, end int) string {
	articles := 0
	for i := end - 1; i >= start; i-- {
		if d.blocks[i].para == nil {
			continue
		}
		text := d.blocks[i].para.text()
		m := takesEffect.FindStringSubmatch(text)
		if m == nil && articles < closingArticles {
			if w := effectWithout.FindStringSubmatch(text); w != nil && strings.HasPrefix(strings.ToLower(d.head.kindName())+" ", strings.ToLower(w[1])+" ") {
				m = []string{strings.TrimLeft(w[0], ".:; "), w[2]}
			}
		}
		if kind, _, ok := d.printedLabel(text, markup.Law); ok && kind == markup.KindArticle {
			articles++
		}
		if m == nil {
			continue
		}
		day := d.head.issued
		if x := dayWritten.FindStringSubmatch(m[1]); x != nil {
			n := func(s string) int { k, _ := strconv.Atoi(s); return k }
			day, _ = date.New(n(x[3]), n(x[2]), n(x[1]))
		}
		if day.IsZero() {
			return ""
		}
		d.head.taken = append(d.head.taken, taken{d.blocks[i].para.at, m[0], "ngay_hieu_luc"})
		return day.String()
	}
	return ""
}
