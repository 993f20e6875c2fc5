"""``python -m conflictkit``: the command line."""

from conflictkit._cli import command

if __name__ == "__main__":
    command()
