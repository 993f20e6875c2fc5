"""The errors of the library: each says what was wrong, where, and what to do."""

from __future__ import annotations


class ConflictkitError(Exception):
    """Base of every error that conflictkit raises on purpose."""


class InputTypeError(ConflictkitError, TypeError):
    """An argument has the wrong type; the message names the argument, the type given and the type wanted."""


class UnknownLanguageError(ConflictkitError, ValueError):
    """No language pack of that name; the message lists the languages there are."""


class LexiconError(ConflictkitError, ValueError):
    """A word table or a rule of a language is malformed; the message names file, key and what was expected."""


class DataError(ConflictkitError, ValueError):
    """Data given to :func:`from_dict` or :func:`from_json` is malformed.

    ``path`` is the place inside the data, such as ``"quotes[2].content[0].start"`` (empty for the whole), ``message`` what is wrong there.
    """

    def __init__(self, message: str, path: str = "") -> None:
        self.path = path
        self.message = message
        super().__init__(f"at {path}: {message}" if path else message)


class MissingExtraError(ConflictkitError, ImportError):
    """A package is missing that an optional part needs; the message says how to install it."""
