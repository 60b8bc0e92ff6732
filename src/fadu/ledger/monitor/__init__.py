"""`fadu monitor`: following a log from outside. Knows neither Fadu's database nor Django: anybody may run it, and somebody else should.

- `source`   a log at an address or in a folder
- `state`    what was seen: the last head, and the root of every full bundle of entries
- `follow`   one round: fetch, verify, compare with what was seen
- `alarm`    what is shouted, the evidence that is kept, the hooks that are called
- `cli`      the command line
"""
