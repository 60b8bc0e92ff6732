"""Oversight kept as registers: yearly plans, what was overseen, portals and whether they can be reached, performance and money beside fines."""
