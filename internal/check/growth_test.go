package check

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCitationsOfOneLawTakeLinearTime: news that cite one long law again and
// again, in words and by links, cost twice as much when there is twice as much
// of them; of the law too. The best of three is compared, or of nine where
// these differ too much, in processor time,
// since the machine has other work.
func TestCitationsOfOneLawTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	// Memory is cleared between the looks and not within one.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(2 << 30))
	for name, cite := range map[string]string{
		"words":   "Theo điểm b khoản %[2]d Điều %[1]d Luật Trật tự năm 2020, giữ gìn. ",
		"missing": "Theo khoản 9 Điều %[1]d Luật Trật tự năm 2020, việc %[2]d. ",
		"links":   "Xem [khoản %[2]d](/van-ban/luat-1-2020/#dieu-%[1]d-khoan-%[2]d) nhé. ",
		"dead":    "Xem [khoản %[2]d](/van-ban/luat-1-2020/#muc-%[1]d-%[2]d) nhé. ",
	} {
		t.Run(name, func(t *testing.T) {
			once, twice := portalOfCitations(cite, 2), portalOfCitations(cite, 4)
			var best [2]time.Duration
			growth := 3.0
			for look := 0; look < 3 || look < 9 && growth > 2.5; look++ {
				for i, a := range []*txtar.Archive{once, twice} {
					runtime.GC()
					start := cpuTime()
					judge(t, a)
					if took := cpuTime() - start; best[i] == 0 || took < best[i] {
						best[i] = took
					}
				}
				growth = float64(best[1]) / float64(best[0])
			}
			t.Logf("%v, twice as much %v", best[0], best[1])
			if growth > 2.5 {
				t.Errorf("twice the input takes %.1f times as long: %v, then %v", growth, best[0], best[1])
			}
		})
	}
}

func portalOfCitations(cite string, size int) *txtar.Archive {
	articles, each := 150*size, 600*size
	var law strings.Builder
	law.WriteString("+++\nloai = \"luat\"\nso_ky_hieu = \"1/2020/QH14\"\ntrich_yeu = \"Luật Trật tự\"\nngay_hieu_luc = 2021-01-01\n+++\n")
	for a := 1; a <= articles; a++ {
		fmt.Fprintf(&law, "\n### Điều %d. Tên\n", a)
		for k := 1; k <= 5; k++ {
			fmt.Fprintf(&law, "\n%d. Người vi phạm thì bị phạt tiền theo mức của khoản này.\n\na) Một.\n\nb) Hai.\n", k)
		}
	}
	out := &txtar.Archive{Files: []txtar.File{{Name: "content/van-ban/luat-1-2020.md", Data: []byte(law.String())}}}
	for p := range 4 {
		var news strings.Builder
		fmt.Fprintf(&news, "+++\ntieu_de = \"Tin %d\"\nngay = 2026-09-0%d\n+++\n", p, p+1)
		for c := range each {
			if c%5 == 0 {
				news.WriteString("\n\n")
			}
			fmt.Fprintf(&news, cite, (c*7+p)%articles+1, c%5+1)
		}
		out.Files = append(out.Files, txtar.File{Name: fmt.Sprintf("content/tin/2026/t%d.md", p), Data: []byte(news.String())})
	}
	return out
}
