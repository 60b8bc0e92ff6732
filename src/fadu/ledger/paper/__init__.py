"""A document in the hand: a photograph, a scan or a PDF, led to its proof by the QR code that is printed on it."""
