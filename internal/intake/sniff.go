package intake

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf16"
)

// MaxFile bounds the size of a file that is opened at all.
const MaxFile = 64 << 20

// read finds out what a file is by its bytes, not by its name.
func read(name string, data []byte) (*paper, error) {
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
	if len(data) > MaxFile {
		return nil, tooLarge("file too large")
	}
	if len(bytes.Trim(data, " \t\r\n\x00\xef\xbb\xbf\xff\xfe")) == 0 {
		return nil, refuse("empty file", "Tệp này trống, không có chữ nào.", "Xem lại tệp: có thể chép chưa xong, hoặc lưu nhầm tệp.")
	}
	has := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch {
	case has("PK\x03\x04") || has("PK\x05\x06") || has("PK\x07\x08"):
		return readZip(data)
	case has("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return nil, oldOffice(data)
	case has("%PDF"):
		return nil, refuse("PDF", "Tệp này là PDF, không phải tệp Word.",
			"Xin bản Word (.docx) của văn bản. Nếu chỉ có PDF chữ: mở bằng Word (Word 2013 trở lên đổi được), xem lại cho đúng rồi lưu thành .docx. Nếu là bản quét thì phải gõ lại.")
	case has("\xff\xd8\xff") || has("\x89PNG") || has("GIF8") || has("II*\x00") || has("MM\x00*") || has("RIFF") || has("BM") && bytes.IndexByte(data[:min(64, len(data))], 0) >= 0:
		return nil, refuse("picture", "Tệp này là ảnh hoặc bản quét; máy không đọc được chữ trong ảnh.", "Xin bản Word (.docx) của văn bản, hoặc gõ lại.")
	case has("{\\rtf"):
		return nil, refuse("RTF", "Tệp này là RTF, một kiểu tệp cũ của Word.", saveAsDocx)
	case has("7z\xbc\xaf") || has("Rar!") || has("\x1f\x8b"):
		return nil, refuse("archive", "Tệp này là tệp nén.", "Giải nén, rồi nhập tệp Word hoặc tệp chữ ở bên trong.")
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], " \t\r\n\xef\xbb\xbf"))
	switch {
	case bytes.HasPrefix(head, []byte("mime-version")) || bytes.HasPrefix(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<!doctype html")):
		return nil, refuse("HTML", "Tệp này là trang web, dù tên tệp có thể kết thúc bằng .doc.", saveAsDocx)
	case bytes.HasPrefix(head, []byte("<?xml")):
		return nil, refuse("XML", "Tệp này là XML, không phải văn bản Word thường.", saveAsDocx)
	}
	switch ext {
	case ".docx", ".docm", ".dotx":
		return nil, refuse("not a zip", "Tên tệp kết thúc bằng "+ext+" nhưng bên trong không phải tệp Word: có thể tệp bị hỏng, hoặc ai đó đã đổi đuôi tệp.",
			"Mở thử bằng Word. Mở được thì lưu lại thành Word Document (*.docx); không thì xin lại tệp gốc.")
	case ".csv", ".tsv":
		return nil, spreadsheet()
	case ".md", ".markdown":
		return nil, refuse("Markdown", "Tệp này đã là Markdown, không cần nhập.", "Chép tệp vào thư mục content/, thêm phần đầu trang như tệp mà lệnh thonlanh new tạo ra.")
	}
	return readPlain(data)
}

func spreadsheet() *Refusal {
	return refuse("spreadsheet", "Bên trong tệp này là bảng tính, không phải văn bản.",
		"Nếu là số liệu: mở bằng Excel, lưu thành Excel Workbook (*.xlsx), rồi nhập tệp .xlsx.")
}

// oldOffice tells apart what comes in the container of old Office files.
func oldOffice(data []byte) *Refusal {
	for _, x := range [...]struct {
		stream string
		r      *Refusal
	}{
		{"EncryptedPackage", refuse("encrypted", "Tệp này được đặt mật khẩu, nên máy không đọc được.",
			"Mở bằng Word, nhập mật khẩu, rồi chọn Tệp (File) › Thông tin (Info) › Bảo vệ tài liệu (Protect Document) › Mã hóa bằng mật khẩu (Encrypt with Password), xóa trống mật khẩu và lưu lại.")},
		{"WordDocument", refuse("old Word file", "Tệp này là .doc, kiểu tệp Word trước năm 2007; máy không đọc được kiểu này.", saveAsDocx)},
		{"Workbook", spreadsheet()},
	} {
		if bytes.Contains(data, wide(x.stream)) {
			return x.r
		}
	}
	return refuse("old Office file", "Tệp này là tệp Office kiểu cũ; máy không đọc được kiểu này.", saveAsDocx)
}

// wide is a name as the directory of such a container spells it.
func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
