package content

import (
	"io/fs"

	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
)

// Known reads only the bodies and the officials of a project, for a command
// that needs no more. Mistakes in these files are not its business: what can
// be read of them is given.
func Known(project fs.FS) (*Bodies, *Officials) {
	bodies, officials := &Bodies{}, &Officials{}
	for name, v := range map[string]any{"co-quan.toml": bodies, "can-bo.toml": officials} {
		info, err := fs.Stat(project, Dir+"/"+name)
		if err != nil || info.Size() > maxFile {
			continue
		}
		data, err := fs.ReadFile(project, Dir+"/"+name)
		if err != nil {
			continue
		}
		if src, _ := diag.NewSource(name, data); src != nil {
			tomlfile.Decode(src, 0, len(src.Text), v)
		}
	}
	return bodies, officials
}
