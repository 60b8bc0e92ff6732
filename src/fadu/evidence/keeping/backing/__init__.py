"""`fadu backup DEST`, `fadu restore SRC`: the whole installation as it was at one moment, and its return.

DEST is a folder with one snapshot after another:

- `objects/ab/abcd…`          files by their SHA-256, each stored once however many snapshots name it
- `snapshots/20261121T2030Z/` `manifest.json` (every file with hash and size), `manifest.note` (its hash, signed by the key
  of the log), `database/…`, and `keys.sealed` where the keys were asked for

A snapshot takes its name last, when all it names is on the disk; one that was interrupted is called `.part-…` and is none.
"""
