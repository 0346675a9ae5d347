package starter

// The first words of each kind of file. They stand for themselves on the
// page until somebody fills them in, so they say what belongs there.
const (
	newsBody = `[điền: việc gì, ở đâu, ngày giờ nào]

[điền: ai tham gia được, cần mang gì, hỏi ở đâu]
`

	articleBody = `[điền: mở bài, hai ba câu người đọc thấy chuyện của mình]

## Dấu hiệu

- [điền: một dấu hiệu]

## Nên làm

- [điền: một việc làm được ngay]

## Không nên làm

- [điền: một việc nên tránh]
`

	helpBody = `## Làm ngay

1. [điền: việc đầu tiên, một câu ngắn]

## Bạn có quyền

- [điền: một quyền, theo luật nào]

## Điều gì sẽ xảy ra

1. [điền: bước thứ nhất sau khi gọi hoặc đến]

## Chuẩn bị gì

- [điền: giấy tờ hoặc đồ nên mang]
`

	legalBody = `[điền: dán toàn văn vào đây, giữ nguyên chữ và số thứ tự; mỗi điều bắt đầu bằng một dòng như “Điều 1. …”]
`

	materialBody = `[điền: toàn bộ chữ in trên tài liệu, để người không nhìn thấy hình vẫn đọc được]
`

	broadcastBody = `Thưa bà con,

[điền: bài đọc trên loa, câu ngắn, khoảng hai phút]

Cảm ơn bà con đã nghe.
`

	planBody = `[điền: dán toàn văn kế hoạch vào đây, giữ nguyên chữ và số thứ tự như bản đã ký; đầu mục lớn viết thành “## I. …”]
`

	villageNote = "# Trang này chỉ nói việc thôn làm được. Không ghi số người, số vụ, tên quán, tên nhà.\n" + howTo

	eventNote = "# Một buổi trong lịch. Sửa ngày cho đúng; không ghi tên người dân tham dự.\n" + howTo

	targetsNote = "# Chỉ tiêu của kế hoạch. Mỗi chỉ tiêu là một bảng: chép đoạn dưới cho từng chỉ tiêu,\n# xóa dấu # ở các dòng cần dùng, rồi đặt tên bảng ct-1, ct-2, …\n"

	dutiesNote = "# Việc mà kế hoạch giao cho từng đơn vị. Mỗi việc là một bảng: chép đoạn dưới cho từng việc,\n# xóa dấu # ở các dòng cần dùng, rồi đặt tên bảng theo mã mục của kế hoạch.\n"

	reportsNote = "# Báo cáo mà kế hoạch yêu cầu. Mỗi báo cáo là một bảng: chép đoạn dưới cho từng báo cáo,\n# xóa dấu # ở các dòng cần dùng. Đơn vị gửi báo cáo rồi thì ghi ngày vào bảng da_gui.\n"

	figuresNote = "# Số liệu của một kỳ. Xóa dấu # trước dòng cần dùng rồi điền số; bảng nào chưa có số thì để yên.\n# Trong mỗi bảng còn ghi được: nguon (nguồn riêng), ghi_chu, cong_khai = false (không đăng số này).\n"
)
