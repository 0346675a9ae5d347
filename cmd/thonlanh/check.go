package main

import (
	"thonlanh/internal/build"
)

type checkCmd struct {
	folder
	day
	Format string `enum:"text,json" default:"text" placeholder:"text|json" help:"Cách in: text cho người đọc, json cho máy."`
}

// Run checks everything and writes nothing.
func (c checkCmd) Run(w world) error {
	w.frugal()
	o, err := c.options(w, c.day)
	if err != nil {
		return err
	}
	p := newProgress(w, false)
	o.Progress = p.tell
	result, err := build.Check(o)
	p.end()
	if err != nil {
		return err
	}
	if c.Format == "json" {
		err = result.Problems.WriteJSON(w.stdout)
	} else {
		err = result.Problems.WriteText(w.stderr, w.colour())
	}
	if err != nil {
		return err
	}
	if result.Problems.Stops() {
		return problems{}
	}
	return nil
}
