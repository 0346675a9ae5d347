package render

import (
	"html/template"
	"slices"
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// numberView is one line of the register as pages show it. What the register
// has not verified is not said; the page of numbers names what that is.
type numberView struct {
	ID        string
	Name      string
	Digits    string       // grouped for reading aloud
	Tel       template.URL // "" for examples, which are never a link
	Example   bool
	Purpose   string
	Labels    []string // cost, hours, recorded or not
	Check     string   // when the commune called or compared it; "" where it did not
	Unsure    string   // what nobody has verified yet
	Steps     []string
	Emergency bool
}

// Line is the labels as one line of text.
func (n numberView) Line() string { return strings.Join(n.Labels, " · ") }

func (r *Renderer) number(n *site.Number) numberView {
	v := numberView{
		ID: n.ID, Name: n.Name, Digits: n.Dial.Display(), Example: n.Example,
		Purpose:   sentences(n.Purpose),
		Steps:     n.Steps,
		Emergency: n.Dial.Emergency(),
		Check:     r.checkLine(n),
		Unsure:    unsure(n.Unverified),
	}
	if !n.Example {
		v.Tel = template.URL(n.Dial.Tel())
	}
	known := func(key string) bool { return !slices.Contains(n.Unverified, key) }
	if !known("so") {
		v.Labels = append(v.Labels, "Số chưa xác minh") // wherever the number stands
	}
	if word := costWord(n.Cost); word != "" && (known("cuoc") || n.Cost == "chua_ro") {
		v.Labels = append(v.Labels, word)
	}
	if n.Hours != "" && known("gio") {
		v.Labels = append(v.Labels, spans(n.Hours))
	}
	if n.Recorded != nil && *n.Recorded && known("ghi_am") {
		v.Labels = append(v.Labels, "Cuộc gọi được ghi âm")
	}
	if n.Anonymous != nil && *n.Anonymous && known("an_danh") {
		v.Labels = append(v.Labels, "Không cần nói tên")
	}
	return v
}

func (r *Renderer) numbers(list []*site.Number) []numberView {
	out := make([]numberView, len(list))
	for i, n := range list {
		out[i] = r.number(n)
	}
	return out
}

// unsure names the fields that nobody has verified.
func unsure(keys []string) string {
	var words []string
	for _, known := range [...]struct{ key, words string }{
		{"so", "số còn dùng hay không"}, {"gio", "giờ trực"}, {"cuoc", "cước"},
		{"ghi_am", "cuộc gọi có được ghi âm không"}, {"an_danh", "có phải nói tên không"},
	} {
		if slices.Contains(keys, known.key) {
			words = append(words, known.words)
		}
	}
	return strings.Join(words, ", ")
}

// sentences joins phrases into running text, each closed by a full stop.
func sentences(phrases []string) string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		out[i] = strings.TrimSpace(p)
		if out[i] != "" && !strings.ContainsAny(out[i][len(out[i])-1:], ".?!") {
			out[i] += "."
		}
	}
	return strings.Join(out, " ")
}

func costWord(cost string) string {
	switch cost {
	case "mien_phi":
		return "Miễn phí"
	case "cuoc_thuong":
		return "Cước thường"
	case "tinh_cuoc":
		return "Có thể tính cước"
	case "chua_ro":
		return "Chưa rõ cước"
	}
	return ""
}

// checkLine says when the commune made sure of a number. 112–115 are compared
// with an official source and never called to try them.
func (r *Renderer) checkLine(n *site.Number) string {
	on, us := viet.ShortDate(n.CheckedOn), r.communeWords().Us
	switch {
	case r.site.Sample || n.Example || on == "" || slices.Contains(n.Unverified, "kiem_tra_ngay"):
		return ""
	case n.Dial.Emergency():
		return us + " đối chiếu với nhà mạng ngày\u00a0" + on + "."
	case n.Overdue:
		return "Chưa gọi thử lại từ\u00a0" + on + "."
	}
	return us + " gọi thử ngày\u00a0" + on + ", có người nghe máy."
}
