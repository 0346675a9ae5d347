package render

import "strings"

// column is one field of a dataset with all that someone must know who has
// nothing but the file.
type column struct {
	key, doc string
	is       columnKind
	unit     string   // of figures: "buổi"
	blank    string   // what an empty cell says; "" where no cell is empty
	from     string   // where the values come from; "" for the source of the set
	choices  []choice // of an enumeration
	refers   string   // which field of another set holds these values: "thon.ma"
}

// choice is one value of an enumeration.
type choice struct{ key, doc string }

type columnKind uint8

const (
	textColumn columnKind = iota
	wholeColumn
	numberColumn
	dayColumn
	yesColumn
	listColumn
	choiceColumn
)

// kindNames are what the kinds of columns are called in JSON, and for people.
var kindNames = [...]struct{ key, name string }{
	textColumn:   {"chu", "Chữ"},
	wholeColumn:  {"so_nguyen", "Số nguyên"},
	numberColumn: {"so_thap_phan", "Số thập phân"},
	dayColumn:    {"ngay", "Ngày"},
	yesColumn:    {"co_khong", "Có hay không"},
	listColumn:   {"danh_sach", "Danh sách"},
	choiceColumn: {"lua_chon", "Một trong các giá trị"},
}

func textIn(key, doc string) column   { return column{key: key, doc: doc, is: textColumn} }
func wholeIn(key, doc string) column  { return column{key: key, doc: doc, is: wholeColumn} }
func numberIn(key, doc string) column { return column{key: key, doc: doc, is: numberColumn} }
func dayIn(key, doc string) column    { return column{key: key, doc: doc, is: dayColumn} }
func listIn(key, doc string) column   { return column{key: key, doc: doc, is: listColumn} }

// yesIn is a yes or no; yes says what true means.
func yesIn(key, yes string) column {
	return column{key: key, doc: yes, is: yesColumn, choices: []choice{{"true", "có"}, {"false", "không"}}}
}

func choiceIn(key, doc string, choices ...choice) column {
	return column{key: key, doc: doc, is: choiceColumn, choices: choices}
}

// or says what an empty cell means; a column without may not have one.
func (c column) or(blank string) column { c.blank = blank; return c }

func (c column) in(unit string) column { c.unit = unit; return c }

func (c column) of(source string) column { c.from = source; return c }

func (c column) to(set string) column { c.refers = set; return c }

// source is where the values of a column of a set come from.
func (d *dataset) source(c column) string {
	if c.from != "" {
		return c.from
	}
	return d.from
}

// Sources that many sets share.
const (
	byPortal = "Cổng tự tính, theo ngày dựng"
	byPlace  = "Tên tệp, thư mục của mục này trên cổng"
)

// unchecked is the column of fields that nobody has verified yet.
func uncheckedIn() column {
	return listIn("chua_xac_minh", "Tên các mục của dòng này chưa được kiểm tra lại").or("mục nào cũng đã kiểm tra")
}

// addressIn is the page of a row.
func addressIn() column {
	return textIn("dia_chi", "Địa chỉ trang trên cổng; chưa đặt base_url thì tính từ thư mục gốc của cổng").of(byPlace)
}

// rowIn is the column of an id that is made of others.
func rowIn(doc string) column { return textIn("ma_dong", doc).of(byPlace) }

// rowID makes one id of several, which hold no slash at these places.
func rowID(parts ...string) cell { return text(strings.Join(parts, "/")) }
