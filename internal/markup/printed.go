package markup

import "iter"

// What other packages ask about lines of printed text before it is Markdown.

// PrintedLabel reads the label at the head of a line: its kind and how many
// bytes of the line end with it. The line holds no Markdown.
func PrintedLabel(line string, mode Mode, fashion Fashion) (kind Kind, end int, ok bool) {
	l, ok := scanLabel([]byte(line), mode, fashion, false)
	return l.kind, l.end, ok
}

// PrintedHeading does the same for a line that is known to be a heading, whose
// label need not be set off: "Chương II Quy định chung".
func PrintedHeading(line string, mode Mode, fashion Fashion) (kind Kind, end int, ok bool) {
	l, ok := scanLabel([]byte(line), mode, fashion, true)
	return l.kind, l.end, ok
}

// PrintedFashion is the uncommon ways in which lines write their labels.
func PrintedFashion(lines iter.Seq[string]) Fashion {
	var f fashionReader
	for line := range lines {
		f.line([]byte(line))
	}
	return f.found
}

// PrintedGreat reports whether a line begins with the letter of a great part:
// "A. Đánh giá kết quả".
func PrintedGreat(line string, mode Mode, fashion Fashion) bool {
	l, ok := scanLabel([]byte(line), mode, fashion, false)
	return ok && l.great
}

// OpensRecipients reports whether a line opens the list of recipients.
func OpensRecipients(line string) bool { return isRecipients([]byte(line)) }

// SignsFor reports whether a line says on whose behalf a text is signed.
func SignsFor(line string) bool { return isAuthority([]byte(line)) }

// IsPost reports whether a line is the office of a signer, set in capitals.
func IsPost(line string) bool { return isOffice([]byte(line)) }

// AllCapitals reports whether the letters of a line are capitals.
func AllCapitals(line string) bool { return allCaps([]byte(line)) }
