"""Pages of exhibits, goods and stores."""
