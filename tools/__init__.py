"""Commands that write parts of the documentation, and what they need."""
