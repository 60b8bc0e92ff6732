"""The pages of open data, its files, and what search engines ask for."""
