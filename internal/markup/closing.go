package markup

import (
	"bytes"
	"strings"
)

// zone is where a reader of an administrative text stands: in its body, or in
// one of the two blocks that close it and hold no units.
type zone uint8

const (
	inBody zone = iota
	inRecipients
	inSignature
)

// class is the class of the element around a closing block.
func (z zone) class() string { return [...]string{"", "noi-nhan", "chu-ky"}[z] }

func unmarked(line []byte) []byte { return bytes.Trim(line, " \t\n*_|") }

// isRecipients reports whether a line opens the list of recipients.
func isRecipients(line []byte) bool {
	s := unmarked(line)
	for _, head := range [...]string{"Nơi nhận", "NƠI NHẬN"} {
		if rest, ok := bytes.CutPrefix(s, []byte(head)); ok {
			rest = bytes.TrimLeft(rest, " ")
			return len(rest) == 0 || rest[0] == ':' || rest[0] == '*' || rest[0] == '_'
		}
	}
	return false
}

// isAddress reports whether a line opens the list of those to whom a letter
// goes: "Kính gửi:".
func isAddress(line []byte) bool {
	s := unmarked(line)
	return bytes.HasPrefix(s, []byte("Kính gửi")) || bytes.HasPrefix(s, []byte("KÍNH GỬI"))
}

// addressed reports whether a line is one of that list, whose dashes are no
// units of the text.
func (w *clauseWriter) addressed(it *item) bool {
	if it.lines == 0 || it.heading != nil || w.floor > 1 {
		w.address = false
		return false
	}
	if !w.address {
		w.address = !it.labelled && len(w.stack) == 1 && isAddress(it.line)
		return false
	}
	w.address = it.labelled && it.label.kind >= KindDash
	return w.address
}

// isAuthority reports whether a line says on whose behalf a text is signed:
// for the collective, for the head, by order, by authority, acting.
func isAuthority(line []byte) bool {
	s := unmarked(line)
	for _, head := range [...]string{"TM.", "KT.", "TL.", "TUQ.", "Q."} {
		if rest, ok := bytes.CutPrefix(s, []byte(head)); ok {
			return allCaps(rest) && len(rest) <= 200
		}
	}
	return false
}

// isOffice reports whether a line is the office of a signer, set in capitals.
// It says so only where a text is ending: the same words may head a section.
func isOffice(line []byte) bool {
	s := unmarked(line)
	if len(s) > 200 || !allCaps(s) {
		return false
	}
	for _, head := range [...]string{
		"CHỦ TỊCH", "PHÓ CHỦ TỊCH", "THỦ TƯỚNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC",
		"CHỦ NHIỆM", "TRƯỞNG BAN", "TRƯỞNG PHÒNG", "TRƯỞNG CÔNG AN", "TRƯỞNG THÔN", "TRẠM TRƯỞNG", "HIỆU TRƯỞNG",
	} {
		if strings.HasPrefix(string(s), head) {
			return true
		}
	}
	return false
}
