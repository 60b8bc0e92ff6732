"""法律力量: lawyers in public service, legal advisers and experts, what they were asked and said, and reviewers lent from organ to organ."""
