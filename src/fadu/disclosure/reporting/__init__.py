"""报: reports handed to the organ above, and what it says to them; which organs have handed in theirs in time."""
