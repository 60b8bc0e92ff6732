"""The package of a file (归档包): EEP in the manner of DA/T 48-2009, as a zip.

- `members`   what goes in, each with its hash
- `metadata`  eep.xml: the description that is signed and locked; `schema.xsd` says what it may hold
- `zipping`   the bytes, streamed, the same for the same input
- `opening`   reading one, whoever made it
"""
