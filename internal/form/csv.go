package form

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds on what is read. A form has a few dozen rows and a dozen columns.
const (
	MaxFile    = 16 << 20 // bytes of a file that is opened at all
	maxRows    = 5000     // rows with something in them, of one sheet
	maxColumns = 256
	maxText    = 32 << 10 // bytes of one cell
)

const saveAsCSV = "Mở tệp bằng Excel, chọn Tệp (File) › Lưu thành (Save As), kiểu tệp chọn “CSV UTF-8 (Comma delimited)” hoặc “Excel Workbook (*.xlsx)”, rồi nhập tệp mới."

// CSV is a file of plain text as it was read.
type CSV struct {
	Book  *Book
	comma byte
}

// ReadCSV reads a CSV file: UTF-8 or what Excel calls Unicode text, fields
// parted by semicolons, commas or tabs. The error is a *Refusal where the file
// is at fault.
func ReadCSV(data []byte) (*CSV, error) {
	s, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	comma, s := separator(s)
	rows, open := records(s, comma)
	if open > 0 {
		return nil, &Refusal{"open quotation mark", fmt.Sprintf("Dấu ngoặc kép mở ở dòng %d của tệp không có dấu đóng lại, nên không biết ô nào ở đâu.", open),
			"Xóa hoặc thêm dấu \" ở dòng đó. Hoặc mở tệp bằng Excel rồi lưu thành .xlsx và nhập tệp .xlsx."}
	}
	return &CSV{Book: &Book{Sheets: []*Sheet{{Rows: rows}}}, comma: comma}, nil
}

// decodeText finds out how a text is encoded.
func decodeText(data []byte) (string, error) {
	if len(data) > MaxFile {
		return "", &Refusal{"file too large", "Tệp này lớn hơn nhiều so với một biểu số liệu (hơn 16 MB), nên máy không mở.", "Chỉ giữ lại trang có số liệu, rồi lưu thành tệp mới."}
	}
	switch {
	case bytes.HasPrefix(data, []byte(bom)):
		data = data[len(bom):]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data[2:], binary.BigEndian)
	case bytes.HasPrefix(data, []byte("PK")) || bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "", &Refusal{"a workbook", "Tên tệp kết thúc bằng .csv, nhưng bên trong là tệp Excel.", "Đổi đuôi tệp thành .xlsx rồi nhập lại; nếu là tệp .xls cũ thì mở bằng Excel và lưu thành .xlsx."}
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", &Refusal{"binary data", "Tệp này không phải tệp CSV: bên trong không phải là chữ.", saveAsCSV}
	}
	if !utf8.Valid(data) {
		return "", &Refusal{"not UTF-8", "Chữ trong tệp này không phải UTF-8 mà là một bảng mã cũ (như Windows-1258), nên dấu tiếng Việt sẽ sai.", saveAsCSV}
	}
	s := norm.NFC.String(string(data))
	if len(strings.TrimSpace(s)) == 0 {
		return "", &Refusal{"empty file", "Tệp này trống.", "Xem lại tệp: có thể chép chưa xong, hoặc lưu nhầm tệp."}
	}
	return s, nil
}

// wide reads what Excel calls Unicode text.
func wide(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 != 0 {
		return "", &Refusal{"half a character", "Tệp này bị cụt ở cuối.", saveAsCSV}
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return decodeText([]byte(string(utf16.Decode(units))))
}

// separator finds what parts the fields: what the file says itself, else what
// gives a row that heads a table, else what there is most of.
func separator(s string) (byte, string) {
	const candidates = ";,\t"
	first, rest, _ := strings.Cut(s, "\n")
	if x, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, "\r")), "sep="); ok && len(x) == 1 && strings.Contains(candidates, x) {
		return x[0], "\n" + rest // the line stays a row
	}
	sample := s[:min(len(s), 64<<10)]
	best, most := byte(';'), 0
	for i := range len(candidates) {
		score := strings.Count(sample, candidates[i:i+1])
		rows, _ := records(sample, candidates[i])
		for _, r := range rows {
			if _, ok := headOf(r, ""); ok {
				score += 1 << 20
			}
		}
		if score > most {
			best, most = candidates[i], score
		}
	}
	return best, s
}

// records parts a text into rows. open is the line of a quotation mark that
// is never closed, 0 for none.
func records(s string, comma byte) (rows []Row, open int) {
	line, at := 1, 0
	for number := 1; at < len(s); number++ {
		var cells []Cell
		for {
			start := line
			field, next, closed := field(s, at, comma)
			line += strings.Count(s[at:next], "\n")
			if !closed {
				return rows, start
			}
			if len(cells) < maxColumns {
				cells = append(cells, text(Plain, unguard(field)))
			}
			at = next
			if at < len(s) && s[at] == comma {
				at++
				continue
			}
			break
		}
		if at < len(s) && s[at] == '\r' {
			at++
		}
		if at < len(s) && s[at] == '\n' {
			at++
			line++
		}
		for len(cells) > 0 && cells[len(cells)-1].Kind == Empty {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > 0 {
			rows = append(rows, Row{Number: number, Cells: cells})
		}
	}
	return rows, 0
}

// field reads one field; what stands behind its closing quotation mark is
// taken with it.
func field(s string, at int, comma byte) (value string, next int, closed bool) {
	var b strings.Builder
	if at < len(s) && s[at] == '"' {
		at++
		for {
			i := strings.IndexByte(s[at:], '"')
			if i < 0 {
				return "", len(s), false
			}
			b.WriteString(s[at : at+i])
			at += i + 1
			if at >= len(s) || s[at] != '"' {
				break
			}
			b.WriteByte('"')
			at++
		}
	}
	end := at
	for end < len(s) && s[end] != comma && s[end] != '\n' && s[end] != '\r' {
		end++
	}
	b.WriteString(s[at:end])
	return strings.ReplaceAll(b.String(), "\r\n", "\n"), end, true
}

// Mark gives the file back with a last column that says what to mend.
func (f *CSV) Mark(problems []Problem) []byte {
	s := f.Book.Sheets[0]
	width, last := 0, 0
	old, head := f.headRow()
	said := make(map[int][]string)
	for _, r := range s.Rows {
		width, last = max(width, len(r.Cells)), max(last, r.Number)
	}
	for _, p := range problems {
		row, where := p.Row, p.Where()+": "
		if row == 0 {
			row, where = max(1, head), ""
		}
		last = max(last, row)
		said[row] = append(said[row], where+p.Message+" "+p.Hint)
	}
	if old > 0 {
		width-- // an earlier check had added one
	}
	var out bytes.Buffer
	out.WriteString(bom)
	k := 0
	for number := 1; number <= last; number++ {
		var fields []string
		if k < len(s.Rows) && s.Rows[k].Number == number {
			for i, c := range s.Rows[k].Cells {
				if i+1 != old {
					fields = append(fields, c.shown())
				}
			}
			k++
		}
		mark := strings.Join(said[number], " ")
		if number == head {
			mark = strings.TrimSuffix(headMend+": "+mark, ": ")
		}
		if mark != "" {
			for len(fields) < width {
				fields = append(fields, "")
			}
			fields = append(fields, mark)
		}
		writeRecord(&out, fields, f.comma)
	}
	return out.Bytes()
}

// headRow finds the first row that heads a table, and a column of marks that
// stands there already.
func (f *CSV) headRow() (old, row int) {
	for _, r := range f.Book.Sheets[0].Rows {
		if h, ok := headOf(r, ""); ok {
			return h.at(fieldMend), r.Number
		}
	}
	return 0, 0
}
