"""Tests of the verifiable log."""
