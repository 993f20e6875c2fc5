"""Read news about armed conflict: who said what, which number claimed by whom, what happened when."""

from sys import modules as _modules

from conflictkit._compare import ClaimGroup, Figure, compare_claims
from conflictkit._comparison import Comparison, ReportedToll, SharedIncident, compare
from conflictkit._errors import ConflictkitError, DataError, InputTypeError, LexiconError, MissingExtraError, UnknownLanguageError
from conflictkit._evolve import evolve
from conflictkit._many import parse_many
from conflictkit._models import (
    Bound,
    ClaimRole,
    DatedEvent,
    DateExpression,
    Dateline,
    DateSource,
    Entity,
    EntityKind,
    EventKind,
    Factuality,
    Grain,
    Incident,
    Measure,
    Mod,
    NumericClaim,
    Place,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Salience,
    Span,
    Stance,
    TimexType,
    Toll,
)
from conflictkit._pipeline import parse, parse_claims, parse_dates, parse_events, parse_quantities, parse_quotes
from conflictkit._report import Report
from conflictkit._serial import from_dict, from_json, to_dict, to_json
from conflictkit._speakers import Speaker
from conflictkit._timeline import Timeline, TimelineEntry
from conflictkit._views import Records
from conflictkit.export import to_format
from conflictkit.export.json_schema import json_schema
from conflictkit.language import ENGLISH, DateRule, Language

__all__ = [
    "ENGLISH",
    "Bound",
    "ClaimGroup",
    "ClaimRole",
    "Comparison",
    "ConflictkitError",
    "DataError",
    "DateExpression",
    "DateRule",
    "DateSource",
    "DatedEvent",
    "Dateline",
    "Entity",
    "EntityKind",
    "EventKind",
    "Factuality",
    "Figure",
    "Grain",
    "Incident",
    "InputTypeError",
    "Language",
    "LexiconError",
    "Measure",
    "MissingExtraError",
    "Mod",
    "NumericClaim",
    "Place",
    "Quantity",
    "QuantityKind",
    "Quote",
    "QuoteKind",
    "Records",
    "Report",
    "ReportedToll",
    "Salience",
    "SharedIncident",
    "Span",
    "Speaker",
    "Stance",
    "Timeline",
    "TimelineEntry",
    "TimexType",
    "Toll",
    "UnknownLanguageError",
    "compare",
    "compare_claims",
    "evolve",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "parse_claims",
    "parse_dates",
    "parse_events",
    "parse_many",
    "parse_quantities",
    "parse_quotes",
    "to_dict",
    "to_format",
    "to_json",
]

__compiled__: bool = "conflictkit__mypyc" in _modules
"""Whether this is the compiled wheel, which reads the same."""

for _name in __all__:
    if hasattr(globals()[_name], "__module__") and _name != "ENGLISH":
        globals()[_name].__module__ = __name__  # tracebacks, pickles and docs name what users import
