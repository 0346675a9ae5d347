package intake

import (
	"fmt"
	"regexp"
	"strings"

	"thonlanh/internal/starter"
	"thonlanh/internal/viet"
)

// body is the body that a unit gives work to, as printed.
func (p *plan) body(i int) string {
	s := p.units[i].Title
	if s == "" {
		s = p.own[i]
		if m := bodyAtHead.FindStringSubmatch(s); m != nil {
			s = m[1]
		} else {
			s = short(s, 60)
		}
	}
	return strings.TrimRight(s, " :.;")
}

var bodyAtHead = regexp.MustCompile(`^(?:Giao |Đề nghị )?([^:;.]{3,120}?)(?:\s*[:(]| có trách nhiệm| chịu trách nhiệm| chủ trì| phối hợp| căn cứ| xây dựng| tổ chức| thực hiện)`)

func (p *plan) duties() (text string, n int, bodies []int) {
	var b strings.Builder
	b.WriteString("# Việc mà kế hoạch giao cho từng đơn vị, máy đọc từ phần tổ chức thực hiện. Đây là bản nháp:\n" +
		"# sửa viec cho gọn, xem lại đơn vị, rồi đổi cong_khai thành true. Việc đụng đến hồ sơ hay danh sách\n" +
		"# người thì luôn để cong_khai = false. Dòng bắt đầu bằng # máy bỏ qua.\n")
	for _, s := range p.sections("to chuc thuc hien", "phan cong", "trach nhiem") {
		for _, k := range p.children[s] {
			bodies = append(bodies, k)
			kids := p.children[k]
			fmt.Fprintf(&b, "\n# ---- %s %s ----\n", p.units[k].Label, comment(p.body(k)))
			if len(kids) == 0 {
				p.duty(&b, k, k)
				n++
				continue
			}
			for _, x := range kids {
				p.duty(&b, x, k)
				n++
			}
		}
	}
	if n == 0 {
		b.WriteString("\n# Máy không thấy phần nào tên là tổ chức thực hiện. Chép mẫu dưới cho từng việc:\n# [nv-iii-1-y-1]\n# muc = \"muc-iii-1-y-1\"\n# viec = \"…\"\n# chu_tri = [\"…\"]\n# cong_khai = false\n")
	}
	return b.String(), n, bodies
}

func (p *plan) duty(b *strings.Builder, i, under int) {
	text := p.first[i]
	if text == "" {
		text = p.body(i)
	}
	id := p.units[i].ID
	fmt.Fprintf(b, "\n[nv-%s]\n", strings.TrimPrefix(id, "muc-"))
	fmt.Fprintf(b, "muc = %q\n", id)
	fmt.Fprintf(b, "viec = %s\n", starter.Quote(p.asWritten(i, upperFirst(taskName(text)), "việc, nói ngắn")))
	lead := p.code(p.body(under))
	if lead != "" {
		fmt.Fprintf(b, "chu_tri = [%q]\n", lead)
	} else {
		fmt.Fprintf(b, "# chu_tri = [\"…\"]   # kế hoạch in: %s; chưa có trong co-quan.toml\n", comment(p.body(under)))
	}
	if with := p.mentioned(text, lead); len(with) > 0 {
		fmt.Fprintf(b, "phoi_hop = %s   # máy thấy nhắc trong câu; xem lại\n", list(with))
	}
	if strings.HasPrefix(p.own[under], "Đề nghị ") {
		b.WriteString("de_nghi = true\n")
	}
	if m := deadline(text, p.year); m != "" {
		fmt.Fprintf(b, "truoc_ngay = %s\n", m)
	}
	if f := viet.Fold(text); strings.Contains(f, "ho so") || strings.Contains(f, "danh sach") || strings.Contains(f, "so nguoi") {
		b.WriteString("# Việc này nói đến hồ sơ hoặc danh sách người: giữ cong_khai = false.\n")
	}
	b.WriteString("# trang_thai = \"chua_lam\"   # chua_lam, dang_lam, thuong_xuyen hoặc da_xong\ncong_khai = false\n")
}

// taskName is the first statement of a duty, kept short.
func taskName(s string) string {
	if i := strings.IndexAny(s, ";"); i > 20 {
		s = s[:i]
	}
	if i := strings.Index(s, ". "); i > 20 {
		s = s[:i]
	}
	return strings.TrimRight(short(s, 110), " .;:")
}

// code is the name of a body in co-quan.toml.
func (p *plan) code(name string) string {
	if p.bodies == nil {
		return ""
	}
	f := viet.Fold(strings.TrimPrefix(name, "Đề nghị "))
	for _, r := range p.bodies.List {
		for _, known := range [...]string{r.Value.Name, r.Value.Short} {
			k := viet.Fold(known)
			if k != "" && (f == k || strings.HasPrefix(f, k+" ") || strings.HasPrefix(k, f+" ")) {
				return r.Name
			}
		}
	}
	return ""
}

// mentioned are the bodies that a text names, without the one that leads.
func (p *plan) mentioned(text, lead string) []string {
	if p.bodies == nil {
		return nil
	}
	var out []string
	f := " " + wordsOnly(viet.Fold(text)) + " "
	for _, r := range p.bodies.List {
		if k := wordsOnly(viet.Fold(r.Value.Name)); r.Name != lead && k != "" && strings.Contains(f, " "+k+" ") {
			out = append(out, r.Name)
		}
	}
	return out
}

func wordsOnly(s string) string {
	return collapse(strings.Map(func(r rune) rune {
		if strings.ContainsRune(",.;:()/“”\"", r) {
			return ' '
		}
		return r
	}, s))
}
