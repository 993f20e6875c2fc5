"""Quote regions: which stretches of a text stand between quote marks, told by the marks and by the white space around them."""

from __future__ import annotations

from typing import NamedTuple

OPENERS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‟": "”", "‹": "›", '"': '"', "''": "''"}
DOUBLE = frozenset('“”„«»‟‹›"') | {"``", "''"}
SINGLE = frozenset("'‘’‚")
ONLY_OPEN = frozenset({"“", "„", "«", "``", "‟", "‹"})
ONLY_CLOSE = frozenset("”»›")
LINE = frozenset("\n\r\u2028\u2029")
MARKS = DOUBLE | SINGLE | LINE
FIRST = frozenset(mark[0] for mark in MARKS)
OPEN_BEFORE = frozenset("([{—–-/:“‘\"'")
ELISIONS = frozenset(["em", "til", "tis", "twas", "cause", "n", "bout", "round"])


class Region(NamedTuple):
    """A stretch between quote marks, as token indices: ``open`` is the mark, ``close`` one past the closing mark (or the paragraph's end)."""

    open: int
    close: int
    closed: bool


def find_regions(toks: list[str]) -> tuple[Region, ...]:
    """Stretches between quote marks, in order and never nested; an unclosed mark runs to its paragraph's end."""
    out: list[Region] = []
    marks: list[tuple[int, str]] = []
    for k, tok in enumerate(toks):
        if tok[0] in FIRST and (mark := tok.rstrip(" ") or tok) in MARKS:
            if mark in LINE:
                if marks:
                    _paragraph(toks, marks, k, out)
                    marks = []
            else:
                marks.append((k, mark))
    if marks:
        _paragraph(toks, marks, len(toks), out)
    return tuple(out)


def _opens(toks: list[str], k: int) -> bool:
    """Whether the white space says that the mark at k opens: a blank (or a bracket, a dash) before it, a letter glued to it."""
    before = toks[k - 1] if k else "\n"
    return (before[-1].isspace() or before[-1] in OPEN_BEFORE) and toks[k][-1] != " " and k + 1 < len(toks) and not toks[k + 1].isspace()


def _closes(toks: list[str], k: int) -> bool:
    """Whether the white space says that the mark at k closes: glued to what is before, nothing glued behind but marks."""
    if not k or toks[k - 1][-1].isspace():
        return False
    return toks[k][-1] == " " or k + 1 == len(toks) or not toks[k + 1][0].isalnum()


def _single_partners(toks: list[str], marks: list[tuple[int, str]]) -> dict[int, int]:
    """For each single mark that can open: the single mark that closes it. A plural's apostrophe closes only for want of a better one."""
    partners: dict[int, int] = {}
    strong = weak = -1
    for k, mark in reversed(marks):
        if mark not in SINGLE:
            continue
        if mark != "‘" and mark != "‚" and _closes(toks, k):
            before = toks[k - 1]
            if before[-1] in ",.?!…":
                strong = k
            elif before[-1] not in "sS" or k + 1 == len(toks) or not toks[k + 1][0].isalpha():
                weak = k
        elif mark != "’" and _opens(toks, k) and toks[k + 1][0].isalpha() and toks[k + 1].strip().lower() not in ELISIONS:
            best = min(p for p in (strong, weak) if p >= 0) if strong >= 0 or weak >= 0 else -1
            if best >= 0:
                partners[k] = best
    return partners


def _surplus(toks: list[str], marks: list[tuple[int, str]]) -> list[int]:
    """For each mark: how many more double marks close than open from it to the paragraph's end, itself counted."""
    out, balance = [], 0
    for k, mark in reversed(marks):
        if mark not in SINGLE:
            closes = _closes(toks, k)
            balance += 1 if closes and not _opens(toks, k) else -1 if _opens(toks, k) and not closes else 0
        out.append(balance)
    return out[::-1]


def _paragraph(toks: list[str], marks: list[tuple[int, str]], end: int, out: list[Region]) -> None:
    """The regions of one paragraph, from its marks in order."""
    singles = _single_partners(toks, marks) if any(mark in SINGLE for _, mark in marks) else {}
    opened, opener, skip, depth = -1, "", -1, 0
    certain = False
    surplus = _surplus(toks, marks)
    for n, (k, mark) in enumerate(marks):
        if k <= skip:
            continue
        if depth and mark not in SINGLE:  # a quote within the quote
            depth += 1 if _opens(toks, k) and not _closes(toks, k) else -1
            continue
        if mark in SINGLE:
            if opened < 0 and k in singles:
                skip = singles[k]
                out.append(Region(k, skip + 1, closed=True))
            elif opened >= 0 and opener == "“" and k + 1 < len(toks) and toks[k + 1].rstrip(" ") == mark and mark in "’'":
                out.append(Region(opened, k + 2, closed=True))  # two single marks for a double one
                opened, skip = -1, k + 1
            elif opened >= 0 and opener in ("''", "``") and mark != "‘" and toks[k - 1][-1] in ",.?!" and _closes(toks, k):
                out.append(Region(opened, k + 1, closed=True))
                opened = -1
            continue
        opens, closes = _opens(toks, k), _closes(toks, k)
        if opened >= 0 and opens and not closes and surplus[n] > 0 and mark not in ONLY_CLOSE:
            depth = 1
            continue
        if opened < 0:
            if mark in ONLY_OPEN or opens or (not closes and mark not in ONLY_CLOSE and surplus[n] > 0):
                opened, opener, certain = k, mark, opens
        elif mark in ONLY_OPEN and not (mark in OPENERS[opener] if opener in OPENERS else False) and not closes:
            out.append(Region(opened, k, closed=False))
            opened, opener, certain = k, mark, opens
        elif (
            mark == opener and opens and not closes
        ):  # a straight mark that opens while one is open: the one before was stray or never closed
            if certain:
                out.append(Region(opened, k, closed=False))
            opened, opener, certain = k, mark, True
        elif mark in OPENERS.get(opener, "") or mark in ONLY_CLOSE or mark == '"' or (mark in ONLY_OPEN and closes) or mark == "''":
            out.append(Region(opened, k + 1, closed=True))
            opened = -1
    if opened >= 0:
        out.append(Region(opened, end, closed=False))
