package tomlfile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"thonlanh/internal/date"
)

func TestFields(t *testing.T) {
	type inner struct {
		When date.Date `toml:"ngay" doc:"Ngày."`
	}
	type base struct {
		Title string `toml:"tieu_de" doc:"Tên."`
	}
	type whole struct {
		base
		Kind  string             `toml:"loai" enum:"a,b" doc:"Loại."`
		One   inner              `toml:"mot" doc:"Một bảng."`
		Items Strings            `toml:"ds" doc:"Danh sách."`
		Days  Records[date.Date] `toml:"da_gui" doc:"Ngày gửi."`
		Yes   *bool              `toml:"co" doc:"Có không."`
		Skip  int                `toml:"-"`
		Rest  Records[inner]     `toml:"*"`
	}
	got, err := Fields(&whole{})
	if err != nil {
		t.Fatal(err)
	}
	day := []Field{{Key: "ngay", Doc: "Ngày.", Example: "2020-06-30", IsDate: true}}
	want := []Field{
		{Key: "tieu_de", Doc: "Tên.", Example: `"…"`},
		{Key: "loai", Doc: "Loại.", Enum: []string{"a", "b"}, Example: `"a"`},
		{Key: "ds", Doc: "Danh sách.", Example: `["…", "…"]`},
		{Key: "co", Doc: "Có không.", Example: "true"},
		{Key: "mot", Doc: "Một bảng.", Table: true, Fields: day},
		{Key: "da_gui", Doc: "Ngày gửi.", Example: "2020-06-30", IsDate: true, Named: true},
		{Key: "*", Named: true, Fields: day},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if _, err := Fields(whole{}); err == nil {
		t.Error("a struct that is not a pointer was taken")
	}
}
