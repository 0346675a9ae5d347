package thonlanh_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"thonlanh/internal/build"
)

// Drawings are read by their lightness alone: what is done against its track,
// the goal and the line over time against the page, at 3 to 1 on the screen,
// on paper and in colours that the reader forces. A track that is the page
// itself has an edge.
func TestChartsAreSeenInEveryLight(t *testing.T) {
	v := openBrowser(t)
	server := strictServer(t, "/", tree(t, publish(t, build.Options{})))
	v.size(t, 360, 640)
	for _, c := range []struct{ medium, scheme, forced string }{
		{"", "light", "none"}, {"", "dark", "none"}, {"print", "light", "none"}, {"", "light", "active"}, {"", "dark", "active"},
	} {
		_, err := chromedp.Call(v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: c.medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: c.scheme}, {Name: "forced-colors", Value: c.forced}},
		})
		if err != nil {
			t.Fatal(err)
		}
		v.do(t, chromedp.Navigate(server.URL+"/tien-do/2026/"))
		const faint = `(() => {
			const light = colour => {
				const [r, g, b] = colour.match(/[\d.]+/g).map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });
				return .2126 * r + .7152 * g + .0722 * b;
			};
			const page = getComputedStyle(document.body).backgroundColor;
			const ratio = (a, b) => { const x = light(a), y = light(b); return (Math.max(x, y) + .05) / (Math.min(x, y) + .05); };
			const of = (query, what) => getComputedStyle(document.querySelector(query))[what];
			const out = [];
			const see = (name, a, b) => { if (!(ratio(a, b) >= 3)) out.push(name + ' ' + a + ' on ' + b); };
			see('what is done', of('.thanh .day:not(.xong)', 'fill'), of('.thanh .ray', 'fill'));
			see('what is complete', of('.thanh .xong', 'fill'), page);
			see('the goal', of('.thanh .moc', 'fill'), page);
			see('time', of('.thanh .gio:not(.trong)', 'stroke'), of('.thanh .ray', 'fill'));
			see('the line over time', of('.bieu', 'stroke'), page);
			see('the goal over time', of('.bieu .nen', 'stroke'), page);
			see('a village', of('.vach', 'fill'), page);
			if (of('.thanh .ray', 'fill') === page) see('the edge of the track', of('.thanh .ray', 'stroke'), page);
			return out.join('; ');
		})()`
		if said := ask[string](t, v, faint); said != "" {
			t.Errorf("%+v: hardly seen: %s", c, said)
		}
	}
}
