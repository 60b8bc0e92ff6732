"""What is read of training, scoped to who asks."""
