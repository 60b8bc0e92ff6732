"""像: what was recorded and handed in about a case: originals that are never touched, who looked at them, and what becomes of them."""
