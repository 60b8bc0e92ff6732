"""Training of officers: plans, courses, sessions, hours, rotation."""
