"""放: a case's whole course as a film strip, from what the record and the rooms above it say. It keeps nothing of its own."""
