package output

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
)

// Fingerprint puts the first 32 bits of the data's SHA-256 into a file name
// before its extension: "css/site.css" becomes "css/site.3f9c2a1b.css". Such a
// file may be cached for ever, since other bytes have another name.
func Fingerprint(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}
