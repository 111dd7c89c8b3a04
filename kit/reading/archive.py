"""A zip that a stranger sent: looked at before anything is unpacked, and unpacked no further than is wanted."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kit.reading.refusal import Refused

LARGEST = 20_000_000
"""Bytes of a workbook; ours have 60,000."""
_MEMBERS = 500
_UNPACKED = 100_000_000
"""Bytes of all members together."""
_RATIO = 250
"""Times that a member may grow when unpacked, where it grows to more than `_SMALL`. Ours grow tenfold."""
_SMALL = 1_000_000
_CHUNK = 1 << 16

_XLSX = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/custom\.xml|xl/(workbook|sharedStrings|styles)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/worksheets/[^/]+\.xml"
)
_ODS = re.compile(r"mimetype|content\.xml|meta\.xml|META-INF/manifest\.xml")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_NAMED = {
    b"MZ": "is a Windows program", b"\x7fELF": "is a program", b"#!": "is a script", b"%PDF": "is a PDF",
    b"\x89PNG": "is a picture", b"\xff\xd8\xff": "is a picture", b"\x1f\x8b": "is a compressed file",
    b"Rar!": "is a compressed file", b"7z\xbc\xaf": "is a compressed file", b"{": "is JSON",
    b"<": "is a web page or XML",
}


def is_zip(data: bytes) -> bool:
    """Whether a file begins as a zip does."""
    return data.startswith(b"PK\x03\x04")


def what_is(data: bytes) -> str:
    """What a file that isn't one of ours is, as the rest of a sentence; nothing where it can't be told."""
    if data.startswith(_OLE):
        return "is protected by a password" if _SEALED in data else "is in Excel's old format; save it as .xlsx"
    return next((said for mark, said in _NAMED.items() if data.startswith(mark)), "")


def unpack(data: bytes) -> tuple[str, dict[str, bytes], list[str]]:
    """A workbook's kind (`xlsx`, `ods`), the members that hold its cells, and what is left aside.

    Raises Refused where it is no workbook, is sealed, or would unpack to more than is reasonable.
    """
    if not is_zip(data):
        raise Refused(what_is(data) or "is not a workbook, whatever its name says")
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = _looked_at(archive.infolist())
            kind, wanted = _kind(archive, members)
            found = {name: _read(archive, info) for name, info in members.items() if wanted.fullmatch(name)}
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise Refused("is damaged: it can't be unpacked") from None
    if b"encryption-data" in found.get("META-INF/manifest.xml", b""):
        raise Refused("is protected by a password")
    return kind, found, _left_aside(members)


def _looked_at(members: list[ZipInfo]) -> dict[str, ZipInfo]:
    if len(members) > _MEMBERS:
        raise Refused(f"holds {len(members):,} parts; a workbook has fewer than {_MEMBERS}")
    total = sum(info.file_size for info in members)
    if total > _UNPACKED:
        raise Refused(f"would unpack to {total:,} bytes; at most {_UNPACKED:,} are read")
    for info in members:
        if info.file_size > _SMALL and info.file_size > _RATIO * max(info.compress_size, 1):
            raise Refused(f"would unpack to more than {_RATIO} times its size")
    names = {info.filename: info for info in members}
    if len(names) < len(members) or len({name.casefold() for name in names}) < len(names):
        raise Refused("is damaged: two of its parts have one name")
    if "encrypted-package" in names or any(info.flag_bits & 1 for info in members):
        raise Refused("is protected by a password")
    return names


def _kind(archive: ZipFile, members: dict[str, ZipInfo]) -> tuple[str, re.Pattern[str]]:
    if "xl/workbook.xml" in members:
        return "xlsx", _XLSX
    if "mimetype" in members and "content.xml" in members:
        if _read(archive, members["mimetype"]).strip() != _ODS_TYPE:
            raise Refused("is an OpenDocument file, but no spreadsheet")
        return "ods", _ODS
    raise Refused("is a zip, but no workbook")


def _read(archive: ZipFile, info: ZipInfo) -> bytes:
    """A member, and not a byte more than the zip's directory says it has."""
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("is packed in a way that workbooks aren't")
    held = bytearray()
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            held += chunk
            if len(held) > info.file_size:
                raise Refused("is damaged: a part of it is larger than it says")
    return bytes(held)


def _left_aside(members: dict[str, ZipInfo]) -> list[str]:
    said = []
    if any(name.startswith("xl/externalLinks/") for name in members):
        said.append("has links to other files, which were not followed")
    if any("vbaproject" in name.casefold() or name.startswith("Basic/") for name in members):
        said.append("has macros, which were not run")
    return said


def repacked(members: dict[str, bytes]) -> BytesIO:
    """The members in a zip of our own making: who reads it sees what was looked at, and nothing else."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for name in sorted(members, key=lambda name: name != "mimetype"):
            archive.writestr(name, members[name])
    held.seek(0)
    return held


__all__ = ["LARGEST", "is_zip", "repacked", "unpack", "what_is"]
