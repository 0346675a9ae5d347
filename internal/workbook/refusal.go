package workbook

import (
	"bytes"
	"unicode/utf16"
)

// Refusal says, in words for people, why a file cannot be read as a workbook.
// The file is at fault, not the machine.
type Refusal struct {
	reason        string // English, for logs
	message, hint string // Vietnamese
}

func (r *Refusal) Error() string { return "workbook: " + r.reason }

// Message says what is wrong, in Vietnamese.
func (r *Refusal) Message() string { return r.message }

// Hint says how to go on, in Vietnamese.
func (r *Refusal) Hint() string { return r.hint }

const saveAsXlsx = "Mở tệp bằng Excel hoặc LibreOffice, chọn Tệp (File) › Lưu thành (Save As), kiểu tệp chọn Excel Workbook (*.xlsx), rồi nhập tệp mới."

func refuse(reason, message, hint string) *Refusal { return &Refusal{reason, message, hint} }

func tooLarge(reason string) *Refusal {
	return refuse(reason, "Bảng tính này quá lớn: máy chỉ đọc tệp không quá 32 MB, 200 trang tính và một triệu ô có nội dung.",
		"Chép phần cần nhập sang một tệp mới tạo từ mẫu rồi nhập tệp đó. Nếu bảng trông nhỏ mà tệp vẫn lớn: các hàng trống ở dưới có thể đã bị kẻ khung hoặc tô màu; chọn các hàng đó, xóa hẳn rồi lưu lại.")
}

func damaged(reason string) *Refusal {
	return refuse(reason, "Tệp .xlsx này bị hỏng: không đọc được đến hết.",
		"Mở tệp bằng Excel; nếu Excel hỏi có sửa không thì chọn Có, rồi lưu thành tệp mới. Excel cũng không mở được thì xin lại tệp gốc.")
}

func encrypted(reason string) *Refusal {
	return refuse(reason, "Tệp này được đặt mật khẩu, nên máy không đọc được.",
		"Mở bằng Excel, nhập mật khẩu, rồi chọn Tệp (File) › Thông tin (Info) › Bảo vệ sổ làm việc (Protect Workbook) › Mã hóa bằng mật khẩu (Encrypt with Password), xóa trống mật khẩu và lưu lại.")
}

// sniff refuses what its bytes show to be no archive, and says what it is. The
// name of the file is not asked: people change it.
func sniff(data []byte) *Refusal {
	if len(bytes.Trim(data, " \t\r\n\x00\xef\xbb\xbf\xff\xfe")) == 0 {
		return refuse("empty file", "Tệp này trống, không có gì bên trong.", "Xem lại tệp: có thể chép chưa xong, hoặc lưu nhầm tệp.")
	}
	has := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch {
	case has("PK\x03\x04") || has("PK\x05\x06") || has("PK\x07\x08"):
		return nil
	case has("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return oldOffice(data)
	case has("\x09\x08\x06\x00") || has("\x09\x08\x08\x00") || has("\x09\x04\x06\x00") || has("\x09\x02\x06\x00") || has("\x09\x00\x04\x00"):
		return refuse("old Excel file", "Tệp này là kiểu tệp Excel rất cũ; máy không đọc được kiểu này.", saveAsXlsx)
	case has("%PDF"):
		return refuse("PDF", "Tệp này là PDF, không phải bảng tính Excel.", "Xin bản Excel (.xlsx) của bảng. Nếu chỉ có PDF thì chép số vào tệp mẫu rồi nhập tệp đó.")
	case has("\xff\xd8\xff") || has("\x89PNG") || has("GIF8") || has("RIFF"):
		return refuse("picture", "Tệp này là ảnh; máy không đọc được số trong ảnh.", "Xin bản Excel (.xlsx) của bảng, hoặc chép số vào tệp mẫu rồi nhập tệp đó.")
	case has("7z\xbc\xaf") || has("Rar!") || has("\x1f\x8b"):
		return refuse("archive", "Tệp này là tệp nén.", "Giải nén, rồi nhập bảng tính ở bên trong.")
	}
	head := bytes.ToLower(bytes.TrimLeft(plainHead(data), " \t\r\n\xef\xbb\xbf"))
	switch {
	case bytes.HasPrefix(head, []byte("mime-version")) || bytes.HasPrefix(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<table")) || bytes.HasPrefix(head, []byte("<meta")):
		return refuse("HTML", "Tệp này là trang web, dù tên tệp có thể kết thúc bằng .xls hay .xlsx: nhiều phần mềm xuất báo cáo kiểu này.", saveAsXlsx)
	case bytes.HasPrefix(head, []byte("<?xml")):
		return refuse("XML", "Tệp này là XML, không phải bảng tính .xlsx thường.", saveAsXlsx)
	case readable(head):
		return refuse("text", "Tệp này là tệp chữ (như CSV), không phải bảng tính .xlsx.",
			"Nếu là CSV, đổi đuôi tên tệp thành .csv rồi nhập lại. Hoặc mở tệp bằng Excel hoặc LibreOffice, chọn Tệp (File) › Lưu thành (Save As), kiểu tệp Excel Workbook (*.xlsx), rồi nhập tệp mới.")
	}
	return refuse("not a zip", "Bên trong tệp này không phải bảng tính Excel: có thể tệp bị hỏng, hoặc ai đó đã đổi đuôi tệp.",
		"Mở thử bằng Excel. Mở được thì lưu lại thành Excel Workbook (*.xlsx); không thì xin lại tệp gốc.")
}

// plainHead is the beginning of a text, without the zeros of UTF-16.
func plainHead(data []byte) []byte {
	data = data[:min(len(data), 1024)]
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return bytes.ReplaceAll(data[2:], []byte{0}, nil)
	}
	return data
}

func readable(head []byte) bool {
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\r' && c != '\n' || c == 0x7f {
			return false
		}
	}
	return true
}

// oldOffice tells apart what comes in the container of old Office files.
func oldOffice(data []byte) *Refusal {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return encrypted("encrypted package")
	case bytes.Contains(data, wide("WordDocument")):
		return refuse("old Word file", "Tệp này là văn bản Word (.doc), không phải bảng tính.", "Nếu bảng nằm trong văn bản Word, chép bảng sang Excel rồi lưu thành Excel Workbook (*.xlsx) và nhập tệp đó.")
	}
	return refuse("old Excel file", "Tệp này là .xls, kiểu tệp Excel trước năm 2007; máy không đọc được kiểu này.", saveAsXlsx)
}

// wide is a name as the directory of such a container spells it.
func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
