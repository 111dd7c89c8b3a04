"""The same bytes from the same parts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

from kit.ooxml import normalise

WHEN = datetime(2026, 1, 1, tzinfo=UTC)
CORE = b"<x><dcterms:created t='y'>2001-01-01T00:00:00Z</dcterms:created></x>"


def packed(*parts: tuple[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def test_order_and_times_of_the_archive_do_not_matter() -> None:
    one = packed(("b.xml", b"2"), ("[Content_Types].xml", b"0"), ("_rels/.rels", b"1"))
    other = packed(("_rels/.rels", b"1"), ("b.xml", b"2"), ("[Content_Types].xml", b"0"))
    assert normalise(one, WHEN) == normalise(other, WHEN)
    assert ZipFile(BytesIO(normalise(one, WHEN))).namelist() == ["[Content_Types].xml", "_rels/.rels", "b.xml"]


def test_dates_are_set_in_parts_and_in_embedded_workbooks() -> None:
    book = packed(("docProps/core.xml", CORE))
    whole = ZipFile(BytesIO(normalise(packed(("docProps/core.xml", CORE), ("ppt/embeddings/a.xlsx", book)), WHEN)))
    assert b"2026-01-01T00:00:00Z" in whole.read("docProps/core.xml")
    inner = ZipFile(BytesIO(whole.read("ppt/embeddings/a.xlsx")))
    assert b"2026-01-01T00:00:00Z" in inner.read("docProps/core.xml")


def test_twice_is_once() -> None:
    once = normalise(packed(("docProps/core.xml", CORE)), WHEN)
    assert normalise(once, WHEN) == once


def test_the_zone_does_not_matter_and_no_date_is_too_early() -> None:
    data = packed(("docProps/core.xml", CORE))
    assert normalise(data, WHEN.astimezone(timezone(timedelta(hours=5)))) == normalise(data, WHEN)
    assert ZipFile(BytesIO(normalise(data, datetime(1970, 1, 1, tzinfo=UTC)))).infolist()[0].date_time[0] == 1980
