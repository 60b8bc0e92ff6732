"""The platform in a real browser, as the people of a county use it."""
