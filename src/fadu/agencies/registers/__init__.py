"""Registers (台账): one description of a register gives its list, its page, its forms, and the sheet it goes in and out by."""
