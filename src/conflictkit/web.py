"""A saved web page or mail as an article: its text, title, outlet and day of publication. Needs the extra ``web``."""

from __future__ import annotations

import datetime as dt
import email
import re
from email.message import EmailMessage
from email.policy import default as mail_policy
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from attrs import evolve, frozen

from conflictkit._errors import DataError, InputTypeError
from conflictkit._extras import need
from conflictkit._page import named_charset

DATES: dict[str, bool | str] = {"original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2100-01-01"}
"""How the day is sought: that of publication, where the page says it; no day is guessed, no clock is read."""
MAIL = re.compile(rb"\A(?:[A-Za-z][\w-]{1,40}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n){0,50}){2,200}\r?\n")
"""The headers of a mail and the empty line behind them."""
HEADERS = re.compile(rb"^(?:from|received|subject|message-id):", re.IGNORECASE | re.MULTILINE)


@frozen
class Page:
    """What a page or a mail holds."""

    text: str
    """Its article, a paragraph a line, tables with bars between their cells. Offsets of a report are those of this text."""
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    """The day of publication, where the page tells it."""


def read_page(source: bytes | str) -> Page:
    """The article of a saved page (``.html``) or mail (``.eml``), without menus, comments and what else stands around it.

    ``parse(page.text, published=page.published, title=page.title, outlet=page.outlet)`` reads it. Bytes are decoded as the page says, else
    as UTF-8, else as what they most probably are.

    Raises :class:`~conflictkit.MissingExtraError` without the extra ``web``, :class:`~conflictkit.InputTypeError` for what is neither ``bytes`` nor ``str``,
    :class:`~conflictkit.DataError` for a page without an article.
    """
    if not isinstance(source, bytes | str):
        raise InputTypeError(f"source must be bytes or a str, not {type(source).__name__}; read files with Path(...).read_bytes()")
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    need("trafilatura", "web")
    if (head := MAIL.match(data)) and HEADERS.search(head[0]):
        return _mail(data)
    return _page(source if isinstance(source, str) else _decoded(data))


def _page(html: str) -> Page:
    """The article of a page."""
    trafilatura = need("trafilatura", "web")
    found: Any = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATES)
    if found is None or not found.text:
        raise DataError("a page without an article: it may be made by a script when it is shown; save its text")
    return Page(found.text, found.title or None, found.sitename or None, _day(found.date))


def _mail(data: bytes) -> Page:
    """The body of a mail: its plain text, else its page; its subject, sender and day."""
    message = email.message_from_bytes(data, policy=mail_policy)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    try:
        text = str(body.get_content()) if body is not None else ""
    except (LookupError, KeyError, UnicodeError):  # an encoding that is not known, no text
        payload = body.get_payload(decode=True) if body is not None else None
        text = _decoded(payload) if isinstance(payload, bytes) else ""
    if not text.strip():
        raise DataError("a mail without text")
    page = _page(text) if body is not None and body.get_content_type() == "text/html" else Page(text.replace("\r\n", "\n").strip("\n"))
    name, address = parseaddr(str(message["from"] or ""))
    return evolve(page, title=str(message["subject"] or "") or page.title, outlet=name or address or None, published=_sent(message) or page.published)


def _sent(message: EmailMessage) -> dt.date | None:
    """The day of a mail's header."""
    try:
        return parsedate_to_datetime(str(message["date"])).date()
    except (ValueError, TypeError, IndexError):
        return None


def _day(told: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(told) if told else None
    except ValueError:
        return None


def _decoded(data: bytes) -> str:
    """The text of bytes: in the encoding that the page names, in UTF-8, or as what they most probably are."""
    for encoding in (named_charset(data), "utf-8-sig"):
        try:
            return data.decode(encoding or "utf-8-sig")
        except (LookupError, UnicodeDecodeError):
            continue
    best = need("charset_normalizer", "web").from_bytes(data).best()
    return str(best) if best is not None else data.decode("utf-8", "replace")
