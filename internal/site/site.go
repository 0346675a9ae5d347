// Package site makes a Site of a Tree: the first place where files know one
// another. It gives every public record its address, resolves references,
// works out what depends on the build date (in force, over, due) and decides
// which figures may be published at all.
//
// Nothing private is reachable from a Site except through Private, which the
// gate uses to prove that none of it is in the output.
package site

import (
	"slices"

	"thonlanh/internal/cite"
	"thonlanh/internal/config"
	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/disclosure"
	"thonlanh/internal/phone"
)

// Site is the whole portal before rendering. All lists hold public records
// only, in the order in which they are shown.
type Site struct {
	Config *config.Config
	Today  date.Date // the build date
	Sample bool

	Home       *content.Home // never nil
	Help       []*Help
	Articles   []*Article
	News       []*News // newest first
	Singles    []*Single
	Plans      []*Plan      // newest first
	Legal      []*Legal     // by kind, then newest first
	Materials  []*Material  // newest first
	Villages   []*Village   // administrative order
	Recognised *Recognition // nil where nothing is said of recognitions
	Events     []*Event     // by date, earliest first
	Bodies     []*Body
	Services   []*Service
	Numbers    []*Number // order of the register

	Pages   []*Page   // every address, in the order of the addresses
	Private []Private // values of records that must not be in the output
	Cited   []Cited   // citations of which a rule may have to speak

	pages     map[string]*Page
	legal     map[string]*Legal
	citable   map[string]document // by the ids of the catalogue
	catalogue *cite.Catalogue
	links     map[*content.Body][]Citation // of texts that have any to show; nil where they are too many to keep
	inForce   []*Legal                     // of Legal: in force, wholly or in part
	ended     []*Legal
	bodies    map[string]*Body
	numbers   map[string]*Number
	village   map[string]*Village

	moves          map[string]*move // of chuyen-di.toml, by key
	hidden, unread map[string]bool  // addresses without a page: not public; file at fault
}

// Kind says what a page shows and so which layout it takes.
type Kind string

// The kinds of page, one for each layout.
const (
	KindHome         Kind = "home"
	KindNumbers      Kind = "numbers"
	KindHelpHub      Kind = "helphub"
	KindHelp         Kind = "help"
	KindArticles     Kind = "articles"
	KindArticle      Kind = "article"
	KindMaterials    Kind = "materials"    // all kinds
	KindMaterialKind Kind = "materialkind" // one kind; Arg is "ap-phich"
	KindMaterial     Kind = "material"
	KindPlans        Kind = "plans"
	KindPlan         Kind = "plan"
	KindDuties       Kind = "duties" // who does what, and when, by a plan
	KindSheet        Kind = "sheet"  // what a plan asks of one body
	KindProgressHub  Kind = "progresshub"
	KindProgress     Kind = "progress"
	KindVillages     Kind = "villages"
	KindVillage      Kind = "village"
	KindLegalIndex   Kind = "legalindex" // Arg "", "con-hieu-luc" or "het-hieu-luc"
	KindLegal        Kind = "legal"
	KindCalendar     Kind = "calendar"
	KindEvent        Kind = "event"
	KindNewsIndex    Kind = "newsindex" // Arg "" or the year
	KindNews         Kind = "news"
	KindSearch       Kind = "search"
	KindData         Kind = "data"
	KindDataSet      Kind = "dataset" // one of DataSets; Arg is its name
	KindSingle       Kind = "single"
	KindNotFound     Kind = "notfound" // /404.html
	KindOffline      Kind = "offline"
	KindMonths       Kind = "months" // /lich-thang/
	KindMoved        Kind = "moved"  // a stub where a page has been
)

// Page is one address of the portal.
type Page struct {
	Addr        string // "/van-ban/nd-282-2025/"; "/404.html" is the one without a folder
	Kind        Kind
	Title       string // shown as h1; neutral on sensitive pages
	Description string
	Updated     date.Date // of the content; zero where the page has none of its own
	Sensitive   bool      // help pages and others marked nhay_cam: quick exit, neutral head, no feed
	Listed      bool      // in the sitemap and the A–Z list
	Source      string    // content file, or config.toml
	Crumbs      []Crumb   // from the home page down, without the page itself
	Arg         string    // see the kinds
	Part, Parts int       // page Part of Parts of a long list, from 1

	// The record the page shows, by kind; all others are nil.
	Help     *Help
	Article  *Article
	News     *News
	Single   *Single
	Plan     *Plan
	Sheet    *Sheet
	Legal    *Legal
	Material *Material
	Village  *Village
	Event    *Event
	Moved    *Moved

	MovedUnits []MovedUnit // ids that were here, with their present places
}

// Crumb is one step of the path to a page.
type Crumb struct{ Title, Addr string }

// PerPage is how many entries a long list shows before it goes on at trang-2/.
const PerPage = 50

// Private is a value of a record that must leave no trace in the output.
type Private struct {
	Value string // as written
	File  string
}

// Help is a help page.
type Help struct {
	*content.Help
	Addr    string
	Numbers []*Number // resolved Call
	Offers  []*Service
}

// Article is an awareness article.
type Article struct {
	*content.Article
	Addr      string
	Numbers   []*Number
	Materials []*Material
	Minutes   int // reading time at 200 syllables a minute, at least 1
}

// News is a news item.
type News struct {
	*content.News
	Addr   string
	Author *Body // nil when not named
}

// Single is a page of its own.
type Single struct {
	*content.Single
	Addr string
}

// Material is a campaign material.
type Material struct {
	*content.Material
	Addr       string
	KindName   string // "Áp phích"
	Key        string // "ap-phich/ten"
	ReplacedBy *Material
	Numbers    []*Number
	Picture    *content.Asset // nil when it has none
	Minutes    float64        // broadcast scripts: reading time at 200 syllables a minute
}

// Village is a village.
type Village struct {
	*content.Village
	ID         string // "dong"
	Addr       string
	Title      string // "Thôn Đông"
	Number     *Number
	Recognised disclosure.Record // what may be told of its recognitions
	Events     []*Event          // of this village, not over on the build date
}

// Event is an entry of the calendar.
type Event struct {
	*content.Event
	Addr    string
	Body    *Body
	Village *Village
	Past    bool
}

// Body is an office, board, school or station.
type Body struct {
	*content.Org
	ID     string
	Number *Number
	Gone   bool // no longer exists on the build date
	Coming bool // does not exist yet on the build date
	// Successors do its work on the build date. None while it exists, and none
	// where nobody took its work over.
	Successors []*Body
}

// Service is something residents can use.
type Service struct {
	*content.Service
	ID     string
	Number *Number
	Body   *Body
	Over   bool // its closing date has passed
}

// Number is one line of the register, valid on the build date.
type Number struct {
	*content.Number
	ID      string
	Dial    phone.Number
	Example bool // of the unassigned area code 0200: shown with "số mẫu", never a link
	Overdue bool // not called again in time (never true for samples and for 112–115)
	Body    *Body
}

// Unchecked reports whether a key of the line is among chua_xac_minh. A number
// that is unsure itself is shown with that word and handed on nowhere else.
func (n *Number) Unchecked(key string) bool {
	return slices.Contains(n.Unverified, key)
}

// PageAt finds the page of an address.
func (s *Site) PageAt(addr string) (*Page, bool) {
	p, ok := s.pages[addr]
	return p, ok
}

// LegalByID finds a public legal text: "nd-282-2025".
func (s *Site) LegalByID(id string) (*Legal, bool) {
	l, ok := s.legal[id]
	return l, ok
}

// BodyByID finds a body.
func (s *Site) BodyByID(id string) (*Body, bool) {
	b, ok := s.bodies[id]
	return b, ok
}

// NumberByID finds a line of the register that may be shown.
func (s *Site) NumberByID(id string) (*Number, bool) {
	n, ok := s.numbers[id]
	return n, ok
}

// BarNumbers are the two lines of the call bar on every page: those that the
// register names, else 113 and 111 if it has them, so that no page is without
// help because a key was forgotten.
func (s *Site) BarNumbers() []*Number {
	var out []*Number
	for _, n := range s.Numbers {
		if n.Bar != "" && len(out) < 2 {
			out = append(out, n)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, usual := range [...]struct {
		dial        phone.Number
		short, long string
	}{{"113", "Nguy hiểm", "đang nguy hiểm"}, {"111", "Trẻ em, mua bán", "trẻ em, bị mua bán"}} {
		for _, n := range s.Numbers {
			if n.Dial == usual.dial {
				line, words := *n, *n.Number
				words.Bar, words.BarLong = usual.short, usual.long
				line.Number = &words
				out = append(out, &line)
				break
			}
		}
	}
	return out
}

// CurrentPlan is the plan whose period holds the build date, or the newest.
func (s *Site) CurrentPlan() *Plan {
	for _, p := range s.Plans {
		if p.State == PlanCurrent {
			return p
		}
	}
	if len(s.Plans) > 0 {
		return s.Plans[0]
	}
	return nil
}
