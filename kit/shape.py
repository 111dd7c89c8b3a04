"""What Pydantic says of a record, put so that the person who wrote it knows what to do."""

from __future__ import annotations

import types
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kit.model.base import SLUG
from kit.yamltree import Fault, Misread, Path, Tree

M = TypeVar("M", bound=BaseModel)

_PATTERNS = {
    r"10\.": ("is not a DOI", "begin with 10., without https://doi.org/"),
    "@": ("is not an e-mail address or a web address", 'write "someone@example.org" or "https://example.org/"'),
    "[A-Za-z]{2,3}": ("is not a language tag", 'write it as "en-GB", "cy" or the like'),
    "{12}": ("is not a mark of what ours said", "leave the field out, and validation tells you what to write"),
    "https": ("is not a web address", "begin with https://, without spaces"),
    "/": ("is not a reference", 'write it as kind/id, for instance "case/taff-housing"'),
    "#": ("is not a colour", 'write it as "#RRGGBB", in quotes'),
    r"\d{4}": ("is not a date", 'write "2009", "2009-12" or "2009-12-31", in quotes'),
}


def near(word: str, known: list[str]) -> str:
    """A question that offers the nearest known words, or nothing."""
    found = nearest(word, known)
    return f"did you mean '{found}'?" if found else ""


def nearest(word: str, known: list[str]) -> str:
    """The nearest known word, or nothing."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")


def build(model: type[M], value: object, tree: Tree, path: Path) -> tuple[M | None, list[Fault]]:
    """A record, or whatever else a model describes, from its values, or every fault that keeps it from being one."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_faults(error, model, tree, path))


def _faults(error: ValidationError, model: type[BaseModel], tree: Tree, path: Path) -> Iterator[Fault]:
    seen: set[Path] = set()
    # Of a union's complaints the literal's is the least useful: leave it for when there is no other.
    items = sorted(error.errors(), key=lambda item: item["type"] == "literal_error")
    misspelt = {
        (*item["loc"][:-1], nearest(str(item["loc"][-1]), _fields_at(model, item["loc"][:-1])))
        for item in items if item["type"] == "extra_forbidden"
    }
    for item in items:
        where = _real(item["loc"], tree, path, item["type"])
        if where in seen or (item["type"] == "missing" and item["loc"] in misspelt):
            continue
        seen.add(where)
        if item["type"].startswith("union_tag"):
            where = (*where, _tag(item))
        message, hint = _say(item, model, tree, where)
        name, _, rest = message.partition(": ")
        named = (*where, *name.split("."))
        if item["type"] == "value_error" and named in tree.lines:  # a rule of the whole names the field
            where, message = named, rest
        yield Fault(tree.line(where), where[len(path):], message, hint)


def _real(loc: tuple[str | int, ...], tree: Tree, path: Path, kind: str) -> Path:
    """Pydantic's place without the union members' names that it mixes in."""
    where = path
    for number, step in enumerate(loc):
        last = number == len(loc) - 1
        if (*where, step) in tree.lines or (last and kind == "missing"):
            where = (*where, step)
    return where


def _say(item: ErrorDetails, model: type[BaseModel], tree: Tree, where: Path) -> tuple[str, str]:
    kind, given, context = item["type"], item["input"], item.get("ctx", {})
    raw = tree.raws.get(where, "")
    if kind.startswith("union_tag"):
        kind = "missing" if kind == "union_tag_not_found" else "literal_error"
        given = given.get(_tag(item))
    match kind:
        case "missing":
            return f"field '{where[-1]}' is missing", ""
        case "extra_forbidden":
            name = str(item["loc"][-1])
            return f"unknown field '{name}'", near(name, _fields_at(model, item["loc"][:-1]))
        case "string_too_long":
            return f"has {len(str(given))} characters; at most {context['max_length']} are allowed", ""
        case "too_long":
            return f"has {context['actual_length']} items; at most {context['max_length']} are allowed", ""
        case "too_short" if given:
            return f"has {len(given)} item; at least {context['min_length']} are needed", ""
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            return f"is {raw}; {_LIMITS[kind]} {next(iter(context.values()))}", ""
        case "string_too_short" | "too_short":
            return "is empty", "write it, or delete the field if it may be left out"
        case "string_pattern_mismatch":
            return _pattern(str(given), str(context["pattern"]))
        case "literal_error" if given is not None:
            choices = str(context.get("expected") or context.get("expected_tags"))
            known = [part.strip(" '") for part in choices.replace(" or ", ",").split(",")]
            if raw in known:  # part: 5
                return f"'{raw}' without quotes is read as {_named(given)}", f'put it in quotes: "{raw}"'
            shown = f"'{raw[:60]}'" if where in tree.raws else _named(given)
            return f"{shown} is not one of {', '.join(known)}", near(raw, known)
        case "value_error":
            return str(context["error"]), ""
    if isinstance(given, Misread):
        return f"'{given.raw[:60]}' without quotes is read as {given.meaning}", _after_misread(given, kind)
    if given is None:
        return "has no value", 'write it, in quotes if it begins with "#", or delete the field if it may be left out'
    if kind == "string_type" and isinstance(given, bool | int | float):
        return f"'{raw}' without quotes is read as {_named(given)}", f'put it in quotes: "{raw}"'
    text = kind == "string_type" and isinstance(given, list | dict)
    hint = 'if it is text that begins with "[" or "{", put it in quotes' if text else ""
    return f"is {_named(given)}; expected {_EXPECTED.get(kind, item['msg'])}", hint


def _tag(item: ErrorDetails) -> str:
    """The field by which a union tells its members apart."""
    return str(item["ctx"]["discriminator"]).strip("'")


_LIMITS = {
    "greater_than": "expected more than", "greater_than_equal": "expected at least",
    "less_than": "expected less than", "less_than_equal": "expected at most",
}

_EXPECTED = {
    "string_type": "text", "int_type": "a whole number", "float_type": "a number", "bool_type": "true or false",
    "list_type": "a list", "dict_type": "fields with names", "model_type": "fields with names",
    "int_from_float": "a whole number", "model_attributes_type": "fields with names",
}


def _after_misread(given: Misread, kind: str) -> str:
    if kind == "bool_type":
        return "write true or false"
    if kind in {"int_type", "float_type"}:
        return "write a plain number, in digits"
    if kind != "string_type":
        return f"expected {_EXPECTED.get(kind, 'something else')}"
    return f'put it in quotes: "{given.raw[:60]}"'


def _named(value: object) -> str:
    match value:
        case bool():
            return "a yes/no value"
        case int() | float():
            return "a number"
        case str():
            return f"text ('{value[:30]}')"
        case list():
            return "a list"
        case dict():
            return "a set of fields"
        case None:
            return "nothing"
    return "something else"


def _pattern(given: str, pattern: str) -> tuple[str, str]:
    if pattern == SLUG:
        return f"'{given}' is not an id", "use lower-case letters, digits and single hyphens"
    for mark, (message, hint) in _PATTERNS.items():
        if mark in pattern:
            return f"'{given[:60]}' {message}", hint
    return f"'{given[:60]}' is not of the right form", ""


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    here: list[type[BaseModel]] = [model]
    for step in loc:
        if isinstance(step, int):
            continue
        inner = [m for one in here if step in one.model_fields for m in _models(one.model_fields[step].annotation)]
        tagged = [one for one in here if step in _tags(one)]
        here = inner or tagged or here
    return [name for one in here for name in one.model_fields]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (list, dict, tuple, Union, types.UnionType) or get_args(annotation):
        for argument in get_args(annotation):
            yield from _models(argument)


def _tags(model: type[BaseModel]) -> tuple[Any, ...]:
    """The values of the field `kind` by which a union tells its members apart."""
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field else ()
