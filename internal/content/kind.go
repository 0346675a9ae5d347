package content

import (
	"path"
	"strings"

	"thonlanh/internal/diag"
)

// kind says how the file at a path is read. Without parse the file is left
// alone, and said explains why when that would surprise its author.
type kind struct {
	parse func(parser) (any, diag.List)
	args  []string // the parts of the path that the record needs
	said  string   // Vietnamese; empty for files that need no word
}

// kindOf knows the kinds by their place in the folder.
func kindOf(p string) kind {
	parts := strings.Split(p, "/")[1:] // without "content"
	n := len(parts)
	ext := path.Ext(p)
	is := func(dir string, depth int, e string) bool { return n == depth && parts[0] == dir && ext == e }
	switch {
	case n > 1 && n < 4 && parts[0] != "ke-hoach" && parts[n-1] == "index"+ext && (ext == ".md" || ext == ".toml"):
		return kind{said: "Trang mở đầu của mục này do cổng tự làm, nên không có tệp index ở đây."}
	case ext != ".md" && ext != ".toml" && looksWritten(p):
		return kind{said: "Tên tệp này gần giống tệp bài viết, nhưng cổng chỉ đọc tên kết thúc đúng bằng .md hoặc .toml, chữ thường. Notepad hay tự thêm .txt vào cuối."}
	case n == 1 && ext == ".md":
		if parts[0] == "index.md" {
			return kind{parse: parseHome}
		}
		return kind{parse: parseSingle}
	case n == 1 && ext == ".toml":
		if k := tableOf(parts[0]); k != nil {
			return kind{parse: k}
		}
		return kind{said: "Tên tệp này không thuộc bảng nào của cổng. Các bảng là: co-quan.toml, can-bo.toml, so-can-biet.toml, dich-vu.toml, danh-hieu.toml, chuyen-di.toml."}
	case is("ho-tro", 2, ".md"):
		return kind{parse: parseHelp}
	case is("tim-hieu", 2, ".md"):
		return kind{parse: parseArticle}
	case is("tin", 3, ".md"):
		return kind{parse: parseNews, args: parts[1:2]}
	case is("van-ban", 2, ".md"):
		return kind{parse: parseLegal}
	case is("lich", 2, ".toml"):
		return kind{parse: parseEvent}
	case is("thon", 2, ".toml"):
		return kind{parse: parseVillage}
	case is("thon", 2, ".md"):
		return kind{parse: parseVillageText}
	case n == 4 && parts[0] == "tai-lieu" && parts[3] == "index.md":
		return kind{parse: parseMaterial, args: parts[1:3]}
	case n == 3 && parts[0] == "ke-hoach":
		switch parts[2] {
		case "index.md":
			return kind{parse: parsePlan, args: parts[1:2]}
		case "chi-tieu.toml":
			return kind{parse: parseTargets, args: parts[1:2]}
		case "nhiem-vu.toml":
			return kind{parse: parseDuties, args: parts[1:2]}
		case "bao-cao.toml":
			return kind{parse: parseReports, args: parts[1:2]}
		}
	case n == 4 && parts[0] == "ke-hoach" && parts[2] == "tien-do" && ext == ".toml":
		return kind{parse: parsePeriod, args: []string{parts[1], strings.TrimSuffix(parts[3], ext)}}
	}
	if ext == ".md" || ext == ".toml" {
		return kind{said: "Cổng không biết tệp ở chỗ này thuộc loại nào, nên sẽ không đăng. Có thể tên thư mục hoặc tên tệp bị gõ sai: ho-tro/, tim-hieu/, tin/2026/, van-ban/, ke-hoach/2026/, tai-lieu/ap-phich/TÊN/index.md, thon/, lich/."}
	}
	return kind{}
}

// looksWritten reports names that their authors take for pages: LOP-MAY.MD,
// lop-may.md.txt.
func looksWritten(p string) bool {
	name := strings.TrimSuffix(strings.ToLower(p), ".txt")
	switch path.Ext(name) {
	case ".md", ".toml", ".markdown":
		return true
	}
	return false
}

func (k kind) problems(p string) diag.List {
	if k.said == "" {
		return nil
	}
	return diag.List{diag.At(p, diag.Pos{}, diag.Block, "tep-sai-cho", k.said, "Chuyển tệp vào đúng thư mục, sửa tên, hoặc đưa tệp ra ngoài thư mục content.")}
}
