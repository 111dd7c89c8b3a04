"""JSON Schemas of the YAML files, one a kind, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from kit.model import KINDS, Record


def schemas() -> dict[str, str]:
    """The schema of each kind's file, as JSON text, by kind."""
    return {kind: json.dumps(schema_of(model), indent=1, ensure_ascii=False) + "\n" for kind, model in KINDS.items()}


def schema_of(model: type[Record]) -> dict[str, Any]:
    """The schema of a file of a kind: a list of records, or a single one."""
    holds: Any = list[model] if model.layout == "list" else model  # type: ignore[valid-type]
    shape: dict[str, Any] = TypeAdapter(holds).json_schema()
    return {"$schema": "https://json-schema.org/draft-07/schema", "title": f"{model.kind} records", **shape}
