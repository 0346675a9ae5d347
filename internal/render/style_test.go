package render

import (
	"bytes"
	"compress/gzip"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func style(t *testing.T) string {
	t.Helper()
	css, err := joinStyles(os.DirFS("../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	return string(css)
}

// themes are the colour tokens of the light and the dark look.
func themes(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	css := style(t)
	light, dark = map[string]string{}, map[string]string{}
	tokens := regexp.MustCompile(`--([a-z0-9-]+):(#[0-9A-Fa-f]{6})`)
	at := strings.Index(css, "prefers-color-scheme:dark")
	if at < 0 {
		t.Fatal("no dark theme")
	}
	for _, m := range tokens.FindAllStringSubmatch(css[:at], -1) {
		light[m[1]] = m[2]
	}
	for _, m := range tokens.FindAllStringSubmatch(css[at:], -1) {
		dark[m[1]] = m[2]
	}
	return light, dark
}

func luminance(t *testing.T, hex string) float64 {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		t.Fatalf("colour %q", hex)
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&0xFF) / 255
		if c <= 0.03928 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast recomputes WCAG contrast for every pair of colours that the
// styles put on one another, light and dark: 4.5 for text, 3 for the borders of
// controls, charts and the focus ring.
func TestContrast(t *testing.T) {
	light, dark := themes(t)
	pairs := []struct {
		text, on string
		need     float64
	}{
		{"muc", "giay the cat lua-nhat sen-nhat gach-nhat dat-nhat cham-nhat", 4.5},
		{"muc2", "giay the cat cham-nhat sen-nhat lua-nhat gach-nhat dat-nhat", 4.5},
		{"cham", "giay the cat cham-nhat lua-nhat gach-nhat dat-nhat sen-nhat", 4.5},
		{"tham", "giay the cat", 4.5},
		{"tren-cham", "cham", 4.5},
		{"lua", "giay the lua-nhat cat", 4.5},
		{"dat", "giay the dat-nhat", 4.5},
		{"gach", "giay the gach-nhat cat", 4.5},
		{"sen", "giay the sen-nhat cat", 4.5},
		{"vien", "giay the cat", 3},
		{"cham", "ray", 3}, {"lua", "ray", 3}, {"dat", "ray", 3}, {"muc", "ray", 3}, {"muc2", "ray", 3},
		{"muc", "tieu-diem", 0},
	}
	for name, theme := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, p := range pairs {
			for on := range strings.FieldsSeq(p.on) {
				a, b := theme[p.text], theme[on]
				if a == "" || b == "" {
					t.Errorf("%s: no token --%s or --%s", name, p.text, on)
				} else if r := contrast(t, a, b); r < p.need {
					t.Errorf("%s: %s on %s is %.2f, needs %.1f", name, p.text, on, r, p.need)
				}
			}
		}
		if r := contrast(t, "#FFFFFF", theme["cham-sau"]); r < 4.5 {
			t.Errorf("%s: white on cham-sau is %.2f", name, r)
		}
		// The ring must be seen on paper, or else its halo.
		if ring, halo := contrast(t, theme["muc"], theme["giay"]), contrast(t, theme["tieu-diem"], theme["giay"]); ring < 3 && halo < 3 {
			t.Errorf("%s: focus is not seen: ring %.2f, halo %.2f", name, ring, halo)
		}
	}
	for token := range light {
		if dark[token] == "" {
			t.Errorf("--%s has no dark value", token)
		}
	}
	// Fixed points of the table, so that a wrong formula is noticed.
	for _, f := range []struct {
		a, b string
		want float64
	}{{light["muc"], light["giay"], 15.31}, {light["sen"], light["cat"], 5.15}, {dark["cham"], dark["giay"], 10.13}, {light["dat"], light["ray"], 4.28}} {
		if got := contrast(t, f.a, f.b); math.Abs(got-f.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, the table says %.2f", f.a, f.b, got, f.want)
		}
	}
}

// TestStyleParsesOnOldPhones keeps out what a browser of 2018 drops together
// with its whole rule, and what the house look does not have.
func TestStyleParsesOnOldPhones(t *testing.T) {
	css := style(t)
	for _, not := range []string{":has(", ":is(", ":where(", "@container", "@layer", "oklch", "color-mix", "clamp(", "inset:", "box-shadow:0 1", "gradient(", "text-transform:uppercase", "text-align:justify", "hyphens:auto", "url(", "@import", "@font-face", "!important"} {
		if strings.Contains(css, not) {
			t.Errorf("the styles use %s", not)
		}
	}
	if m := regexp.MustCompile(`letter-spacing:-|font-weight:[123]00|(^|[^-])gap:`).FindString(css); m != "" {
		t.Errorf("the styles use %s", m)
	}
	if open, shut := strings.Count(css, "{"), strings.Count(css, "}"); open != shut {
		t.Errorf("%d { and %d }", open, shut)
	}
	for _, m := range regexp.MustCompile(`var\(--([a-z0-9-]+)\)`).FindAllStringSubmatch(css, -1) {
		if !strings.Contains(css, "--"+m[1]+":") {
			t.Errorf("--%s is used and nowhere set", m[1])
		}
	}
}

func gzipped(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(b)
	w.Close()
	return out.Len()
}

func TestWeights(t *testing.T) {
	r := newRenderer(t, os.DirFS("../.."), Options{})
	// As published: comments never reach a phone.
	if n := gzipped(t, []byte(render(t, r, r.style[1:]))); n > 6<<10 {
		t.Errorf("styles weigh %d bytes", n)
	}
	for _, o := range r.Outputs() {
		if o.Asset != nil {
			continue
		}
		limit := 0
		switch {
		case o.Path == "index.html", strings.HasPrefix(o.Path, "ho-tro/"), strings.HasPrefix(o.Path, "thon/"), strings.HasPrefix(o.Path, "tien-do/"):
			limit = 14 << 10
		case strings.HasPrefix(o.Path, "thoat."):
			limit = 1 << 10
		case strings.HasPrefix(o.Path, "chep."):
			limit = 1 << 10
		}
		if limit == 0 {
			continue
		}
		b, err := r.Render(o.Path)
		if err != nil {
			t.Error(err)
			continue
		}
		if n := gzipped(t, b); n > limit {
			t.Errorf("%s weighs %d bytes, limit %d", o.Path, n, limit)
		}
	}
}
