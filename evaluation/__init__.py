"""Predictions in the common formats, and the scoreboard over the development sets."""
