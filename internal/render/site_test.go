package render

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

// archive is the small commune of testdata, some files replaced; an empty text
// takes a file away.
func archive(t *testing.T, replaced map[string]string) fs.FS {
	t.Helper()
	text, err := os.ReadFile("testdata/xa-nho.txtar")
	if err != nil {
		t.Fatal(err)
	}
	m := fstest.MapFS{}
	for _, f := range strings.Split(string(text), "\n-- ")[1:] {
		name, data, _ := strings.Cut(f, " --\n")
		m[name] = &fstest.MapFile{Data: []byte(data + "\n")}
	}
	for name, text := range replaced {
		m[name] = &fstest.MapFile{Data: []byte(text)}
		if text == "" {
			delete(m, name)
		}
	}
	return m
}

func assemble(t *testing.T, project fs.FS) *site.Site {
	t.Helper()
	c, problems, err := config.Load(project)
	if err != nil {
		t.Fatal(err)
	}
	tree, more, err := content.Load(project, 1)
	if err != nil {
		t.Fatal(err)
	}
	problems = append(problems, more...)
	today, _ := date.Parse("2026-11-20")
	s, more := site.Assemble(tree, c, today)
	problems = append(problems, more...)
	for _, p := range problems {
		if p.Severity.String() == "chan" {
			t.Errorf("%s:%d %s: %s", p.File, p.Line, p.Rule, p.Message)
		}
	}
	return s
}

func newRenderer(t *testing.T, project fs.FS, o Options) *Renderer {
	t.Helper()
	r, err := New(assemble(t, project), os.DirFS("../../layouts"), os.DirFS("../../static"), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func small(t *testing.T) *Renderer {
	return newRenderer(t, archive(t, nil), Options{BuildID: "abc123"})
}

func render(t *testing.T, r *Renderer, path string) string {
	t.Helper()
	b, err := r.Render(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEveryKindRendersWhole(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{"content/chuyen-di.toml": "[\"/cu/\"]\nchuyen_den = \"/tim-hieu/\"\n" +
		"[\"/ho-tro/cu/\"]\nchuyen_den = \"/van-ban/\"\n[\"/ho-tro/cu/#dieu-1\"]\nchuyen_den = \"/tim-hieu/\"\n"}), Options{BuildID: "abc123"})
	kinds := map[site.Kind]bool{}
	for _, o := range r.Outputs() {
		if o.Page == nil {
			continue
		}
		kinds[o.Page.Kind] = true
		wholePage(t, o.Path, render(t, r, o.Path))
	}
	for _, k := range []site.Kind{
		site.KindHome, site.KindNumbers, site.KindHelpHub, site.KindHelp, site.KindArticles, site.KindArticle,
		site.KindMaterials, site.KindMaterialKind, site.KindMaterial, site.KindPlans, site.KindPlan, site.KindDuties, site.KindSheet, site.KindProgressHub,
		site.KindProgress, site.KindVillages, site.KindVillage, site.KindLegalIndex, site.KindLegal, site.KindCalendar,
		site.KindEvent, site.KindNewsIndex, site.KindNews, site.KindSearch, site.KindData, site.KindDataSet, site.KindSingle,
		site.KindNotFound, site.KindOffline, site.KindMonths, site.KindMoved,
	} {
		if !kinds[k] {
			t.Errorf("the small commune has no page of kind %s", k)
		}
	}
}

// The repository is a sample commune of its own.
func TestSampleRendersWhole(t *testing.T) {
	r := newRenderer(t, os.DirFS("../.."), Options{})
	for _, o := range r.Outputs() {
		if o.Page == nil {
			continue
		}
		text := render(t, r, o.Path)
		wholePage(t, o.Path, text)
		if o.Page.Kind != site.KindMonths && !strings.Contains(text, sampleWords) {
			t.Errorf("%s does not say that it is a sample", o.Path)
		}
		if !strings.Contains(text, `content="noindex"`) {
			t.Errorf("%s may be indexed", o.Path)
		}
		if i := strings.Index(text, `property="og:title"`); i >= 0 && !strings.Contains(text[i:i+400], "Bản mẫu") {
			t.Errorf("%s: og:title does not say that it is a sample", o.Path)
		}
		if regexp.MustCompile(`tel:[+0-9]*200\s*3000`).MatchString(text) {
			t.Errorf("%s links a number of the sample", o.Path)
		}
	}
}

// wholePage holds what every page must: one h1, landmarks, no skipped heading
// level, unique ids, nothing inline, every address relative.
func wholePage(t *testing.T, name, text string) {
	t.Helper()
	if strings.Contains(text, "ZgotmplZ") || strings.Contains(text, "<no value>") {
		t.Errorf("%s: a template refused a value", name)
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	ids := map[string]bool{}
	var targets []string
	level := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			now := int(n.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s: h%d follows h%d", name, now, level)
			}
			level = now
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if ids[a.Val] {
					t.Errorf("%s: id %q twice", name, a.Val)
				}
				ids[a.Val] = true
			case a.Key == "style", strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s %s>", name, n.Data, a.Key)
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				targets = append(targets, a.Val[1:])
			case (a.Key == "href" || a.Key == "src" || a.Key == "data-href") && strings.HasPrefix(a.Val, "/") && name != "404.html":
				t.Errorf("%s: %s=%q is not relative", name, a.Key, a.Val)
			}
		}
		switch n.Data {
		case "script":
			src, kind := attr(n, "src"), attr(n, "type")
			if src == "" && kind != "application/ld+json" || strings.Contains(src, "//") {
				t.Errorf("%s: inline or foreign script", name)
			}
		case "style":
			t.Errorf("%s: inline style", name)
		case "img":
			if _, ok := lookup(n, "alt"); !ok {
				t.Errorf("%s: picture without alt", name)
			}
			if attr(n, "width") == "" || attr(n, "height") == "" {
				t.Errorf("%s: picture %s without size", name, attr(n, "src"))
			}
		}
	}
	for _, to := range targets {
		if !ids[to] {
			t.Errorf("%s: no id %q", name, to)
		}
	}
	if count["h1"] != 1 || count["main"] != 1 || count["title"] != 1 {
		t.Errorf("%s: %d h1, %d main, %d title", name, count["h1"], count["main"], count["title"])
	}
	if path.Dir(name) == "lich-thang" {
		return
	}
	if strings.Contains(text, "<h1>Trang này đã chuyển chỗ</h1>") { // a stub is outside the usual frame
		if count["header"] != 1 {
			t.Errorf("%s: landmarks missing", name)
		}
		return
	}
	if count["header"] < 1 || count["footer"] != 1 || count["nav"] < 3 {
		t.Errorf("%s: landmarks missing", name)
	}
}

func attr(n *html.Node, key string) string {
	v, _ := lookup(n, key)
	return v
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func TestLinksOfEveryPageLeadToAnOutput(t *testing.T) {
	for _, portable := range []bool{false, true} {
		r := newRenderer(t, archive(t, nil), Options{Portable: portable})
		paths := map[string]bool{}
		for _, o := range r.Outputs() {
			paths[o.Path] = true
		}
		for _, o := range r.Outputs() {
			if o.Page == nil || o.Path == "404.html" {
				continue
			}
			doc, _ := html.Parse(strings.NewReader(render(t, r, o.Path)))
			for n := range doc.Descendants() {
				for _, key := range []string{"href", "src", "data-href"} {
					to, ok := lookup(n, key)
					if !ok || strings.Contains(to, ":") || strings.HasPrefix(to, "#") {
						continue
					}
					to, _, _ = strings.Cut(to, "#")
					if strings.HasSuffix(to, "/") || to == "" {
						if portable {
							t.Errorf("%s: %q names no file", o.Path, to)
						}
						to += "index.html"
					}
					if to = path.Join(path.Dir(o.Path), to); !paths[to] {
						t.Errorf("portable %v: %s leads to %s, which is not there", portable, o.Path, to)
					}
				}
			}
		}
	}
}

func TestNotFoundPageIsAbsolute(t *testing.T) {
	for _, portable := range []bool{false, true} {
		r := newRenderer(t, archive(t, nil), Options{Portable: portable})
		doc, _ := html.Parse(strings.NewReader(render(t, r, "404.html")))
		for n := range doc.Descendants() {
			for _, key := range []string{"href", "src"} {
				if to, ok := lookup(n, key); ok && !strings.Contains(to, ":") && !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "/cong/") {
					t.Errorf("%s=%q", key, to)
				}
			}
		}
	}
}

func TestHeadOfAPageWithTheExit(t *testing.T) {
	r := small(t)
	text := render(t, r, "ho-tro/an-toan/index.html")
	for _, want := range []string{
		`<title>An toàn – Xã Nhỏ</title>`,
		`name="referrer" content="no-referrer"`,
		`content="default-src 'none'; img-src 'self'`,
		`href="https://thoitiet.example/" data-href="../../lich-thang/" rel="noreferrer nofollow">Thoát nhanh</a>`,
		`data-kin>Số khác</a>`,
		`<body class="kin">`,
		`Bấm quay lại vẫn có thể thấy trang này`,
		`Xem cách xem kín đáo hơn.`,
		`rel="canonical" href="https://xanho.example/cong/ho-tro/an-toan/"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("missing %s", want)
		}
	}
	for _, not := range []string{"og:image", "tin.xml", ">Số khác</a>\n</div></div>"} {
		if strings.Contains(text, not) {
			t.Errorf("should not have %s", not)
		}
	}
	if n := strings.Count(text, "<script"); n != 1 {
		t.Errorf("%d scripts, only the exit is wanted", n)
	}
	quiet := render(t, r, "ho-tro/xem-kin-dao/index.html")
	if !strings.Contains(quiet, `<a href="../../tim-hieu/loi-moi/">`) {
		t.Error("a link to an ordinary page is marked, or its address is wrong")
	}
	if ordinary := render(t, r, "tim-hieu/loi-moi/index.html"); strings.Contains(ordinary, "thoat") || strings.Contains(ordinary, "data-kin") {
		t.Error("an ordinary page carries the exit")
	}
}

func TestMonthsPageSaysNothingOfThePortal(t *testing.T) {
	text := render(t, small(t), "lich-thang/index.html")
	for _, not := range []string{"Xã Nhỏ", "Cổng", "113", "canonical", `rel="manifest"`, "og:", "icon", "Bản mẫu"} {
		if strings.Contains(text, not) {
			t.Errorf("names %s", not)
		}
	}
	if n := strings.Count(text, "<table"); n != 24 {
		t.Errorf("%d months", n)
	}
	if !strings.Contains(text, `id="t2026-11"`) || !strings.Contains(text, "<title>Lịch 2026</title>") {
		t.Error("does not begin with the month of the build, or has another title")
	}
}

func TestHomeShowsNothingThatIsWithheld(t *testing.T) {
	text := render(t, small(t), "index.html")
	if !strings.Contains(text, "3.928/4.850 người, mục tiêu 90%") {
		t.Error("no progress")
	}
	if strings.Contains(text, "Việc được xử lý") {
		t.Error("a withheld target is on the home page")
	}
}

func TestBuildIDStandsOnOnePage(t *testing.T) {
	r := small(t)
	var with []string
	for _, o := range r.Outputs() {
		if o.Asset == nil && strings.Contains(render(t, r, o.Path), "abc123") {
			with = append(with, o.Path)
		}
	}
	if !slices.Equal(with, []string{"gioi-thieu/index.html"}) {
		t.Errorf("build id in %v", with)
	}
}

func TestOutputsAreSortedAndAssetsStandBesideTheirPage(t *testing.T) {
	r := small(t)
	outs := r.Outputs()
	if !slices.IsSortedFunc(outs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("not sorted")
	}
	o, ok := r.Lookup("tai-lieu/ap-phich/hoi-ky/hinh.svg")
	if !ok || o.Asset == nil {
		t.Fatal("no asset")
	}
	if _, err := r.Render(o.Path); err == nil {
		t.Error("an asset was rendered")
	}
	if _, err := r.Render("nowhere"); err == nil {
		t.Error("an unknown path was rendered")
	}
}

func TestRenderIsPure(t *testing.T) {
	a, b := small(t), small(t)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, o := range a.Outputs() {
			if o.Asset == nil {
				a.Render(o.Path)
			}
		}
	}()
	for _, o := range a.Outputs() {
		if o.Asset != nil {
			continue
		}
		x, _ := a.Render(o.Path)
		y, err := b.Render(o.Path)
		if err != nil || !bytes.Equal(x, y) {
			t.Errorf("%s differs between two renderers (%v)", o.Path, err)
		}
	}
	<-done
}

func TestTwoFilesAtOnePathAreTold(t *testing.T) {
	static := fstest.MapFS{"tim/index.html": {Data: []byte("x")}}
	r, err := New(assemble(t, archive(t, nil)), os.DirFS("../../layouts"), static, Options{})
	if err != nil || len(r.Doubles()) != 1 || r.Doubles()[0].Path != "tim/index.html" {
		t.Errorf("a static file stands where a page goes, and nothing is said: %v", err)
	}
}

// Pages of one folder share their bar, but never a page with the quick exit
// and one without, in whichever order they are asked for.
func TestTheExitIsNotSharedWithPagesThatHaveNone(t *testing.T) {
	text := func(more string) string { return "+++\ntieu_de = \"Bài\"\n" + more + "+++\nMột đoạn.\n" }
	project := archive(t, map[string]string{
		"content/tim-hieu/kin.md":    text("nhay_cam = true\n"),
		"content/tim-hieu/thuong.md": text(""),
	})
	for _, order := range [][2]string{{"kin", "thuong"}, {"thuong", "kin"}} {
		r := newRenderer(t, project, Options{})
		for _, name := range order {
			page := render(t, r, "tim-hieu/"+name+"/index.html")
			if has, want := strings.Contains(page, ">Thoát nhanh</a>"), name == "kin"; has != want {
				t.Errorf("%v: the exit on %s: %v", order, name, has)
			}
			if has, want := strings.Contains(page, ">Số khác</a>"), name == "thuong"; has != want {
				t.Errorf("%v: the other numbers on %s: %v", order, name, has)
			}
		}
	}
}
