package site

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"thonlanh/internal/content"
	"thonlanh/internal/viet"
)

// minPrivate is the length, in characters of the folded form, from which a
// private value is looked for in the output. Shorter ones occur by chance.
const minPrivate = 12

// keepPrivate collects what private records say and no public record does.
func (a *assembler) keepPrivate() {
	var values []Private
	for _, r := range a.private {
		collect(reflect.ValueOf(r.record), func(s string) {
			for _, line := range strings.Split(s, "\n") {
				values = append(values, Private{Value: strings.TrimSpace(line), File: r.file})
			}
		})
	}
	if len(values) == 0 {
		return
	}
	public := a.publicText()
	seen := make(map[string]bool)
	for _, v := range values {
		folded := viet.Fold(v.Value)
		if utf8.RuneCountInString(folded) < minPrivate || seen[folded] || strings.Contains(public, folded) {
			continue
		}
		seen[folded] = true
		a.s.Private = append(a.s.Private, v)
	}
}

// publicText is everything that public records say, folded.
func (a *assembler) publicText() string {
	var b strings.Builder
	for _, r := range a.public {
		collect(reflect.ValueOf(r.record), func(s string) {
			b.WriteString(viet.Fold(s))
			b.WriteByte('\n')
		})
	}
	return b.String()
}

// collect calls f with every text a record holds: the strings of its keys
// (but not values of enumerations, which are words of the format), and the
// words of its body.
func collect(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), f)
		}
	case reflect.String:
		if v.Len() > 0 {
			f(v.String())
		}
	case reflect.Struct:
		switch x := v.Interface().(type) {
		case content.File:
			return
		case content.Body:
			bodyText(&x, f)
			return
		}
		t := v.Type()
		for i := range t.NumField() {
			field := t.Field(i)
			if !field.IsExported() || field.Tag.Get("enum") != "" || field.Name == "Unit" {
				continue
			}
			// What a record takes from other files, and the figures of a
			// period, have records of their own; the words beside a
			// village's table have none.
			if tag := field.Tag.Get("toml"); tag == "*" || tag == "-" && field.Type != reflect.TypeFor[*content.Body]() {
				continue
			}
			collect(v.Field(i), f)
		}
	}
}

// bodyText gives the words of a body: its source where that is kept, else the
// text of its HTML.
func bodyText(b *content.Body, f func(string)) {
	if b.Src != nil {
		f(b.Src.Text[b.Start:])
		return
	}
	if b.Doc != nil {
		f(stripTags(b.Doc.Open().HTML))
	}
}

// stripTags leaves the text of HTML that this program wrote.
func stripTags(html string) string {
	var b strings.Builder
	for html != "" {
		text, rest, found := strings.Cut(html, "<")
		b.WriteString(text)
		if !found {
			break
		}
		_, html, _ = strings.Cut(rest, ">")
	}
	return b.String()
}
