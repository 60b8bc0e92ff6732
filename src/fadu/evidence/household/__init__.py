"""户: one household per party (一户式): everything that was ever done to one, and what a party may read of it itself."""
