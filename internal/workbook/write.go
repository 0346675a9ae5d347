package workbook

import "io"

// Write writes the workbook. The same Book gives the same bytes.
func Write(w io.Writer, b *Book) error { return write(w, b) }
