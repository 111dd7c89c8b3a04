"""A template that can't be used gets one clear line, whatever is wrong with it, and never a traceback."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from builder import script
from openpyxl import Workbook

from kit import deck
from kit.errors import UsageError
from kit.running import running

from . import templates
from .conftest import SOMEWHERE, WHEN
from .decks import records, workshop

TYPES = "[Content_Types].xml"
PRESENTATION = b"presentationml.presentation.main"


def zipped(*parts: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def edited(part: str, change: Callable[[bytes], bytes]) -> bytes:
    def one(name: str, content: bytes) -> bytes:
        return change(content) if name == part else content

    return templates.changed(templates.usual(), one)


def added(name: str) -> bytes:
    return templates.changed(templates.usual(), lambda _, content: content, **{name: b"<x/>"})


def declared(line: bytes) -> Callable[[bytes], bytes]:
    """A part of XML with a document type before its root."""
    return lambda content: re.sub(rb"(<\?xml.*?\?>\s*)?", lambda found: found[0] + line, content, count=1)


def workbook() -> bytes:
    target = BytesIO()
    Workbook().save(target)
    return target.getvalue()


def encrypted_flag() -> bytes:
    data = bytearray(templates.usual())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


BOMB = zipped((TYPES, b"<Types/>"), ("ppt/media/image.png", b"\0" * 60_000_000))
LAUGHS = b'<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
MASTER = "ppt/slideMasters/slideMaster1.xml"

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is empty"),
    "no zip": (lambda: b"Hello, this is text.", "is no PowerPoint file"),
    "encrypted or old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, "has a password"),
    "cut off": (lambda: templates.usual()[:9000], "damaged"),
    "another zip": (lambda: zipped(("hello.txt", b"hi")), "no PowerPoint file"),
    "a workbook renamed": (workbook, "is an Excel workbook"),
    "a document renamed": (
        lambda: edited(TYPES, lambda b: b.replace(PRESENTATION, b"wordprocessingml.document.main")),
        "is a Word document",
    ),
    "macros": (lambda: added("ppt/vbaProject.bin"), "macros"),
    "macros by type": (
        lambda: edited(TYPES, lambda b: b.replace(
            b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")),
        "macros",
    ),
    "a zip bomb": (lambda: BOMB, "zip bomb"),
    "very many parts": (
        lambda: zipped(*((f"ppt/media/{n}", b"") for n in range(7000)), method=ZIP_STORED), "zip bomb"
    ),
    "an encrypted part": (encrypted_flag, "password"),
    "a part outside": (lambda: added("../x.xml"), "outside"),
    "a billion laughs": (lambda: edited(MASTER, declared(LAUGHS)), "document type"),
    "a file read in": (lambda: edited("ppt/presentation.xml", declared(OUTSIDE)), "document type"),
    "broken XML": (lambda: edited(MASTER, lambda b: b[:-20]), "is not sound XML"),
    "a missing part": (
        lambda: templates.changed(templates.usual(), lambda name, b: None if name == MASTER else b), "can't be used"
    ),
    "no master": (
        lambda: edited("ppt/presentation.xml", lambda b: re.sub(rb"<p:sldMasterIdLst>.*</p:sldMasterIdLst>", b"", b)),
        "has no layouts",
    ),
    "no size": (lambda: edited("ppt/presentation.xml", lambda b: re.sub(rb"<p:sldSz[^>]*/>", b"", b)), "can't be"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD.keys())
def test_what_is_no_template_is_refused_in_one_line(make: Callable[[], bytes], says: str, tmp_path: Path) -> None:
    path = tmp_path / "their.pptx"
    path.write_bytes(make())
    with pytest.raises(UsageError, match=says) as caught:
        deck.adopt(path)
    assert "\n" not in str(caught.value)
    assert "their.pptx" in str(caught.value)


@pytest.mark.parametrize(("name", "says"), [
    ("their.pptm", "may hold macros"), ("their.docx", "neither a .pptx nor a .potx"), ("their", "neither"),
])
def test_other_names_are_refused(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(templates.usual())
    with pytest.raises(UsageError, match=says):
        deck.adopt(tmp_path / name)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        deck.adopt(tmp_path / "none.pptx")
    with pytest.raises(UsageError, match="is not a file"):
        deck.adopt(tmp_path)


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_is_one_line_or_none(seed: int, tmp_path: Path) -> None:
    """Bytes changed at random within parts: it is refused in one line, or it still makes a template."""
    chance = random.Random(seed)

    def spoilt(name: str, content: bytes) -> bytes:
        if chance.random() > 0.2 or not name.endswith((".xml", ".rels")):
            return content
        at = chance.randrange(len(content))
        return content[:at] + bytes([chance.randrange(32, 127)]) + content[at + 1 :]

    path = tmp_path / "their.pptx"
    path.write_bytes(templates.changed(templates.usual(), spoilt))
    try:
        found = deck.adopt(path)
        assert deck.render(running(workshop("board"), records()), records(), SOMEWHERE, WHEN, adopted=found)
    except UsageError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("name", ["a zip bomb", "a workbook renamed", "a billion laughs"])
def test_the_command_says_it_and_ends_with_two(name: str, tmp_path: Path) -> None:
    path = tmp_path / "their.pptx"
    path.write_bytes(BAD[name][0]())
    ran = script("make_deck", "taster", "--template", path, "--out", tmp_path / "deck.pptx")
    assert ran.status == 2
    assert len(ran.errors) == 1
    assert BAD[name][1] in ran.errors[0]
    assert not (tmp_path / "deck.pptx").exists()
