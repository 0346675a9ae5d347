package check

import (
	"strings"

	"thonlanh/internal/site"
	"thonlanh/internal/viet"
)

// mark is what a phrase of the lexicon means to the rules.
type mark uint8

const (
	markPlight    mark = iota // sanction, illness, need: what must not stand beside a name
	markBirth                 // sinh năm, ngày sinh
	markResidence             // trú tại, hộ khẩu
	markPaper                 // căn cước, hộ chiếu
	markPlate                 // biển số
	markStigma                // a word that hurts; say is the better one
	markSlip                  // a likely slip of the pen; say is what was meant
	markRank                  // sets villages against one another
	markRankHere              // the same, in the words of a village itself
	markPremises              // a kind of business; its name follows
)

type phrase struct {
	syllables []string
	mark      mark
	say       string
}

// lexicon finds phrases by their first syllable.
type lexicon struct {
	first    map[string][]phrase
	starts   [1 << 12]starts   // by startOf: whether a syllable can be the first of a phrase
	nouns    map[string][]noun // by the first syllable without marks
	surnames map[string]bool
	plain    map[string]bool // surnames typed without marks
	middles  map[string]bool
	places   map[string]bool
}

func newLexicon(villageWord string) *lexicon {
	x := &lexicon{first: make(map[string][]phrase), surnames: set(surnames), middles: set(middles), plain: set(plainSurnames),
		places: make(map[string]bool), nouns: make(map[string][]noun)}
	for p := range strings.SplitSeq(places, ",") {
		x.places[p] = true
	}
	for _, group := range nouns {
		for words := range strings.SplitSeq(group.words, ",") {
			n := noun{marked: strings.Fields(words), plain: strings.Fields(viet.Fold(words)), counted: group.counted}
			x.nouns[n.plain[0]] = append(x.nouns[n.plain[0]], n)
		}
	}
	x.add(markPlight, plights)
	x.add(markBirth, "sinh năm,sinh ngày,ngày sinh,năm sinh,sn")
	x.add(markResidence, "trú tại,thường trú,tạm trú,cư trú tại,cư trú ở,ngụ tại,trú quán,hộ khẩu,số nhà,nhà ở")
	x.add(markPaper, "căn cước,cccd,cmnd,cmt,cmtnd,chứng minh nhân dân,chứng minh thư,định danh,hộ chiếu,bhyt,bảo hiểm y tế")
	x.add(markPlate, "biển số,biển kiểm soát,bks,bsx,biển xe")
	x.add(markPremises, "karaoke,massage,mát-xa,mát xa,nhà nghỉ,quán,quán bar,vũ trường,spa")
	for _, w := range stigmas {
		x.add(markStigma, w.words)
		for p := range strings.SplitSeq(w.words, ",") {
			x.last(p).say = w.say
		}
	}
	for _, w := range slips {
		x.add(markSlip, w.words)
		for p := range strings.SplitSeq(w.words, ",") {
			x.last(p).say = w.say
		}
	}
	units := []string{"thôn"}
	if w := strings.ToLower(villageWord); w != "" && w != "thôn" {
		units = append(units, w)
	}
	for _, unit := range units {
		x.add(markRank, strings.ReplaceAll(ranks, "thôn", unit))
		x.add(markRankHere, strings.ReplaceAll(ranksHere, "thôn", unit))
	}
	return x
}

// starts tells what a syllable may begin.
type starts uint8

const (
	startsPerson starts = 1 << iota // a phrase that is said of persons
	startsOther
	startsAny = startsPerson | startsOther
)

func (m mark) starts() starts {
	switch m {
	case markPlight, markBirth, markResidence, markPaper, markPlate:
		return startsPerson
	}
	return startsOther
}

// startOf spreads syllables over the table of starts. Few of those that begin
// no phrase share a place with one that does.
func startOf(low string) int {
	n := len(low)
	h := n<<7 ^ int(low[0])<<5 ^ int(low[n-1])
	if n > 1 {
		h ^= int(low[1])<<3 ^ int(low[n-2])<<6
	}
	return h & (1<<12 - 1)
}

func (x *lexicon) add(m mark, list string) {
	for p := range strings.SplitSeq(list, ",") {
		s := strings.FieldsFunc(p, func(r rune) bool { return r == ' ' || r == '-' })
		x.starts[startOf(s[0])] |= m.starts()
		x.first[s[0]] = append(x.first[s[0]], phrase{syllables: s, mark: m})
	}
}

// last is the phrase added last among those that begin like p.
func (x *lexicon) last(p string) *phrase {
	s := strings.FieldsFunc(p, func(r rune) bool { return r == ' ' || r == '-' })
	list := x.first[s[0]]
	for i := len(list) - 1; i >= 0; i-- {
		if strings.Join(list[i].syllables, " ") == strings.Join(s, " ") {
			return &list[i]
		}
	}
	return &phrase{}
}

func set(list string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

func plainMiddle(w string) bool {
	switch w {
	case "van", "thi", "huu", "duc", "dinh", "ngoc", "xuan", "thanh":
		return true
	}
	return false
}

const surnames = `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương mai đào lâm
	cao hà phùng tạ tô thái quách vi lò lường cầm quàng tòng giàng sùng vàng thào lầu hạng tráng ma nông hứa triệu chu
	lục bế hầu đàm mạc kiều tăng khổng nghiêm bạch châu doãn lưu lương mạch ninh tống tôn uông viên vương vừ lỳ
	thạch sơn kim danh đổng diệp giáp khuất la nhâm xồng chìu tẩn phàn chảo`

// plainSurnames are the frequent ones without marks that no common word
// shares with a following "Van" or "Thi".
const plainSurnames = "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong mai dao lam cao ha phung luong nong"

const middles = `văn thị đức ngọc minh hữu xuân quang thanh đình thúy thùy kim hồng thu công quốc bá duy gia hải mạnh trọng tuấn anh mỹ bích phương`

// places begin like a personal name and are none, or are names of old that
// streets and schools bear.
const places = `hà nội,hà giang,hà tĩnh,hà nam,hà đông,hà bắc,hà tiên,hồ chí,hồ tây,hồ gươm,cao bằng,cao lãnh,lâm đồng,lâm thao,thái bình,thái nguyên,thái lan,mai châu,mai sơn,phan thiết,phan rang,hoàng sa,hoàng liên,hoàng mai,lý sơn,lý thường,lý tự,lý thái,trần hưng,trần phú,lê lợi,lê duẩn,lê quý,lê thánh,võ nguyên,nguyễn trãi,nguyễn du,nguyễn huệ,phan bội,đinh tiên,ngô quyền,đoàn thanh,đoàn kết,đoàn thể,lương thế,kim đồng,văn hóa,văn phòng,sơn la,sơn tây,đồng nai,đồng tháp,đồng bằng,vàng danh,quan sơn,quan hóa,lương sơn,thạch thành,thạch thất,đường sắt,la mã`

// plights are said of a person, not of the field of work: "phòng, chống mại
// dâm" is not among them.
const plights = `xử phạt,bị phạt,bị bắt,bắt quả tang,bắt giữ,khởi tố,tạm giữ,tạm giam,bị tạm,bị kết án,kết án,phạt tù,bán dâm,mua dâm,chứa mại dâm,môi giới mại dâm,tổ chức mại dâm,hoạt động mại dâm,hành nghề,gái mại dâm,tú bà,nhiễm hiv,có hiv,sống với hiv,dương tính,bị hiv,mắc hiv,bị aids,giang mai,bệnh lậu,nhiễm bệnh,nghiện,cai nghiện,ma túy đá,sử dụng ma túy,tàng trữ,nạn nhân,bị hại,bị mua bán,bị bán,bị lừa,bị ép,bị cưỡng,bị xâm hại,bị hiếp,bị đánh,bị bạo hành,bị bạo lực,bị lạm dụng,hiếp dâm,hoàn lương,tái hòa nhập,tái phạm,vi phạm hành chính,đã vi phạm,vi phạm pháp luật,nghi phạm,bị can,bị cáo,người được hỗ trợ,được hỗ trợ,nhận hỗ trợ,được trợ cấp,kết quả xét nghiệm,đi xét nghiệm,được xét nghiệm,tự tử,mang thai,phá thai,tố giác`

// stigmas are words that hurt, with a better one to say (design: words).
var stigmas = [...]struct{ words, say string }{
	{"gái mại dâm,gái bán hoa,gái gọi,gái làng chơi,gái điếm,con điếm,gái đứng đường,ca-ve,cave,bướm đêm", "người bán dâm (chỉ khi cần), hoặc: người cần hỗ trợ"},
	{"khách làng chơi,kẻ mua dâm", "người mua dâm"},
	{"tú bà,má mì,ma cô", "người môi giới, người chứa mại dâm (chữ của luật)"},
	{"mại dâm trẻ em,gái mại dâm nhí", "trẻ em bị bóc lột tình dục"},
	{"đối tượng mại dâm,đối tượng bán dâm,đối tượng mua dâm,đối tượng nghiện,đối tượng tệ nạn,đối tượng tệ nạn xã hội,đối tượng vi phạm,đối tượng liên quan,đối tượng có liên quan,các đối tượng này,đối tượng này,đối tượng nguy cơ", "người, người dân, người liên quan"},
	{"phục hồi nhân phẩm", "hỗ trợ, chăm sóc sức khỏe"},
	{"hoàn lương,cải tà,cải tà quy chính,làm lại cuộc đời,lầm đường lạc lối,lầm lỡ", "ổn định cuộc sống, trở lại cuộc sống thường ngày"},
	{"con nghiện,thằng nghiện,tên nghiện", "người nghiện ma túy"},
	{"người bị aids,nhiễm ết,bị ết,nhiễm sida,bị sida,con bệnh aids,nạn nhân aids,vi rút aids,lây nhiễm aids", "người sống với HIV; HIV"},
	{"bạn là nạn nhân,bạn trở thành nạn nhân,em là nạn nhân,chị là nạn nhân", "bạn; người bị mua bán; người bị bạo lực"},
	{"thôn trọng điểm,địa bàn phức tạp,địa bàn trọng điểm,điểm nóng tệ nạn,điểm nóng mại dâm", "(không nêu tên nơi)"},
	{"tụ điểm mại dâm,ổ nhóm mại dâm,ổ mại dâm", "(không nêu nơi; nói: việc vi phạm đã được phát hiện, xử lý theo quy định)"},
	{"triệt phá,triệt xóa,truy quét", "phát hiện, xử lý theo quy định"},
	{"ăn chơi sa đọa,trụy lạc,suy đồi", "(tả việc đã xảy ra, không chê người)"},
	{"bệnh hoa liễu", "bệnh lây truyền qua đường tình dục"},
	{"dân trí thấp", "vùng khó khăn"},
	{"cơ sở nhạy cảm,dịch vụ nhạy cảm", "cơ sở kinh doanh dịch vụ có điều kiện"},
}

// slips are misprints seen in issued documents. Phrases whose syllables are
// all real words need a neighbour to decide and stand in slipMeant.
var slips = [...]struct{ words, say string }{
	{"phần đầu", "Phấn đấu"},
	{"lòng ghép", "lồng ghép"},
	{"để phát sinh", "dễ phát sinh"},
	{"apphich,áp phic,ap phich,apphic", "áp phích"},
	{"bcd", "BCĐ"},
	{"ubtumttq", "UBTƯMTTQ"},
	{"ubtumttqvn", "UBTƯMTTQVN"},
}

const ranks = "xếp hạng thôn,xếp hạng các thôn,xếp hạng giữa các thôn,xếp loại các thôn,thôn dẫn đầu,thôn đứng đầu,thôn đứng cuối,thôn xếp cuối,thôn xếp thứ,thôn đứng thứ,thôn yếu kém,thôn kém nhất,thôn yếu nhất,thôn tốt nhất,thôn giỏi nhất,thôn trọng điểm,thôn phức tạp,thôn còn tệ nạn,thôn có tệ nạn,thôn nhiều tệ nạn,thôn chưa đạt,thôn không đạt"

const ranksHere = "dẫn đầu xã,dẫn đầu toàn xã,dẫn đầu các thôn,đứng đầu xã,đứng đầu toàn xã,đứng đầu các thôn,đứng cuối xã,nhất xã,nhất toàn xã,hơn các thôn,hơn các thôn khác,so với các thôn,so với thôn,xếp thứ,đứng thứ,xếp hạng,chưa đạt,không đạt"

// topics are the words that tell a glance over the shoulder what a page is
// about.
func topics() [][]string {
	var out [][]string
	for _, t := range site.Topics {
		out = append(out, strings.Fields(t))
	}
	return out
}

// topicIn finds a topic word in a text, an address or a file name, with marks
// or without, parted or run together.
func topicIn(text string) (string, bool) {
	ws := words(strings.NewReplacer("-", " ", "_", " ", "/", " ", ".", " ").Replace(text))
	for _, t := range topics() {
		for i := range ws {
			if phraseAt(ws, i, t, sounds) > 0 {
				if len(t) == 1 {
					return strings.ToUpper(t[0]), true
				}
				return strings.Join(t, " "), true
			}
			if len(t) > 1 && strings.Contains(ws[i].low, viet.Fold(strings.Join(t, ""))) {
				return strings.Join(t, " "), true
			}
		}
	}
	return "", false
}
