package tomlfile

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thonlanh/internal/date"
	"thonlanh/internal/diag"
)

type endless struct {
	Next *endless `toml:"sau"`
}

func TestCheck(t *testing.T) {
	for _, good := range []any{new(document), new(target), new(struct{})} {
		if err := Check(good); err != nil {
			t.Errorf("%T: %v", good, err)
		}
	}
	type hidden struct {
		a string `toml:"a"`
	}
	_ = hidden{}.a
	for _, bad := range []any{
		nil, document{}, new(string), (*int)(nil),
		new(struct {
			A any `toml:"a"`
		}),
		new(struct {
			A map[string]int `toml:"a"`
		}),
		new(struct {
			A []float64 `toml:"a"`
		}),
		new(struct {
			A uint8 `toml:"a"`
		}),
		new(struct {
			A string `toml:"a"`
			B string `toml:"a"`
		}),
		new(struct {
			A int `toml:"a" enum:"x"`
		}),
		new(struct {
			A village `toml:"*"`
		}),
		new(struct {
			A Records[string] `toml:"*"`
		}),
		new(struct {
			A Records[village] `toml:"*"`
			B Records[village] `toml:"*"`
		}),
		new(hidden), new(endless),
	} {
		if err := Check(bad); err == nil {
			t.Errorf("%T passes", bad)
		}
	}
}

func TestDecodePanicsOnWrongType(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	src, _ := diag.NewSource("a.toml", nil)
	Decode(src, 0, 0, document{})
}

func TestPointers(t *testing.T) {
	type page struct {
		Public *bool      `toml:"cong_khai"`
		Day    *date.Date `toml:"ngay"`
		Count  *int       `toml:"so"`
		Place  *contact   `toml:"lien_he"`
	}
	var absent page
	if _, problems := decode(t, "", &absent); problems != nil || absent != (page{}) {
		t.Errorf("%+v, %v", absent, problems)
	}
	var given page
	_, problems := decode(t, "cong_khai = false\nngay = 2020-06-30\nso = 0\n[lien_he]\nso = \"111\"", &given)
	if problems != nil || given.Public == nil || *given.Public || *given.Count != 0 || given.Day.Month != 6 || given.Place.Phone != "111" {
		t.Errorf("%+v, %v", given, problems)
	}
	var wrong page
	if decode(t, "cong_khai = 1\nngay = 1\nso = \"1\"", &wrong); wrong != (page{}) {
		t.Errorf("refused values are set: %+v", wrong)
	}
}

// A refused item of a list is left out, not replaced by an empty one.
func TestRefusedItem(t *testing.T) {
	var v document
	decode(t, `can_cu = ["a", 2, "c"]`, &v)
	if diff := cmp.Diff([]string{"a", "c"}, v.Basis); diff != "" {
		t.Error(diff)
	}
}

// What an escape makes of a text is in the same normal form as the rest.
func TestEscapedText(t *testing.T) {
	var v document
	if _, problems := decode(t, `tieu_de = "Ke\u0302\u0301"`, &v); problems != nil || v.Title != "Kế" {
		t.Errorf("%q, %v", v.Title, problems)
	}
}

func TestSchema(t *testing.T) {
	type file struct {
		common
		Title  string          `toml:"tieu_de" doc:"Tiêu đề."`
		Day    *date.Date      `toml:"ngay"`
		Public *bool           `toml:"cong_khai"`
		Topics []string        `toml:"chu_de" enum:"luat,suc_khoe"`
		Place  contact         `toml:"lien_he"`
		Rest   Records[target] `toml:"*"`
	}
	got, err := Schema(new(file))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "chua_xac_minh": {"type": "array", "items": {"type": "string"}},
    "tieu_de": {"description": "Tiêu đề.", "type": "string"},
    "ngay": {"type": "string", "format": "date"},
    "cong_khai": {"type": "boolean"},
    "chu_de": {"type": "array", "items": {"type": "string", "enum": ["luat", "suc_khoe"]}},
    "lien_he": {"type": "object", "properties": {"so": {"type": "string"}}, "additionalProperties": false}
  },
  "additionalProperties": {
    "type": "object",
    "properties": {
      "ten": {"description": "Tên chỉ tiêu, viết đủ câu.", "type": "string"},
      "kieu": {"type": "string", "enum": ["ty_le", "so_luong", "danh_muc", "dinh_tinh"]},
      "muc_tieu": {"type": "number"},
      "tu_so": {"type": "integer"}
    },
    "additionalProperties": false
  }
}`
	var a, b any
	if err := json.Unmarshal(got, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(want), &b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b, a); diff != "" {
		t.Error(diff)
	}
	if i, j := strings.Index(string(got), `"tieu_de"`), strings.Index(string(got), `"ngay"`); i > j {
		t.Error("keys are not in the order of the struct")
	}
	again, _ := Schema(new(file))
	if string(again) != string(got) {
		t.Error("two schemas of one type differ")
	}
	if _, err := Schema(file{}); err == nil {
		t.Error("a schema of something that cannot be decoded")
	}
}
