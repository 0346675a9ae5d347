// Package thonlanh is the map of the program and the home of what it carries
// inside: the layouts, the static files and the starter of a new site.
//
// A commune's folder of Markdown and TOML becomes a folder of plain web files
// in the stages that internal/build names in order:
//
//	config.Load      config.toml             → config.Config
//	content.Load     content/                → content.Tree    every file alone, in parallel
//	site.Assemble    Tree, Config, a day     → site.Site       addresses, references, figures
//	check.Site       Site, Tree              → diag.List       the rules about what was written
//	render           Site, layouts           → bytes of every file
//	check.Output     bytes                   → diag.List       the rules about what would be published
//	output           bytes                   → public/         minified, listed, switched in one step
//
// See ARCHITECTURE.md for the invariants.
package thonlanh

import (
	"embed"
	"io/fs"
)

// The names begin with all: because static/ holds files such as _headers,
// which embedding a folder would leave out.
//
//go:embed all:layouts all:static
var files embed.FS

// Layouts are the templates and styles that the program carries.
func Layouts() fs.FS { return sub("layouts") }

// Static are the files that the program publishes as they are.
func Static() fs.FS { return sub("static") }

func sub(dir string) fs.FS {
	f, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the folder is named in the directive above
	}
	return f
}
