"""核: a citizen holds a paper and learns whether it is what it seems: by whom, unchanged, still in force, and how that is proved."""
