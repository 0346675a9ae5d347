package check

import "thonlanh/internal/diag"

// thieuBaseURL: without its address the portal has no sitemap, no share
// pictures and no QR codes.
func thieuBaseURL(x *gate) diag.List {
	if x.site.Config.BaseURL != "" {
		return nil
	}
	return diag.List{diag.At(diag.ConfigFile, x.site.Config.Keys.Pos("base_url"), diag.Note, "thieu-base-url",
		"Chưa ghi địa chỉ của cổng (base_url), nên chưa có sơ đồ trang, ảnh chia sẻ và mã QR trên bản in.",
		"Khi đã có địa chỉ, ghi: base_url = \"https://xa….gov.vn/\"")}
}
