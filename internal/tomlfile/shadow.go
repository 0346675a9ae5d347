package tomlfile

import (
	"slices"
	"strings"

	"thonlanh/internal/diag"
)

// shadow is a text of the same length in which what NewSource takes out or
// makes plain stands as blanks.
func shadow(data []byte) string {
	out := slices.Clone(data)
	blank := func(i, n int) {
		for k := i; k < i+n; k++ {
			out[k] = ' '
		}
	}
	for i := 0; i < len(out); i++ {
		switch c := out[i]; {
		case c == '\r' && i+1 < len(out) && out[i+1] == '\n':
			out[i] = ' '
		case c == '\r':
			out[i] = '\n'
		case c < 0x80:
		default:
			for _, hidden := range [...]string{"\u00a0", "\u00ad", "\u202f", "\u200b", "\u2060", "\ufeff"} {
				if strings.HasPrefix(string(out[i:min(i+3, len(out))]), hidden) {
					blank(i, len(hidden))
				}
			}
		}
	}
	return string(out)
}

func normalised(data []byte) string {
	src, _ := diag.NewSource("", data)
	if src == nil {
		return ""
	}
	return src.Text
}
