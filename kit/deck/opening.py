"""A presentation from elsewhere, judged before anything opens it: is it one, and is it safe to read?

Office files are zip archives of XML. What can go wrong with one from a stranger, and its remedies, are those of
https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html and of zip bombs
everywhere: bound the size before unpacking, refuse document types, run nothing, fetch nothing.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from kit.errors import UsageError

MOST_BYTES = 150_000_000
"""The largest file we read."""
MOST_UNPACKED = 600_000_000
MOST_PARTS = 6000
MOST_RATIO = 150
"""How many times larger a part may get by unpacking; XML seldom passes 30."""
SMALL_PART = 1_000_000
"""Parts below this many bytes may be of any ratio."""
MOST_XML = 40_000_000
"""The largest part of XML we parse."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_ALIKE = {
    _MAIN,
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
}
_KINDS = {"wordprocessingml": "a Word document", "spreadsheetml": "an Excel workbook"}


def presentation(path: Path) -> bytes:
    """A .pptx or .potx as the bytes of a presentation that is safe to open.

    Raises UsageError, in one line, where the file can't be used.
    """
    data = _bytes(path)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _bound(archive.infolist(), path)
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise _no(path, "is damaged, or is no PowerPoint file") from None
    _active(parts, path)
    trees = {name: _tree(name, content, path) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    if _TYPES not in trees:
        raise _no(path, "is a zip archive, but no PowerPoint file")
    parts[_TYPES] = _as_presentation(trees[_TYPES], path)
    return _packed(parts)


def _no(path: Path, why: str) -> UsageError:
    return UsageError(f"the template {path} {why}")


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise _no(path, "is not a file" if path.exists() else "does not exist")
    if path.suffix.lower() in {".pptm", ".potm", ".ppsm"}:
        raise _no(path, "may hold macros; save it as .pptx or .potx first")
    if path.suffix.lower() not in {".pptx", ".potx"}:
        raise _no(path, "is neither a .pptx nor a .potx")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _no(path, f"is larger than {MOST_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise _no(path, f"can't be read: {error.strerror or error}") from None
    if data.startswith(_OLE):
        raise _no(path, "has a password or is in PowerPoint's old format; save a copy without a password as .pptx")
    if not data.startswith(b"PK"):
        raise _no(path, "is empty" if not data else "is no PowerPoint file")
    return data


def _bound(entries: list[ZipInfo], path: Path) -> None:
    """Refuse an archive that would unpack to more than it should, or outside its place."""
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _no(path, "unpacks to far more than a template should; it may be a zip bomb")
    for entry in entries:
        if entry.file_size > SMALL_PART and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise _no(path, "unpacks to far more than a template should; it may be a zip bomb")
        if entry.flag_bits & 1:
            raise _no(path, "has a password; save a copy without one")
        if entry.filename.startswith("/") or "\\" in entry.filename or ".." in entry.filename.split("/"):
            raise _no(path, "has parts that lie outside it")
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise _no(path, "has two parts of one name")


def _active(parts: dict[str, bytes], path: Path) -> None:
    names = [name.lower() for name in parts]
    if any("vbaproject" in name or "/activex/" in name for name in names):
        raise _no(path, "holds macros or controls; save it as .pptx or .potx without them")


def _tree(name: str, content: bytes, path: Path) -> etree._Element:
    if len(content) > MOST_XML:
        raise _no(path, f"has a part that is too large ({name[:60]})")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _no(path, f"is damaged: {name[:60]} is not sound XML") from None
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None or next(root.iter(etree.Entity), None) is not None:
        raise _no(path, f"declares a document type in {name[:60]}, which no PowerPoint file needs")
    return root


def _as_presentation(types: etree._Element, path: Path) -> bytes:
    """The list of content types with a template's main part turned into a presentation's."""
    kinds = [entry.get("ContentType", "") for entry in types.iter("{*}Override")]
    if any("macroenabled" in kind.lower() for kind in kinds):
        raise _no(path, "holds macros; save it as .pptx or .potx without them")
    for mark, what in _KINDS.items():
        if any(mark in kind and kind.endswith(".main+xml") for kind in kinds):
            raise _no(path, f"is {what}, not a presentation")
    mains = [entry for entry in types.iter("{*}Override") if entry.get("ContentType") in _ALIKE]
    if len(mains) != 1:
        raise _no(path, "is a zip archive, but no PowerPoint file")
    mains[0].set("ContentType", _MAIN)
    return bytes(etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


__all__ = ["presentation"]
