package viet

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

const (
	toneMarks  = "\u0300\u0309\u0303\u0301\u0323" // huyền hỏi ngã sắc nặng
	consonants = "bcdđghklmnpqrstvx"
	foreign    = "fjwz"
)

// letters is the whole alphabet in both cases with all tones, in NFC, with
// the letter that each is without its marks.
func letters() (list []string, plain []byte) {
	add := func(s string, c byte) {
		list = append(list, norm.NFC.String(s), norm.NFC.String(strings.ToUpper(s)))
		plain = append(plain, c, c)
	}
	for _, v := range vowels {
		c := map[rune]byte{'ă': 'a', 'â': 'a', 'ê': 'e', 'ô': 'o', 'ơ': 'o', 'ư': 'u'}[v]
		if c == 0 {
			c = byte(v)
		}
		add(string(v), c)
		for _, m := range toneMarks {
			add(string(v)+string(m), c)
		}
	}
	for _, r := range consonants + foreign {
		if r == 'đ' {
			add("đ", 'd')
			continue
		}
		add(string(r), byte(r))
	}
	return list, plain
}

func TestFoldWholeAlphabet(t *testing.T) {
	list, plain := letters()
	if want := 2 * (12*6 + 17 + 4); len(list) != want {
		t.Fatalf("%d letters, want %d", len(list), want)
	}
	for i, l := range list {
		for _, form := range []string{l, norm.NFD.String(l)} {
			if got := Fold(form); got != string(plain[i]) {
				t.Errorf("Fold(%+q) = %q, want %q", form, got, plain[i])
			}
			if got := Slug(form); got != string(plain[i]) {
				t.Errorf("Slug(%+q) = %q, want %q", form, got, plain[i])
			}
			if n := Syllables(form); n != 1 {
				t.Errorf("Syllables(%+q) = %d", form, n)
			}
			if form == l && len([]rune(form)) != 1 {
				t.Errorf("%+q is not one letter in NFC", form)
			}
		}
	}
}

// The table gives what the Unicode library gives, for every character that
// there is.
func TestFoldEveryCharacter(t *testing.T) {
	slow := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)))
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		want, _, err := transform.String(slow, strings.ToLower(string(r)))
		if err != nil {
			t.Fatal(err)
		}
		want = strings.ReplaceAll(strings.ToLower(want), "đ", "d")
		if got := Fold(string(r)); got != want {
			t.Errorf("Fold(%U) = %+q, want %+q", r, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"da gap":                      "da gap",
		"Đồng Tâm":                    "dong tam",
		"PHÒNG, CHỐNG tệ nạn MẠI DÂM": "phong, chong te nan mai dam",
		"Nguyễn Ước\u00a0– 24/7 “đúng”": "nguyen uoc\u00a0– 24/7 “dung”",
		"abc\xffd": "abc\uFFFDd",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if got := Fold(norm.NFD.String(in)); got != want {
			t.Errorf("Fold(NFD %q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Đồng Tâm", "ABC", "e\u0302\u0301", "İstanbul", "㈱", "\u0344", "각"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("%+q folds to %+q, that to %+q", s, once, twice)
		}
		if a, b := Fold(norm.NFC.String(s)), Fold(norm.NFD.String(s)); a != b {
			t.Errorf("%+q: NFC folds to %+q, NFD to %+q", s, a, b)
		}
		slug := Slug(s)
		if slug != "" && !IsSlug(slug) {
			t.Errorf("Slug(%q) = %q is no slug", s, slug)
		}
		if Slug(slug) != slug {
			t.Errorf("Slug(%q) is not stable", slug)
		}
		if strings.ReplaceAll(NBSP(s), "\u00a0", " ") != strings.ReplaceAll(s, "\u00a0", " ") {
			t.Errorf("NBSP changed %q", s)
		}
		if Compare(s, norm.NFD.String(s)) != 0 {
			t.Errorf("%q is not equal to its NFD", s)
		}
		Syllables(s)
		Nearest(s, []string{"ngay_ban_hanh", s, ""})
	})
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"":                                     "",
		"“…”":                                  "",
		"Kế hoạch số 48/KH-UBND":               "ke-hoach-so-48-kh-ubnd",
		"  Thôn Đồng Tâm – năm 2020! ":         "thon-dong-tam-nam-2020",
		"a--b__c":                              "a-b-c",
		"Điều 24 (khoản 2, điểm đ)":            "dieu-24-khoan-2-diem-d",
		"thuê\u00adbao tr\u200bẻ":              "thuebao-tre",
		strings.Repeat("nghiêng ", 10):         strings.TrimSuffix(strings.Repeat("nghieng-", 7), "-"),
		strings.Repeat("a", 61):                strings.Repeat("a", 60),
		strings.Repeat("a", 60):                strings.Repeat("a", 60),
		strings.Repeat("a", 60) + " b":         strings.Repeat("a", 60),
		strings.Repeat("a", 57) + " bb":        strings.Repeat("a", 57) + "-bb",
		strings.Repeat("a", 57) + " bbb":       strings.Repeat("a", 57),
		strings.Repeat("a", 57) + " bb c":      strings.Repeat("a", 57) + "-bb",
		"Привет":                               "",
		"H₂O":                                  "h-o",
		norm.NFD.String("Lo cho người thân"):   "lo-cho-nguoi-than",
		"PHÒNG NGỪA LÂY NHIỄM HIV/AIDS Ở THÔN": "phong-ngua-lay-nhiem-hiv-aids-o-thon",
	} {
		got := Slug(in)
		if got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
		if got != "" && !IsSlug(got) {
			t.Errorf("%q is no slug", got)
		}
	}
	for _, bad := range []string{"", "-a", "a-", "a--b", "A", "đ", "a_b", "a b", "a/b", "..", strings.Repeat("a", 61)} {
		if IsSlug(bad) {
			t.Errorf("IsSlug(%q)", bad)
		}
	}
	for _, good := range []string{"a", "1", "nd-282-2025", "dieu-256a"} {
		if !IsSlug(good) {
			t.Errorf("!IsSlug(%q)", good)
		}
	}
}

func TestCompareAlphabet(t *testing.T) {
	// Every vowel in every tone, in dictionary order: letters first, then tones.
	var want []string
	for _, l := range alphabet {
		want = append(want, string(l))
		if strings.ContainsRune(vowels, l) {
			for _, m := range toneMarks {
				want = append(want, norm.NFC.String(string(l)+string(m)))
			}
		}
	}
	for i, a := range want {
		for j, b := range want {
			for _, x := range []string{a, norm.NFD.String(a), strings.ToUpper(a)} {
				got := Compare(x, b)
				if i != j && (got < 0) != (i < j) {
					t.Errorf("Compare(%+q, %+q) = %d", x, b, got)
				}
			}
			if i == j && Compare(norm.NFD.String(a), b) != 0 {
				t.Errorf("%q differs from its NFD", a)
			}
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"",
		"2020",
		"a",
		"An",
		"an ninh",
		"An toàn",
		"ba",
		"ba ba",
		"bà",
		"bả",
		"bã",
		"bá",
		"bạ",
		"bách",
		"băng",
		"bằng",
		"bâng khuâng",
		"chi",
		"co",
		"cô",
		"cơ",
		"da",
		"Đa",
		"đà",
		"Điều 2",
		"Điều 10",
		"Điều 10a",
		"Điều 24",
		"Đồng Bắc",
		"Đồng Tâm",
		"hoa",
		"hòa",
		"hoà bình",
		"hòa giải",
		"thôn 1",
		"Thôn 2",
		"thôn 10",
		"ưa",
		"xã",
		"yên",
		"жизнь",
	}
	rnd := rand.New(rand.NewSource(1))
	for range 20 {
		got := slices.Clone(want)
		rnd.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, Compare)
		if !slices.Equal(got, want) {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	}
	if Compare("Đồng-Tâm", "Đồng Tâm") == 0 || Compare("007", "7") == 0 {
		t.Error("different texts count as the same")
	}
}

func TestInitial(t *testing.T) {
	for s, want := range map[string]string{
		"Ăn": "a", "ấm": "a", "Đường": "đ", norm.NFD.String("Đường"): "đ", "D": "d", "Ứng": "u", norm.NFD.String("Ứng"): "u", "Ý": "y",
		"“Ở nhà”": "o", "[Mẫu] Áp phích": "m", "— «Thư» ngỏ": "t", "§ 5": "0", "…và đi": "v", "111": "0", "": "0", "!?": "0", "жизнь": "*", "ø": "*", "Ñam": "n",
	} {
		if got := Initial(s); got != want {
			t.Errorf("Initial(%+q) = %q, want %q", s, got, want)
		}
	}
}

// In a list in the order of Compare the texts of one initial stand together:
// initials of neighbours never go back.
func FuzzInitial(f *testing.F) {
	f.Add("“Ở nhà”", "Ô tô", "[ở]")
	f.Add("đi", "dĩ", "Eo")
	f.Add("7 ngày", "*", "жизнь")
	rank := func(s string) int { return strings.Index("0aăâbcdđefghijklmnopqrstuvwxyz*", Initial(s)) }
	f.Fuzz(func(t *testing.T, a, b, c string) {
		list := []string{a, b, c}
		slices.SortFunc(list, Compare)
		for i := 1; i < len(list); i++ {
			if p, q := rank(list[i-1]), rank(list[i]); p < 0 || p > q {
				t.Errorf("%+q under %q stands before %+q under %q", list[i-1], Initial(list[i-1]), list[i], Initial(list[i]))
			}
		}
	})
}

// What sorting asks of an order.
func FuzzCompare(f *testing.F) {
	f.Add("hòa", "hoà", "Hoa 10")
	f.Add("a1", "a01", "a 1")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if sign(Compare(a, b)) != -sign(Compare(b, a)) {
			t.Errorf("%+q, %+q: %d and %d", a, b, Compare(a, b), Compare(b, a))
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Errorf("%+q ≤ %+q ≤ %+q, but not the ends", a, b, c)
		}
	})
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

const sentence = "Phấn đấu 90% người dân được tuyên truyền, giáo dục về tệ nạn mại dâm để nâng cao nhận thức."

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(sentence)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(sentence)
	}
}

func BenchmarkSlug(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Slug(sentence)
	}
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		Compare("Thôn Đồng Tâm 10", "Thôn Đồng Tân 2")
	}
}

func TestFoldAllocatesOnce(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold(sentence) }); n > 1 {
		t.Errorf("%v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { Fold("da gap roi") }); n > 0 {
		t.Errorf("%v allocations for folded text", n)
	}
}
