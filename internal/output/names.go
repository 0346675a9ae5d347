package output

import "fmt"

// Names are the paths of one site. Each can be stored by every file system in
// use, and all of them beside one another, on disks too that do not tell
// upper from lower case. The zero value is ready to use.
type Names struct {
	taken map[string]taken // by foldPath
}

// taken is a name that the site uses.
type taken struct {
	path   string
	folder bool
}

// Take adds a path and its folders, or says as a *PathError why it cannot
// stand there.
func (n *Names) Take(path string) error {
	if err := CheckPath(path); err != nil {
		return err
	}
	if n.taken == nil {
		n.taken = make(map[string]taken)
	}
	clash := func(other string) error {
		return &PathError{Path: path, Clash: other, Reason: fmt.Sprintf("clashes with %q", other),
			why: fmt.Sprintf("trùng hoặc chỉ khác chữ hoa, chữ thường với %q", other)}
	}
	key := foldPath(path)
	if other, ok := n.taken[key]; ok {
		return clash(other.path)
	}
	// Folding keeps the number of slashes but not of bytes.
	folder, folderKey := parentOf(path), parentOf(key)
	for folder != "" {
		if other, ok := n.taken[folderKey]; ok {
			if !other.folder || other.path != folder {
				return clash(other.path)
			}
			break // its own folders are taken too
		}
		n.taken[folderKey] = taken{path: folder, folder: true}
		folder, folderKey = parentOf(folder), parentOf(folderKey)
	}
	n.taken[key] = taken{path: path}
	return nil
}
