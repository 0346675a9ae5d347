package content

import (
	"thonlanh/internal/diag"
)

func parseBodies(p parser) (any, diag.List) {
	v := &Bodies{}
	file, list := p.table(v)
	v.File = file
	for _, r := range v.List {
		list = append(list, ordered(file, []string{r.Name}, r.Value.From, "tu_ngay", r.Value.To, "den_ngay")...)
		list = append(list, need(file, []string{r.Name}, text("ten", r.Value.Name, "đơn vị nào cũng phải có tên", "Công an xã"))...)
	}
	return v, list
}

func parseOfficials(p parser) (any, diag.List) {
	v := &Officials{}
	file, list := p.table(v)
	v.File = file
	for _, r := range v.List {
		list = append(list, ordered(file, []string{r.Name}, r.Value.From, "tu_ngay", r.Value.To, "den_ngay")...)
		list = append(list, need(file, []string{r.Name}, text("ho_ten", r.Value.Name, "người được nêu phải có tên", "…"),
			text("chuc_vu", r.Value.Post, "chỉ nêu tên người đang giữ một chức vụ", "Trưởng phòng …"), publicFlag(r.Value.Public))...)
	}
	return v, list
}

func parseRegister(p parser) (any, diag.List) {
	v := &Register{}
	file, list := p.table(v)
	v.File = file
	for _, r := range v.List {
		list = append(list, ordered(file, []string{r.Name}, r.Value.From, "tu_ngay", r.Value.To, "den_ngay")...)
		if len(r.Value.Unverified) > 0 {
			list = append(list, unverified(file, []string{r.Name}, r.Value.Unverified, fieldsOf(v))...)
		}
		list = append(list, need(file, []string{r.Name}, text("so", r.Value.Digits, "mỗi dòng của sổ phải có số để gọi", "0200 3000 101"),
			text("ten", r.Value.Name, "người gọi cần biết ai nghe máy", "Trạm Y tế xã"))...)
	}
	return v, list
}

func parseServices(p parser) (any, diag.List) {
	v := &Services{}
	file, list := p.table(v)
	v.File = file
	for _, r := range v.List {
		list = append(list, need(file, []string{r.Name}, text("ten", r.Value.Name, "dịch vụ nào cũng phải có tên", "Lớp may buổi tối"), publicFlag(r.Value.Public))...)
	}
	return v, list
}

func parseMoves(p parser) (any, diag.List) {
	v := &Moves{}
	file, list := p.table(v)
	v.File = file
	for _, r := range v.List {
		if (r.Value.To == "") == r.Value.TakenOn.IsZero() {
			list = append(list, diag.At(file.Path, r.Pos, diag.Block, "chuyen-di-sai",
				"Mỗi mục phải nói đúng một điều: đã chuyển đến đâu, hoặc đã gỡ ngày nào.", "Ghi chuyen_den = \"/địa-chỉ-mới/\" hoặc go_bo = 2026-11-20."))
		}
	}
	return v, list
}

func parseTargets(p parser) (any, diag.List) {
	v := &Targets{}
	file, list := p.table(v)
	v.File = file
	year, more := p.year(p.args[0])
	list = append(list, more...)
	for _, r := range v.List {
		t := r.Value
		list = append(list, need(file, []string{r.Name}, text("ten", t.Name, "chỉ tiêu nào cũng phải có tên", "Người dân được tuyên truyền"),
			field{key: "kieu", given: t.Kind != "", why: "phải biết chỉ tiêu thuộc kiểu nào", example: "\"ty_le\""},
			field{key: "cach_tinh", given: t.Counting != "", why: "phải biết cách tính", example: "\"cong_don\""})...)
		if t.Kind == "ty_le" && t.Goal > 100 || t.Goal < 0 || t.Kind == "ty_le" && t.Goal == 0 && file.Keys.Has(r.Name, "muc_tieu") {
			list = append(list, diag.At(file.Path, file.Keys.Pos(r.Name, "muc_tieu"), diag.Block, "muc-tieu-sai",
				"Mục tiêu của một tỷ lệ phải từ 1 đến 100 (phần trăm).", "Ví dụ: muc_tieu = 90"))
		}
	}
	return ofYear[Targets]{year, v}, list
}

func parseDuties(p parser) (any, diag.List) {
	v := &Duties{}
	file, list := p.table(v)
	v.File = file
	year, more := p.year(p.args[0])
	list = append(list, more...)
	for _, r := range v.List {
		list = append(list, need(file, []string{r.Name}, text("viec", r.Value.Task, "phải nói việc gì", "Tổ chức …"), publicFlag(r.Value.Public))...)
	}
	return ofYear[Duties]{year, v}, list
}

func parseReports(p parser) (any, diag.List) {
	v := &Reports{}
	file, list := p.table(v)
	v.File = file
	year, more := p.year(p.args[0])
	list = append(list, more...)
	for _, r := range v.List {
		list = append(list, need(file, []string{r.Name}, text("ten", r.Value.Name, "báo cáo nào cũng phải có tên", "Báo cáo 06 tháng"), publicFlag(r.Value.Public))...)
	}
	return ofYear[Reports]{year, v}, list
}

func parsePeriod(p parser) (any, diag.List) {
	v := &Period{}
	file, list := p.table(v)
	v.File = file
	file.Name = p.args[1]
	v.File.Name = p.args[1]
	year, more := p.year(p.args[0])
	list = append(p.noPersons(list), more...)
	if !periodName(p.args[1]) {
		list = append(list, diag.At(file.Path, diag.Pos{}, diag.Block, "ky-sai",
			"Tên tệp số liệu phải là năm và tháng.", "Đổi tên tệp, ví dụ: 2026-06.toml."))
	}
	list = append(list, need(file, nil, field{key: "tinh_den", given: !v.AsOf.IsZero(), why: "con số nào cũng phải có ngày", example: "2026-05-31"},
		text("nguon", v.Origin, "con số nào cũng phải có nguồn", "Phòng Văn hóa - Xã hội"), publicFlag(v.Public))...)
	for _, r := range v.Figures {
		list = append(list, negative(file, []string{r.Name}, r.Value.Num, r.Value.Den)...)
	}
	for _, earlier := range v.Fixes {
		for _, r := range earlier.Value.List {
			at := []string{"dinh_chinh", earlier.Name, r.Name}
			list = append(list, negative(file, at, r.Value.Num, r.Value.Den)...)
			list = append(list, need(file, at, text("ly_do", r.Value.Why, "số đã đăng mà sửa thì phải nói vì sao", "Một thôn gửi trùng hai lần"))...)
		}
	}
	return ofYear[Period]{year, v}, list
}

// negative reports figures below 0.
func negative(f File, at []string, num, den *int) diag.List {
	var out diag.List
	for _, k := range [...]struct {
		key   string
		value *int
	}{{"tu_so", num}, {"mau_so", den}} {
		if k.value != nil && *k.value < 0 {
			out = append(out, diag.At(f.Path, f.Keys.Pos(append(at[:len(at):len(at)], k.key)...), diag.Block, "so-am", "Con số không thể nhỏ hơn 0.", "Xem lại `"+k.key+"`."))
		}
	}
	return out
}

// ofYear is a table that belongs to the plan of a year.
type ofYear[T any] struct {
	year  int
	value *T
}

func periodName(s string) bool {
	return len(s) == 7 && s[4] == '-' && digits(s[:4]) && digits(s[5:]) && s[5:] >= "01" && s[5:] <= "12"
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
