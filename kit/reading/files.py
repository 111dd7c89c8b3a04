"""The files that were meant: those named, and all that lie in folders named, each looked at before it is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit.errors import UsageError, printable
from kit.reading.archive import LARGEST, is_zip, what_is
from kit.reading.refusal import Refused

LARGEST_TEXT = 100_000_000
"""Bytes of a JSON or CSV file: 30,000 responses of the longest form."""
KINDS = {".xlsx": "workbook", ".xlsm": "workbook", ".ods": "workbook", ".json": "json", ".csv": "csv"}
_LEFT = {"thumbs.db", "desktop.ini"}
_OTHERS = {".docx": "is a Word file, which nobody reads back", ".pdf": "is a PDF; type its answers in instead",
           ".xls": "is in Excel's old format; save it as .xlsx", ".numbers": "is a Numbers file; export it as .xlsx"}


@dataclass(frozen=True)
class Source:
    """A file to read."""

    path: Path
    name: str
    """As the report calls it: below the folder that was named, never a whole path."""


def sources(paths: Sequence[Path]) -> list[Source]:
    """Every file that was meant, once, in a stable order. Raises UsageError for a path that isn't there."""
    found: dict[Path, Source] = {}
    for path in paths:
        try:
            path.stat()
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or str(error)
            raise UsageError(f"can't read {str(path)[:200]}: {said.lower()}") from None
        folder = path.is_dir()
        whole = path.resolve()  # what was named may be a link; what lies in a folder may not
        for one in _below(whole) if folder else [whole]:
            name = f"{whole.name}/{one.relative_to(whole).as_posix()}" if folder else path.name
            found.setdefault(one, Source(one, printable(name)))
    if not found:
        raise UsageError("there are no files to read")
    return list(found.values())


def _below(folder: Path) -> Iterator[Path]:
    """Files in a folder and those within, without what systems and programs leave behind."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.casefold() not in _LEFT:
                yield Path(place) / name


def text_of(source: Source) -> tuple[str, list[str]]:
    """A JSON or CSV file's text, and what is to be said of its encoding. Raises Refused."""
    data = _bytes(source.path)
    if is_zip(data) or (what_is(data) and not data.startswith(b"{")):
        raise Refused(f"{what_is(data) or 'is a zip or a workbook'}, whatever its name says")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16"), []
    if b"\x00" in data:
        raise Refused("is not text")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _decoded(data, "cp1252"), ["is not UTF-8, and was read as Windows text; look at its accents"]


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused("is not UTF-8 text") from None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_TEXT + 1)
    except OSError as error:
        raise Refused(f"can't be read ({(error.strerror or str(error)).lower()})") from None


def kind(source: Source) -> str:
    """`workbook`, `json` or `csv`. Raises Refused for anything else, and for what mustn't be opened."""
    try:
        info = source.path.lstat()
    except OSError as error:
        raise Refused(f"can't be read ({(error.strerror or str(error)).lower()})") from None
    if stat.S_ISLNK(info.st_mode):
        raise Refused("is a link to another place; put the file itself here")
    if not stat.S_ISREG(info.st_mode):
        raise Refused("is not an ordinary file")
    ending = source.path.suffix.casefold()
    found = KINDS.get(ending)
    if not found:
        raise Refused(_OTHERS.get(ending, "is neither .xlsx, .ods, .json nor .csv"))
    if not info.st_size:
        raise Refused("is empty")
    most = LARGEST if found == "workbook" else LARGEST_TEXT
    if info.st_size > most:
        raise Refused(f"has {info.st_size:,} bytes; at most {most:,} are read")
    return found


__all__ = ["KINDS", "LARGEST_TEXT", "Source", "kind", "sources", "text_of"]
