"""JSON, as the browser saves it and `make_checklist.py --format json` lays it out: one response, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from pydantic import ValidationError

from kit.model.response import FORMAT, Response
from kit.model.summary import FORMAT as SUMMARY
from kit.reading.told import Given, Refused

_SPACE = " \t\r\n"


def read_saved(text: str) -> Iterator[Given | Refused]:
    """Every response of a file, one at a time; one that can't be used comes out as a refusal.

    Raises Refused where the file can't be read on.
    """
    whole = text.lstrip(_SPACE)
    if whole.startswith("["):
        yield from (_response(value) for value in _items(text, text.index("[") + 1))
    else:
        value, end = _decode(text, len(text) - len(whole))
        if text[end:].strip(_SPACE):
            raise Refused(f"is not JSON in line {text.count(chr(10), 0, end) + 1}: has something after its end")
        found = _response(value)
        if isinstance(found, Refused):
            raise found
        yield found


def _items(text: str, place: int) -> Iterator[object]:
    """The members of a list, each decoded when it is wanted."""
    first = True
    while True:
        place = _after_space(text, place)
        if text[place : place + 1] == "]":
            return
        if not first:
            if text[place : place + 1] != ",":
                raise Refused(f"is not JSON in line {text.count(chr(10), 0, place) + 1}: expected a comma or the end")
            place = _after_space(text, place + 1)
        value, place = _decode(text, place)
        yield value
        first = False


def _after_space(text: str, place: int) -> int:
    while text[place : place + 1] in tuple(_SPACE):
        place += 1
    return place


def _decode(text: str, place: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, place)
    except JSONDecodeError as error:
        raise Refused(f"is not JSON in line {error.lineno}: {error.msg[:1].lower() + error.msg[1:]}") from None
    except RecursionError:
        raise Refused("is not a response: its JSON is nested too deeply") from None
    except ValueError as error:
        raise Refused(f"is not a response: {str(error)[:80]}") from None


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for name, _ in pairs if [one for one, _ in pairs].count(name) > 1)
        raise ValueError(f"field '{twice[:40]}' is given twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


_DECODER = JSONDecoder(object_pairs_hook=_pairs, parse_constant=_no_number)


def _response(value: object) -> Given | Refused:
    if not isinstance(value, dict):
        return Refused("is not a response: expected fields with names")
    if value.get("format") == SUMMARY:
        return Refused("is a summary, not a response; give it with --since")
    if value.get("format") != FORMAT:
        return Refused(f'is not a response: its "format" isn\'t "{FORMAT}"')
    if value.get("format_version") != 1:
        version = json.dumps(value.get("format_version"))[:20]
        return Refused(f"is of format version {version}; this reads version 1")
    try:
        return Given(Response.model_validate(value))
    except ValidationError as error:
        first = error.errors()[0]
        return Refused(f"is not a response: {'.'.join(map(str, first['loc']))[:80]}: {_said(first['msg'])}")


def _said(message: str) -> str:
    return message[:1].lower() + message[1:120]


__all__ = ["read_saved"]
