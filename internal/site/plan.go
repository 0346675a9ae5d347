package site

import (
	"strconv"

	"thonlanh/internal/content"
	"thonlanh/internal/date"
	"thonlanh/internal/disclosure"
)

// PlanState says where the build date stands to the plan's period.
type PlanState int

// States of a plan.
const (
	PlanFuture PlanState = iota
	PlanCurrent
	PlanOver
)

// Plan is a plan with its public targets, duties, reports and figures.
type Plan struct {
	*content.Plan
	Addr     string
	From, To date.Date // period, both days included
	State    PlanState
	Targets  []*Target
	Duties   []*Duty
	Reports  []*Report
	Periods  []*Period // public ones, oldest first
	Latest   *Period   // nil without figures
	CitedBy  []Mention // pages that speak of it
	Stale    bool      // the latest figures are older than the configuration allows
	Work     []Work    // duties and reports by last day
	Sheets   []*Sheet  // one for each body that the plan names

	units   map[string]int     // place of a unit of the text
	unitIDs []string           // in the order of the text
	duties  map[string][]*Duty // by unit
	sheets  map[*Body]*Sheet
}

// Elapsed is the share of the plan's period gone at a day, 0 to 1.
func (p *Plan) Elapsed(at date.Date) float64 {
	total := p.From.DaysUntil(p.To) + 1
	gone := p.From.DaysUntil(at) + 1
	return min(1, max(0, float64(gone)/float64(total)))
}

// ProgressTitle is the name of the page of a plan's targets: a period that is
// over has results.
func (p *Plan) ProgressTitle() string {
	if p.State == PlanOver {
		return "Kết quả năm " + strconv.Itoa(p.Year)
	}
	return "Tiến độ năm " + strconv.Itoa(p.Year)
}

// DutiesAt are the public duties that a unit of the plan gives.
func (p *Plan) DutiesAt(unit string) []*Duty { return p.duties[unit] }

// Period is one public set of figures.
type Period struct {
	*content.Period
	ID       string // "2026-11"
	Villages []VillageRow
}

// VillageRow is the activities of one village in a period: never persons.
type VillageRow struct {
	Village *Village
	Cells   []int // by Activities; -1 is no figure
}

// Activity is a column of the village table.
type Activity struct{ Key, Name, Unit string }

// Activities are the only figures that exist below the commune, in the order
// of VillageRow.Cells.
var Activities = [...]Activity{
	{"buoi_tuyen_truyen", "Buổi tuyên truyền", "buổi"},
	{"ho_nhan_to_roi", "Hộ nhận tờ rơi", "hộ"},
	{"luot_phat_thanh", "Lượt phát thanh", "lượt"},
	{"lop_tap_huan", "Lớp tập huấn", "lớp"},
}

// Target is a target and what may be shown of it.
type Target struct {
	*content.Target
	ID string // "ct-1"
	// Withheld: its figures are published nowhere (small counts of persons
	// concerned, cases, premises or tests; a remainder that would point at a
	// village). A fixed sentence stands instead.
	Withheld bool
	Values   []Value // by public period, oldest first; none when Withheld
	Now      *Value  // the last of Values that has a figure or a Class
	Stale    bool    // Now is older than the configuration allows
	Status   Status

	rules disclosure.Method
	alone bool // told, of all targets that count the same
}

// Inferred reports whether the plan does not say what the share is of, so that
// the commune had to read it.
func (t *Target) Inferred() bool { return t.Kind == "ty_le" && t.BaseFrom == "suy_luan" }

// Attendances reports whether the figures count how often somebody came and
// not how many people.
func (t *Target) Attendances() bool { return t.Counts == "luot_nguoi" }

// Value is a target's state in one period. Known is false where the period
// says nothing about the target, and where its figure is told as a Class only.
type Value struct {
	Period *Period
	Known  bool
	// Class is all that is told of a count of persons concerned, cases,
	// premises or tests: Known is false then, and there are no Num and Den.
	Class *disclosure.Fact
	// Suppressed: of such a target nothing is told in this period, not even
	// whether there is a figure.
	Suppressed bool

	Num, Den int      // ty_le: Num of Den; so_luong: Num of the goal; danh_muc: Num of Den items
	Done     []string // danh_muc: the items done
	State    string   // dinh_tinh: chua_lam, dang_lam, da_xong
	Origin   string
	Note     string
	// Corrected is what was published first, where a later period put the
	// figure right: the fields above hold what is right.
	Corrected *Correction
}

// Correction is a figure as it was published before a later period corrected
// it, and why.
type Correction struct {
	Num, Den int
	Done     []string
	State    string
	On       date.Date // day of the correction
	Why      string
	By       *Period // the period that corrected it

	fix *content.Fix
}

// Status is a state in words with its glyph and colour class.
type Status struct {
	Word  string // "Đúng tiến độ"
	Glyph string // "✓"
	Tone  string // "lua", "dat", "gach", "muc2"
}

// Duty is a public duty.
type Duty struct {
	*content.Duty
	ID      string // "nv-iii-1-y-1"
	Lead    []*Body
	Support []*Body
	LastDay date.Date // the last day on time: the day before DueBefore
	Done    bool
	Status  Status
}

// Report is a public report.
type Report struct {
	*content.Report
	ID       string
	Senders  []*Body // with the villages together where all of them send
	Receiver *Body
	Owed     int       // how many must send
	SentBy   int       // how many have sent by the build date
	LastDay  date.Date // the last day on time: the day before DueBefore
	Status   Status

	sent                       map[string]date.Date // of offices, by the build date
	officesOwed, officesSent   int
	villagesOwed, villagesSent int
}
