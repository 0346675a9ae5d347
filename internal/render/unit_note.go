package render

import (
	"slices"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/markup"
	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// unitNote is what the portal says under a unit of a legal text: that it is no
// longer in force and where it stands today, that it is not yet, that it still
// is where the text is not, that a later text changed it.
type unitNote struct {
	This    string // "Khoản này"
	Ended   bool
	NotYet  bool
	Kept    bool // in force, though the text around it is not
	Open    bool // nobody has verified whether it is in force
	Day     date.Date
	Now     []ref
	Amended []amendment
	Words   string // the office's own
}

type amendment struct {
	By   ref
	Day  date.Date
	Next bool // it takes effect after the build date
}

// Changed reports whether the words of the unit are marked at their edge.
func (n *unitNote) Changed() bool { return len(n.Amended) > 0 }

// unitNote is nil where there is nothing to say.
func (r *Renderer) unitNote(l *site.Legal, unit string) *unitNote {
	st := l.StateOf(unit)
	name := markup.CiteID(unit)
	word, _, _ := strings.Cut(name, " ")
	if strings.HasPrefix(name, "Văn bản kèm theo") {
		word = "văn bản kèm theo"
	}
	n := &unitNote{This: viet.UpperFirst(word) + " này", Words: viet.NBSP(st.Note)}
	switch st.Force {
	case site.Ended:
		n.Ended = true
		if st.EndedOn != l.EndedOn { // the day of the whole stands above
			n.Day = st.EndedOn
		}
		for _, to := range st.ReplacedBy {
			if to.Unit != "" || st.Own && l.Force != site.Ended {
				n.Now = append(n.Now, ref{viet.NBSP(to.Name()), to.Addr()})
			}
		}
	case site.NotYet:
		if l.Force != site.NotYet {
			n.NotYet, n.Day = true, st.From
		}
	case site.Unverified:
		n.Open = l.Force != site.Unverified && st.Own
	default:
		n.Kept = st.Kept && (st.Own || isArticle(unit))
	}
	if st.Own {
		for _, c := range st.Amended {
			n.Amended = append(n.Amended, amendment{ref{viet.NBSP(c.By.Name()), c.By.Addr()}, c.On, c.On.After(r.site.Today)})
		}
	}
	if !n.Ended && !n.NotYet && !n.Kept && !n.Open && len(n.Amended) == 0 && n.Words == "" {
		return nil
	}
	return n
}

func isArticle(unit string) bool {
	rest, ok := strings.CutPrefix(unit, "dieu-")
	return ok && !strings.Contains(rest, "-")
}

// chapterNote is what articles say whose chapter has ended or is not yet in
// force: a reader who lands on one of them sees no heading of the chapter.
type chapterNote struct {
	noted []string
	unit  int // the chapter that was asked for last, -1 for none
	last  *unitNote
}

func (c *chapterNote) note(r *Renderer, l *site.Legal, doc *markup.Document, article int) *unitNote {
	at := doc.Units[article].Parent
	for at >= 0 && !slices.Contains(c.noted, doc.Units[at].ID) {
		at = doc.Units[at].Parent
	}
	if at < 0 || doc.Units[at].Kind >= markup.KindArticle || doc.Quoted(article) {
		return nil
	}
	if at != c.unit {
		c.unit, c.last = at, nil
		if n := r.unitNote(l, doc.Units[at].ID); n != nil && (n.Ended || n.NotYet) {
			c.last = &unitNote{This: "Điều này", Ended: n.Ended, NotYet: n.NotYet, Day: n.Day}
		}
	}
	return c.last
}
