"""What is safe to mend in the records' files, comments kept and every other byte as it was.

Each mend is a change at one spot, and stands only if the file then says what it said before. YAML written anew as a
whole would be wrapped and indented anew; so places come from ruamel.yaml, and the text between them stays untouched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.contribute.scaffold import schema_line
from kit.errors import printable
from kit.files import write
from kit.load import texts
from kit.mend import order, quoting, spacing
from kit.mend.edits import Edit, applied, harmless
from kit.model import Record
from kit.yamltree import Unreadable

_SCHEMA = re.compile(r"^#[ \t]*yaml-language-server:.*$", re.MULTILINE)


@dataclass(frozen=True)
class Mended:
    """A file's text after mending, and what was done."""

    text: str
    said: list[tuple[int, str]]
    """Line and words of each mend, and of what was left alone on purpose."""


def mend(data: Path, edition: Path | None = None) -> Iterator[str]:
    """Mend every file of our records in place, or of an edition's own; a line for each mend.

    Raises UsageError where a file can't be written.
    """
    folder = edition / "data" if edition else data
    shown = f"{edition.resolve().name}/data" if edition else data.resolve().name
    for path, model, text in texts(folder):
        line = schema_line(model, path, data) if (data / "schema" / f"{model.kind}.json").is_file() else ""
        done = mended(text, model, line)
        if done.text != text:
            write(path, done.text)
        for number, said in done.said:
            yield printable(f"{shown}/{path.relative_to(folder).as_posix()}:{number}: {said}")


def mended(text: str, model: type[Record], schema: str = "") -> Mended:
    """A file's text, mended. `schema` is the first line that it should have; none to leave that as it is."""
    said: list[tuple[int, str]] = []
    steps: list[Callable[[str], Iterable[Edit]]] = [
        lambda one: _schema(one, schema), spacing.line_ends, spacing.tabs_alone, quoting.colons, spacing.trailing,
        lambda one: quoting.misread(one, model), lambda one: order.fields(one, model), spacing.last_line,
    ]
    for step in steps:
        text = _step(text, step, said)
    return Mended(text, sorted(said, key=lambda one: one[0]))


def _step(text: str, step: Callable[[str], Iterable[Edit]], said: list[tuple[int, str]]) -> str:
    """One kind of mend. A file that can't be read is mended only by what makes it readable."""
    try:
        edits = list(step(text))
    except Unreadable:
        return text
    if not edits:
        return text
    try:
        kept = harmless(text, edits)
    except Unreadable:
        kept = edits if _readable(applied(text, edits)) or step is spacing.line_ends else []
    said += [(edit.line, edit.said if edit in kept else edit.otherwise) for edit in edits
             if edit in kept or edit.otherwise]
    return applied(text, kept)


def _readable(text: str) -> bool:
    try:
        harmless(text, [])
    except Unreadable:
        return False
    return True


def _schema(text: str, wanted: str) -> Iterator[Edit]:
    """The first line, by which editors know the kind."""
    if not wanted or not text.strip() or text.split("\n", 1)[0].rstrip("\r") == wanted:
        return
    found = _SCHEMA.search(text)
    if found and not text[: found.start()].strip():
        if found[0].rstrip() != wanted or found.start():
            yield Edit(0, found.end(), wanted, 1, "the line that names the schema put right")
    else:
        yield Edit(0, 0, f"{wanted}\n", 1, "the line that names the schema added")
