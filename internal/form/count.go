package form

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"thonlanh/internal/viet"
)

// fault says what is wrong in a cell, and how to mend it.
type fault struct{ message, hint string }

const (
	wholeOnly = "Gõ một số nguyên, không kèm chữ, ví dụ 1844."
	most      = 9_999_999 // more than any commune counts; a telephone number is larger
)

// count reads a whole number from zero. note says how a number was understood
// that can be written in two ways.
func count(c Cell) (n int, note string, bad *fault) {
	switch c.Kind {
	case Fault:
		return 0, "", faultOf(c)
	case Day:
		return 0, "", &fault{"Ô này là một ngày (" + viet.ShortDate(c.Day) + "), không phải con số. Excel hay tự đổi chữ như 3/4 thành ngày.",
			"Đổi định dạng ô thành Số (Number), rồi gõ lại con số."}
	case Bool:
		return 0, "", &fault{"Ô này ghi đúng/sai, không phải con số.", wholeOnly}
	case Number:
		n, bad := wholeOf(c)
		return n, "", bad
	}
	return parseCount(tidy(c.Text))
}

// faultOf explains a cell that shows an error.
func faultOf(c Cell) *fault {
	return &fault{"Công thức trong ô này bị lỗi: " + strings.ToUpper(c.Text) + ".", "Sửa công thức, hoặc gõ thẳng con số vào ô."}
}

func wholeOf(c Cell) (int, *fault) {
	switch v := c.Number; {
	case c.Percent:
		return 0, &fault{"Ô này ghi phần trăm. Ở đây cần con số đếm được; phần trăm để máy tự tính.", "Đổi định dạng ô thành Số (Number), rồi gõ con số đếm được."}
	case math.IsNaN(v) || math.IsInf(v, 0):
		return 0, &fault{"Ô này không phải là một con số.", wholeOnly}
	case v < 0:
		return 0, negative()
	case v > most:
		return 0, tooBig()
	case v != math.Trunc(v):
		said := strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
		if len(said) > 12 {
			said = said[:12] + "…"
		}
		hint := "Ở đây đếm người, thôn, buổi, nên phải là số nguyên. Xem lại con số."
		if thousands := math.Round(v * 1000); v < 1000 && thousands == v*1000 {
			hint = fmt.Sprintf("Nếu muốn nói %s, gõ liền: %d. Excel hiểu dấu chấm là dấu lẻ.", viet.Int(int(thousands)), int(thousands))
		}
		return 0, &fault{"Ô này là số lẻ " + said + ", nhưng ở đây cần số nguyên.", hint}
	default:
		return int(v), nil
	}
}

func negative() *fault {
	return &fault{"Con số không thể nhỏ hơn 0.", "Xem lại con số. Nếu không có thì ghi 0; nếu chưa biết thì để trống."}
}

func tooBig() *fault {
	return &fault{"Con số này quá lớn so với số liệu của một xã.", "Xem lại con số; có thể đã gõ nhầm số điện thoại hay mã vào đây."}
}

var (
	plainCount = regexp.MustCompile(`^\d+$`)
	grouped    = regexp.MustCompile(`^[1-9]\d{0,2}((\.\d{3})+|( \d{3})+)([.,]0{1,2})?$`)
	nought     = regexp.MustCompile(`^(\d{1,9})[.,]0{1,2}$`)
	decimal    = regexp.MustCompile(`^\d{1,9}([.,]\d{1,9})+$`)
	unitBehind = regexp.MustCompile(`^\d[\d. ]*\s*\p{L}[\p{L} ]*$`)
	dash       = regexp.MustCompile(`^[-–—_x.]+$`)
)

// parseCount reads a whole number from how it is written.
func parseCount(s string) (n int, note string, bad *fault) {
	switch {
	case plainCount.MatchString(s):
		if len(s) > 3 && s[0] == '0' {
			return 0, "", &fault{"Số ở đây mở đầu bằng số 0, như một mã hay số điện thoại.", wholeOnly}
		}
		n, err := strconv.Atoi(s)
		if err != nil || n > most {
			return 0, "", tooBig()
		}
		return n, "", nil
	case strings.HasPrefix(s, "-") && plainCount.MatchString(strings.TrimSpace(s[1:])):
		return 0, "", negative()
	case nought.MatchString(s):
		n, _, bad = parseCount(s[:strings.IndexAny(s, ".,")])
		return n, "", bad
	case grouped.MatchString(s):
		whole := s
		if i := strings.IndexByte(s, ','); i >= 0 {
			whole = s[:i]
		}
		digits := strings.NewReplacer(".", "", " ", "").Replace(whole)
		n, err := strconv.Atoi(digits)
		if err != nil || n > most {
			return 0, "", tooBig()
		}
		return n, "“" + s + "” được hiểu là " + strconv.Itoa(n), nil
	case strings.HasSuffix(s, "%"):
		return 0, "", &fault{"Ô này ghi phần trăm. Ở đây cần con số đếm được; phần trăm để máy tự tính.", wholeOnly}
	case decimal.MatchString(s):
		return 0, "", separators(s)
	case dash.MatchString(s):
		return 0, "", &fault{"Ô này chỉ có dấu gạch, nên không biết là không có hay chưa biết.", "Nếu không có thì ghi 0; nếu chưa biết thì để trống."}
	case strings.HasPrefix(s, "="):
		return 0, "", &fault{"Ô này là công thức viết thành chữ.", "Tệp CSV không tính được công thức. Gõ thẳng con số vào ô."}
	case unitBehind.MatchString(s):
		return 0, "", &fault{"Ô này có chữ đi kèm con số.", "Chỉ gõ con số, bỏ chữ phía sau: đơn vị đã có ở cột khác."}
	}
	return 0, "", &fault{"Ô này là chữ, không phải con số.", wholeOnly}
}

// separators explains a dot or a comma that can be meant in two ways, or in
// none.
func separators(s string) *fault {
	bare := strings.NewReplacer(".", "", ",", "").Replace(s)
	i := strings.LastIndexAny(s, ".,")
	behind := len(s) - i - 1
	switch {
	case strings.Count(s, ",")+strings.Count(s, ".") > 1:
		return &fault{"Dấu chấm, dấu phẩy trong con số này không rõ nghĩa.", wholeOnly}
	case behind == 3 && s[0] != '0':
		return &fault{"“" + s + "” có thể là " + s[:i] + " lẻ, cũng có thể là " + bare + ".", "Nếu là " + bare + " thì gõ liền " + bare + "."}
	case s[i] == '.':
		return &fault{"“" + s + "” không rõ nghĩa: dấu chấm là dấu lẻ hay dấu hàng nghìn?", "Ở đây cần số nguyên. Gõ liền các chữ số, không có dấu chấm."}
	}
	return &fault{"“" + s + "” là số lẻ, nhưng ở đây cần số nguyên.", "Ở đây đếm người, thôn, buổi. Xem lại con số; nếu là phần trăm thì ghi con số đếm được."}
}
