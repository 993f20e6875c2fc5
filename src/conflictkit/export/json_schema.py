"""The JSON Schema (2020-12) of a report, worked out from the records themselves."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from conflictkit import _models
from conflictkit._models import Incident, Toll
from conflictkit._report import Report, types_of
from conflictkit._serial import JOINED, SCHEMA

PLACES: dict[str, Any] = {"type": "array", "items": {"type": "integer", "minimum": 0}}
"""Records of the report, as their places in its tuples."""


def json_schema() -> dict[str, Any]:
    """The schema that the JSON of every report fulfils: ``to_json(report)`` and ``to_dict(report)``.

    Records and enumerations stand under ``$defs`` by their Python names; descriptions are those of the Python fields. The wheel holds it as
    a file too, ``conflictkit/report.schema.json``.
    """
    known = [*vars(_models).values(), Report]
    kinds = [kind for kind in known if isinstance(kind, type) and (attrs.has(kind) or (issubclass(kind, StrEnum) and list(kind)))]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:conflictkit:report:{SCHEMA}",
        "title": "conflictkit report",
        "$ref": "#/$defs/Report",
        "$defs": {kind.__name__: _definition(kind) for kind in sorted(kinds, key=lambda kind: kind.__name__)},
    }


def _definition(kind: Any) -> dict[str, Any]:
    about = _description(kind.__doc__)
    if issubclass(kind, StrEnum):
        return {**about, "type": "string", "enum": [str(member) for member in kind]}
    types = types_of(kind)
    properties: dict[str, Any] = {"schema": {"const": SCHEMA, "description": "Number of this form."}} if kind is Report else {}
    for field in attrs.fields(kind):
        form = PLACES if kind in (Incident, Toll) and field.name in JOINED else _of(types[field.name])
        properties[field.name] = {**form, **_description(field.metadata.get("about"))}
    return {**about, "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _of(kind: Any) -> dict[str, Any]:
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(arguments[0])}
    if NoneType in arguments:
        inner = [_of(argument) for argument in arguments if argument is not NoneType]
        return {"anyOf": [_narrowest(inner), {"type": "null"}]}
    if arguments:
        return _narrowest([_of(argument) for argument in arguments])
    if kind is dt.date:
        return {"type": "string", "format": "date"}
    plain = {str: "string", bool: "boolean", int: "integer", float: "number"}.get(kind)
    return {"type": plain} if plain else {"$ref": f"#/$defs/{kind.__name__}"}


def _narrowest(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """One schema of several: "number" takes in "integer"."""
    return schemas[0] if len(schemas) == 1 else {"type": "number"}


def _description(text: str | None) -> dict[str, str]:
    return {"description": " ".join(text.replace("``", "").replace("None", "null").split())} if text else {}
