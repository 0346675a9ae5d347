package tomlfile

import (
	"fmt"
	"reflect"
	"time"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/date"
)

// libraryTable is what the TOML library reads.
func libraryTable(text string) (values map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("toml library: %v", r)
		}
	}()
	_, err = toml.Decode(text, &values)
	return values, err
}

// sameButFor reports whether two files mean the same but for the changes, and
// the second has these.
func sameButFor(before, after []byte, changes []Change) bool {
	a, err1 := libraryTable(normalised(before))
	b, err2 := libraryTable(normalised(after))
	if err1 != nil || err2 != nil {
		return false
	}
	if a == nil {
		a = make(map[string]any)
	}
	if b == nil {
		b = make(map[string]any)
	}
	for _, c := range changes {
		v, ok := lookUp(b, c.Path)
		if !ok || !sameValue(v, c.Value, "") {
			return false
		}
		if !settle(a, c.Path) || !settle(b, c.Path) {
			return false
		}
	}
	return reflect.DeepEqual(a, b)
}

// settle makes the value at a path one that is equal in both files.
func settle(values map[string]any, path []string) bool {
	for _, name := range path[:len(path)-1] {
		next, ok := values[name]
		if !ok {
			next = make(map[string]any)
			values[name] = next
		}
		if values, ok = next.(map[string]any); !ok {
			return false
		}
	}
	values[path[len(path)-1]] = true
	return true
}

func lookUp(values map[string]any, path []string) (any, bool) {
	for i, name := range path {
		v, ok := values[name]
		if !ok || i == len(path)-1 {
			return v, ok
		}
		if values, ok = v.(map[string]any); !ok {
			return nil, false
		}
	}
	return nil, false
}

// sameValue compares what the library read with what shall stand there; token
// is how it is written, where that is known.
func sameValue(old, want any, token string) bool {
	switch want := want.(type) {
	case int:
		n, ok := old.(int64)
		return ok && n == int64(want)
	case bool:
		return old == want
	case string:
		s, ok := old.(string)
		return ok && norm.NFC.String(s) == norm.NFC.String(want)
	case date.Date:
		if token != "" {
			day, ok := date.Parse(token)
			return ok && day == want
		}
		t, ok := old.(time.Time)
		return ok && date.Of(t) == want
	case []string:
		list, ok := old.([]any)
		if !ok || len(list) != len(want) {
			return false
		}
		for i := range list {
			if !sameValue(list[i], want[i], "") {
				return false
			}
		}
		return true
	}
	return false
}
