package viet

import (
	"slices"
	"strings"
)

// rimes are what can follow the onset of a Vietnamese syllable, without tone.
// Rimes of a few borrowed words (xoong, loóc) are among them.
const rimes = " a ac ach ai am an ang anh ao ap at au ay" +
	" ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây" +
	" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu" +
	" i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu" +
	" o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot" +
	" ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt" +
	" u ua uâc uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uơn uôc uôi uôm uôn uông uôp uôt up ut" +
	" uy uya uych uyn uyên uyêt uynh uyp uyt uyu" +
	" ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu" +
	" y yêm yên yêng yêt yêu "

// plainRimes are the same without the marks of the vowels.
const plainRimes = " a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu" +
	" i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu" +
	" o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot" +
	" u ua uac uan uang uat uay uc ue uech uen uenh uet ui um un ung uo uon uoc uoi uom uong uop uot uou up ut uu" +
	" uy uya uych uyn uyen uyet uynh uyp uyt uyu y yem yen yeng yet yeu "

// longestSyllable is more bytes than any syllable has, nghiêng included.
const longestSyllable = 24

// onsets, the longest first.
const onsets = "ngh ng nh gh gi kh ch ph th tr qu b c d đ g h k l m n p r s t v x"

// IsSyllable reports whether a word can be one syllable of Vietnamese as it is
// spelt today: an onset, a rime, a tone that the rime can have, standing on a
// vowel on which it is written. Both ways of writing hòa and hoà are right.
func IsSyllable(word string) bool {
	if len(word) > longestSyllable {
		return false
	}
	letters, tone, at := spell(word)
	if len(letters) == 0 || tone < 0 {
		return false
	}
	s := string(letters)
	onset := onsetOf(s)
	rest := s[len(onset):]
	rime := rest
	switch {
	case onset == "gi" && !knownRime(rimes, rest):
		onset, rime = "g", "i"+rest // gì, giết
		if !knownRime(rimes, rime) {
			return false
		}
	case onset == "qu":
		if !quTakes(rest) {
			return false
		}
	case !knownRime(rimes, rest):
		return false
	}
	if !spelt(onset, rime) {
		return false
	}
	if stops(rime) && tone != 4 && tone != 5 {
		return false
	}
	if tone == 0 {
		return true
	}
	first := len(letters) - len([]rune(rime))
	return toneMayStand([]rune(rime), at-first)
}

// IsPlainSyllable reports whether a word without marks can be a syllable that
// lost them: "phich" for "phích".
func IsPlainSyllable(word string) bool {
	if len(word) > longestSyllable {
		return false
	}
	onset := onsetOf(word)
	rest := word[len(onset):]
	return knownRime(plainRimes, rest) || onset == "gi" && knownRime(plainRimes, "i"+rest) || onset == "qu" && knownRime(plainRimes, "u"+rest)
}

// OtherTone gives the other way of writing the tone of an open oa, oe or uy:
// hoà for hòa.
func OtherTone(word string) (string, bool) {
	if len(word) > longestSyllable {
		return "", false
	}
	r := []rune(word)
	letters, tone, at := spell(word)
	n := len(letters)
	if tone <= 0 || n < 2 || n != len(r) {
		return "", false
	}
	end := string(letters[n-2:])
	if end != "oa" && end != "oe" && end != "uy" || end == "uy" && n > 2 && letters[n-3] == 'q' {
		return "", false
	}
	from, to := n-2, n-1
	if at == to {
		from, to = to, from
	} else if at != from {
		return "", false
	}
	r[from] = withTone(r[from], 0)
	r[to] = withTone(r[to], tone)
	return string(r), true
}

// withTone gives a vowel another tone and keeps its case.
func withTone(r rune, tone int) rune {
	lower := []rune(strings.ToLower(string(r)))[0]
	letter, _ := splitTone(lower)
	out := letter
	if tone > 0 {
		i := slices.Index([]rune(vowels), letter)
		if i < 0 {
			return r
		}
		out = nthRune(toned, 5*i+tone-1)
	}
	if lower != r {
		return []rune(strings.ToUpper(string(out)))[0]
	}
	return out
}

// spell takes the tone from a word in lower or upper case. tone is negative
// where a word has two; at is the letter under it.
func spell(word string) (letters []rune, tone, at int) {
	for i, r := range []rune(strings.ToLower(word)) {
		letter, t := splitTone(r)
		if t > 0 {
			if tone != 0 {
				return letters, -1, at
			}
			tone, at = t, i
		}
		letters = append(letters, letter)
	}
	return letters, tone, at
}

func onsetOf(s string) string {
	for o := range strings.SplitSeq(onsets, " ") {
		if strings.HasPrefix(s, o) {
			return o
		}
	}
	return ""
}

func knownRime(list, rime string) bool {
	return rime != "" && !strings.Contains(rime, " ") && strings.Contains(list, " "+rime+" ")
}

// quTakes reports whether a rime can follow qu, whose u belongs to the rime in
// sound and to the onset in spelling.
func quTakes(rime string) bool {
	return knownRime(" a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê êch ên ênh êt êu i in it o ôc ơ ơi ơn y ych yên yêt ynh yt yu ", rime)
}

// spelt checks which of c and k, g and gh, ng and ngh stands before a rime.
func spelt(onset, rime string) bool {
	if rime == "" {
		return true
	}
	front := strings.HasPrefix(rime, "e") || strings.HasPrefix(rime, "ê") || strings.HasPrefix(rime, "i") || strings.HasPrefix(rime, "y")
	switch onset {
	case "c", "ng":
		return !front
	case "g":
		return !front || strings.HasPrefix(rime, "i") // gì, giếng
	case "k", "gh", "ngh":
		return front
	}
	return true
}

// stops reports whether a rime ends in a stop, which only two tones follow.
func stops(rime string) bool {
	return strings.HasSuffix(rime, "c") || strings.HasSuffix(rime, "ch") || strings.HasSuffix(rime, "p") || strings.HasSuffix(rime, "t")
}

// toneMayStand reports whether the tone of a rime is written on its letter at.
func toneMayStand(rime []rune, at int) bool {
	n := 0 // vowels
	marked := -1
	for n < len(rime) && strings.ContainsRune(vowels, rime[n]) {
		if strings.ContainsRune("ăâêôơư", rime[n]) {
			marked = n
		}
		n++
	}
	switch {
	case at < 0 || at >= n:
		return false
	case marked >= 0:
		return at == marked
	case n == 1:
		return at == 0
	case n < len(rime): // a consonant follows
		return at == n-1
	case n == 3:
		return at == 1
	}
	if s := string(rime); s == "oa" || s == "oe" || s == "uy" {
		return true
	}
	return at == 0
}

// TonePlaces gives a word with its tone on each of its vowels in turn.
func TonePlaces(word string) []string {
	if len(word) > longestSyllable {
		return nil
	}
	letters, tone, at := spell(word)
	r := []rune(word)
	if tone <= 0 || len(letters) != len(r) {
		return nil
	}
	r[at] = withTone(r[at], 0)
	var out []string
	for i := range letters {
		if strings.ContainsRune(vowels, letters[i]) {
			s := slices.Clone(r)
			s[i] = withTone(s[i], tone)
			out = append(out, string(s))
		}
	}
	return out
}
