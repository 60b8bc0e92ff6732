"""音像记录: what was recorded of a case in sound and picture, what it shows, whether it covers what it must, and who played it."""
