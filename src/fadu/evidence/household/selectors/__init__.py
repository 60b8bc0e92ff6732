"""What is read of households, scoped to who asks."""
