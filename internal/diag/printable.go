package diag

// Printable takes control characters out of a text of somebody else's making
// before it goes to a terminal.
func Printable(s string) string { return printable(s) }
