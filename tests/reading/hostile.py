"""Files that somebody made to do harm, or made badly."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_OFFICE = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="A">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)
_MANIFEST = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</m:manifest>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def archive(members: Mapping[str, bytes | str]) -> bytes:
    """A zip."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


def changed(data: bytes, members: Mapping[str, bytes | str | None]) -> bytes:
    """A zip with some members replaced, added, or (None) left out."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        whole: dict[str, bytes | str] = {name: source.read(name) for name in source.namelist()}
    for name, content in members.items():
        if content is None:
            del whole[name]
        else:
            whole[name] = content
    return archive(whole)


def member(data: bytes, name: str) -> str:
    """A member's text."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        return source.read(name).decode()


def ods(rows: str, manifest: str = "", **more: str) -> bytes:
    """An .ods of one sheet."""
    return archive({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": _OFFICE.format(rows),
        "META-INF/manifest.xml": _MANIFEST.format(manifest), **more,
    })


def cells(columns: str = "1", rows: str = "1", text: str = "<text:p>x</text:p>") -> str:
    """A row of one repeated cell, repeated."""
    return (f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell office:value-type="string" '
            f'table:number-columns-repeated="{columns}">{text}</table:table-cell></table:table-row>')


def shrunk(data: bytes, name: str) -> bytes:
    """A zip whose directory says that a member is smaller than it is."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        size = source.getinfo(name).file_size
    return data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def locked(data: bytes) -> bytes:
    """A zip whose members all say that they are encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
