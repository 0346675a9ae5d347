package output

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
)

// swap puts the complete new tree in the place of the output folder. The
// journal is written first and stays; settle tidies up whatever swap reached.
//
// Where the system can exchange two folders, the switch is one step. Else the
// earlier site moves aside and the new one moves in; a run that ends between
// the two leaves no output folder, and settle moves the new one in.
func (p place) swap(opts options, raw, earlier []byte) error {
	state, err := stateOf(p.dir)
	if err != nil {
		return fmt.Errorf("switch: %w", err)
	}
	if err := opts.at("before journal"); err != nil {
		return err
	}
	if err := p.writeJournal(journal{new: sumOf(raw), old: sumOf(earlier)}); err != nil {
		return fmt.Errorf("switch: %w", err)
	}
	if err := opts.at("journal"); err != nil {
		return p.unjournal(err)
	}
	if state == folderFull {
		err = p.replace(opts)
	} else if err = p.moveIn(); err != nil {
		err = p.unjournal(err)
	}
	if err != nil {
		return err
	}
	return opts.at("switched")
}

func (p place) replace(opts options) error {
	// A folder that its owner cannot write cannot be moved.
	if info, err := os.Lstat(p.dir); err == nil && info.Mode()&0o700 != 0o700 {
		os.Chmod(p.dir, info.Mode()|0o700)
	}
	if !opts.noExchange {
		if err := exchange(p.newTree(), p.dir); err == nil {
			return nil
		}
	}
	if err := rename(p.dir, p.oldTree()); err != nil {
		return p.unjournal(&SwitchError{Dir: p.dir, Err: err})
	}
	err := opts.at("apart")
	if err == nil {
		if err = rename(p.newTree(), p.dir); err == nil {
			return nil
		}
	}
	if back := rename(p.oldTree(), p.dir); back != nil {
		// Nothing stands: the journal stays and the next run moves the new site in.
		return &SwitchError{Dir: p.dir, Err: err}
	}
	return p.unjournal(&SwitchError{Dir: p.dir, Err: err})
}

// moveIn is the switch where no site stands.
func (p place) moveIn() error {
	// Only an empty folder can be removed so.
	err := os.Remove(p.dir)
	if err == nil || missing(err) {
		err = rename(p.newTree(), p.dir)
	}
	if err != nil {
		return &SwitchError{Dir: p.dir, Err: err}
	}
	return nil
}

// unjournal declares the new tree to be waste again.
func (p place) unjournal(why error) error {
	os.Remove(p.journal())
	return why
}

// journal says which site is new and which was there before, by the hash of
// their manifests; no earlier site has the hash of nothing.
type journal struct {
	new, old digest
}

const journalHead = "thonlanh 1\n"

func sumOf(raw []byte) digest { return sha256.Sum256(raw) }

func (p place) writeJournal(j journal) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%snew %x\nold %x\n", journalHead, j.new, j.old)
	draft := p.journal() + ".draft"
	if err := os.Remove(draft); err != nil && !missing(err) {
		return err
	}
	if err := writeSynced(draft, b.Bytes()); err != nil {
		return err
	}
	return rename(draft, p.journal())
}

// readJournal reports whether there is a journal. It is renamed into place
// when complete, so one that cannot be understood was not ours.
func (p place) readJournal() (j journal, ok bool, err error) {
	f, err := os.Open(p.journal())
	if missing(err) {
		return j, false, nil
	} else if err != nil {
		return j, false, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 4096))
	if err != nil {
		return j, false, err
	}
	var n, o []byte
	if _, err := fmt.Sscanf(string(data), journalHead+"new %x\nold %x\n", &n, &o); err != nil || len(n) != len(j.new) || len(o) != len(j.old) {
		return j, false, fmt.Errorf("%s: not a journal", p.journal())
	}
	copy(j.new[:], n)
	copy(j.old[:], o)
	return j, true, nil
}
