package workbook

import (
	"errors"
	"io"
)

func read(io.ReaderAt, int64) (*File, error) { return nil, errors.New("workbook: not written yet") }

func (v Value) spelt() string { return v.Text }

func mark(io.Writer, io.ReaderAt, int64, []Marks) error {
	return errors.New("workbook: not written yet")
}
