// Package output takes the finished bytes of a site's files to a published
// folder: it makes them small, names them by their contents where wanted, and
// puts the whole site in the place of the earlier one in one switch.
//
// A reader of the folder sees the earlier site or the new one, whole. That
// holds for a process that is killed at any moment, and for a full disk; see
// settle for how. Files that are not the generator's own are carried over and
// never removed; the manifest tells them apart. Nothing is written but the
// output folder and the staging folder beside it.
package output
