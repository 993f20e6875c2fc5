"""Scorers of the common formats, kept as they were given."""
