"""事前公开: what an organ must tell before it enforces, made from the objects that run, by versions, and what an organ still lacks."""
