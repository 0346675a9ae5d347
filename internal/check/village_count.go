package check

import (
	"strings"

	"thonlanh/internal/viet"
)

// villageNames are the names of all villages, folded: "dong", "so 1".
type villageNames struct {
	names   map[string]bool
	longest int      // syllables of a name
	units   []string // what stands before a name, folded: "thon", "to dan pho"
}

// maxVillageName bounds how many syllables of a name are compared.
const maxVillageName = 8

func (x *gate) addVillageNames() {
	v := &x.villages
	v.names = make(map[string]bool, len(x.tree.Villages))
	for _, r := range x.tree.Villages {
		if name := spoken(words(r.Label)); name != "" && strings.Count(name, " ") < maxVillageName {
			v.names[name] = true
			v.longest = max(v.longest, 1+strings.Count(name, " "))
		}
	}
	v.units = []string{"thon"}
	if unit := spoken(words(x.site.Config.VillageWord)); unit != "" && unit != "thon" {
		v.units = append(v.units, unit)
	}
}

// spoken is the words as they are said, folded.
func spoken(ws []word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(viet.Fold(w.low))
	}
	return b.String()
}

// ofVillages marks the counts of a text that stand beside the name of a
// village: "Thôn Đông: 12 vụ". What a note of the commune counts there is
// counted of that village.
func (v *villageNames) ofVillages(text string, list []found) {
	var ws []word
	end, named := 0, false // of the sentence that holds the count
	for i := range list {
		f := &list[i]
		if f.kind != aCount {
			continue
		}
		if ws == nil {
			ws = words(text)
		}
		for end < len(ws) && ws[end].start <= f.at {
			at := end
			for end++; end < len(ws) && ws[end].gap < stop; {
				end++
			}
			named = named && ws[at].led || v.namedIn(ws[at:end])
		}
		f.village = named || v.labelBefore(ws, f.at)
	}
}

// namedIn reports whether words have the name of a village after what villages
// are called.
func (v *villageNames) namedIn(ws []word) bool {
	for i := range ws {
		for _, unit := range v.units {
			n := strings.Count(unit, " ") + 1
			if i+n < len(ws) && viet.Fold(ws[i].low) == firstOf(unit) && spoken(ws[i:i+n]) == unit && v.nameAt(ws[i+n:]) {
				return true
			}
		}
	}
	return false
}

func firstOf(unit string) string {
	first, _, _ := strings.Cut(unit, " ")
	return first
}

func (v *villageNames) nameAt(ws []word) bool {
	for n := 1; n <= min(v.longest, len(ws)); n++ {
		if v.names[spoken(ws[:n])] {
			return true
		}
	}
	return false
}

// labelBefore reports whether the bare name of a village leads to the number
// at an offset: "Đông: 12 vụ, Đoài (3 vụ)".
func (v *villageNames) labelBefore(ws []word, offset int) bool {
	lo, hi := 0, len(ws)
	for lo < hi {
		if mid := (lo + hi) / 2; ws[mid].start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(ws) || lo == 0 || ws[lo].gap >= stop {
		return false
	}
	for n := 1; n <= min(v.longest, lo); n++ {
		if ws[lo-n].capital && v.names[spoken(ws[lo-n:lo])] {
			return true
		}
	}
	return false
}

// ofEvent marks the counts in the words of an event of one village: all but
// the seats, the people who are invited, and a place as the venue.
func ofEvent(key string, list []found) {
	for i := range list {
		f := &list[i]
		switch {
		case f.kind != aCount:
		case f.counted == countPeople:
			f.village = !f.invited && key != "danh_cho"
		case f.counted == countPremise:
			f.village = key != "noi" && key != "chi_duong"
		default:
			f.village = true
		}
	}
}
