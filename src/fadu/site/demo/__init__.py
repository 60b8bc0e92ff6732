"""The demonstration county (示范县): organs, people and two years of cases, the same every time on the same day.

Everything is done through the services and the one door, as the people of the county would: `organs` and `people` set it
up, `themes` are what goes wrong in the county, `story` tells one case step by step, `county` says which stories there are,
`run` takes them through the door in the order in which they were entered, `faults` is what was planted for the rules to find.
"""
