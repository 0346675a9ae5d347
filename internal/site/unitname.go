package site

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unitName says the id of a unit that is gone as people cite it: "Điểm a
// khoản 2 Điều 24", "Mục III.9, ý 2". Only the id is known of it, so a part of
// no known kind leaves the id as it is.
func unitName(id string) string {
	parts := strings.Split(id, "-")
	if parts[0] == "muc" && len(parts) > 1 {
		if name, ok := planUnitName(parts[1:]); ok {
			return name
		}
		return "#" + id
	}
	name := ""
	for len(parts) > 0 {
		word, n := lawWord(parts)
		if n == 0 || n >= len(parts) {
			return "#" + id
		}
		step := word + " " + mark(parts[n], word)
		if name == "" {
			name = step
		} else {
			name = step + " " + name
		}
		parts = parts[n+1:]
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// lawWord is the kind of unit that an id begins with and how many parts name it.
func lawWord(parts []string) (string, int) {
	if len(parts) > 2 && parts[1] == "muc" && parts[0] == "tieu" {
		return "tiểu mục", 2
	}
	if len(parts) > 2 && parts[0] == "phu" && parts[1] == "luc" {
		return "Phụ lục", 2
	}
	switch parts[0] {
	case "dieu":
		return "Điều", 1
	case "khoan":
		return "khoản", 1
	case "diem":
		return "điểm", 1
	case "tiet":
		return "tiết", 1
	case "chuong":
		return "Chương", 1
	case "phan":
		return "Phần", 1
	case "muc":
		return "Mục", 1
	case "y":
		return "ý", 1
	case "c":
		return "ý nhỏ", 1
	}
	return "", 0
}

// planUnitName says "iii 9 y 2": numbers joined by points, then the dashes.
func planUnitName(parts []string) (string, bool) {
	name := "Mục "
	for i := 0; i < len(parts); i++ {
		switch {
		case (parts[i] == "y" || parts[i] == "c") && i > 0 && i+1 < len(parts) && digits(parts[i+1]):
			word, _ := lawWord(parts[i:])
			name += ", " + word + " " + parts[i+1]
			i++
		case digits(parts[i]):
			if i > 0 {
				name += "."
			}
			name += parts[i]
		case i == 0 && len(parts[i]) < 9 && strings.Trim(parts[i], "ivxlcdm") == "":
			name += strings.ToUpper(parts[i])
		case i > 0 && len(parts[i]) < 3:
			name += ", điểm " + mark(parts[i], "điểm")
		default:
			return "", false
		}
	}
	return name, true
}

// mark is a label as it is printed: the letter đ is "dd" in an id.
func mark(s, word string) string {
	if word == "điểm" {
		return strings.Replace(s, "dd", "đ", 1)
	}
	return s
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
