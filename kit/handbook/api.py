"""The records for programs: `api/handbook.json`, and the schema that describes it."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from kit import __version__
from kit.handbook.site import Site
from kit.model import KINDS
from kit.refs import address


def handbook(site: Site) -> str:
    """Every record, as lists under their kinds' names, each with its address and its standing."""
    found: dict[str, Any] = {"version": __version__, "schema": "handbook.schema.json"}
    for kind, model in KINDS.items():
        found[kind] = [
            {
                **record.model_dump(mode="json", exclude_defaults=True),
                "address": address(record).path,
                "standing": [
                    {"status": standing.status, "about": standing.about, "update": update.id}
                    for update, standing in site.web.standings(record)
                ],
                "appears_in": [other.ref for other in site.web.appears_in(record)],
            }
            for record in site.library.all(model)
        ]
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def schema() -> str:
    """A JSON Schema (2020-12) of `handbook.json`."""
    properties: dict[str, Any] = {"version": {"type": "string"}, "schema": {"type": "string"}}
    # All at once, so that two pieces of one name (a step of an activity, a step of a scale) stay two.
    refs, shapes = models_json_schema([(model, "serialization") for model in KINDS.values()])
    definitions: dict[str, Any] = shapes["$defs"]
    for kind, model in KINDS.items():
        ref = refs[model, "serialization"]
        shape = definitions[str(ref["$ref"]).rpartition("/")[2]]
        shape["required"] = [name for name, field in model.model_fields.items() if field.is_required()]
        shape["properties"] |= _computed()
        shape["required"] += list(_computed())
        properties[kind] = {"type": "array", "items": ref}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "From fixers to facilitators: the handbook's records",
        "type": "object", "required": ["version", *KINDS], "properties": properties,
        "additionalProperties": False, "$defs": definitions,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _computed() -> dict[str, Any]:
    """What the file adds to each record."""
    text = {"type": "string"}
    standing = {
        "type": "object", "required": ["status", "update"],
        "properties": {"status": text, "about": {"type": ["string", "null"]}, "update": text},
    }
    return {
        "address": {**text, "description": "Where the record lives, below the site's root."},
        "standing": {"type": "array", "items": standing},
        "appears_in": {"type": "array", "items": text},
    }
