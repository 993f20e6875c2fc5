"""The page of a report in a real browser: offsets, hostile text, pointer, finger, keyboard, screen reader, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

import conflictkit as ck
from conflictkit.export.site import to_site
from tools import browser

pytestmark = pytest.mark.skipif(browser.find() is None, reason=f"no browser: install one of {', '.join(browser.NAMES)} (Debian: apt-get install chromium)")

ROOT = Path(__file__).parents[1]
DAY = date(2025, 11, 7)
PLACES = """
[...document.querySelectorAll("#ck-article [data-of]")].flatMap(mark => {
  const before = document.createRange();
  before.setStart(document.getElementById("ck-article"), 0);
  before.setEnd(mark, 0);
  const start = [...before.toString()].length;
  return mark.dataset.of.split(" ").map(id => [id, start, start + [...mark.textContent].length]);
})
"""
"""Every marked piece with its record, in code points of the article as the browser has it."""

HOSTILE = (
    "<script>document.title = 'broken'</script> <b>Bold & <i>unclosed <a href='x:\n"
    "שר ההגנה אמר: “12 people were killed” \u202e and 30 wounded\u202c by drones 🇺🇦🔥 on Monday.\n"
    "NUL \0 and \x1b and \x7f; a bare \r return; the end.</article></body><!-- \u2028 x"
)


@pytest.fixture(scope="module")
def running() -> Iterator[browser.Browser]:
    with browser.browser() as one:
        yield one


@pytest.fixture(scope="module")
def page(running: browser.Browser) -> browser.Page:
    return browser.Page(running)


@pytest.fixture
def strikes(page: browser.Page, tmp_path: Path) -> ck.Report:
    """The page of a seed, opened."""
    report = ck.parse((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8"), published=DAY)
    page.screen(1200, 900)
    show(page, report, tmp_path)
    return report


def show(page: browser.Page, report: ck.Report, folder: Path, fragment: str = "") -> None:
    path = folder / "report.html"
    path.write_text(report.to_html(title="A report"), encoding="utf-8", newline="")
    page.open(path, fragment)


def card(page: browser.Page) -> str | None:
    """The words of the card; None when it is not to be seen."""
    words: str | None = page.run("(card => card.hidden ? null : card.innerText)(document.getElementById('ck-card'))")
    return words


def middle(page: browser.Page, selector: str) -> tuple[float, float]:
    """Where an element stands on the screen, brought there first."""
    x, y = page.run(
        f"(e => {{ e.scrollIntoView({{block: 'center'}}); const b = e.getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2]; }})"
        f"(document.querySelector({selector!r}))"
    )
    return x, y


@pytest.mark.parametrize("name", ["strikes", "pokrovsk", "hostile"])
def test_marks_stand_at_the_offsets_of_the_records(page: browser.Page, tmp_path: Path, name: str) -> None:
    text = HOSTILE if name == "hostile" else (ROOT / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
    report = ck.parse(text, published=DAY)
    show(page, report, tmp_path)
    covered: dict[str, set[int]] = {}
    for record, start, end in page.run(PLACES):
        covered.setdefault(record, set()).update(range(start, end))
    spans = {
        **{f"q{n}": quote.content for n, quote in enumerate(report.quotes, 1)},
        **{f"c{n}": (claim.quantity.span,) for n, claim in enumerate(report.claims, 1)},
        **{f"d{n}": (when.span,) for n, when in enumerate(report.dates, 1)},
        **{f"e{n}": (event.trigger,) for n, event in enumerate(report.events, 1)},
    }
    assert spans
    for record, parts in spans.items():
        wanted = {k for part in parts for k in range(part.start, part.end)}
        assert covered[record] <= wanted
        assert not any(text[k].strip() for k in wanted - covered[record])


def test_hostile_text_is_shown_as_text(page: browser.Page, tmp_path: Path) -> None:
    show(page, ck.parse(HOSTILE, published=DAY), tmp_path)
    shown = page.run("document.getElementById('ck-article').textContent")
    assert shown == HOSTILE.replace("\0", "\u2400").replace("\x1b", "\u241b").replace("\x7f", "\u2421")
    assert page.run("document.title") == "A report"
    assert page.run("document.scripts.length") == 1
    assert page.run("document.querySelectorAll('#ck-article b, #ck-article img').length") == 0
    assert page.complaints() == []


def test_nothing_is_asked_of_the_network(page: browser.Page, strikes: ck.Report) -> None:
    assert all(url.startswith("file:") for url in page.requests())
    assert len(page.requests()) == 1
    assert page.complaints() == []


def test_the_pointer_shows_a_record_and_the_quote_around_it(page: browser.Page, strikes: ck.Report) -> None:
    inside = next(n for n, claim in enumerate(strikes.claims, 1) if claim.source is not None)
    page.mouse(1, 1)
    assert card(page) is None
    page.mouse(*middle(page, f"#ck-article [data-of~=c{inside}]"))
    words = card(page)
    assert words is not None
    assert words.startswith("Claim")
    assert strikes.claims[inside - 1].source.name in words  # type: ignore[union-attr,operator]
    assert "Quote" in words
    page.mouse(1, 1)
    page.run("new Promise(done => setTimeout(done, 400))")
    assert card(page) is None


def test_the_keyboard_reaches_every_record(page: browser.Page, strikes: ck.Report) -> None:
    stops = page.run("[...document.querySelectorAll('#ck-article a')].map(a => a.tabIndex)")
    assert set(stops) == {0}
    page.run("document.querySelector('#ck-article a').focus(), document.activeElement.blur(), document.querySelector('.legend input:last-of-type').focus()")
    for _ in range(20):
        page.key("Tab", 9)
        if page.run("document.activeElement.closest('#ck-article') !== null"):
            break
    assert card(page) is not None
    page.key("Escape", 27)
    assert card(page) is None
    page.key("Enter", 13, "\r")
    assert card(page) is not None
    page.key("Enter", 13, "\r")
    assert page.run("document.getElementById(location.hash.slice(1)).matches('tr')")


def test_a_finger_shows_a_record_on_a_phone(page: browser.Page, strikes: ck.Report) -> None:
    page.screen(360, 740, phone=True)
    assert page.run("document.documentElement.scrollWidth <= 360")
    page.tap(*middle(page, "#ck-article .claim"))
    words = card(page)
    assert words is not None
    assert "Claim" in words
    bottom = page.run("document.getElementById('ck-card').getBoundingClientRect().bottom")
    assert bottom == 740
    page.screen(1200, 900)


def test_a_screen_reader_hears_the_record_of_a_mark(page: browser.Page, strikes: ck.Report) -> None:
    page.send("Accessibility.enable")
    nodes = page.send("Accessibility.getFullAXTree")["nodes"]
    described = {node["name"]["value"].strip(): node["description"]["value"] for node in nodes if node.get("description", {}).get("value")}
    assert described["at least 10 people"].startswith("Claim: measure killed, as written at least 10 people, low 10")
    marks = page.run("[...document.querySelectorAll('#ck-article a')].map(mark => mark.textContent)")
    assert marks
    assert [mark for mark in marks if mark.strip() not in described] == []
    roles = {node["role"]["value"] for node in nodes if "role" in node}
    assert {"main", "article", "table", "columnheader", "rowheader", "cell", "heading", "checkbox", "complementary"} <= roles
    assert not [node for node in nodes if node.get("role", {}).get("value") in ("link", "checkbox") and not node["ignored"] and not node["name"]["value"].strip()]


def test_a_kind_is_switched_off(page: browser.Page, strikes: ck.Report) -> None:
    looks = "getComputedStyle(document.querySelector('#ck-article .claim')).backgroundImage"
    assert page.run(looks) != "none"
    page.run("document.getElementById('ck-show-claim').click()")
    assert page.run(looks) == "none"
    assert page.run("document.querySelector('#ck-article .claim:not(.quote, .date, .event)').tabIndex") == -1
    page.run("document.getElementById('ck-show-claim').click()")


def test_a_link_into_the_text_opens_its_record(page: browser.Page, tmp_path: Path) -> None:
    report = ck.parse((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8"), published=DAY)
    show(page, report, tmp_path, "#at-c2")
    words = card(page)
    assert words is not None
    assert report.claims[1].quantity.span.text in words


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(page: browser.Page, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><title>Notebook</title>{ck.parse(HOSTILE, published=DAY)._repr_html_()}", encoding="utf-8", newline="")
    page.open(path)
    assert page.run("document.querySelector('#ck-article').textContent.startsWith('<script>')", frame=True)
    assert page.run("document.querySelector('#ck-article .claim').click(), document.querySelector('#ck-card').innerText.startsWith('Claim')", frame=True)
    assert page.run("(() => { try { return parent.document.title } catch { return 'cut off' } })()", frame=True) == "cut off"
    assert page.run("document.title") == "Notebook"


def test_contrast_is_enough_by_day_and_by_night(page: browser.Page, strikes: ck.Report) -> None:
    brightness = """
    (() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const light = color => {
        canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      const behind = element => {
        for (let e = element; e; e = e.parentElement) {
          const style = getComputedStyle(e);
          const wash = style.backgroundImage.match(/rgba?\\([^)]*\\)/);
          if (wash) return wash[0];
          if (style.backgroundColor !== "rgba(0, 0, 0, 0)") return style.backgroundColor;
        }
      };
      return [...document.querySelectorAll("p, a, span, li, dt, dd, th, td, small, summary, label")].filter(e => e.innerText?.trim()).map(e => {
        const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
        return (a + .05) / (b + .05);
      }).reduce((x, y) => Math.min(x, y));
    })()
    """
    papers = []
    for dark in (False, True):
        page.screen(1200, 900, dark=dark)
        assert page.run(brightness) >= 4.5  # WCAG 2.2, 1.4.3 (AA)
        papers.append(page.run("getComputedStyle(document.body).backgroundColor"))
    assert papers[0] != papers[1]
    page.screen(1200, 900)


LONG = "Langenlangenlangenbergenhausen" * 8
HARD = (
    f"Governor {LONG} said that 12 people were killed in {LONG} on Monday. \u202eThe governor said 30 people were wounded near {LONG}.\n"
    f"\u2067Minister Ana \u202eRuiz\u202c told Reuters that 5 soldiers were killed by rebels at {LONG}-bridge.\nhttps://example.org/{'a' * 300}"
)
SIZES = [(1280, False), (360, True)]


def hosted(report: ck.Report) -> str:
    """A page of somebody else with a fragment in it."""
    own = "<style>body { font: 20px serif; background: #eef; margin: 1rem } table { border: 3px solid #a00 } a { color: #a00 }</style>"
    start = f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>{own}'
    return f'{start}<main><h1>Host</h1><table id="mine"><tr><td>cell</td></tr></table>{report.to_html(fragment=True)}</main></html>'


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page, one with what is hard to show, a fragment in a page of somebody else, the index of a site."""
    folder = tmp_path_factory.mktemp("pages")
    strikes = ck.parse((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8"), published=DAY, id="strikes")
    hard = ck.parse(HARD, published=DAY, id="hard", title=f"\u202e{LONG}")
    written = {"page": strikes.to_html(title="A report"), "hard": hard.to_html(title=hard.title), "fragment": hosted(strikes)}
    to_site([strikes, hard], folder / "site")
    for name, page in written.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8", newline="")
    return {**{name: folder / f"{name}.html" for name in written}, "site": folder / "site" / "index.html"}


@pytest.mark.parametrize("name", ["page", "hard", "fragment", "site"])
@pytest.mark.parametrize(("width", "phone"), SIZES)
def test_nothing_is_wider_than_the_screen(page: browser.Page, pages: dict[str, Path], name: str, width: int, phone: bool) -> None:
    page.screen(width, 740, phone=phone)
    page.open(pages[name])
    page.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.run("document.documentElement.scrollWidth - innerWidth") == 0
    page.screen(1200, 900)


def test_a_fragment_leaves_the_page_around_it_alone(page: browser.Page, pages: dict[str, Path]) -> None:
    page.screen(1200, 900)
    page.open(pages["fragment"], "#at-c3")
    assert "Claim" in str(card(page))
    assert page.run("[...document.querySelectorAll('#mine td')].map(e => getComputedStyle(e).padding)") == ["1px"]
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(238, 238, 255)"
    mark, shown = page.run("[document.querySelector('.lit'), document.getElementById('ck-card')].map(e => (b => [b.left, b.bottom, b.top])(e.getBoundingClientRect()))")
    assert abs(shown[0] - mark[0]) < 2
    assert 0 < shown[2] - mark[1] < 12
    assert page.complaints() == []


@pytest.mark.skipif(find_spec("axe_playwright_python") is None, reason="no axe-core: pip install --no-deps axe-playwright-python")
@pytest.mark.parametrize("name", ["page", "hard", "fragment", "site"])
@pytest.mark.parametrize(("width", "phone"), SIZES)
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(page: browser.Page, pages: dict[str, Path], name: str, width: int, phone: bool, dark: bool) -> None:
    spec = find_spec("axe_playwright_python")
    assert spec is not None and spec.submodule_search_locations is not None
    page.screen(width, 900, phone=phone, dark=dark)
    page.open(pages[name])
    page.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.run((Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8") + "; 0")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    assert page.run(f"axe.run(document, {{runOnly: {rules}}}).then(r => r.violations.map(v => [v.id, v.nodes[0].html.slice(0, 200)]))") == []
    page.screen(1200, 900)
