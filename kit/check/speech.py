"""A record's text as a reader hears it, near enough to judge its words, without the cost of parsing Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.text import LINK

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|‘[^’]*’|(?<!\w)\'[^\']{2,60}\'(?!\w)')
_WEB_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"`[^`]*`")
_ADDRESS = re.compile(r"https?://\S+")
_END = re.compile(r"(?<=[.!?])[\"”'’)*\]]*\s+|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s+")


def read_out(text: str) -> str:
    """A text with its links as words, without code and addresses."""
    if "[" in text:
        text = _WEB_LINK.sub(r"\1", LINK.sub(lambda found: found[2] or found[1].partition("/")[2], text))
    if "`" in text:
        text = _CODE.sub("", text)
    return _ADDRESS.sub("", text) if "://" in text else text


def said(text: str) -> str:
    """The writer's own words: the same, without what is quoted."""
    return _QUOTED.sub("", read_out(text))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text that was read out; a list's items stand for themselves."""
    yield from (part for part in _END.split(text) if part.strip())
