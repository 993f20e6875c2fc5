"""The JSON Schema (2020-12) of a report, worked out from the records themselves."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from conflictkit import _models, _report
from conflictkit._models import Incident, Toll
from conflictkit._report import Report
from conflictkit._serial import JOINED, SCHEMA

PLACES = {"type": "array", "items": {"type": "integer", "minimum": 0}}
"""Records of the report, as their places in its tuples."""

def json_schema() -> dict[str, Any]:
    """The schema that the JSON of every report fulfils: ``to_json(report)`` and ``to_dict(report)``.

    Records and enumerations stand under ``$defs`` by their Python names; descriptions are those of the Python fields.
    """
    known = [*vars(_models).values(), Report]
    kinds = [kind for kind in known if isinstance(kind, type) and (attrs.has(kind) or (issubclass(kind, StrEnum) and list(kind)))]
    described = _descriptions()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:conflictkit:report:{SCHEMA}",
        "title": "conflictkit report",
        "$ref": "#/$defs/Report",
        "$defs": {kind.__name__: _definition(kind, described) for kind in sorted(kinds, key=lambda kind: kind.__name__)},
    }


def _definition(kind: Any, described: dict[str, str]) -> dict[str, Any]:
    about = {"description": described[kind.__name__]}
    if issubclass(kind, StrEnum):
        return {**about, "type": "string", "enum": [str(member) for member in kind]}
    types = get_type_hints(kind)
    properties: dict[str, Any] = {"schema": {"const": SCHEMA}} if kind is Report else {}
    for field in attrs.fields(kind):
        key = f"{kind.__name__}.{field.name}"
        properties[field.name] = {**(PLACES if kind in (Incident, Toll) and field.name in JOINED else _of(types[field.name])), **({"description": described[key]} if key in described else {})}
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


def _descriptions() -> dict[str, str]:
    """``Class`` and ``Class.field`` -> what the source says of it: docstrings, and the strings that stand below fields."""
    found = {}
    for node in (node for module in (_models, _report) for node in ast.parse(inspect.getsource(module)).body):
        if isinstance(node, ast.ClassDef):
            found[node.name] = _plain(ast.get_docstring(node))
            for field, below in zip(node.body, node.body[1:]):
                if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                    found[f"{node.name}.{ast.unparse(field.target)}"] = _plain(below.value.value)
    return found


def _plain(docstring: object) -> str:
    return " ".join(str(docstring or "").replace("``", "").replace("None", "null").split())




if __name__ == "__main__":
    import json

    print(json.dumps(json_schema(), indent=2))
