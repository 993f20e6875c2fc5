"""The examples of the README and the docs run as tests."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=0)], patterns=["README.md", "docs/*.md", "docs/*/*.md"]).pytest()
