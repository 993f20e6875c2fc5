"""For tests of code that uses conflictkit: records in one line, and differences that read well.

Hypothesis strategies are in :mod:`conflictkit.testing.strategies`, which alone needs Hypothesis.
"""

from conflictkit.testing._explain import explain_difference
from conflictkit.testing._make import Maker

__all__ = ["Maker", "explain_difference"]
