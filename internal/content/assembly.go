package content

import (
	"path"
	"sort"

	"thonlanh/internal/diag"
)

// assembly puts parsed files where they belong in the Tree.
type assembly struct {
	t     *Tree
	plans map[int]*Plan
	texts []*villageText
}

func newAssembly() *assembly {
	return &assembly{t: &Tree{}, plans: make(map[int]*Plan)}
}

func (a *assembly) add(record any) {
	t := a.t
	switch r := record.(type) {
	case nil:
	case *Home:
		t.Home = r
	case *Help:
		t.Help = append(t.Help, r)
	case *Article:
		t.Articles = append(t.Articles, r)
	case *News:
		t.News = append(t.News, r)
	case *Single:
		t.Singles = append(t.Singles, r)
	case *Legal:
		t.Legal = append(t.Legal, r)
	case *Material:
		t.Materials = append(t.Materials, r)
	case *Village:
		v := *r // a cached record is shared between loads; its text is not
		t.Villages = append(t.Villages, &v)
	case *villageText:
		a.texts = append(a.texts, r)
	case *Recognitions:
		t.Recognitions = r
	case *Event:
		t.Events = append(t.Events, r)
	case *Bodies:
		t.Bodies = r
	case *Officials:
		t.Officials = r
	case *Register:
		t.Register = r
	case *Services:
		t.Services = r
	case *Moves:
		t.Moves = r
	case *Plan:
		p := a.plan(r.Year)
		targets, duties, reports, periods := p.Targets, p.Duties, p.Reports, p.Periods
		*p = *r
		p.Targets, p.Duties, p.Reports, p.Periods = targets, duties, reports, periods
	case ofYear[Targets]:
		a.plan(r.year).Targets = r.value
	case ofYear[Duties]:
		a.plan(r.year).Duties = r.value
	case ofYear[Reports]:
		a.plan(r.year).Reports = r.value
	case ofYear[Period]:
		p := a.plan(r.year)
		p.Periods = append(p.Periods, r.value)
	}
}

func (a *assembly) plan(year int) *Plan {
	p := a.plans[year]
	if p == nil {
		p = &Plan{Year: year, BodyMissing: true}
		a.plans[year] = p
	}
	return p
}

// tree finishes the Tree: plans by year, villages with their words.
func (a *assembly) tree() (*Tree, diag.List) {
	var list diag.List
	for year, p := range a.plans {
		if year == 0 {
			continue // the folder was already reported
		}
		if p.BodyMissing {
			list = append(list, diag.At(p.tablePath(), diag.Pos{}, diag.Block, "thieu-ke-hoach",
				"Có bảng số liệu mà không có bản kế hoạch của năm đó.", "Thêm tệp index.md (toàn văn kế hoạch) vào thư mục của năm."))
			continue
		}
		a.t.Plans = append(a.t.Plans, p)
	}
	sort.Slice(a.t.Plans, func(i, j int) bool { return a.t.Plans[i].Year < a.t.Plans[j].Year })
	for _, p := range a.t.Plans {
		sort.Slice(p.Periods, func(i, j int) bool { return p.Periods[i].Name < p.Periods[j].Name })
	}
	for _, x := range a.texts {
		if v := a.village(villageOf(x.path)); v != nil {
			v.Text, v.TextPath = &x.Body, x.path
			continue
		}
		list = append(list, diag.At(x.path, diag.Pos{}, diag.Block, "tep-sai-cho",
			"Có lời giới thiệu mà không có bảng của thôn.", "Thêm tệp "+path.Base(villageOf(x.path))+" cạnh tệp này."))
	}
	return a.t, list
}

func (a *assembly) village(p string) *Village {
	for _, v := range a.t.Villages {
		if v.Path == p {
			return v
		}
	}
	return nil
}

func (p *Plan) tablePath() string {
	switch {
	case p.Targets != nil:
		return p.Targets.Path
	case p.Duties != nil:
		return p.Duties.Path
	case p.Reports != nil:
		return p.Reports.Path
	case len(p.Periods) > 0:
		return p.Periods[0].Path
	}
	return diag.ConfigFile
}
