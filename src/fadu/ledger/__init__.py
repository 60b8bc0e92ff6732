"""证: the verifiable log and its offline verifier. Pure Python; knows neither Django nor any other room of Fadu.

What is kept in the log can be proved by anyone who holds one line of text, the public key:

- `canonical`, `ecmascript`, `entry`  one spelling for every value; what a leaf says
- `hashing`, `frontier`, `levels`, `tree`, `proofs`   the Merkle tree of RFC 9162: roots, proofs, and their verification
- `tiles`, `storage`, `tilestore`, `edge`             the tree on disk in the C2SP tlog-tiles layout
- `note`, `checkpoint`        signed notes and tree heads (C2SP signed-note, tlog-checkpoint)
- `store`, `sequencer`, `memory`                      from pending database rows to a published tree head
- `receipt`, `casefile`, `package`                    what a citizen or a court holds
- `archive`, `verify`, `report`, `cli`                how it is checked

Sources: RFC 8785, RFC 9162 section 2.1, https://c2sp.org/signed-note, tlog-checkpoint, tlog-tiles.
"""
