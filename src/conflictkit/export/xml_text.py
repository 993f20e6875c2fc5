"""Any text as the text of an XML document."""

from __future__ import annotations

import re
from html import escape

NO_XML = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def xml_safe(text: str) -> str:
    """Text as XML: marks escaped, a blank for each character that XML cannot hold."""
    return escape(NO_XML.sub(" ", text))
