package site_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"thonlanh/internal/date"
)

// victim is a made-up commune with everything that its office knows, and the
// builds of its portal in the order in which they were published.
type victim struct {
	villages int
	targets  []asked
	periods  []string // "2026-03"
	years    map[int]*honour
	builds   []published
}

// asked is a target that counts people, as its plan prints it: so much is open
// to everyone.
type asked struct {
	id, name, counts, measure string
	pair                      bool
	goal                      int
	whole                     int      // the same in all periods, where the plan's table names it
	parts                     []string // targets whose sum this one is, as the names say
}

// honour is what became of the villages in a year.
type honour struct {
	decided date.Date
	steps   []int // 0 to 4
	target  string
}

// published is one build: the day, the threshold and what stood in the files.
type published struct {
	now       date.Date
	threshold int
	over      bool
	truth     map[place]count // of the periods that were there
	files     map[string]string
	books     bool // workbooks are opened too
}

// place is a cell of the office's table.
type place struct{ target, period string }

// count is a figure; version grows when it is corrected, which the portal says.
type count struct{ n, d, version int }

const fixedHead = "ten = \"Xã Thử\"\nnguong_so_nho = %d\n"

func word(step int) string {
	return [...]string{"", "da_dang_ky", "da_tu_cham", "da_nop_ho_so", "duoc_cong_nhan"}[step]
}

func newVictim(seed uint64) *victim {
	r := rand.New(rand.NewPCG(seed, 2))
	v := &victim{villages: 2 + r.IntN(9), periods: []string{"2026-03", "2026-06", "2026-10"}, years: map[int]*honour{}}
	thresholds := [...]int{5, 5, 5, 7, 10, 12}
	threshold := thresholds[r.IntN(len(thresholds))]
	step := 5
	for step < threshold {
		step *= 2
	}
	v.targets = []asked{
		{id: "ct-2", name: "Vụ việc được xử lý", counts: "vu_viec", measure: "vụ", pair: true, goal: 100},
		{id: "ct-3", name: "Cơ sở được kiểm tra", counts: "co_so", measure: "cơ sở", pair: true, goal: 100},
		{id: "ct-4", name: "Lượt xét nghiệm", counts: "xet_nghiem", measure: "lượt", goal: step + r.IntN(4*step)},
		{id: "ct-10", name: "Việc chưa gọi tên", measure: "vụ", goal: 50},
	}
	if r.IntN(3) == 0 {
		v.targets[1].whole = 1 + r.IntN(4*step)
	}
	family := []asked{}
	for i := range 4 {
		family = append(family, asked{id: fmt.Sprintf("ct-%d", 20+i), name: fmt.Sprintf("Người được hỗ trợ, nhóm %d", i+1), counts: "nguoi_lien_quan", measure: "người", goal: 90})
	}
	total := asked{id: "ct-30", name: "Người được hỗ trợ, cộng cả bốn nhóm", counts: "nguoi_lien_quan", measure: "người", goal: 300, parts: []string{"ct-20", "ct-21", "ct-22", "ct-23"}}
	if r.IntN(2) == 0 {
		v.targets = append(append(v.targets, family...), total)
	} else {
		v.targets = append(append(v.targets, total), family...)
	}
	v.addHonours(r)

	now := map[place]count{}
	quiet := r.IntN(4) == 0 // a commune where nothing happens
	for i := range v.periods {
		v.grow(r, now, i, step, quiet)
		day := [...]date.Date{{Year: 2026, Month: 4, Day: 15}, {Year: 2026, Month: 7, Day: 15}, {Year: 2026, Month: 11, Day: 20}}[i]
		if i > 0 && r.IntN(3) == 0 {
			v.correct(r, now, v.periods[i-1])
		}
		if i == 2 && r.IntN(6) == 0 {
			threshold++
		}
		v.publish(now, day, threshold)
	}
	if r.IntN(2) == 0 {
		v.correct(r, now, v.periods[2])
	}
	v.publish(now, date.Date{Year: 2027, Month: 2, Day: 1}, threshold)
	for i := range v.builds {
		// Workbooks say what the other files say (a test of their own holds them
		// against one another) and take longest to open.
		v.builds[i].books = seed%8 == 0
	}
	return v
}

// grow adds the figures of a period to those before: mostly a few more.
func (v *victim) grow(r *rand.Rand, now map[place]count, i, step int, quiet bool) {
	more := func() int {
		switch k := r.IntN(8); {
		case quiet && k < 7, k < 2:
			return 0
		case k < 5:
			return 1 + r.IntN(step-1)
		case k == 5:
			return step - 1 + step*r.IntN(2)
		}
		return r.IntN(2*step + 3)
	}
	var sum, sumOf int
	brim := i == 0 && r.IntN(2) == 0 // all parts at the upper end of their class
	for _, t := range v.targets {
		var last count
		if i > 0 {
			last = now[place{t.id, v.periods[i-1]}]
		}
		x := count{n: last.n + more()}
		family := strings.HasPrefix(t.id, "ct-2") && len(t.id) == 5
		if family && brim {
			x.n = 2*step - 1
		}
		if t.pair {
			left := last.d - last.n
			if r.IntN(2) == 0 {
				left = r.IntN(step)
			}
			x.d = max(last.d, x.n+max(0, left))
			if r.IntN(3) == 0 {
				x.d = max(last.d, x.n)
			}
			if t.whole > 0 {
				x.d = t.whole
				x.n = min(x.n, x.d)
			}
		}
		if len(t.parts) > 0 {
			sumOf++
			continue
		}
		if family {
			sum += x.n
		}
		now[place{t.id, v.periods[i]}] = x
	}
	if sumOf > 0 {
		now[place{"ct-30", v.periods[i]}] = count{n: sum}
	}
}

// correct changes figures of a period in their file, as people do who do not
// know that the page was kept.
func (v *victim) correct(r *rand.Rand, now map[place]count, period string) {
	for _, t := range v.targets {
		x := now[place{t.id, period}]
		if len(t.parts) > 0 || strings.HasPrefix(t.id, "ct-2") && len(t.id) == 5 || r.IntN(2) == 0 {
			continue
		}
		x.n = max(0, x.n+r.IntN(7)-3)
		if t.pair && t.whole == 0 {
			x.d = max(x.n, x.d+r.IntN(5)-2)
		} else if t.pair {
			x.n = min(x.n, x.d)
		}
		x.version++
		now[place{t.id, period}] = x
	}
}

func (v *victim) addHonours(r *rand.Rand) {
	for _, year := range [...]int{2022, 2023, 2024, 2025, 2026} {
		h := &honour{steps: make([]int, v.villages)}
		mixed := r.IntN(3) == 0
		for i := range h.steps {
			h.steps[i] = 4
			if mixed {
				h.steps[i] = r.IntN(5)
			}
		}
		switch {
		case year < 2026 && r.IntN(8) > 0:
			h.decided = date.Date{Year: year, Month: 12, Day: 1}
		case year == 2026 && r.IntN(2) == 0:
			h.decided = date.Date{Year: 2026, Month: 10, Day: 1}
		}
		if year == 2026 {
			h.target = "ct-40"
			if h.decided.IsZero() {
				for i := range h.steps {
					h.steps[i] = min(3, h.steps[i]-r.IntN(2))
					h.steps[i] = max(0, h.steps[i])
				}
			}
		}
		v.years[year] = h
	}
}

// earned is how many villages have been recognised in a year.
func (h *honour) earned() int {
	n := 0
	for _, s := range h.steps {
		if s == 4 {
			n++
		}
	}
	return n
}

// publish writes the files of a build as the office would.
func (v *victim) publish(now map[place]count, day date.Date, threshold int) {
	b := published{now: day, threshold: threshold, over: day.Year > 2026, truth: map[place]count{}, files: map[string]string{
		"config.toml":                    fmt.Sprintf(fixedHead, threshold),
		"content/index.md":               "+++\ntieu_de = \"Chào\"\n+++\nLời chào.\n",
		"content/so-can-biet.toml":       "[so-113]\nso = \"113\"\nten = \"Công an\"\n[so-111]\nso = \"111\"\nten = \"Trẻ em\"\n",
		"content/ke-hoach/2026/index.md": "+++\ntieu_de = \"Kế hoạch\"\n+++\n## I. MỤC TIÊU\n\n- Ý một.\n",
	}}
	for i := range v.villages {
		b.files[fmt.Sprintf("content/thon/t%d.toml", i)] = fmt.Sprintf("ten = \"Số %d\"\nthu_tu = %d\n", i, i)
	}
	var targets, honours strings.Builder
	targets.WriteString("[ct-1]\nten = \"Người dân được nghe\"\nkieu = \"ty_le\"\ncach_tinh = \"cong_don\"\ndon_vi = \"người\"\nmuc_tieu = 90\nmau_so = 4000\ndem = \"nguoi_dan\"\n")
	for _, t := range v.targets {
		kind := "so_luong"
		if t.pair {
			kind = "ty_le"
		}
		fmt.Fprintf(&targets, "[%s]\nten = \"%s\"\nkieu = \"%s\"\ncach_tinh = \"cong_don\"\ndon_vi = \"%s\"\nmuc_tieu = %d\ntrang_chu = true\n", t.id, t.name, kind, t.measure, t.goal)
		if t.counts != "" {
			fmt.Fprintf(&targets, "dem = \"%s\"\n", t.counts)
		}
		if t.whole > 0 {
			fmt.Fprintf(&targets, "mau_so = %d\n", t.whole)
		}
	}
	fmt.Fprintf(&targets, "[ct-40]\nten = \"Thôn lành mạnh\"\nkieu = \"ty_le\"\ncach_tinh = \"duy_tri\"\ndon_vi = \"thôn\"\nmuc_tieu = 100\nmau_so = %d\ndem = \"thon\"\n", v.villages)
	b.files["content/ke-hoach/2026/chi-tieu.toml"] = targets.String()

	honours.WriteString("ten = \"Thôn lành mạnh\"\n")
	for year := 2022; year <= 2026; year++ {
		h := v.years[year]
		fmt.Fprintf(&honours, "[nam.%d]\n", year)
		if h.target != "" {
			fmt.Fprintf(&honours, "chi_tieu = \"%s\"\n", h.target)
		}
		if !h.decided.IsZero() {
			fmt.Fprintf(&honours, "ngay_cong_nhan = %s\n", h.decided)
		}
		for i, s := range h.steps {
			fmt.Fprintf(&honours, "[nam.%d.thon.t%d]\n", year, i)
			if s > 0 {
				fmt.Fprintf(&honours, "buoc = \"%s\"\n", word(s))
			}
		}
	}
	b.files["content/danh-hieu.toml"] = honours.String()

	for i, period := range v.periods {
		asOf, _ := date.Parse(period + "-28")
		if asOf.After(day) {
			break
		}
		var figures strings.Builder
		fmt.Fprintf(&figures, "tinh_den = %s\nnguon = \"UBND xã\"\ncong_khai = true\n[ct-1]\ntu_so = %d\n", asOf, 700+i*900)
		for _, t := range v.targets {
			x := now[place{t.id, period}]
			b.truth[place{t.id, period}] = x
			fmt.Fprintf(&figures, "[%s]\ntu_so = %d\n", t.id, x.n)
			if t.pair && t.whole == 0 {
				fmt.Fprintf(&figures, "mau_so = %d\n", x.d)
			}
			fmt.Fprintf(&figures, "ghi_chu = \"Cộng lại là %d, của năm nay.\"\n", x.n)
		}
		if h := v.years[2026]; i == 2 && !h.decided.IsZero() {
			fmt.Fprintf(&figures, "[ct-40]\ntu_so = %d\n", h.earned())
		}
		fmt.Fprintf(&figures, "[thon.t0]\nbuoi_tuyen_truyen = %d\n", i+1)
		b.files["content/ke-hoach/2026/tien-do/"+period+".toml"] = figures.String()
	}
	v.builds = append(v.builds, b)
}
