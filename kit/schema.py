"""JSON Schemas of the YAML files, one a kind, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from kit.check.rules import RULES
from kit.model import KINDS, Record
from kit.model.edition import Edition, Override


def schemas() -> dict[str, str]:
    """The schema of each kind's file, as JSON text, by kind; then those of a local edition's own two files."""
    found = {kind: schema_of(model) for kind, model in KINDS.items()}
    found |= {"edition": _schema("a local edition", Edition), "overrides": _schema("overrides", list[Override])}
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in found.items()}


def schema_of(model: type[Record]) -> dict[str, Any]:
    """The schema of a file of a kind: a list of records, or a single one."""
    holds: Any = list[model] if model.layout == "list" else model  # type: ignore[valid-type]
    whole = _schema(f"{model.kind} records", holds)
    record = whole if "properties" in whole else whole["$defs"][model.__name__]
    record["properties"]["on_purpose"]["propertyNames"] = {"enum": [one.name for one in RULES if not one.firm]}
    return whole


def _schema(title: str, holds: Any) -> dict[str, Any]:
    shape: dict[str, Any] = TypeAdapter(holds).json_schema()
    return {"$schema": "https://json-schema.org/draft-07/schema", "title": title, **shape}
