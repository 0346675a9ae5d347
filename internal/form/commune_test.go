package form

import (
	"strings"
	"testing"
	"testing/fstest"

	"thonlanh/internal/workbook"
)

const june = "content/ke-hoach/2026/tien-do/2026-06.toml"

// files is a small commune: a target of each kind, three villages, figures of
// two periods.
func files() fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/ke-hoach/2026/index.md": "+++\ntieu_de = \"Kế hoạch năm 2026\"\n+++\n\nChữ.\n",
		"content/ke-hoach/2026/chi-tieu.toml": `[ct-1]
ten = "Người dân được tuyên truyền"
kieu = "ty_le"
cach_tinh = "cong_don"
don_vi = "người"
muc_tieu = 90
dem = "nguoi_dan"

[ct-2]
ten = "Thôn có tuyên truyền thường xuyên"
kieu = "ty_le"
cach_tinh = "duy_tri"
don_vi = "thôn"
muc_tieu = 100
mau_so = 3
dem = "thon"

[ct-3]
ten = "Lồng ghép"
kieu = "danh_muc"
cach_tinh = "cong_don"
danh_muc = ["Giảm nghèo", "Việc làm", "Phòng, chống HIV/AIDS"]
dem = "hoat_dong"

[ct-4]
ten = "Kiểm tra"
kieu = "dinh_tinh"
cach_tinh = "co_han"
dem = "hoat_dong"

[ct-5]
ten = "Buổi nói chuyện"
kieu = "so_luong"
cach_tinh = "cong_don"
don_vi = "buổi"
muc_tieu = 24
dem = "hoat_dong"
`,
		"content/ke-hoach/2026/tien-do/2026-03.toml": "tinh_den = 2026-03-31\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-1]\ntu_so = 900\nmau_so = 4850\n[ct-3]\nda_lam = [\"Việc làm\"]\n[ct-5]\ntu_so = 6\n[thon.dong]\nbuoi_tuyen_truyen = 1\n",
		june:                     juneText,
		"content/thon/ha.toml":   "ten = \"Hạ\"\nthu_tu = 3\n",
		"content/thon/dong.toml": "ten = \"Đông\"\nthu_tu = 1\n",
		"content/thon/doai.toml": "ten = \"Đoài\"\nthu_tu = 2\n",
	} {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

const juneText = `#:schema x
# Số liệu của xã.
tinh_den = 2026-05-31   # hết tháng 5
nguon = "Phòng Văn hóa - Xã hội"
cong_khai = false

[ct-1] # người dân
tu_so = 1_844
mau_so = 4850
cong_khai = true

# Danh mục
[ct-3]
da_lam = [
  "Việc làm", # từ tháng 2
  "Giảm nghèo",
]

[ct-5]
ghi_chu = """
Hai dòng
ghi chú."""

# ---- Thôn ----
[thon.doai]
buoi_tuyen_truyen = 2
`

func plan(t *testing.T) *Plan {
	t.Helper()
	p, err := Load(files(), 2026, "2026-06")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// put fills in a cell, "Thôn!C7", of a form.
func put(t *testing.T, b *Book, at string, c Cell) {
	t.Helper()
	sheet, cell, _ := strings.Cut(at, "!")
	r, ok := workbook.ParseRef(cell)
	for _, s := range b.Sheets {
		if s.Name != sheet || !ok {
			continue
		}
		for len(s.Rows) < int(r.Row) {
			s.add()
		}
		row := &s.Rows[r.Row-1]
		for len(row.Cells) < int(r.Col) {
			row.Cells = append(row.Cells, Cell{})
		}
		row.Cells[r.Col-1] = c
		return
	}
	t.Fatalf("no cell %s", at)
}

func said(s string) Cell { return Cell{Kind: Text, Text: s} }
func num(n float64) Cell { return Cell{Kind: Number, Number: n} }
func told(r *Reading) string {
	var b strings.Builder
	for _, p := range r.Problems {
		b.WriteString(p.String() + "\n")
	}
	for _, n := range r.Notes {
		b.WriteString("note " + n + "\n")
	}
	return b.String()
}

// merged is the file of figures after an import without problems.
func merged(t *testing.T, b *Book, p *Plan, data []byte) *Merged {
	t.Helper()
	r := Read(b, p)
	if len(r.Problems) > 0 {
		t.Fatal(told(r))
	}
	m, list := r.Merge(june, data)
	if m == nil {
		t.Fatal(list)
	}
	return m
}
