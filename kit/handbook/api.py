"""The records for programs: `api/handbook.json`, and the schema that describes it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic.json_schema import models_json_schema

from kit import __version__
from kit.handbook.site import Site
from kit.library import Library
from kit.model import KINDS, Record
from kit.refs import address_in


def data_version(library: Library) -> str:
    """A name for what the records say: twelve letters of a checksum, other ones whenever a record changes."""
    said = {ref: record.model_dump(mode="json") for ref, record in library.records.items()}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def handbook(site: Site) -> str:
    """Every record, as lists under their kinds' names, each with its address and its standing."""
    found: dict[str, Any] = {
        "version": __version__, "data_version": data_version(site.library), "schema": "handbook.schema.json",
    }
    if site.library.edition:
        about = site.library.edition.about
        found["edition"] = {"name": about.name, "organisation": about.organisation}
    for kind, model in KINDS.items():
        found[kind] = [
            {
                **record.model_dump(mode="json", exclude_defaults=True),
                "address": address_in(site.library, record).path,
                "standing": [
                    {"status": standing.status, "about": standing.about, "update": update.id}
                    for update, standing in site.web.standings(record)
                ],
                "appears_in": [other.ref for other in site.web.appears_in(record)],
                **_local(site.library, record),
            }
            for record in site.library.all(model)
        ]
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _local(library: Library, record: Record) -> dict[str, Any]:
    """Whose words a record, or some of its fields, are where a local edition has its own."""
    local = library.edition
    if local is None or not local.says(record.ref):
        return {}
    fields = list(local.fields(record.ref))
    return {"local": {"by": local.about.organisation, "added": record.ref in local.added, "fields": fields}}


def schema() -> str:
    """A JSON Schema (2020-12) of `handbook.json`."""
    properties: dict[str, Any] = {name: {"type": "string"} for name in ("version", "data_version", "schema")}
    named = {name: {"type": "string"} for name in ("name", "organisation")}
    properties["edition"] = {"type": "object", "properties": named}
    # All at once, so that two pieces of one name (a step of an activity, a step of a scale) stay two.
    refs, shapes = models_json_schema([(model, "serialization") for model in KINDS.values()])
    definitions: dict[str, Any] = shapes["$defs"]
    for kind, model in KINDS.items():
        ref = refs[model, "serialization"]
        shape = definitions[str(ref["$ref"]).rpartition("/")[2]]
        shape["required"] = [name for name, field in model.model_fields.items() if field.is_required()]
        shape["properties"] |= _computed() | _marked()
        shape["required"] += list(_computed())
        properties[kind] = {"type": "array", "items": ref}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "From fixers to facilitators: the handbook's records",
        "type": "object", "required": ["version", "data_version", *KINDS], "properties": properties,
        "additionalProperties": False, "$defs": definitions,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _marked() -> dict[str, Any]:
    """What only a local edition's file adds, to the records that it added or changed."""
    text = {"type": "string"}
    shape = {"by": text, "added": {"type": "boolean"}, "fields": {"type": "array", "items": text}}
    said = "Whose words these are, where they are a local edition's: all of the record's, or those of some fields."
    return {"local": {"type": "object", "required": list(shape), "properties": shape, "description": said}}


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
