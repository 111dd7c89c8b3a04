"""XML that a stranger sent, walked through once by expat: no entities, no document types, no depths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from kit.reading.refusal import Refused

_DEEPEST = 100

Start = Callable[[str, Mapping[str, str]], None]
"""Takes an element's local name and its attributes, by local name as well."""


def walk(
    data: bytes, start: Start | None = None, end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through a document. Raises Refused where it is damaged, or is anything but plain elements and text."""
    if b"\x00" in data:
        raise Refused("is damaged: its XML is not UTF-8")
    parser, depth = expat.ParserCreate("utf-8", namespace_separator="}"), 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Refused("is damaged: its XML is nested too deeply")
        if start:
            start(_local(name), {_local(key): value for key, value in attributes.items()})

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(_local(name))

    def doctype(*_: object) -> None:
        raise Refused("has a document type (DTD) in its XML, which no workbook needs")

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    parser.buffer_text = True
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise Refused("is damaged: its XML can't be read") from None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


__all__ = ["walk"]
