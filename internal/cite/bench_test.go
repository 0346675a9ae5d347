package cite

import (
	"bytes"
	"strings"
	"testing"
)

// prose is running text of a village page: nothing is cited, and many words
// begin like words of citations.
const prose = `Sáng thứ Bảy, bà con thôn Đông họp ở nhà văn hóa để bàn việc chung. Trưởng thôn nói về kế hoạch dọn đường làng, các nhóm góp ý kiến, ai cũng mong trẻ em có chỗ chơi an toàn. Công an xã nhắc mọi người khóa cửa khi đi vắng, không chuyển khoản cho người lạ, không tin lời hứa việc nhẹ lương cao. Hội Phụ nữ giới thiệu lớp học nghề may và nấu ăn, học phí được hỗ trợ một phần; chị em cần vay vốn thì hỏi tổ tiết kiệm. Nếu thấy điều gì đáng lo, hãy nói với người mình tin. Điều quan trọng là không ai phải chịu một mình. Thông tin của bạn được giữ kín, pháp luật bảo vệ bạn, và quyết định cuối cùng là của bạn. `

// law is the text of a decree: a citation in every line.
const law = `Người có hành vi quy định tại khoản 1 và điểm a, b khoản 2 Điều 33 Nghị định này thì bị xử phạt theo quy định của Luật Xử lý vi phạm hành chính số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 67/2020/QH14; trường hợp có dấu hiệu tội phạm thì áp dụng các điều 327, 328 và 329 Bộ luật Hình sự năm 2015. Thẩm quyền thực hiện theo Nghị định số 144/2021/NĐ-CP ngày 31 tháng 12 năm 2021 của Chính phủ. `

func BenchmarkScanProse(b *testing.B) { benchScan(b, strings.Repeat(prose, 20), 0) }
func BenchmarkScanLaw(b *testing.B)   { benchScan(b, strings.Repeat(law, 20), 6*20) }

func benchScan(b *testing.B, text string, want int) {
	html := []byte(text)
	b.SetBytes(int64(len(html)))
	b.ReportAllocs()
	var dst []Citation
	for b.Loop() {
		dst = Scan(dst[:0], html)
	}
	if len(dst) != want {
		b.Fatalf("%d citations, want %d", len(dst), want)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(html)), "ns/byte")
}

func BenchmarkResolve(b *testing.B) {
	html := bytes.Repeat([]byte(law), 20)
	c := register()
	cites := Scan(nil, html)
	b.ReportAllocs()
	var dst []Match
	for b.Loop() {
		dst = c.ResolveAll(dst[:0], cites, html)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(cites)), "ns/citation")
}
