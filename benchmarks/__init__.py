"""How fast conflictkit is: beside its peers in one run, and against the length of the text."""
