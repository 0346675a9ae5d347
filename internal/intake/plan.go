package intake

import "thonlanh/internal/starter"

func (d *draft) tables(res *Result, text string) []starter.File { return nil }
