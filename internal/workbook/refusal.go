package workbook

// Refusal says, in words for people, why a file cannot be read as a workbook.
// The file is at fault, not the machine.
type Refusal struct {
	reason        string // English, for logs
	message, hint string // Vietnamese
}

func (r *Refusal) Error() string { return "workbook: " + r.reason }

// Message says what is wrong, in Vietnamese.
func (r *Refusal) Message() string { return r.message }

// Hint says how to go on, in Vietnamese.
func (r *Refusal) Hint() string { return r.hint }
