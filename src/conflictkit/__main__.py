"""``python -m conflictkit``: the command line."""

import sys

from conflictkit._cli import main

sys.exit(main())
