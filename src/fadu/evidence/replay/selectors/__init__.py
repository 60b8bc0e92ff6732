"""What the replay shows of a case, scoped to who asks."""
