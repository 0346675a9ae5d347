package proof

import (
	"strings"

	"thonlanh/internal/viet"
)

// misread are pairs of words that offices often write for one another: wrong,
// right. Each wrong pair has no sense of its own.
const misread = `lòng ghép=lồng ghép,lồng gép=lồng ghép,sát nhập=sáp nhập,bổ xung=bổ sung,bổ sing=bổ sung,chuẩn đoán=chẩn đoán,xúc tích=súc tích,cọ sát=cọ xát,sơ xuất=sơ suất,` +
	`suất sắc=xuất sắc,xuất xắc=xuất sắc,chỉnh chu=chỉn chu,giúp đở=giúp đỡ,nổ lực=nỗ lực,kỷ năng=kỹ năng,kỷ thuật=kỹ thuật,kỹ luật=kỷ luật,kỹ niệm=kỷ niệm,kỹ cương=kỷ cương,` +
	`nghĩ hưu=nghỉ hưu,cũng cố=củng cố,đãm bảo=đảm bảo,bảo đãm=bảo đảm,hổ trợ=hỗ trợ,hỗ trợi=hỗ trợ,xữ lý=xử lý,xữ phạt=xử phạt,sử phạt=xử phạt,sử lý=xử lý,mai dâm=mại dâm,mại dân=mại dâm,bán dân=bán dâm,` +
	`tuyên tuyền=tuyên truyền,tuyên truyển=tuyên truyền,phổ biển=phổ biến,triễn khai=triển khai,tổ chúc=tổ chức,chử ký=chữ ký,lảnh đạo=lãnh đạo,quãn lý=quản lý,giử gìn=giữ gìn,giử vững=giữ vững,giữ vửng=giữ vững,` +
	`nhiểm vụ=nhiệm vụ,lây nhiểm=lây nhiễm,truyền nhiểm=truyền nhiễm,ô nhiểm=ô nhiễm,cãi thiện=cải thiện,cãi cách=cải cách,rỏ ràng=rõ ràng,đầy đũ=đầy đủ,sữa đổi=sửa đổi,sữa chữa=sửa chữa,chia sẽ=chia sẻ,mạnh mẻ=mạnh mẽ,` +
	`sẳn sàng=sẵn sàng,củng như=cũng như,để nghị=đề nghị,để xuất=đề xuất,dể dàng=dễ dàng,dể bị=dễ bị,dể phát=dễ phát,thũ tục=thủ tục,bão vệ=bảo vệ,bão đảm=bảo đảm,xã hôi=xã hội,tệ nạng=tệ nạn,tê nạn=tệ nạn,` +
	`ngăn chăn=ngăn chặn,phát hiên=phát hiện,thưc hiện=thực hiện,thực hiên=thực hiện,kiễm tra=kiểm tra,chính sach=chính sách,phấn đầu=phấn đấu,phẩn đấu=phấn đấu,phần đấu=phấn đấu,` +
	`biểu đương=biểu dương,tổng hơp=tổng hợp,phối hơp=phối hợp,trách nhiêm=trách nhiệm,nhận thúc=nhận thức,hoạt đông=hoạt động,cộng đông=cộng đồng,địa phưong=địa phương,công tac=công tác,đối tương=đối tượng,` +
	`hạn chê=hạn chế,hiêu quả=hiệu quả,kêt quả=kết quả,nâng cáo=nâng cao,tăng cương=tăng cường,cảnh giac=cảnh giác,tố giac=tố giác,đăng kí tạm=đăng ký tạm,trãi qua=trải qua,dử liệu=dữ liệu,` +
	`vân động=vận động,gương mẩu=gương mẫu,mẩu giáo=mẫu giáo,mâu thuẩn=mâu thuẫn,hướng dẩn=hướng dẫn,dẩn đến=dẫn đến,ngẩu nhiên=ngẫu nhiên,bổi dưỡng=bồi dưỡng,bồi dưởng=bồi dưỡng,ảnh hưỡng=ảnh hưởng,khen thưỡng=khen thưởng,trưỡng thôn=trưởng thôn,` +
	`tư tửơng=tư tưởng,tư tưỡng=tư tưởng,cung cắp=cung cấp,nghiên cưú=nghiên cứu,đạ được=đã được`

// collocations finds pairs that are always a slip, and words that the ones
// beside them give away.
func (p *proof) collocations() {
	known := map[string]string{}
	for pair := range strings.SplitSeq(misread, ",") {
		wrong, right, _ := strings.Cut(pair, "=")
		if wrong != right {
			known[wrong] = right
		}
	}
	for i := 1; i < len(p.tokens); i++ {
		if !p.next(i) {
			continue
		}
		a, b := p.tokens[i-1], p.tokens[i]
		if right, ok := known[a.lower+" "+b.lower]; ok && !p.other(i) {
			p.marked[i-1], p.marked[i] = true, true
			p.add(Slip{"hay-nham", []int{a.at}, p.phrase(i-1, i+1), sameCase(a.text, right), "Hai chữ này hay bị gõ nhầm."})
			continue
		}
		p.strive(i)
		p.easy(i)
	}
}

// other reports whether one of the two words belongs to the word beside it, so
// that the pair is none: "để nghị quyết sớm vào cuộc sống", "cũng cố gắng".
func (p *proof) other(i int) bool {
	pair := p.tokens[i-1].lower + " " + p.tokens[i].lower
	if p.next(i + 1) {
		long := pair + " " + p.word(i+1).lower
		if strings.Contains(",để nghị quyết,để nghị định,để nghị sĩ,để xuất khẩu,để xuất bản,để xuất hiện,để xuất trình,để xuất phát,để xuất cảnh,để xuất nhập,để xuất hàng,cũng cố gắng,cũng cố ý,cũng cố tình,phần đấu giá,phần đấu thầu,phần đấu tranh,phần đấu nối,", ","+long+",") {
			return true
		}
	}
	return pair == "mại dân" && p.next(i-1) && p.word(i-2).lower == "thương"
}

// strive finds "phần đầu" (the first part) where a text means "phấn đấu" (to
// strive): before a share, or a verb of what is to be reached.
func (p *proof) strive(i int) {
	a, b, next := p.tokens[i-1], p.tokens[i], p.word(i+1)
	if a.lower != "phần" || b.lower != "đầu" || !p.next(i+1) {
		return
	}
	if hasDigit(next.text) || strings.Contains(" duy đạt hoàn thực giảm tăng xây giữ có đến trong tỷ tỉ không nâng bảo tổ thành trở hạn ", " "+next.lower+" ") && startsSentence(a.gap) {
		p.add(Slip{"phan-dau", []int{a.at}, p.phrase(i-1, i+1), sameCase(a.text, "phấn đấu"), "Câu nói về mức cần đạt hoặc cần giữ."})
	}
}

// easy finds "để phát sinh" (in order to arise) for "dễ phát sinh" (prone to)
// after the places and people of which that is said. Elsewhere it may be
// meant: much is done not to let an evil arise ("không để phát sinh").
func (p *proof) easy(i int) {
	a, b := p.tokens[i-1], p.tokens[i]
	if a.lower != "để" || !p.next(i+1) {
		return
	}
	verb := b.lower + " " + p.word(i+1).lower
	if !strings.Contains(" phát sinh, nảy sinh, bị lợi, sa vào, bị lừa,", " "+verb+",") || !p.next(i-1) ||
		!strings.Contains(" vụ sở vực điểm bàn tuyến đồng nơi tượng trọ nghỉ sạn niên em nữ ", " "+p.word(i-2).lower+" ") {
		return
	}
	switch p.word(i + 2).lower {
	case "lợi", "thu", "nguồn", "doanh", "thêm", "nhu":
		return
	}
	p.add(Slip{"de-de", []int{a.at}, p.phrase(i-1, i+2), sameCase(a.text, "dễ") + " " + verb, "Không ai làm gì để việc xấu phát sinh; có lẽ là “dễ”."})
}

// doubled finds small words that stand twice.
func (p *proof) doubled() {
	for i := 1; i < len(p.tokens); i++ {
		a, b := p.tokens[i-1], p.tokens[i]
		if a.lower == b.lower && p.next(i) && strings.Contains(" của và các được trong cho với về là tại những để khi theo do bởi thì ", " "+a.lower+" ") {
			p.add(Slip{"lap-tu", []int{b.at}, p.phrase(i-1, i+1), a.text, "Một chữ đứng hai lần."})
		}
	}
}

// middles finds a syllable that stands once between two others where the text
// elsewhere has the same letters with other marks, twice or more.
func (p *proof) middles() {
	type frame struct {
		words map[string]int // middle → how often
		first map[string]int // middle → token
	}
	frames := map[string]*frame{}
	var order []string
	for i := 2; i < len(p.tokens); i++ {
		if !p.next(i) || !p.next(i-1) {
			continue
		}
		a, m, b := p.tokens[i-2].lower, p.tokens[i-1].lower, p.tokens[i].lower
		if hasDigit(a+m+b) || isSmall(m) || len(m) < 3 {
			continue
		}
		key := a + " " + viet.Fold(m) + " " + b
		f := frames[key]
		if f == nil {
			f = &frame{map[string]int{}, map[string]int{}}
			frames[key] = f
			order = append(order, key)
		}
		f.words[m]++
		if _, ok := f.first[m]; !ok {
			f.first[m] = i - 1
		}
	}
	for _, key := range order {
		f := frames[key]
		if len(f.words) != 2 {
			continue
		}
		rare, usual := "", ""
		for m, n := range f.words {
			if n == 1 {
				rare = m
			}
			if n >= 2 {
				usual = m
			}
		}
		if rare == "" || usual == "" {
			continue
		}
		if other, ok := viet.OtherTone(rare); ok && other == usual {
			continue // rule dau-thanh
		}
		i := f.first[rare]
		if p.marked[i] {
			continue
		}
		p.add(Slip{"khac-dau", []int{p.tokens[i].at}, p.phrase(i-1, i+2), p.tokens[i-1].text + " " + sameCase(p.tokens[i].text, usual) + " " + p.tokens[i+1].text,
			"Các chỗ khác của văn bản viết chữ ở giữa với dấu khác."})
	}
}
