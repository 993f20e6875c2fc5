"""A folder of pages: an index with what the reports say of the same things, then each report's own page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template

from conflictkit._report import Report
from conflictkit.export._files import whole_folder
from conflictkit.export.compared import Compared, compared
from conflictkit.export.shown import SAFE
from conflictkit.export.tables import Many, identified

PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-$hash'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="conflictkit">
<title>$title</title>
<style>$style</style>
</head>
<body>
<header><h1>$title</h1><p>$facts</p></header>
<main>
$body
</main>
</body>
</html>
""")
STYLE = """
:root { color-scheme: light dark; background: Canvas; color: CanvasText; --line: #d0d4da; --soft: #5a6270; --bad: #a3260f; --good: #12643a; }
@media (prefers-color-scheme: dark) { :root { --line: #3b4250; --soft: #a7b0be; --bad: #ff9d86; --good: #7fd6a4; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
header p, small { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td { min-width: 5rem; overflow-wrap: anywhere; } h3 { overflow-wrap: anywhere; } td.n, th.n { min-width: 3rem; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.day { white-space: nowrap; }
.conflict { color: var(--bad); } .agree, .grew { color: var(--good); }
"""
COUNTED = ("incidents", "quotes", "claims", "events")


def to_site(reports: Many, folder: str | Path) -> None:
    """Write a folder of web pages that need nothing else: ``index.html`` and a page for each report under ``pages``.

    The index shows first what several reports say of the same thing, then the reports by day. A folder that is there already is replaced
    if it holds nothing but such files of an earlier time, else :class:`DataError` is raised.
    """
    with whole_folder(Path(folder)) as made:
        write_site(list(identified(reports)), made)


def write_site(reports: list[tuple[str, Report]], folder: Path, more: str = "") -> None:
    """Write the pages into a folder that is there; ``more`` is HTML below the title of the index."""
    (folder / "pages").mkdir()
    places = {}
    for n, (name, report) in enumerate(reports, start=1):
        places[name] = f"pages/{n:04d}-{_slug(name)}.html"
        page = report.to_html(title=_title(name, report))
        page = page.replace("<header>", '<header>\n<p><a href="../index.html">All reports</a></p>', 1)
        (folder / places[name]).write_text(page, encoding="utf-8", newline="")
    told = [group for group in compared(reports) if group.told_again]
    body = "\n".join([*_comparison(told, places), *_list(reports, places)])
    facts = f"{len(reports):,} reports{_span_of_days(reports)}{more}"
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    (folder / "index.html").write_text(PAGE.substitute(title="Reports", facts=facts, style=STYLE, hash=digest, body=body), encoding="utf-8", newline="")


def _comparison(groups: Iterable[Compared], places: dict[str, str]) -> Iterator[str]:
    groups = list(groups)
    if not groups:
        return
    yield f"<section><h2>What they say of the same things <small>{len(groups)}</small></h2>"
    for group in groups:
        yield f'<h3>{_own(group.subject)} <small class="{group.verdict}">{group.verdict}</small></h3>'
        yield '<div class="wide" tabindex="0" role="region" aria-label="figures"><table><thead><tr><th>measure</th><th class="n">figure</th><th>who says so</th><th>as of</th><th>as written</th><th>report</th></tr></thead><tbody>'
        for row in group.rows:
            told = f'<td>{_own(row["source"] or "the report itself")}</td><td class="day">{row["date"] or ""}</td><td>{_own(row["text"])}</td>'
            yield f'<tr><td>{_own(_words(row["measure"]))}</td><td class="n">{_figure(row)}</td>{told}<td>{_link(row["document"], places)}</td></tr>'
        yield "</tbody></table></div>"
    yield "</section>"


def _list(reports: Iterable[tuple[str, Report]], places: dict[str, str]) -> Iterator[str]:
    heads = "".join(f'<th class="n">{kind}</th>' for kind in COUNTED)
    yield f'<section><h2>Reports</h2><div class="wide" tabindex="0" role="region" aria-label="reports"><table><thead><tr><th>day</th><th>report</th>{heads}</tr></thead><tbody>'
    for name, report in sorted(reports, key=lambda pair: (str(pair[1].published or ""), pair[0])):
        counts = "".join(f'<td class="n">{len(getattr(report, kind))}</td>' for kind in COUNTED)
        link = f'<a href="{places[name]}">{_own(_title(name, report))}</a>'
        yield f'<tr><td class="day">{report.published or ""}</td><td>{link}</td>{counts}</tr>'
    yield "</tbody></table></div></section>"


def _figure(row: dict[str, object]) -> str:
    """ "12", "at least 10", "20 to 30"."""
    low, best, high = (row[name] for name in ("low", "best", "high"))
    if low == high and low is not None:
        return f"{low:,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"at most {high:,}" if high is not None else f"about {best:,}" if best is not None else ""


def _words(name: object) -> str | None:
    return str(name).replace("_", " ") if name is not None else None


def _link(name: str, places: dict[str, str]) -> str:
    return f'<a href="{places[name]}">{_own(Path(name).name)}</a>'


def _title(name: str, report: Report) -> str:
    return report.title or Path(name).stem or name


def _span_of_days(reports: Iterable[tuple[str, Report]]) -> str:
    days = sorted(report.published for _, report in reports if report.published)
    return "" if not days else f", {days[0]}" if days[0] == days[-1] else f", {days[0]} to {days[-1]}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")[:60] or "report"


def _own(text: object) -> str:
    """Text of a document as HTML, with a direction of writing of its own."""
    return f"<bdi>{str(text).translate(SAFE)}</bdi>" if text is not None else ""
