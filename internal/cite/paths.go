package cite

// paths puts the items of a group together. A unit stands in the larger one
// that follows it ("khoản 1 và khoản 3 Điều 5"), points in the clause behind
// them alone ("điểm a, b khoản 2, khoản 3 Điều 24"); in plans and in speech
// also in the larger one before it ("Mục III.2, ý 3", "Điều 5 khoản 2").
func (p *parser) paths() []Path {
	var few [4]openPath
	open := few[:0]
	items := p.items()
	for i := range items {
		it := &items[i]
		var own Path
		own.To = it.to
		level := it.level
		if level == Point && it.mark.Form == Arabic {
			level = Numbered // "điểm 2 mục III" is a number of a plan
		}
		ok := own.put(Step{it.mark, level})
		for _, sub := range it.subs {
			if sub != 0 {
				ok = ok && own.put(Step{Mark{Form: Arabic, Num: sub}, Numbered})
			}
		}
		if it.point != 0 {
			ok = ok && own.put(Step{Mark{Form: Lettered, letter: it.point}, Point})
		}
		p.broken = p.broken || !ok
		run := len(open)
		if it.sep != and && it.sep != semicolon && it.to.Form == NoMark {
			for run > 0 && open[run-1].path.Largest() > it.level && !open[run-1].shut {
				run--
			}
		}
		if it.to.Form != NoMark && it.sep == joined && len(open) > 0 && open[len(open)-1].path.Largest() > it.level {
			p.broken = true // "khoản 1 Điều 5 đến Điều 7": of which?
		}
		if run < len(open) {
			for j := run; j < len(open); j++ {
				whole := own
				for i, s := range open[j].path.Steps() {
					if i == 0 && open[j].dotted && own.steps[own.n-1].Mark == s.Mark {
						continue // "3.2" in "mục 3" repeats the 3
					}
					if !whole.put(s) {
						p.broken = true
					}
				}
				whole.To = open[j].path.To
				open[j].path, open[j].dotted = whole, false
			}
			continue
		}
		if n := len(open); n > 0 && (it.sep == joined || it.sep == comma) && p.descends(i) {
			host := open[n-1].path
			if below(&host, it.level) && host.To.Form == NoMark {
				for _, s := range own.Steps() {
					if !host.put(s) {
						p.broken = true
					}
				}
				host.To = it.to
				open[n-1].path = host
				open[n-1].shut = true
				open[n-1].host = it.level
				continue
			}
		}
		// One more at the end of a descent: "Mục III.2, ý 3 và 4", "Điều 5
		// khoản 1, 2".
		if n := len(open); n > 0 && open[n-1].host == it.level && open[n-1].shut && (open[n-1].path.Smallest() == it.level) {
			next := open[n-1]
			next.path = next.path.Parent()
			for _, s := range own.Steps() {
				if !next.path.put(s) {
					p.broken = true
				}
			}
			next.path.To = it.to
			open = append(open, next)
			continue
		}
		open = append(open, openPath{path: own, dotted: it.subs[0] != 0 && it.mark.Form == Arabic})
	}
	paths := make([]Path, 0, len(open))
	for i := range open {
		paths = append(paths, open[i].path)
	}
	return paths
}

// openPath is a path that a larger unit may still take in.
type openPath struct {
	path   Path
	shut   bool  // it began with its largest unit
	dotted bool  // it is a dotted number and nothing larger
	host   Level // the level that was put below it last
}

// descends reports whether the smaller item i belongs to the larger one before
// it: so it does where no larger unit follows that could take it in.
func (p *parser) descends(i int) bool {
	level := p.buf[i].level
	if i == 0 || p.buf[i-1].level >= level {
		return false
	}
	for _, it := range p.items()[i+1:] {
		if it.level < level {
			return false
		}
		if it.level == level && it.sep != joined && it.sep != comma {
			continue
		}
	}
	return p.this == Whole || p.this >= level
}

func below(host *Path, l Level) bool { return host.Smallest() < l }
