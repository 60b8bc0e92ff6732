"""Pages of recordings, and the bytes that a player asks for."""
