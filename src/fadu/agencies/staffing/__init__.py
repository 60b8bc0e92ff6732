"""队伍和编制: posts and who holds them, recruitment, reinforcement, load, and whether the rolls agree with those of other offices."""
