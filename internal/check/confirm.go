package check

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"thonlanh/internal/config"
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/viet"
)

// confirmRules are the names of the notes about confirmations themselves.
func confirmRules() []RuleInfo {
	return []RuleInfo{
		{"xac-nhan-thieu", diag.Note},
		{"xac-nhan-het-han", diag.Note},
		{"xac-nhan-thua", diag.Note},
	}
}

// Confirm marks the warnings that an official confirmed in config.toml: same
// rule, same file, with post, day and reason, and not past its last day. It
// adds a note for each confirmation that is incomplete, past or of no use.
// What blocks cannot be confirmed away.
func Confirm(list diag.List, c *config.Config, today date.Date) diag.List {
	out := make(diag.List, len(list))
	copy(out, list)
	for _, r := range c.Confirmed {
		v := r.Value
		note := func(rule, message, hint string) {
			out = append(out, diag.At(diag.ConfigFile, c.Keys.Pos("xac_nhan", r.Name), diag.Note, rule, message, hint))
		}
		file := confirmedFile(v.File)
		switch {
		case v.Rule == "" || file == "" || strings.TrimSpace(v.Post) == "" || v.Date.IsZero() || strings.TrimSpace(v.Reason) == "":
			note("xac-nhan-thieu", "Xác nhận “"+r.Name+"” chưa đủ nên chưa có giá trị: phải có quy tắc, tệp, chức vụ, ngày và lý do.",
				"Điền đủ quy_tac, tep, chuc_vu, ngay, ly_do trong [xac_nhan."+r.Name+"].")
			continue
		case v.Date.After(today):
			note("xac-nhan-thieu", "Xác nhận “"+r.Name+"” ghi một ngày chưa tới nên chưa có giá trị.", "Sửa `ngay` thành ngày đã xem và xác nhận.")
			continue
		case !v.Until.IsZero() && v.Until.Before(today):
			note("xac-nhan-het-han", "Xác nhận “"+r.Name+"” đã hết hạn từ "+viet.ShortDate(v.Until)+".",
				"Xem lại trang; nếu vẫn để nguyên thì ghi `ngay` và `den_ngay` mới, nếu không thì xóa xác nhận này.")
			continue
		}
		used, blocked := false, false
		for i := range out {
			p := &out[i]
			if p.Rule != v.Rule || p.File != file {
				continue
			}
			switch p.Severity {
			case diag.Warn:
				p.Confirmed = true
				used = true
			case diag.Block:
				blocked = true
			}
		}
		switch {
		case used:
		case blocked:
			note("xac-nhan-thua", "Xác nhận “"+r.Name+"” nói về một lỗi chặn. Lỗi chặn không xác nhận được, chỉ sửa được.",
				"Sửa chỗ bị chặn rồi xóa xác nhận này.")
		default:
			note("xac-nhan-thua", "Xác nhận “"+r.Name+"” không ứng với cảnh báo nào.", "Chỗ bị cảnh báo có thể đã sửa: xóa xác nhận này, hoặc chép lại đúng tên quy tắc và tệp từ lời cảnh báo.")
		}
	}
	return out
}

// confirmedFile brings the name of a file to the form that problems carry.
func confirmedFile(s string) string {
	s = norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(s, `\`, "/")))
	if s == "" {
		return ""
	}
	return path.Clean(s)
}
