package site

import (
	"slices"
	"sort"
	"strings"

	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/disclosure"
	"thonlanh/internal/viet"
)

// Assemble makes the Site of a Tree for a build date. The Site is complete
// whatever the problems: a reference that leads nowhere is left out.
func Assemble(t *content.Tree, c *config.Config, today date.Date) (*Site, diag.List) {
	return assembleWith(t, c, today, disclosure.New(c.Threshold))
}

func assembleWith(t *content.Tree, c *config.Config, today date.Date, method disclosure.Method) (*Site, diag.List) {
	a := &assembler{
		tree: t, method: method,
		s: &Site{
			Config: c, Today: today, Sample: c.Sample,
			pages: make(map[string]*Page), legal: make(map[string]*Legal), bodies: make(map[string]*Body),
			numbers: make(map[string]*Number), village: make(map[string]*Village),
			links: make(map[*content.Body][]Citation),
		},
	}
	// Registers first: everything else refers to them.
	a.addBodies()
	a.addNumbers()
	a.addVillages()
	a.addRecognitions()
	a.addServices()
	a.addOfficials()
	a.addLegal()
	a.addPlans()
	a.addMaterials()
	a.addEvents()
	a.addTexts()

	a.addPages()
	a.addMoves()
	a.addCatalogue()
	a.resolveBasis()
	a.addCitations()
	a.sortMentions()
	a.keepPrivate()
	return a.s, a.list
}

type assembler struct {
	tree    *content.Tree
	s       *Site
	list    diag.List
	private []kept // records that must leave no trace
	public  []kept
	ids     map[string]bool // lines of the register that exist, shown or not
	bodyIDs []string

	method disclosure.Method
	mixed  map[string]bool // "2020 ct-8": targets of years that not every village was recognised in

	reading  reading
	unknowns int // references reported so far
}

// kept is a record with the file it comes from.
type kept struct {
	file   string
	record any
}

// record sorts a record into public and private ones and reports whether it
// is public.
func (a *assembler) record(file string, r any, public bool) bool {
	if public {
		a.public = append(a.public, kept{file, r})
	} else {
		a.private = append(a.private, kept{file, r})
	}
	return public
}

func shown(flag *bool) bool { return flag == nil || *flag }

// given is for records whose flag is required: without it nothing is shown.
func given(flag *bool) bool { return flag != nil && *flag }

// unknown reports a reference that leads nowhere, with the nearest name.
func (a *assembler) unknown(f content.File, at diag.Pos, what, ref string, known []string) {
	message := what + " “" + ref + "” không có."
	// Looking for the nearest of thousands of names, thousands of times, would
	// take minutes; whoever has that many mistakes mends the first ones first.
	a.unknowns++
	if a.unknowns <= 20 {
		if near, ok := viet.Nearest(ref, known); ok {
			message += " Có phải ý bạn là `" + near + "`?"
		}
	}
	hint := "Sửa lại cho đúng tên đã khai."
	if len(known) > 0 && len(known) <= 12 {
		hint = "Các tên đã khai: " + strings.Join(known, ", ") + "."
	}
	a.list = append(a.list, diag.At(f.Path, at, diag.Block, "tham-chieu-la", message, hint))
}

func (a *assembler) body(f content.File, at diag.Pos, ref string) *Body {
	if ref == "" {
		return nil
	}
	if b, ok := a.s.bodies[ref]; ok {
		return b
	}
	a.unknown(f, at, "Đơn vị", ref, a.bodyIDs)
	return nil
}

func (a *assembler) bodyList(f content.File, refs []string, path ...string) []*Body {
	var out []*Body
	seen := make(map[*Body]bool, len(refs))
	for i, ref := range refs {
		if b := a.body(f, f.Keys.Elem(i, path...), ref); b != nil && !seen[b] {
			seen[b] = true
			out = append(out, b)
		}
	}
	return out
}

// number resolves a line of the register; one that is known but not shown
// (private, ended) gives nil without a word here: rules speak of those.
func (a *assembler) number(f content.File, at diag.Pos, ref string) *Number {
	if ref == "" {
		return nil
	}
	if n, ok := a.s.numbers[ref]; ok {
		return n
	}
	if !a.ids[ref] {
		known := make([]string, 0, len(a.ids))
		for id := range a.ids {
			known = append(known, id)
		}
		sort.Strings(known)
		a.unknown(f, at, "Số", ref, known)
	}
	return nil
}

func (a *assembler) numberList(f content.File, refs []string, path ...string) []*Number {
	var out []*Number
	for i, ref := range refs {
		if n := a.number(f, f.Keys.Elem(i, path...), ref); n != nil && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func (a *assembler) villageRef(f content.File, at diag.Pos, ref string) *Village {
	if ref == "" {
		return nil
	}
	if v, ok := a.s.village[ref]; ok {
		return v
	}
	for _, v := range a.tree.Villages {
		if v.File.Name == ref {
			return nil // private
		}
	}
	known := make([]string, 0, len(a.s.Villages))
	for _, v := range a.s.Villages {
		known = append(known, v.ID)
	}
	a.unknown(f, at, "Thôn", ref, known)
	return nil
}
