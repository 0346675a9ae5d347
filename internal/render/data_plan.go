package render

import (
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/disclosure"
	"thonlanh/internal/site"
)

// noRows says how figures are held back: where nothing may be told there is in
// no file a row or a cell that tells of them.
const noRows = "Số đếm người liên quan, vụ việc, cơ sở, lượt xét nghiệm không được đăng chính xác: chỉ nói khoảng, và khi số quá nhỏ thì không có dòng nào, ở mọi định dạng, để bảo vệ người liên quan. Cũng vậy khi phần còn lại chỉ ra một vài thôn."

func yearIn() column {
	return wholeIn("nam", "Năm kế hoạch").of(byPlace)
}

func unitIn() column {
	return textIn("muc", "Mã của mục trong kế hoạch; đặt sau dấu # của địa chỉ trang kế hoạch").or("không gắn với một mục")
}

func periodIn() column {
	return textIn("ky", "Mã kỳ số liệu: năm-tháng").of(byPlace)
}

func asOfIn() column { return dayIn("tinh_den", "Số liệu tính đến hết ngày") }

// planDays is the time of all plans together.
func planDays(s *site.Site) days {
	var out days
	for _, p := range s.Plans {
		out = out.holding(p.From).holding(p.To)
	}
	return out
}

func plansData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Các kế hoạch của xã",
		from:    "Phần khai của kế hoạch trên cổng",
		updated: newest(s, site.KindPlan),
		period:  planDays(s),
		key:     "nam",
		columns: []column{
			yearIn(),
			textIn("so_ky_hieu", "Số, ký hiệu").or("chưa ghi"),
			textIn("trich_yeu", "Trích yếu").or("chưa ghi"),
			listIn("co_quan", "Cơ quan ban hành").or("chưa ghi"),
			dayIn("ngay_ban_hanh", "Ngày ban hành").or("chưa ghi"),
			dayIn("tu_ngay", "Kỳ thực hiện từ ngày"),
			dayIn("den_ngay", "Kỳ thực hiện đến hết ngày"),
			choiceIn("tinh_trang", "Tình trạng vào ngày dựng cổng",
				choice{"chua_den_ky", "chưa đến kỳ thực hiện"}, choice{"dang_thuc_hien", "đang thực hiện"}, choice{"da_het_ky", "đã hết kỳ thực hiện"}).of(byPortal),
			uncheckedIn(),
			addressIn(),
		},
	}
	for _, p := range s.Plans {
		d.add(whole(p.Year), text(p.Number), text(p.Subject), list(p.Issuers), day(p.IssuedOn), day(p.From), day(p.To),
			text(planStateKey(p.State)), list(p.Unverified), text(absolute(s, p.Addr)))
	}
	return d.signed(s)
}

func planStateKey(state site.PlanState) string {
	switch state {
	case site.PlanFuture:
		return "chua_den_ky"
	case site.PlanCurrent:
		return "dang_thuc_hien"
	}
	return "da_het_ky"
}

// targetsData leaves withheld targets out altogether: a row without figures
// would still say that there is something small to count.
func targetsData(s *site.Site) *dataset {
	d := &dataset{
		scope:    "Chỉ tiêu của các kế hoạch; chỉ tiêu có số quá nhỏ không có ở đây, để bảo vệ người liên quan",
		from:     "Bảng chỉ tiêu của kế hoạch",
		updated:  newest(s, site.KindPlan),
		period:   planDays(s),
		withheld: noRows,
		key:      "ma_dong",
		columns: []column{
			yearIn(),
			textIn("ma", "Mã chỉ tiêu trong năm"),
			textIn("ten", "Tên chỉ tiêu"),
			unitIn(),
			choiceIn("kieu", "Kiểu chỉ tiêu",
				choice{"ty_le", "tỷ lệ: tử số trên mẫu số, mục tiêu là phần trăm"}, choice{"so_luong", "số lượng phải đạt"},
				choice{"danh_muc", "danh mục: các việc phải làm"}, choice{"dinh_tinh", "định tính: làm hay chưa, không có số"}),
			choiceIn("cach_tinh", "Cách tính",
				choice{"cong_don", "cộng dồn từ đầu kỳ"}, choice{"duy_tri", "phải giữ suốt kỳ"}, choice{"co_han", "phải xong trước một ngày"}),
			textIn("don_vi", "Đơn vị tính").or("không có đơn vị"),
			numberIn("muc_tieu", "Mục tiêu: phần trăm với kiểu ty_le, số lượng với các kiểu khác").or("không đặt bằng số"),
			wholeIn("mau_so", "Mẫu số, nếu không đổi").in("theo cột don_vi").or("mẫu số theo từng kỳ, hoặc không có"),
			choiceIn("nguon_mau_so", "Mẫu số lấy từ đâu",
				choice{"van_ban", "ghi trong kế hoạch"}, choice{"suy_luan", "cổng hiểu từ lời kế hoạch"}, choice{"nhap_tay", "xã nhập theo từng kỳ"}).or("không ghi"),
			choiceIn("muc_do", "Phấn đấu hay bắt buộc", choice{"phan_dau", "phấn đấu"}, choice{"bat_buoc", "bắt buộc"}).or("không ghi"),
			dayIn("truoc_ngay", "Phải xong trước ngày này (không tính ngày đó)").or("không có hạn riêng"),
			textIn("ghi_chu", "Ghi chú").or("không có"),
			choiceIn("dem", "Con số đếm cái gì",
				choice{"nguoi_dan", "người dân được phục vụ"}, choice{"luot_nguoi", "lượt người dự, không phải số người"}, choice{"can_bo", "cán bộ"}, choice{"thon", "thôn"}, choice{"hoat_dong", "hoạt động"},
				choice{"nguoi_lien_quan", "người liên quan"}, choice{"vu_viec", "vụ việc"}, choice{"co_so", "cơ sở"}, choice{"xet_nghiem", "lượt xét nghiệm"}).or("không ghi"),
			listIn("danh_muc", "Các việc phải làm, với kiểu danh_muc").or("chỉ tiêu không phải danh mục"),
			rowIn("Mã dòng: năm/mã chỉ tiêu"),
		},
	}
	for _, p := range s.Plans {
		for _, t := range openTargets(p) {
			goal, base := none(), none()
			if t.Goal > 0 {
				goal = number(t.Goal)
			}
			if t.Base > 0 {
				base = whole(t.Base)
			}
			d.add(whole(p.Year), text(t.ID), text(t.Name), text(t.Unit), text(t.Kind), text(t.Counting), text(t.Measure),
				goal, base, text(t.BaseFrom), text(t.Strength), day(t.DueBefore), text(t.Note), text(t.Counts), list(t.Items),
				rowID(strconv.Itoa(p.Year), t.ID))
		}
	}
	return d.signed(s)
}

// openTargets are the targets whose figures may be shown.
func openTargets(p *site.Plan) []*site.Target {
	var out []*site.Target
	for _, t := range p.Targets {
		if !t.Withheld {
			out = append(out, t)
		}
	}
	return out
}

func progressData(s *site.Site) *dataset {
	d := &dataset{
		scope:    "Số liệu từng kỳ của các chỉ tiêu, cộng từ đầu kỳ kế hoạch đến ngày ghi",
		from:     "Số liệu của kỳ, do đơn vị ở cột nguon báo",
		withheld: noRows,
		key:      "ma_dong",
		columns: []column{
			yearIn(),
			periodIn(),
			asOfIn(),
			textIn("chi_tieu", "Mã chỉ tiêu trong năm").to("chi-tieu.ma"),
			textIn("ten", "Tên chỉ tiêu").of("Bảng chỉ tiêu của kế hoạch"),
			wholeIn("tu_so", "Đã làm được, từ đầu kỳ kế hoạch").in("theo cột don_vi").or("chỉ tiêu định tính không có số; hoặc chỉ nói khoảng, xem cach_cong_bo"),
			wholeIn("mau_so", "Trên tổng số; với so_luong là mục tiêu, với danh_muc là số việc").in("theo cột don_vi").or("chỉ tiêu định tính không có số; hoặc chỉ nói khoảng, xem cach_cong_bo"),
			textIn("don_vi", "Đơn vị tính").or("không có đơn vị").of("Bảng chỉ tiêu của kế hoạch"),
			choiceIn("trang_thai", "Với chỉ tiêu định tính: làm đến đâu", doneChoices()...).or("chỉ tiêu có số"),
			listIn("da_lam", "Với chỉ tiêu danh mục: các việc đã làm").or("chỉ tiêu không phải danh mục, hoặc chưa làm việc nào"),
			textIn("nguon", "Nguồn số liệu").or("chưa ghi"),
			textIn("ghi_chu", "Ghi chú của kỳ").or("không có"),
			rowIn("Mã dòng: năm/mã chỉ tiêu/mã kỳ"),
			dayIn("dinh_chinh_ngay", "Ngày số này được đính chính; các cột tu_so, mau_so, trang_thai, da_lam là số đúng").of(byFix).or(notFixed),
			textIn("dinh_chinh_ly_do", "Vì sao đính chính").of(byFix).or(notFixed),
			textIn("dinh_chinh_o_ky", "Mã kỳ đã đính chính").of(byFix).or(notFixed),
			wholeIn("tu_so_cu", "Tử số đã đăng trước khi đính chính").in("theo cột don_vi").or(notFixed + ", hoặc chỉ tiêu định tính"),
			wholeIn("mau_so_cu", "Mẫu số đã đăng trước khi đính chính").in("theo cột don_vi").or(notFixed + ", hoặc chỉ tiêu định tính"),
			choiceIn("trang_thai_cu", "Tình trạng đã đăng trước khi đính chính", doneChoices()...).or(notFixed + ", hoặc chỉ tiêu có số"),
			listIn("da_lam_cu", "Các việc đã đăng là đã làm trước khi đính chính").or(notFixed + ", hoặc chỉ tiêu không phải danh mục"),
			choiceIn("cach_cong_bo", "Số được nói ra thế nào",
				choice{"dung_so", "đúng số đã báo"}, choice{"khoang", "chỉ nói khoảng, để bảo vệ người liên quan"},
				choice{"khong_phat_sinh", "cả kỳ kế hoạch không phát sinh"}).of(byPortal),
			textIn("khoang", "Khoảng, nói bằng lời").of(byPortal).or(notSpan),
			wholeIn("tu_so_tu", "Tử số ít nhất là").in("theo cột don_vi").of(byPortal).or(notSpan),
			wholeIn("tu_so_den", "Tử số nhiều nhất là").in("theo cột don_vi").of(byPortal).or(notSpan),
			wholeIn("mau_so_tu", "Mẫu số ít nhất là").in("theo cột don_vi").of(byPortal).or(notSpan),
			wholeIn("mau_so_den", "Mẫu số nhiều nhất là").in("theo cột don_vi").of(byPortal).or(notSpan),
			wholeIn("ty_le_tu", "Tỷ lệ ít nhất là").in("%").of(byPortal).or(notSpan),
			wholeIn("ty_le_den", "Tỷ lệ nhiều nhất là").in("%").of(byPortal).or(notSpan),
		},
	}
	for _, p := range s.Plans {
		for _, t := range openTargets(p) {
			for _, v := range t.Values {
				if !v.Known && v.Class == nil {
					continue
				}
				num, den := figures(t, v.Num, v.Den)
				if v.Class != nil {
					num, den = none(), none()
				}
				row := []cell{
					whole(p.Year), text(v.Period.ID), day(v.Period.AsOf), text(t.ID), text(t.Name), num, den, text(t.Measure),
					text(v.State), list(v.Done), text(v.Origin), text(v.Note), rowID(strconv.Itoa(p.Year), t.ID, v.Period.ID),
				}
				row = append(row, correction(t, v.Corrected)...)
				d.add(append(row, told(t, v.Class)...)...)
				d.updated = later(d.updated, v.Period.AsOf)
				d.period = d.period.holding(p.From).holding(v.Period.AsOf)
			}
		}
	}
	return d.signed(s)
}

const (
	byFix    = "Lời đính chính trong số liệu của kỳ sau"
	notFixed = "số này không bị đính chính"
	notSpan  = "không nói bằng khoảng, hoặc không nói phần này"
)

func doneChoices() []choice {
	return []choice{{"chua_lam", "chưa làm"}, {"dang_lam", "đang làm"}, {"da_xong", "đã xong"}}
}

// figures are those of a target that has figures.
func figures(t *site.Target, num, den int) (cell, cell) {
	if t.Kind == "dinh_tinh" {
		return none(), none()
	}
	return whole(num), whole(den)
}

// correction is what was published before a later period put a figure right.
func correction(t *site.Target, c *site.Correction) []cell {
	if c == nil {
		return []cell{none(), none(), none(), none(), none(), none(), list(nil)}
	}
	num, den := figures(t, c.Num, c.Den)
	return []cell{day(c.On), text(c.Why), text(c.By.ID), num, den, text(c.State), list(c.Done)}
}

// told is how a figure is told: as it is, or as its class alone.
func told(t *site.Target, f *disclosure.Fact) []cell {
	if f == nil {
		return []cell{text("dung_so"), none(), none(), none(), none(), none(), none(), none()}
	}
	if f.None {
		return []cell{text("khong_phat_sinh"), none(), none(), none(), none(), none(), none(), none()}
	}
	out := []cell{text("khoang"), text(classWords(t, f))}
	for _, s := range [...]disclosure.Span{f.Num, f.Den, f.Share} {
		if s == (disclosure.Span{}) {
			out = append(out, none(), none())
		} else {
			out = append(out, whole(s.Low), whole(s.High))
		}
	}
	return out
}

func dutiesData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Ai làm gì, khi nào theo các kế hoạch",
		from:    "Bảng nhiệm vụ của kế hoạch",
		updated: newest(s, site.KindPlan),
		period:  planDays(s),
		key:     "ma_dong",
		columns: []column{
			yearIn(),
			textIn("ma", "Mã việc trong năm"),
			unitIn(),
			textIn("viec", "Việc"),
			listIn("chu_tri", "Đơn vị chủ trì").or("kế hoạch không ghi rõ"),
			listIn("chu_tri_nay", "Đơn vị làm việc ấy vào ngày dựng cổng, nếu đơn vị chủ trì không còn").or("đơn vị chủ trì vẫn còn, hoặc không ai nhận việc").of(byPortal),
			listIn("phoi_hop", "Đơn vị phối hợp").or("không có"),
			dayIn("truoc_ngay", "Phải xong trước ngày này (không tính ngày đó)").or("không có hạn riêng"),
			yesIn("de_nghi", "Kế hoạch đề nghị, không giao"),
			textIn("tinh_trang", "Tình trạng vào ngày dựng cổng, nói bằng lời").of(byPortal),
			dayIn("xong_ngay", "Ngày xong").or("chưa xong, hoặc chưa ghi ngày"),
			listIn("chi_tieu", "Mã các chỉ tiêu mà việc này phục vụ").to("chi-tieu.ma").or("không ghi, hoặc chỉ tiêu không được đăng"),
			rowIn("Mã dòng: năm/mã việc"),
		},
	}
	for _, p := range s.Plans {
		for _, v := range p.Duties {
			d.add(whole(p.Year), text(v.ID), text(v.Unit), text(v.Task), list(bodyNames(v.Lead)), list(bodyNames(successors(v.Lead))), list(bodyNames(v.Support)),
				day(v.DueBefore), yes(v.Asked), text(v.Status.Word), day(v.DoneOn), list(servedTargets(p, v)),
				rowID(strconv.Itoa(p.Year), v.ID))
		}
	}
	return d.signed(s)
}

// successors are the bodies that do the work of those that are gone.
func successors(bodies []*site.Body) []*site.Body {
	var out []*site.Body
	for _, b := range bodies {
		for _, next := range b.Successors {
			if !slices.Contains(out, next) {
				out = append(out, next)
			}
		}
	}
	return out
}

// servedTargets names the targets of a duty that may be named in data, in the
// order in which the duty names them.
func servedTargets(p *site.Plan, v *site.Duty) []string {
	open := openTargets(p)
	var out []string
	for _, id := range v.Targets {
		if slices.ContainsFunc(open, func(t *site.Target) bool { return t.ID == id }) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func reportsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Các báo cáo mà kế hoạch yêu cầu, và bao nhiêu đơn vị đã gửi",
		from:    "Bảng báo cáo của kế hoạch",
		updated: newest(s, site.KindPlan),
		period:  planDays(s),
		key:     "ma_dong",
		columns: []column{
			yearIn(),
			textIn("ma", "Mã báo cáo trong năm"),
			textIn("ten", "Tên báo cáo"),
			unitIn(),
			dayIn("truoc_ngay", "Phải gửi trước ngày này (không tính ngày đó)").or("kế hoạch không ghi ngày"),
			textIn("noi_nhan", "Đơn vị nhận").or("kế hoạch không ghi"),
			wholeIn("phai_gui", "Bao nhiêu đơn vị phải gửi").in("đơn vị"),
			wholeIn("da_gui", "Bao nhiêu đơn vị đã gửi, tính đến ngày dựng cổng").in("đơn vị").or("chỉ còn vài đơn vị chưa gửi, nên không nêu số"),
			rowIn("Mã dòng: năm/mã báo cáo"),
		},
	}
	for _, p := range s.Plans {
		for _, v := range p.Reports {
			told := none()
			if sent, ok := v.Told(); ok {
				told = whole(sent)
			}
			d.add(whole(p.Year), text(v.ID), text(v.Name), text(v.Unit), day(v.DueBefore), text(bodyName(v.Receiver)), whole(v.Owed), told,
				rowID(strconv.Itoa(p.Year), v.ID))
		}
	}
	return d.signed(s)
}

func villagesData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Danh sách " + strconv.Itoa(len(s.Villages)) + " " + strings.ToLower(s.Config.VillageWord) + " theo thứ tự hành chính",
		from:    "Phần khai của thôn trên cổng",
		updated: newest(s, site.KindVillage),
		key:     "ma",
		columns: []column{
			textIn("ma", "Mã thôn").of(byPlace),
			textIn("ten", "Tên thôn"),
			textIn("mo_ta", "Một câu của thôn").or("chưa ghi"),
			textIn("lien_he", "Chức danh người liên hệ").or("chưa ghi"),
			textIn("so", "Mã của số điện thoại").to("so-can-biet.ma").or("không có số riêng"),
			addressIn(),
			wholeIn("so_nam_cong_nhan", "Số năm được công nhận; chỉ tính năm mà mọi thôn đều được công nhận").in("năm").of("Danh hiệu của các thôn").or("chưa có năm nào được nêu"),
		},
	}
	for _, v := range s.Villages {
		d.add(text(v.ID), text(v.Title), text(v.Line), text(v.Contact), text(numberOf(v.Number)), text(absolute(s, v.Addr)), yearsOf(v))
	}
	return d.signed(s)
}

func yearsOf(v *site.Village) cell {
	if n := len(v.Recognised.Years); n > 0 {
		return whole(n)
	}
	return none()
}

// recognitionsData is what may be told of recognitions, which is the same for
// every village.
func recognitionsData(s *site.Site) *dataset {
	d := &dataset{
		scope:    "Danh hiệu và bước xét danh hiệu của các thôn, từng năm",
		from:     "Danh hiệu của các thôn, do xã quyết định",
		withheld: "Một năm chỉ có dòng của từng thôn khi mọi thôn đều được công nhận, hoặc đều đã qua bước ấy; nếu không thì chỉ có một dòng của cả xã, hoặc không có dòng nào.",
		key:      "ma_dong",
		columns: []column{
			wholeIn("nam", "Năm xét danh hiệu"),
			textIn("thon", "Mã thôn").to("thon.ma").or("dòng của cả xã"),
			textIn("ten", "Tên thôn").of("Phần khai của thôn trên cổng").or("dòng của cả xã"),
			choiceIn("buoc", "Đã đến bước nào",
				choice{"da_dang_ky", "đã đăng ký"}, choice{"da_tu_cham", "đã tự chấm"}, choice{"da_nop_ho_so", "đã nộp hồ sơ"}, choice{"duoc_cong_nhan", "được công nhận"}),
			wholeIn("so_thon", "Bao nhiêu thôn được công nhận, ở dòng của cả xã").in("thôn").or("dòng của một thôn"),
			wholeIn("tong_so_thon", "Trên bao nhiêu thôn").in("thôn").or("dòng của một thôn"),
			rowIn("Mã dòng: năm/mã thôn; dòng của cả xã: năm"),
		},
	}
	for _, v := range s.Villages {
		told := v.Recognised
		add := func(year int, step string) {
			d.add(whole(year), text(v.ID), text(v.Title), text(step), none(), none(), rowID(strconv.Itoa(year), v.ID))
		}
		if told.Listed {
			for _, y := range told.Years {
				add(y, "duoc_cong_nhan")
			}
		}
		switch told.Step {
		case disclosure.Registered:
			add(told.Running, "da_dang_ky")
		case disclosure.Scored:
			add(told.Running, "da_tu_cham")
		case disclosure.Submitted:
			add(told.Running, "da_nop_ho_so")
		}
	}
	if s.Recognised != nil {
		for _, c := range s.Recognised.Counts {
			d.add(whole(c.Year), none(), none(), text("duoc_cong_nhan"), whole(c.Some), whole(c.All), text(strconv.Itoa(c.Year)))
		}
	}
	return d.signed(s)
}

// activitiesData is the only data below the commune: what villages did, never
// persons, cases or premises.
func activitiesData(s *site.Site) *dataset {
	d := &dataset{
		scope:    "Việc các thôn đã làm, cộng từ đầu kỳ kế hoạch đến ngày ghi; không có số về người hay vụ việc",
		from:     "Số liệu của kỳ, do đơn vị ở cột nguon báo",
		withheld: "Ở cấp thôn không có con số nào về người, vụ việc, cơ sở hay xét nghiệm, ở bất cứ định dạng nào.",
		key:      "ma_dong",
		columns: []column{
			yearIn(),
			periodIn(),
			asOfIn(),
			textIn("thon", "Mã thôn").to("thon.ma"),
			textIn("ten", "Tên thôn").of("Phần khai của thôn trên cổng"),
		},
	}
	for _, a := range site.Activities {
		d.columns = append(d.columns, wholeIn(a.Key, a.Name+", từ đầu kỳ kế hoạch").in(a.Unit).or("chưa có số liệu; không phải là 0"))
	}
	d.columns = append(d.columns, textIn("nguon", "Nguồn số liệu").or("chưa ghi"), rowIn("Mã dòng: năm/mã thôn/mã kỳ"))
	for _, p := range s.Plans {
		for _, period := range p.Periods {
			for _, row := range period.Villages {
				cells := []cell{whole(p.Year), text(period.ID), day(period.AsOf), text(row.Village.ID), text(row.Village.Title)}
				for i := range site.Activities {
					if i < len(row.Cells) && row.Cells[i] >= 0 {
						cells = append(cells, whole(row.Cells[i]))
					} else {
						cells = append(cells, none())
					}
				}
				d.add(append(cells, text(period.Origin), rowID(strconv.Itoa(p.Year), row.Village.ID, period.ID))...)
				d.updated = later(d.updated, period.AsOf)
				d.period = d.period.holding(p.From).holding(period.AsOf)
			}
		}
	}
	return d.signed(s)
}

func later(a, b date.Date) date.Date {
	if b.After(a) {
		return b
	}
	return a
}
