"""How words and numbers are written in English."""

from __future__ import annotations

import re

from conflictkit._lexicon import Forms

FORMS = Forms(
    clitic=r"[sS]|(?<=\w.)(?:ve|VE|re|RE|ll|LL)|(?<=[eouyt].)d|(?<=I.)m",
    numbers=tuple(
        (name, re.compile(pattern))
        for name, pattern in (
            ("YEARS", r"(?:1\d|20|\d)?\d0['’]?s"),
            ("NTH", r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"),
            ("ORD", r"\d+(?:st|nd|rd|th)"),
            ("HOURHALF", r"(?:0?[1-9]|1[0-2])\.[0-5]\d[AaPp][Mm]"),
            ("POINTED", r"(?:0?[1-9]|1[0-2])\.[0-5]\d"),
            ("MINHALF", r"[0-5]\d(?:[AaPp][Mm]|hrs)"),
        )
    ),
    samples=("20s", "6.30", "90s", "1990s", "1850s", "5pm", "1st", "01st", "23rd", "45th"),
)
