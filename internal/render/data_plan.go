package render

import (
	"slices"
	"strconv"
	"strings"

	"thonlanh/internal/date"
	"thonlanh/internal/site"
)

func plansData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Các kế hoạch của xã",
		updated: newest(s, site.KindPlan),
		columns: []column{
			{"nam", "Năm kế hoạch"},
			{"so_ky_hieu", "Số, ký hiệu"},
			{"trich_yeu", "Trích yếu"},
			{"co_quan", "Cơ quan ban hành"},
			{"ngay_ban_hanh", "Ngày ban hành"},
			{"tu_ngay", "Kỳ thực hiện từ ngày"},
			{"den_ngay", "Kỳ thực hiện đến hết ngày"},
			{"tinh_trang", "chua_den_ky, dang_thuc_hien, da_het_ky; tính theo ngày dựng cổng"},
			{"chua_xac_minh", "Các mục chưa kiểm tra lại"},
			{"dia_chi", "Địa chỉ trang"},
		},
	}
	for _, p := range s.Plans {
		d.add(whole(p.Year), text(p.Number), text(p.Subject), list(p.Issuers), day(p.IssuedOn), day(p.From), day(p.To),
			text(planStateKey(p.State)), list(p.Unverified), text(absolute(s, p.Addr)))
	}
	return d.mark(s)
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
		scope:   "Chỉ tiêu của các kế hoạch; chỉ tiêu có số quá nhỏ không có ở đây, để bảo vệ người liên quan",
		updated: newest(s, site.KindPlan),
		columns: []column{
			{"nam", "Năm kế hoạch"},
			{"ma", "Mã chỉ tiêu"},
			{"ten", "Tên chỉ tiêu"},
			{"muc", "Mã của mục trong kế hoạch"},
			{"kieu", "ty_le, so_luong, danh_muc hoặc dinh_tinh"},
			{"cach_tinh", "cong_don, duy_tri hoặc co_han"},
			{"don_vi", "Đơn vị tính"},
			{"muc_tieu", "Mục tiêu: phần trăm với ty_le, số lượng với các kiểu khác"},
			{"mau_so", "Mẫu số, nếu không đổi"},
			{"nguon_mau_so", "van_ban, suy_luan hoặc nhap_tay"},
			{"muc_do", "phan_dau hoặc bat_buoc"},
			{"truoc_ngay", "Phải xong trước ngày này"},
			{"ghi_chu", "Ghi chú"},
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
				goal, base, text(t.BaseFrom), text(t.Strength), day(t.DueBefore), text(t.Note))
		}
	}
	return d.mark(s)
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
		scope: "Số liệu từng kỳ của các chỉ tiêu, cộng từ đầu kỳ kế hoạch đến ngày ghi",
		columns: []column{
			{"nam", "Năm kế hoạch"},
			{"ky", "Mã kỳ số liệu"},
			{"tinh_den", "Số liệu tính đến ngày"},
			{"chi_tieu", "Mã chỉ tiêu"},
			{"ten", "Tên chỉ tiêu"},
			{"tu_so", "Đã làm được"},
			{"mau_so", "Trên tổng số"},
			{"don_vi", "Đơn vị tính"},
			{"trang_thai", "Chỉ tiêu định tính: chua_lam, dang_lam, da_xong"},
			{"da_lam", "Chỉ tiêu danh mục: các việc đã làm"},
			{"nguon", "Nguồn số liệu"},
			{"ghi_chu", "Ghi chú"},
		},
	}
	for _, p := range s.Plans {
		for _, t := range openTargets(p) {
			for _, v := range t.Values {
				if v.Class != nil { // the words of the class stand where a note would
					note := classWords(t, v.Class)
					if v.Note != "" {
						note += "; " + v.Note
					}
					d.add(whole(p.Year), text(v.Period.ID), day(v.Period.AsOf), text(t.ID), text(t.Name), none(), none(), text(t.Measure),
						text(""), list(nil), text(v.Origin), text(note))
					d.updated = later(d.updated, v.Period.AsOf)
				}
				if !v.Known {
					continue
				}
				num, den := none(), none()
				if t.Kind != "dinh_tinh" {
					num, den = whole(v.Num), whole(v.Den)
				}
				d.add(whole(p.Year), text(v.Period.ID), day(v.Period.AsOf), text(t.ID), text(t.Name), num, den, text(t.Measure),
					text(v.State), list(v.Done), text(v.Origin), text(v.Note))
				d.updated = later(d.updated, v.Period.AsOf)
			}
		}
	}
	return d.mark(s)
}

func dutiesData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Ai làm gì, khi nào theo các kế hoạch",
		updated: newest(s, site.KindPlan),
		columns: []column{
			{"nam", "Năm kế hoạch"},
			{"ma", "Mã việc"},
			{"muc", "Mã của mục trong kế hoạch"},
			{"viec", "Việc"},
			{"chu_tri", "Đơn vị chủ trì"},
			{"chu_tri_nay", "Đơn vị làm việc ấy vào ngày dựng cổng, nếu đơn vị chủ trì không còn"},
			{"phoi_hop", "Đơn vị phối hợp"},
			{"truoc_ngay", "Phải xong trước ngày này (không tính ngày đó)"},
			{"de_nghi", "true: kế hoạch đề nghị, không giao"},
			{"tinh_trang", "Tình trạng, nói bằng lời"},
			{"xong_ngay", "Ngày xong"},
			{"chi_tieu", "Mã các chỉ tiêu mà việc này phục vụ"},
		},
	}
	for _, p := range s.Plans {
		for _, v := range p.Duties {
			d.add(whole(p.Year), text(v.ID), text(v.Unit), text(v.Task), list(bodyNames(v.Lead)), list(bodyNames(successors(v.Lead))), list(bodyNames(v.Support)),
				day(v.DueBefore), yes(v.Asked), text(v.Status.Word), day(v.DoneOn), list(servedTargets(p, v)))
		}
	}
	return d.mark(s)
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

// servedTargets names the targets of a duty that may be named in data.
func servedTargets(p *site.Plan, v *site.Duty) []string {
	var out []string
	for _, t := range openTargets(p) {
		for _, id := range v.Targets {
			if id == t.ID {
				out = append(out, id)
				break
			}
		}
	}
	return out
}

func reportsData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Các báo cáo mà kế hoạch yêu cầu, và bao nhiêu đơn vị đã gửi",
		updated: newest(s, site.KindPlan),
		columns: []column{
			{"nam", "Năm kế hoạch"},
			{"ma", "Mã báo cáo"},
			{"ten", "Tên báo cáo"},
			{"muc", "Mã của mục trong kế hoạch"},
			{"truoc_ngay", "Phải gửi trước ngày này (không tính ngày đó)"},
			{"noi_nhan", "Đơn vị nhận"},
			{"phai_gui", "Bao nhiêu đơn vị phải gửi"},
			{"da_gui", "Bao nhiêu đơn vị đã gửi"},
		},
	}
	for _, p := range s.Plans {
		for _, v := range p.Reports {
			d.add(whole(p.Year), text(v.ID), text(v.Name), text(v.Unit), day(v.DueBefore), text(bodyName(v.Receiver)), whole(v.Owed), whole(v.SentBy))
		}
	}
	return d.mark(s)
}

func villagesData(s *site.Site) *dataset {
	d := &dataset{
		scope:   "Danh sách " + strconv.Itoa(len(s.Villages)) + " " + strings.ToLower(s.Config.VillageWord) + " theo thứ tự hành chính",
		updated: newest(s, site.KindVillage),
		columns: []column{
			{"ma", "Mã thôn"},
			{"ten", "Tên thôn"},
			{"mo_ta", "Một câu của thôn"},
			{"lien_he", "Chức danh người liên hệ"},
			{"so", "Mã của số trong tập so-can-biet"},
			{"dia_chi", "Địa chỉ trang"},
		},
	}
	for _, v := range s.Villages {
		d.add(text(v.ID), text(v.Title), text(v.Line), text(v.Contact), text(numberOf(v.Number)), text(absolute(s, v.Addr)))
	}
	return d.mark(s)
}

// activitiesData is the only data below the commune: what villages did, never
// persons, cases or premises.
func activitiesData(s *site.Site) *dataset {
	d := &dataset{
		scope: "Việc các thôn đã làm, cộng từ đầu kỳ kế hoạch đến ngày ghi; không có số về người hay vụ việc",
		columns: []column{
			{"nam", "Năm kế hoạch"},
			{"ky", "Mã kỳ số liệu"},
			{"tinh_den", "Số liệu tính đến ngày"},
			{"thon", "Mã thôn"},
			{"ten", "Tên thôn"},
		},
	}
	for _, a := range site.Activities {
		d.columns = append(d.columns, column{a.Key, a.Name + "; trống: thôn chưa gửi"})
	}
	d.columns = append(d.columns, column{"nguon", "Nguồn số liệu"})
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
				d.add(append(cells, text(period.Origin))...)
				d.updated = later(d.updated, period.AsOf)
			}
		}
	}
	return d.mark(s)
}

func later(a, b date.Date) date.Date {
	if b.After(a) {
		return b
	}
	return a
}
