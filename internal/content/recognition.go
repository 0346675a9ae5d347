package content

import (
	"thonlanh/internal/date"
	"thonlanh/internal/diag"
	"thonlanh/internal/tomlfile"
)

// Recognitions is danh-hieu.toml: what villages are recognised for, and how far
// they have come in each year. Which of it is ever told is decided by the site.
type Recognitions struct {
	File
	Title    string                               `toml:"ten" doc:"Tên danh hiệu: Thôn lành mạnh."`
	Line     string                               `toml:"mo_ta" doc:"Một câu nói danh hiệu là gì."`
	Criteria tomlfile.Records[Criterion]          `toml:"tieu_chi" doc:"Các tiêu chí: [tieu_chi.tc-1]."`
	Years    tomlfile.Records[YearOfRecognitions] `toml:"nam" doc:"Từng năm: [nam.2026]."`
}

// Criterion is one line of what a recognition asks for.
type Criterion struct {
	Name  string `toml:"ten" doc:"Tiêu chí, nói ngắn."`
	Basis string `toml:"can_cu" doc:"Căn cứ: văn bản, kế hoạch."`
	How   string `toml:"cach_danh_gia" doc:"Đánh giá bằng cách nào, ai đánh giá."`
}

// YearOfRecognitions is one year. Before the day of the decision the steps are
// those of a running year.
type YearOfRecognitions struct {
	Target    string                        `toml:"chi_tieu" doc:"Chỉ tiêu của kế hoạch năm đó đếm các thôn được công nhận: ct-8."`
	DecidedOn date.Date                     `toml:"ngay_cong_nhan" doc:"Ngày xã ra quyết định công nhận; chưa có thì bỏ trống."`
	All       string                        `toml:"moi_thon" enum:"da_dang_ky,da_tu_cham,da_nop_ho_so,duoc_cong_nhan" doc:"Bước mà mọi thôn đã qua, khi không thôn nào khác."`
	Villages  tomlfile.Records[VillageStep] `toml:"thon" doc:"Thôn ở bước khác: [nam.2026.thon.dong]."`
}

// VillageStep is how far one village has come. Without a step it has not begun.
type VillageStep struct {
	Step string `toml:"buoc" enum:"da_dang_ky,da_tu_cham,da_nop_ho_so,duoc_cong_nhan" doc:"Bước thôn đã qua; chưa bắt đầu thì bỏ trống."`
}

func parseRecognitions(p parser) (any, diag.List) {
	v := &Recognitions{}
	file, list := p.table(v)
	v.File = file
	list = append(p.noPersons(list), need(file, nil, text("ten", v.Title, "danh hiệu nào cũng phải có tên", "Thôn lành mạnh"))...)
	for _, r := range v.Criteria {
		list = append(list, need(file, []string{"tieu_chi", r.Name}, text("ten", r.Value.Name, "tiêu chí nào cũng phải có tên", "Thôn có quy ước"))...)
	}
	for _, r := range v.Years {
		if len(r.Name) != 4 || !digits(r.Name) {
			list = append(list, diag.At(file.Path, r.Pos, diag.Block, "nam-sai",
				"Tên của mục này phải là một năm.", "Ví dụ: [nam.2026]"))
		}
	}
	return v, list
}
