package build_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// clauses are sentences of the kind that fills the papers of a commune.
var clauses = [...]string{
	"Ủy ban nhân dân xã chủ trì, phối hợp với các đoàn thể tổ chức tuyên truyền đến từng thôn",
	"Các thôn rà soát, lập kế hoạch lồng ghép với chương trình giảm nghèo, dạy nghề cho lao động nông thôn",
	"Trạm Y tế hướng dẫn người dân phòng bệnh, giữ gìn vệ sinh nguồn nước và môi trường sống",
	"Trường học đưa nội dung giáo dục kỹ năng sống vào giờ sinh hoạt và hoạt động ngoại khóa",
	"Bộ phận tài chính bảo đảm kinh phí, thanh toán đúng chế độ và công khai kết quả sử dụng",
	"Người dân có quyền được biết, được bàn, được kiểm tra việc thực hiện theo quy định của pháp luật",
	"Cơ quan thường trực tổng hợp kết quả, báo cáo định kỳ sáu tháng và cả năm",
	"Việc tiếp nhận phản ánh được thực hiện trong giờ hành chính tại bộ phận một cửa",
	"Tổ hòa giải gặp gỡ từng gia đình, lắng nghe và giúp các bên tự thỏa thuận",
	"Mọi thay đổi trong quá trình thực hiện phải được thông báo bằng văn bản cho các bên liên quan",
}

var subjects = [...]string{
	"giảm nghèo bền vững", "dạy nghề cho lao động nông thôn", "bảo vệ, chăm sóc trẻ em", "xây dựng nông thôn mới",
	"bình đẳng giới", "phổ biến, giáo dục pháp luật", "hòa giải ở cơ sở", "an toàn thực phẩm", "phòng, chống bạo lực gia đình",
}

// generate writes a commune with n legal texts of some four kilobytes. Text i
// depends on i alone, and names texts before it.
func generate(t testing.TB, dir, name string, n int) {
	t.Helper()
	files := small()
	files["config.toml"] = strings.Replace(files["config.toml"], "Xã Nhỏ", name, 1)
	write(t, dir, files)
	folder := filepath.Join(dir, "content", "van-ban")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		r := rand.New(rand.NewPCG(7, uint64(i)))
		year := 2000 + i%27
		var b strings.Builder
		fmt.Fprintf(&b, "+++\nloai = \"quyet_dinh\"\nso_ky_hieu = \"%d/%d/QĐ-UBND\"\ntrich_yeu = \"Về %s, đợt %d\"\nco_quan = \"Ủy ban nhân dân xã\"\nngay_ban_hanh = %d-%02d-%02d\nngay_hieu_luc = %d-12-%02d\n+++\n",
			i, year, subjects[r.IntN(len(subjects))], i, year, 1+r.IntN(11), 1+r.IntN(28), year, 1+r.IntN(28))
		for article := range 4 + r.IntN(5) {
			fmt.Fprintf(&b, "\n### Điều %d. %s\n", article+1, subjects[r.IntN(len(subjects))])
			for clause := range 1 + r.IntN(4) {
				fmt.Fprintf(&b, "\n%d. %s; %s.\n", clause+1, clauses[r.IntN(len(clauses))], strings.ToLower(clauses[r.IntN(len(clauses))]))
				if r.IntN(3) == 0 {
					fmt.Fprintf(&b, "\na) %s;\n\nb) %s.\n", clauses[r.IntN(len(clauses))], clauses[r.IntN(len(clauses))])
				}
			}
			if i > 0 && r.IntN(3) == 0 {
				to := r.IntN(i)
				fmt.Fprintf(&b, "\n9. Thực hiện theo Điều 1 Quyết định số %d/%d/QĐ-UBND và [Điều 2](/van-ban/qd-%d/#dieu-2).\n", to, 2000+to%27, to)
			}
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("qd-%d.md", i)), []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// program compiles the command.
func program(t testing.TB) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "thonlanh")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", name, "thonlanh/cmd/thonlanh").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return name
}

// timed runs the command on a project and gives how long it took and the most
// memory that it held, in kilobytes; 0 where the system does not say.
func timed(t testing.TB, program, dir, out string) (time.Duration, int64) {
	t.Helper()
	cmd := exec.Command(program, "build", "--now", "2026-11-20", "-o", out, dir)
	var said bytes.Buffer
	cmd.Stderr = &said
	start := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// What the system says of a program that has ended counts the program
	// that started it; so this one is asked while it runs.
	var most int64
	ended, asked := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(asked)
		for {
			most = max(most, highest(cmd.Process.Pid))
			select {
			case <-ended:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	err := cmd.Wait()
	took := time.Since(start)
	close(ended)
	<-asked
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, said.String())
	}
	return took, most
}

// highest is the most memory that a running program has held, in kilobytes, as
// Linux keeps it; 0 elsewhere.
func highest(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, found := strings.Cut(string(status), "VmHWM:")
	if !found {
		return 0
	}
	kb, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
	if err != nil {
		return 0
	}
	return kb
}

// BenchmarkTenThousand builds ten thousand legal texts with the command, from
// nothing, as a whole commune with its archive would.
func BenchmarkTenThousand(b *testing.B) {
	const n = 10_000
	dir := b.TempDir()
	generate(b, dir, "Xã Nhỏ", n)
	thonlanh := program(b)
	pages := 0
	var total time.Duration
	var most int64
	runs := 0
	for b.Loop() {
		out := filepath.Join(b.TempDir(), "public")
		took, kb := timed(b, thonlanh, dir, out)
		total += took
		most = max(most, kb)
		runs++
		b.StopTimer()
		pages = countPages(b, out)
		if err := os.RemoveAll(out); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(total.Milliseconds())/float64(runs), "ms/build")
	b.ReportMetric(float64(pages)*float64(runs)/total.Seconds(), "pages/s")
	b.ReportMetric(float64(most)/1024, "peak-MB")
	b.ReportMetric(0, "ns/op")
}

func countPages(t testing.TB, dir string) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".html") {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Memory grows with what is known of the texts, not with what is published:
// two thousand texts more cost a few dozen kilobytes each, the slack of the
// collector included.
func TestMemoryGrowsSlowly(t *testing.T) {
	if testing.Short() {
		t.Skip("two thousand texts take too long for -short")
	}
	thonlanh := program(t)
	most := func(n int) int64 {
		dir := t.TempDir()
		generate(t, dir, "Xã Nhỏ", n)
		out := filepath.Join(dir, "public")
		_, kb := timed(t, thonlanh, dir, out)
		if pages := countPages(t, out); pages < n {
			t.Fatalf("%d pages of %d texts", pages, n)
		}
		return kb
	}
	few, many := most(100), most(2100)
	if few == 0 {
		t.Skip("this system does not say how much memory a program held")
	}
	const eachKB = 34
	t.Logf("100 texts: %d MB; 2,100 texts: %d MB", few/1024, many/1024)
	if grown := many - few; grown > 2000*eachKB {
		t.Errorf("2,000 texts more cost %d KB, more than %d KB each", grown, eachKB)
	}
	if few > 60*1024 {
		t.Errorf("100 texts cost %d KB", few)
	}
}
