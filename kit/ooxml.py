"""What all Office Open XML files need, whichever renderer made them: the same bytes from the same content."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip archive can name."""

_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def normalise(data: bytes, when: datetime) -> bytes:
    """The same package with its parts in a fixed order and every date set to `when`, embedded workbooks too."""
    parts = _parts(data)
    stamp = max(when.astimezone(UTC), EARLIEST)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=_rank):
            archive.writestr(_entry(name, stamp), _settled(name, parts[name], stamp))
    return target.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def _rank(name: str) -> tuple[bool, bool, str]:
    """Content types first and the package's relationships second, as readers of a stream expect."""
    return name != "[Content_Types].xml", name != "_rels/.rels", name


def _entry(name: str, when: datetime) -> ZipInfo:
    info = ZipInfo(name, when.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 3
    return info


def _settled(name: str, content: bytes, when: datetime) -> bytes:
    if name == "docProps/core.xml":
        return _DATES.sub(rb"\g<1>" + when.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
    if "/embeddings/" in name and name.endswith(".xlsx"):
        return normalise(content, when)
    return content


__all__ = ["EARLIEST", "normalise"]
