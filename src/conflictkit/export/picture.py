"""A timeline as a picture: SVG that stands alone, for light and dark pages, with a title and a description."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conflictkit._models import Factuality
from conflictkit._timeline import Timeline, TimelineEntry
from conflictkit.export.timex import xml_safe

WIDTH, ROW, TOP, AXIS, LABEL = 960, 26, 44, 220, 410
"""Pixels: the whole, one entry, above the first entry, where the axis begins, where the labels begin."""
STYLE = """
.ck{font:13px system-ui,sans-serif;fill:#1b1f24}.ck .t{font-weight:600;font-size:15px}.ck .d{font-variant-numeric:tabular-nums}
.ck .l{stroke:#d0d7de}.ck .m{fill:#0969da;stroke:#0969da;stroke-width:2}.ck .h{fill:none}
@media (prefers-color-scheme:dark){.ck{fill:#e6edf3}.ck .l{stroke:#3d444d}.ck .m{fill:#4493f8;stroke:#4493f8}.ck .h{fill:none}}
"""


def to_svg(timeline: Timeline, title: str) -> str:
    """The picture as a file of its own; see :meth:`Timeline.to_svg`."""
    return "".join(picture(timeline.entries, title, STYLE))


def picture(entries: tuple[TimelineEntry, ...], title: str, style: str) -> Iterator[str]:
    """The pieces of the picture; without a style it takes that of the page around it."""
    height = TOP + ROW * max(1, len(entries)) + 10
    yield f'<svg xmlns="http://www.w3.org/2000/svg" class="ck" viewBox="0 0 {WIDTH} {height}" role="img">'
    yield f"<title>{xml_safe(title)}</title><desc>{xml_safe('; '.join(map(str, entries)) or 'No dated events.')}</desc>"
    yield f"<style>{style}</style>" if style else ""
    yield f'<text class="t" x="12" y="24">{xml_safe(title)}</text>'
    start = min((e.first for e in entries), default=dt.date.min)
    days = max(1, (max((e.last for e in entries), default=start) - start).days)
    for n, entry in enumerate(entries):
        y = TOP + ROW * n + ROW // 2
        a, b = (AXIS + (LABEL - AXIS - 24) * (day - start).days / days for day in (entry.first, entry.last))
        hollow = "" if entry.factuality is Factuality.ASSERTED else " h"
        yield f'<text class="d" x="12" y="{y + 4}">{entry.days}</text><line class="l" x1="{AXIS}" x2="{LABEL - 24}" y1="{y}" y2="{y}"/>'
        yield f'<rect class="m{hollow}" x="{a - 5:.1f}" y="{y - 5}" width="{b - a + 10:.1f}" height="10" rx="5"/>'
        yield f'<text x="{LABEL}" y="{y + 4}">{xml_safe(_cut(entry.label))}</text>'
    yield "</svg>\n"


def _cut(text: str, most: int = 76) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
