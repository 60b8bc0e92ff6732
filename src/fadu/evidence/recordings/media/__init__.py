"""Reading media files that nobody has vouched for, and making what can be played from them."""
