"""账: users, posts, roles, the one permission table, sign-in."""
