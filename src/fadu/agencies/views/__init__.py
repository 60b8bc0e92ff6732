"""Pages of organs, people and credentials."""
