package workbook

import (
	"bytes"
	"testing"

	"thonlanh/internal/date"
)

// figures is a book of every kind of cell and rule, as a commune gets it to
// fill in.
func figures() *Book {
	villages := []string{"Thôn Lành, Xóm Trên", "Thôn Đông", "Thôn Tây", "Tổ dân phố số 5"}
	unit := []string{"người", "hộ", "lượt người"}
	var long []string
	for _, v := range villages {
		for i := range 12 {
			long = append(long, v+" cụm "+string(rune('A'+i)))
		}
	}
	rows := [][]Cell{
		{Text("Số liệu thực hiện Kế hoạch phòng, chống mại dâm – kỳ 6 tháng đầu năm 2020").As(Title)},
		{Text("Chỉ điền vào ô màu vàng. Chưa có số thì để trống, không gõ số 0. Mỗi số phải có báo cáo làm căn cứ; ghi số và ngày của báo cáo vào cột cuối.").As(Aside)},
		{Text("Mã").As(Head), Text("Chỉ tiêu").As(Head), Text("Đơn vị").As(Head), Text("Tử số").As(Head), Text("Mẫu số").As(Head), Text("Tỷ lệ").As(Head), Text("Tính đến ngày").As(Head), Text("Thôn").As(Head), Text("Ghi chú").As(Head)},
		{Text("001"), Text("Tỷ lệ thôn, tổ dân phố được tuyên truyền về phòng, chống mại dâm và các hành vi bị nghiêm cấm"), Text("thôn").As(Input), Int(3928).As(Input), Number(0.5).As(Input), Percent(0.875).As(Input), Day(date.Date{Year: 2020, Month: 6, Day: 10}).As(Input), Text("Thôn Lành, Xóm Trên").As(Input), Text("  giữ   dấu cách\nvà xuống dòng ").As(Input)},
		{Text("002"), Text("Cán bộ được tập huấn"), Text("người").As(Input), Empty(KindWhole).As(Input), Empty(KindNumber).As(Input), Empty(KindPercent).As(Input), Empty(KindDay).As(Input), Empty(KindText).As(Input), Empty(KindText).As(Input)},
		{{}, Text("=1+1 không phải công thức, \"nháy\" & <thẻ> _x0041_ \x07"), {}, Number(-2.5e-7), Number(123456789012), Number(0)},
		{Text("Cộng").As(Total), Empty(KindText).As(Total), Empty(KindText).As(Total), Int(1234567).As(Total)},
	}
	return &Book{Title: "Số liệu", Author: "Ủy ban nhân dân xã", Sheets: []Sheet{
		{Name: "Chỉ tiêu", Rows: rows, FrozenRows: 3, FrozenCols: 2, Locked: true,
			Merged: []Range{Rect(1, 1, 1, 9), Rect(2, 1, 2, 9)},
			Rules: []Rule{
				{At: Rect(4, 3, 5, 3), Allow: AllowChoice, Choices: unit, Prompt: "Chọn đơn vị tính."},
				{At: Rect(4, 4, 5, 4), Allow: AllowWhole, Prompt: "Gõ số nguyên, không dấu chấm."},
				{At: Rect(4, 5, 5, 5), Allow: AllowDecimal, Min: 0, Max: 12345.5},
				{At: Rect(4, 7, 5, 7), Allow: AllowDay, From: date.Date{Year: 2020, Month: 1, Day: 1}, To: date.Date{Year: 2020, Month: 12, Day: 31}},
				{At: Rect(4, 8, 5, 8), Allow: AllowChoice, Choices: villages},
				{At: Rect(4, 9, 5, 9), Allow: AllowChoice, Choices: long, Warn: true},
			}},
		{Name: "Thôn: [a/b]*?", Rows: [][]Cell{{Text("Thôn").As(Head), Text("Số buổi").As(Head)}, {Text("Đông"), Int(4)}}, FrozenRows: 1},
		{Name: "Nháp", Rows: [][]Cell{{Text("x")}}, Hidden: true},
	}}
}

func written(t testing.TB, b *Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
