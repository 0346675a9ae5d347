package intake

import (
	"strings"
	"testing"
)

// The rank or degree before a signer's name is a word of the text: it stays
// when the name goes.
func TestRankBesideTheName(t *testing.T) {
	for _, c := range []struct{ rank, name string }{{"BS. ", "Phùng Chòi Mẫu"}, {"ThS. BS. ", "Lò Thị Mẫu"}, {"Thượng tá ", "Nguyễn Văn Mẫu"}} {
		d := docx{body: headTable("05/KH-TYT", "Mẫu, ngày 20 tháng 01 năm 2026", "UBND XÃ MẪU", "*TRẠM Y TẾ") +
			centred("*KẾ HOẠCH", "*Truyền thông năm 2026") + pars("Nội dung./.") +
			closingTable(c.rank+c.name, []string{"TRƯỞNG TRẠM"}, "- Lưu: VT.")}
		res := importing(t, "x.docx", d.bytes(t), Options{})
		if body := bodyOf(t, res); !strings.HasSuffix(body, "\n\n"+c.rank+"(đã ký)\n") {
			t.Errorf("%s%s:\n%s", c.rank, c.name, body)
		}
		if strings.Contains(told(res), c.name) {
			t.Errorf("the report tells the name of %s", c.name)
		}
	}
}
