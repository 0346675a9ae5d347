package site

// DataSet is a table that the portal offers for reuse: its files have this
// name, and a page at /du-lieu/<name>/ tells what its fields mean.
type DataSet struct {
	Name, Title, About string
	Reach              string // of what its files hold all, wherever they are offered; "" where that is plain
}

// DataSets are all of them, in the order of /du-lieu/. Names are addresses:
// one that was published stays.
var DataSets = [...]DataSet{
	{"so-can-biet", "Số điện thoại cần biết", "Các số người dân có thể gọi, giờ trực và cước.", ""},
	{"dich-vu", "Dịch vụ cho người dân", "Học nghề, việc làm, vay vốn, tư vấn, khám và xét nghiệm, trợ giúp pháp lý.", ""},
	{"van-ban", "Văn bản", "Văn bản đăng trên cổng, với tình trạng hiệu lực.", ""},
	{"hieu-luc", "Hiệu lực của từng điều, khoản", "Điều, khoản có hiệu lực riêng, được thay hoặc được sửa đổi.", ""},
	{"ke-hoach", "Kế hoạch", "Các kế hoạch của xã.", "Mọi năm"},
	{"chi-tieu", "Chỉ tiêu", "Chỉ tiêu của các kế hoạch.", "Mọi năm"},
	{"tien-do", "Tiến độ chỉ tiêu theo kỳ", "Số liệu từng kỳ của các chỉ tiêu.", "Mọi năm, mọi kỳ"},
	{"nhiem-vu", "Việc của các đơn vị", "Ai làm gì, khi nào theo các kế hoạch.", "Mọi năm, mọi đơn vị"},
	{"bao-cao", "Báo cáo phải gửi", "Các báo cáo mà kế hoạch yêu cầu, và bao nhiêu đơn vị đã gửi.", "Mọi năm"},
	{"thon", "Các thôn", "Danh sách các thôn theo thứ tự hành chính.", ""},
	{"hoat-dong-thon", "Hoạt động của các thôn", "Việc các thôn đã làm từng kỳ.", "Mọi thôn, mọi kỳ"},
	{"danh-hieu", "Danh hiệu của các thôn", "Danh hiệu và bước xét danh hiệu của các thôn.", "Mọi thôn, mọi năm"},
	{"tai-lieu", "Tài liệu truyền thông", "Áp phích, tờ rơi, bài phát thanh và các tài liệu khác.", ""},
	{"lich", "Lịch", "Các buổi của xã và thôn, theo ngày.", ""},
	{"tin", "Tin", "Tiêu đề và một câu của mỗi tin.", ""},
}
