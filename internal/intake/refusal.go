package intake

// Refusal says, in words for people, why a file cannot be imported. The file
// is at fault, not the machine.
type Refusal struct {
	reason        string // English, for logs
	message, hint string // Vietnamese
}

func (r *Refusal) Error() string { return r.reason }

// Message says what is wrong, in Vietnamese.
func (r *Refusal) Message() string { return r.message }

// Hint says how to go on, in Vietnamese.
func (r *Refusal) Hint() string { return r.hint }

const saveAsDocx = "Mở tệp bằng Word, chọn Tệp (File) › Lưu thành (Save As), kiểu tệp chọn Word Document (*.docx), rồi nhập tệp mới."

func refuse(reason, message, hint string) *Refusal { return &Refusal{reason, message, hint} }

func tooLarge(reason string) *Refusal {
	return refuse(reason, "Tệp này lớn hơn nhiều so với một văn bản, nên máy không mở để khỏi treo.",
		"Nếu tệp có nhiều hình, mở bằng Word, xóa hình rồi lưu thành tệp mới. Nếu là văn bản rất dài, chia thành nhiều tệp.")
}

func damaged(reason string) *Refusal {
	return refuse(reason, "Tệp .docx này bị hỏng: không đọc được đến hết.",
		"Mở tệp bằng Word; nếu Word hỏi có sửa không thì chọn Có, rồi lưu thành tệp mới. Word cũng không mở được thì xin lại tệp gốc.")
}
