package cite

// hasher gives words that differ in case or in where the tone stands ("Hòa"
// and "Hoà", "Uỷ" and "Ủy") the same number: the letters are counted without
// their tones and the tone at the end. i and y at the end of a syllable are
// one ("xử lí", "xử lý").
type hasher struct {
	h    uint64
	tone uint64
	last rune // not yet counted: whether it ends the word is not known
	prev rune // the letter before it
}

func (h *hasher) add(r rune) {
	r, tone := untone(r)
	if tone != 0 {
		h.tone = tone
	}
	h.flush()
	h.prev, h.last = h.last, r
}

func (h *hasher) flush() {
	if h.last != 0 {
		h.h = mix(h.h, uint64(h.last))
	}
}

func (h *hasher) sum() uint64 {
	if h.last == 'y' {
		switch h.prev {
		case 'h', 'k', 'l', 'm', 's', 't', 'q':
			h.last = 'i'
		}
	}
	h.flush()
	return mix(h.h, 0x10000+h.tone)
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// untone parts a small letter from its tone.
func untone(r rune) (rune, uint64) {
	if r < 0x80 || r == 'đ' || r == 'ă' || r == 'â' || r == 'ê' || r == 'ô' || r == 'ơ' || r == 'ư' {
		return r, 0
	}
	if r < 0x100 {
		switch r {
		case 'à':
			return 'a', 1
		case 'á':
			return 'a', 2
		case 'ã':
			return 'a', 4
		case 'è':
			return 'e', 1
		case 'é':
			return 'e', 2
		case 'ì':
			return 'i', 1
		case 'í':
			return 'i', 2
		case 'ò':
			return 'o', 1
		case 'ó':
			return 'o', 2
		case 'õ':
			return 'o', 4
		case 'ù':
			return 'u', 1
		case 'ú':
			return 'u', 2
		case 'ý':
			return 'y', 2
		}
		return r, 0
	}
	switch r {
	case 'ĩ':
		return 'i', 4
	case 'ũ':
		return 'u', 4
	}
	if r >= 0x1ea0 && r <= 0x1ef9 {
		return tonedBase[(r-0x1ea0)/2], uint64(tonedTone[(r-0x1ea0)/2] - '0')
	}
	return r, 0
}

// The letters with two marks, in the order of their code points, and their
// tones: 1 à, 2 á, 3 ả, 4 ã, 5 ạ.
var tonedBase = [...]rune{
	'a', 'a', 'â', 'â', 'â', 'â', 'â', 'ă', 'ă', 'ă', 'ă', 'ă',
	'e', 'e', 'e', 'ê', 'ê', 'ê', 'ê', 'ê', 'i', 'i',
	'o', 'o', 'ô', 'ô', 'ô', 'ô', 'ô', 'ơ', 'ơ', 'ơ', 'ơ', 'ơ',
	'u', 'u', 'ư', 'ư', 'ư', 'ư', 'ư', 'y', 'y', 'y', 'y',
}

const tonedTone = "53" + "21345" + "21345" + "534" + "21345" + "35" + "53" + "21345" + "21345" + "53" + "21345" + "1534"
