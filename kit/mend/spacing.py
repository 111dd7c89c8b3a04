"""What shows on no screen: ends of lines, spaces before them, and the end of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.mend.edits import Edit
from kit.yamltree import Unreadable, parse

_OTHER_ENDS = re.compile(r"\r\n?")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_TABBED = re.compile(r"^[ \t]*\t[ \t]*$", re.MULTILINE)
_KEPT = "spaces at the end of this line are part of the text; left as they are"


def line_ends(text: str) -> Iterator[Edit]:
    """Windows line ends, and those of old Macs, made plain all at once. YAML reads all of them alike."""
    plain, count = _OTHER_ENDS.subn("\n", text)
    if count:
        yield Edit(0, len(text), plain, 1, f"Windows line ends made plain ({count} lines)")


def trailing(text: str) -> Iterator[Edit]:
    """Spaces and tabs before the end of a line."""
    yield from _deleted(_TRAILING, text)


def tabs_alone(text: str) -> Iterator[Edit]:
    """Lines of nothing but a tab, which keep a file from being read."""
    try:
        parse(text)
    except Unreadable:
        yield from _deleted(_TABBED, text)


def _deleted(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    for found in pattern.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        what = "a tab" if "\t" in found[0] else "spaces"
        yield Edit(found.start(), found.end(), "", line, f"{what} at the end of the line deleted", _KEPT)


def last_line(text: str) -> Iterator[Edit]:
    """A file ends with one line end."""
    bare = text.rstrip("\n")
    if bare and text != bare + "\n":
        what = "a line end added at the end of the file" if bare == text else "blank lines at the end deleted"
        yield Edit(len(bare), len(text), "\n", bare.count("\n") + 1, what)
