"""The figures that the catalogue computes, by subject."""
