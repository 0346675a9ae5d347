package output

import (
	"errors"
	"fmt"
	"os"
)

// Recover finishes or undoes a switch that an earlier run did not bring to its
// end, and removes what that run had staged. Every command that looks at an
// output folder calls it first; it costs nothing where there is nothing to do.
// The answer is a *BusyError if a living process is publishing there.
func Recover(dir string) error {
	p, err := locate(dir)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(p.staging); missing(err) {
		return nil
	}
	lock, err := p.enter()
	if err != nil {
		return err
	}
	err = p.settle(options{})
	p.leave(lock)
	return err
}

// settle brings the two folders to rest from any state that a run can leave
// behind: one whole site in the output folder, nothing but the lock in the
// staging folder. It may itself be ended at any point and called again.
//
// Four facts decide. Without a journal the new tree is unfinished. With one it
// is complete as long as it is called new: before anything is removed from a
// replaced tree, that tree is called old. A replaced tree loses its manifest
// last, so that ours and foreign can be told apart to the end. And foreign
// files of a replaced tree that the site does not have are moved into it.
func (p place) settle(opts options) error {
	j, begun, err := p.readJournal()
	if err != nil {
		return fmt.Errorf("recover: %w", err)
	}
	if !begun && !there(p.oldTree()) {
		return p.clear()
	}
	state, err := stateOf(p.dir)
	if err != nil {
		return fmt.Errorf("recover: %w", err)
	}
	if state != folderFull {
		// The new site did not arrive, or somebody removed it since.
		if err := p.restore(begun); err != nil {
			return err
		}
		return p.tidy(opts)
	}
	_, raw, err := readManifest(p.dir)
	if errors.Is(err, ErrNoManifest) {
		// Somebody filled the folder while no site stood there.
		return &ForeignError{Dir: p.dir}
	}
	if raw == nil && err != nil {
		return fmt.Errorf("recover: %w", err)
	}
	if !there(p.newTree()) {
		return p.tidy(opts)
	}
	if _, staged, err := readManifest(p.newTree()); err == nil && j.new != j.old && sumOf(staged) == j.new && sumOf(raw) != j.new {
		return p.tidy(opts) // the switch was never made
	}
	// What is called new has come out of the output folder.
	if there(p.oldTree()) {
		return p.tidy(opts)
	}
	if err := rename(p.newTree(), p.oldTree()); err != nil {
		return fmt.Errorf("recover: %w", err)
	}
	if err := opts.at("renamed"); err != nil {
		return err
	}
	return p.tidy(opts)
}

// restore moves the best whole site there is into a place where none stands:
// the new one, or the replaced one if nothing of it was removed yet.
func (p place) restore(begun bool) error {
	if begun && there(p.newTree()) {
		return p.moveIn()
	}
	if report, err := verifyTree(p.oldTree()); err != nil || len(report.Missing) > 0 {
		return nil
	}
	if err := os.Remove(p.dir); err != nil && !missing(err) {
		return fmt.Errorf("recover: %w", err)
	}
	if err := rename(p.oldTree(), p.dir); err != nil {
		return fmt.Errorf("recover: %w", err)
	}
	return nil
}

// tidy ends a switch: the replaced tree goes, then the journal, then a new tree
// that was not needed.
func (p place) tidy(opts options) error {
	if there(p.oldTree()) {
		if err := p.removeOld(opts); err != nil {
			return fmt.Errorf("recover: %w", err)
		}
	}
	if err := opts.at("old removed"); err != nil {
		return err
	}
	if err := os.Remove(p.journal()); err != nil && !missing(err) {
		return fmt.Errorf("recover: %w", err)
	}
	if err := opts.at("journal removed"); err != nil {
		return err
	}
	return p.clear()
}

// clear removes what is staged when there is no journal.
func (p place) clear() error {
	for _, name := range []string{p.newTree(), p.journal() + ".draft"} {
		if err := removeAll(name); err != nil {
			return fmt.Errorf("staging folder: %w", err)
		}
	}
	return nil
}

// there reports whether a real folder stands at a path.
func there(dir string) bool {
	info, err := os.Lstat(dir)
	return err == nil && info.IsDir()
}
