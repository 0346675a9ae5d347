package render

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
)

func TestFeed(t *testing.T) {
	project := map[string]string{
		"content/tin/2026/kin.md": "+++\ntieu_de = \"Tin kín\"\nngay = 2026-11-19\nnhay_cam = true\n+++\nChữ của tin kín.\n",
		"content/tin/2026/la.md":  "+++\ntieu_de = \"A < B & “C”\"\nngay = 2026-11-10\n+++\nCâu đầu của tin. Câu sau.\n",
	}
	r := newRenderer(t, archive(t, project), Options{})
	text := render(t, r, "tin.xml")
	var feed atomFeed
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(feed.Entries) != 2 || strings.Contains(text, "kín") {
		t.Errorf("%d entries:\n%s", len(feed.Entries), text)
	}
	first, second := feed.Entries[0], feed.Entries[1]
	if feed.Updated != "2026-11-18T00:00:00+07:00" || first.Updated != feed.Updated {
		t.Errorf("updated %s, entry %s", feed.Updated, first.Updated)
	}
	if first.ID != "https://xanho.example/cong/tin/2026/lop-may/" || first.Link.Href != first.ID {
		t.Errorf("id %s, link %s", first.ID, first.Link.Href)
	}
	if second.Title != "A < B & “C”" || !strings.HasPrefix(second.Summary, "Câu đầu của tin.") {
		t.Errorf("title %q, summary %q", second.Title, second.Summary)
	}
	if feed.Links[0].Rel != "self" || feed.Links[0].Href != "https://xanho.example/cong/tin.xml" || feed.Author.Name != "Ủy ban nhân dân xã Nhỏ" {
		t.Errorf("links %v, author %v", feed.Links, feed.Author)
	}
}

func TestFeedWithoutAddress(t *testing.T) {
	r := newRenderer(t, archive(t, map[string]string{"config.toml": "ten = \"Xã Nhỏ\"\n"}), Options{})
	text := render(t, r, "tin.xml")
	for _, want := range []string{
		"<id>tag:xa-nho.invalid,2026:tin/2026/lop-may/</id>", `href="tin/2026/lop-may/"`, "<name>Xã Nhỏ</name>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

func TestFeedIsShort(t *testing.T) {
	project := map[string]string{}
	for i := range 40 {
		project[fmt.Sprintf("content/tin/2025/tin-%02d.md", i)] = fmt.Sprintf("+++\ntieu_de = \"Tin số %d\"\nngay = 2025-01-%02d\n+++\nChữ.\n", i, i%28+1)
	}
	var feed atomFeed
	if err := xml.Unmarshal([]byte(render(t, newRenderer(t, archive(t, project), Options{}), "tin.xml")), &feed); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, e := range feed.Entries {
		ids[e.ID] = true
	}
	if len(feed.Entries) != feedEntries || len(ids) != feedEntries || feed.Entries[0].Title != "Lớp may mở" {
		t.Errorf("%d entries, %d ids, the first is %q", len(feed.Entries), len(ids), feed.Entries[0].Title)
	}
	empty := newRenderer(t, archive(t, map[string]string{"content/tin/2026/lop-may.md": ""}), Options{})
	if text := render(t, empty, "tin.xml"); !strings.Contains(text, "<updated>2026-11-20T00:00:00+07:00</updated>") {
		t.Errorf("an empty feed: %s", text)
	}
}
