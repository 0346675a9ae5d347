package render

import (
	"encoding/json"
	"strings"

	"thonlanh/internal/site"
)

const permissions = "accelerometer=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"

// headers is _headers, which several hosts of static sites read.
func headers(s *site.Site) ([]byte, error) {
	base := strings.TrimSuffix(s.Config.BasePath(), "/")
	var b strings.Builder
	b.WriteString(base + "/*\n")
	for _, h := range []string{
		"Content-Security-Policy: " + csp + "; frame-ancestors 'none'",
		"Permissions-Policy: " + permissions,
		"Referrer-Policy: no-referrer",
		"X-Content-Type-Options: nosniff",
		"X-Frame-Options: DENY",
		"Cross-Origin-Opener-Policy: same-origin",
	} {
		b.WriteString("  " + h + "\n")
	}
	for _, p := range s.Pages {
		if unstored(p) {
			b.WriteString(base + p.Addr + "\n  Cache-Control: no-store\n")
		}
	}
	const calendar = "text/calendar; charset=utf-8"
	for _, plan := range s.Plans {
		if name := deadlinesPath(plan); name != "" {
			b.WriteString(base + "/" + name + "\n  Content-Type: " + calendar + "\n")
		}
	}
	for _, ext := range []struct{ name, kind string }{
		{"lich.ics", calendar},
		{"tin.xml", "application/atom+xml; charset=utf-8"},
		{"manifest.webmanifest", "application/manifest+json; charset=utf-8"},
		{"so-can-biet.vcf", "text/vcard; charset=utf-8"},
	} {
		b.WriteString(base + "/" + ext.name + "\n  Content-Type: " + ext.kind + "\n")
	}
	return []byte(b.String()), nil
}

// unstored reports whether a browser must keep no copy of a page. The page of
// numbers is kept on purpose: it must open without a network.
func unstored(p *site.Page) bool {
	return p.Sensitive && p.Kind != site.KindNumbers && p.Kind != site.KindNotFound && p.Kind != site.KindOffline && p.Kind != site.KindHome
}

type manifestIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
	Type  string `json:"type"`
}

// webManifest is what a phone needs to keep the portal on its first screen.
// The name under the icon says the commune and nothing of the subject.
func webManifest(s *site.Site) ([]byte, error) {
	m := struct {
		Name       string         `json:"name"`
		ShortName  string         `json:"short_name"`
		Lang       string         `json:"lang"`
		Start      string         `json:"start_url"`
		Scope      string         `json:"scope"`
		Display    string         `json:"display"`
		Background string         `json:"background_color"`
		Theme      string         `json:"theme_color"`
		Icons      []manifestIcon `json:"icons"`
	}{
		Name: "Cổng thông tin " + s.Config.Name, ShortName: s.Config.Name, Lang: "vi",
		Start: "./", Scope: "./", Display: "minimal-ui", Background: "#FBF8F3", Theme: "#12344C",
		Icons: []manifestIcon{
			{"icon-192.png", "192x192", "image/png"},
			{"icon-512.png", "512x512", "image/png"},
		},
	}
	if s.Sample {
		m.Name += " (bản mẫu)"
	}
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}
