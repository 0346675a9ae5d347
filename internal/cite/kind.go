package cite

// Kind is a kind of document. Its names are those of the records' loai.
type Kind uint8

const (
	NoKind Kind = iota
	Constitution
	Code
	Law
	Ordinance
	Resolution
	JointResolution
	Decree
	Decision
	Circular
	JointCircular
	Directive
	Conclusion
	Consolidated
	Plan
	Programme
	Project
	Announcement
	Report
	Dispatch
	Guidance
	Convention // hương ước, quy ước
	Regulation // quy chế, quy định
	Other      // contracts, charters, treaties: they take units, and nothing is known of them
)

// String is the name in the records.
func (k Kind) String() string {
	return [...]string{"", "hien_phap", "bo_luat", "luat", "phap_lenh", "nghi_quyet", "nqlt", "nghi_dinh", "quyet_dinh",
		"thong_tu", "ttlt", "chi_thi", "ket_luan", "vbhn", "ke_hoach", "chuong_trinh", "de_an", "thong_bao", "bao_cao",
		"cong_van", "huong_dan", "huong_uoc", "quy_che", "khac"}[k]
}

// KindOf is the kind of a record, Other for one that citations do not name.
func KindOf(loai string) Kind {
	for k := Constitution; k < Other; k++ {
		if k.String() == loai {
			return k
		}
	}
	return Other
}

// law reports kinds whose names are as good as a number: everyone cites laws
// by name.
func (k Kind) law() bool { return k >= Constitution && k <= Ordinance }

// short reports kinds whose number is understood without its symbol: "Nghị
// định 282/2025".
func (k Kind) short() bool {
	switch k {
	case Code, Law, Ordinance, Resolution, JointResolution, Decree, Circular, JointCircular, Decision:
		return true
	}
	return false
}

// named reports kinds that are worth looking up by name where they stand
// alone.
func (k Kind) named() bool {
	return k.law() || k == Resolution || k == JointResolution || k == Decree || k == Decision || k == Circular ||
		k == JointCircular || k == Directive || k == Plan || k == Programme || k == Project || k == Convention || k == Regulation
}

// verbal reports kinds whose word is an everyday word too: "Điều 33 quy định",
// "quyết định thành lập". Written small it is no document.
func (k Kind) verbal() bool {
	switch k {
	case Decision, Conclusion, Announcement, Report, Guidance, Regulation, Plan, Programme, Directive, Project, Other, Convention:
		return true
	}
	return false
}

// kindWords reads the words for a kind; t is the first. The lexer stands
// behind the last of them, or where it stood.
func (p *parser) kindWords(t token) (Kind, token) {
	switch t.id {
	case wLuat:
		return Law, t
	case wCode, wND, wQD, wTT, wNQ, wKH, wNQLT, wTTLT:
		if !t.caps {
			return NoKind, t
		}
		switch t.id {
		case wCode:
			return Code, t
		case wND:
			return Decree, t
		case wQD:
			return Decision, t
		case wTT:
			return Circular, t
		case wKH:
			return Plan, t
		case wNQLT:
			return JointResolution, t
		case wTTLT:
			return JointCircular, t
		}
		return Resolution, t
	case wBo:
		return p.second(t, wLuat, Code)
	case wPhap:
		return p.second(t, wLenh, Ordinance)
	case wHien:
		return p.second(t, wPhap, Constitution)
	case wQuyet:
		return p.second(t, wDinh, Decision)
	case wChi:
		return p.second(t, wThi, Directive)
	case wKe:
		return p.second(t, wHoach, Plan)
	case wKet:
		return p.second(t, wLuan, Conclusion)
	case wHuong:
		return p.second(t, wDan, Guidance)
	case wBao:
		return p.second(t, wCao, Report)
	case wChuong:
		return p.second(t, wTrinh, Programme)
	case wTo:
		return p.second(t, wTrinh, Other)
	case wDe:
		return p.second(t, wAn, Project)
	case wHop:
		return p.second(t, wDong, Other)
	case wNoi2:
		return p.second(t, wQuy, Other)
	case wDieu:
		return p.second(t, wLe, Other)
	case wHiep:
		return p.second(t, wDinh, Other)
	case wHuong2:
		return p.second(t, wUoc, Convention)
	}
	save := p.lex
	next := p.lex.next()
	if !next.space {
		p.lex = save
		return NoKind, t
	}
	switch {
	case t.id == wNghi && next.id == wDinh:
		if k, last := p.second(next, wNghiDinhThu, Other); k != NoKind {
			return k, last
		}
		return Decree, next
	case t.id == wNghi && next.id == wQuyet:
		if k, last := p.joint(next, JointResolution); k != NoKind {
			return k, last
		}
		return Resolution, next
	case t.id == wThong && next.id == wTuDuy:
		if k, last := p.joint(next, JointCircular); k != NoKind {
			return k, last
		}
		return Circular, next
	case t.id == wThong && next.id == wBao:
		return Announcement, next
	case t.id == wCong && next.id == wVan:
		return Dispatch, next
	case t.id == wCong && (next.id == wDien || next.id == wUoc):
		return Other, next
	case t.id == wQuy && next.id == wUoc:
		return Convention, next
	case t.id == wQuy && (next.id == wChe || next.id == wDinh):
		return Regulation, next
	case t.id == wVan && next.id == wBan2:
		if k, last := p.consolidated(next); k != NoKind {
			return k, last
		}
		return Other, next
	}
	p.lex = save
	return NoKind, t
}

func (p *parser) second(t token, w word, k Kind) (Kind, token) {
	save := p.lex
	if next := p.lex.next(); next.id == w && next.space {
		return k, next
	}
	p.lex = save
	return NoKind, t
}

func (p *parser) joint(t token, k Kind) (Kind, token) {
	save := p.lex
	if p.lex.next().id == wLien {
		if next := p.lex.next(); next.id == wTich {
			return k, next
		}
	}
	p.lex = save
	return NoKind, t
}

func (p *parser) consolidated(t token) (Kind, token) {
	save := p.lex
	if p.lex.next().id == wHop {
		if next := p.lex.next(); next.id == wOrdinalFirst {
			return Consolidated, next
		}
	}
	p.lex = save
	return NoKind, t
}
