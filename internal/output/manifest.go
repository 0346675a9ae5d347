package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ManifestName is the file that lists what the generator wrote into a folder.
// A folder is ours if and only if it has one.
const ManifestName = "thonlanh.sum"

// maxManifest bounds what is read of a file that claims to be a manifest:
// half a million files.
const maxManifest = 64 << 20

type digest [sha256.Size]byte

// listed is one line of a manifest.
type listed struct {
	path string
	sum  digest
}

// manifest is sorted by the bytes of the paths, each of which passes CheckPath
// and occurs once.
type manifest []listed

// find looks a path up.
func (m manifest) find(path string) (listed, bool) {
	i, ok := slices.BinarySearchFunc(m, path, func(l listed, p string) int { return strings.Compare(l.path, p) })
	if !ok {
		return listed{}, false
	}
	return m[i], true
}

// hasFolder reports whether a listed file lies under the folder.
func (m manifest) hasFolder(folder string) bool {
	prefix := folder + "/"
	i, _ := slices.BinarySearchFunc(m, prefix, func(l listed, p string) int { return strings.Compare(l.path, p) })
	return i < len(m) && strings.HasPrefix(m[i].path, prefix)
}

// encode writes the lines "hex␠␠path", as sha256sum does.
func (m manifest) encode() []byte {
	size := 0
	for _, l := range m {
		size += 2*len(l.sum) + 3 + len(l.path)
	}
	out := make([]byte, 0, size)
	for _, l := range m {
		out = hex.AppendEncode(out, l.sum[:])
		out = append(out, "  "...)
		out = append(out, l.path...)
		out = append(out, '\n')
	}
	return out
}

// parseManifest reads what encode wrote. Line ends of Windows are accepted,
// for folders that went through git. A path that could lead out of the folder
// makes the whole manifest invalid, since files are removed by it.
func parseManifest(data []byte) (manifest, error) {
	m := make(manifest, 0, bytes.Count(data, []byte("\n"))+1)
	for n := 1; len(data) > 0; n++ {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		line = bytes.TrimSuffix(line, []byte("\r"))
		bad := func(reason string) error { return &ManifestError{Line: n, Reason: reason} }
		var l listed
		if len(line) < 2*len(l.sum)+3 {
			return nil, bad("line too short")
		}
		code, tail := line[:2*len(l.sum)], line[2*len(l.sum):]
		if !bytes.Equal(code, bytes.ToLower(code)) {
			return nil, bad("upper-case hash")
		}
		if _, err := hex.Decode(l.sum[:], code); err != nil {
			return nil, bad("not a hash")
		}
		if tail[0] != ' ' || tail[1] != ' ' {
			return nil, bad("no two spaces after the hash")
		}
		l.path = string(tail[2:])
		if err := CheckPath(l.path); err != nil {
			return nil, bad(err.Error())
		}
		if len(m) > 0 && m[len(m)-1].path >= l.path {
			return nil, bad("not in order")
		}
		m = append(m, l)
	}
	return m, nil
}

// readManifest reads the manifest of a folder and its raw bytes.
func readManifest(dir string) (manifest, []byte, error) {
	name := filepath.Join(dir, ManifestName)
	info, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, &NoManifestError{Dir: dir}
	} else if err != nil {
		return nil, nil, fmt.Errorf("manifest: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxManifest {
		return nil, nil, &ManifestError{Dir: dir, Line: 1, Reason: "not a file, or too big"}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("manifest: %w", err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxManifest))
	if err != nil {
		return nil, nil, fmt.Errorf("manifest: %w", err)
	}
	m, err := parseManifest(raw)
	var broken *ManifestError
	if errors.As(err, &broken) {
		broken.Dir = dir
	}
	return m, raw, err
}
