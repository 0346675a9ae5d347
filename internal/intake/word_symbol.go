package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// symbol is the character that a symbol font draws, as far as it has one.
func (r *word) symbol(e xml.StartElement) string {
	code, err := strconv.ParseUint(attr(e, "char"), 16, 32)
	if err != nil {
		return ""
	}
	font := strings.ToLower(attr(e, "font"))
	if oldFontOf(font) != "" {
		if code >= 0xf000 {
			code -= 0xf000
		}
		if oldFontOf(font) == fontTCVN3 {
			return fromTCVN3(string(rune(code)))
		}
		return fromVNI(string(rune(code)))
	}
	low := code & 0xff
	switch {
	case font == "symbol":
		if s := symbolFont(low); s != "" {
			return s
		}
	case strings.HasPrefix(font, "wingdings"):
		if s := wingdings(low); s != "" {
			return s
		}
	case code < 0xe000 || code > 0xf8ff:
		return string(rune(code))
	}
	r.leave("ký hiệu của phông "+attr(e, "font")+" không có trong Unicode", "")
	return ""
}

func symbolFont(code uint64) string {
	const greek = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
	switch {
	case code >= 'a' && code <= 'z':
		return string([]rune(greek)[code-'a'])
	case code >= 0x20 && code < 0x40:
		return string(rune(code))
	}
	switch code {
	case 0xb7:
		return "•"
	case 0xb0:
		return "°"
	case 0xb1:
		return "±"
	case 0xb4:
		return "×"
	case 0xa3:
		return "≤"
	case 0xb3:
		return "≥"
	case 0xb9:
		return "≠"
	case 0xae, 0xde:
		return "→"
	case 0xac:
		return "←"
	case 0x57:
		return "Ω"
	case 0x44:
		return "Δ"
	case 0x53:
		return "Σ"
	}
	return ""
}

func wingdings(code uint64) string {
	switch code {
	case 0x6c, 0x9f:
		return "•"
	case 0xa7, 0x6e:
		return "▪"
	case 0x6f, 0xa8, 0x71, 0x72:
		return "☐"
	case 0xfe, 0x52:
		return "☑"
	case 0xfd, 0x53:
		return "☒"
	case 0xfc:
		return "✓"
	case 0xfb:
		return "✗"
	case 0xe0, 0xf0, 0xd8, 0xe8:
		return "→"
	case 0x28:
		return "☎"
	case 0x2a:
		return "✉"
	}
	return ""
}
