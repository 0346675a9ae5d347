package output

import (
	"bytes"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// BenchmarkPublish publishes 10,000 pages of 14 KB: for the first time, with
// one in a hundred changed, and with nothing changed.
func BenchmarkPublish(b *testing.B) {
	const n = 10_000
	run := func(b *testing.B, dir string, round int) {
		s, err := Begin(dir)
		if err != nil {
			b.Fatal(err)
		}
		var wg sync.WaitGroup
		for w := range 2 {
			wg.Go(func() {
				data := bytes.Repeat([]byte("Thôn lành "), 14_000/12)
				for i := w; i < n; i += 2 {
					copy(data, fmt.Sprintf("%010d", i))
					if i%100 == 0 {
						copy(data, fmt.Sprintf("%010d", i+round*n))
					}
					if err := s.Write(fmt.Sprintf("tin/%d/bai-%d/index.html", 2000+i%20, i), data); err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		if _, err := s.Publish(); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for i := range b.N {
			run(b, filepath.Join(b.TempDir(), fmt.Sprint(i), "public"), 0)
		}
	})
	b.Run("one in a hundred", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		run(b, dir, 0)
		b.ResetTimer()
		for i := range b.N {
			run(b, dir, i+1)
		}
	})
	b.Run("nothing", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		run(b, dir, 0)
		b.ResetTimer()
		for range b.N {
			run(b, dir, 0)
		}
	})
	b.Run("verify", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		run(b, dir, 0)
		b.ResetTimer()
		for range b.N {
			if report, err := Verify(dir); err != nil || !report.Clean() {
				b.Fatal(report, err)
			}
		}
	})
}
