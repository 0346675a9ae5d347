package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
)

// worker is the script that keeps pages for when there is no network. Its name
// must stay, since phones ask for it again under the name that they know.
const worker = "sw.js"

// offlinePages are the only pages that a phone keeps. Help pages must not be
// among them: what is kept can be found by whoever holds the phone.
func (r *Renderer) offlinePages() []string {
	var out []string
	for _, addr := range [...]string{"/", "/so-can-biet/", offlineAddr, "/lich-thang/"} {
		if r.existing(addr) != "" {
			out = append(out, addr)
		}
	}
	return out
}

const offlineAddr = "/ngoai-tuyen/"

// workerScript is the worker with what it needs to know. Its version is a hash
// of what it keeps, so that phones fetch the pages again when one has changed.
func (r *Renderer) workerScript() ([]byte, error) {
	script, err := fs.ReadFile(r.static, worker)
	if err != nil {
		return nil, fmt.Errorf("read the worker: %w", err)
	}
	l := &linker{portable: r.options.Portable}
	sum := sha256.New()
	var files []string
	for _, addr := range r.offlinePages() {
		page, err := r.Render(pagePath(addr))
		if err != nil {
			return nil, err
		}
		sum.Write(page)
		files = append(files, l.address(addr))
	}
	files = append(files, l.address(r.style))
	var scripts []string
	for _, addr := range r.scripts {
		scripts = append(scripts, l.address(addr))
	}
	slices.Sort(scripts)
	files = append(files, scripts...)
	list, err := json.Marshal(files)
	if err != nil {
		return nil, err
	}
	sum.Write(list)
	var out bytes.Buffer
	fmt.Fprintf(&out, "var FILES=%s,OFFLINE=%q,VERSION=%q;\n", list, l.address(offlineAddr), hex.EncodeToString(sum.Sum(nil)[:4]))
	out.Write(script)
	return out.Bytes(), nil
}
