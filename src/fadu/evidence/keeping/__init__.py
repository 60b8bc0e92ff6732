"""守: whether what is kept is whole: verification of an installation, its backup, its return, what is published of the log."""
