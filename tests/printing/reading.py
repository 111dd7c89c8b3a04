"""What a PDF shows and what it says to a screen reader, read back by other libraries."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

A3 = (1190.55, 841.89)
A4 = (595.28, 841.89)
MM = 72 / 25.4
"""Points in a millimetre."""


def squeezed(text: str) -> str:
    """A text without spaces of any kind, as lines and columns break it anywhere."""
    return re.sub(r"[\s\u200b]+", "", text)


def words(data: bytes) -> str:
    """All the letters, in the order of the content."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return squeezed("".join(char["text"] for page in pdf.pages for char in page.chars))


def story(data: bytes, top: float = 70, bottom: float = 60) -> str:
    """The letters between the heads and the feet of the pages, so that a paragraph runs on over the turn of a page."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return squeezed("".join(char["text"] for page in pdf.pages for char in page.chars
                                if char["top"] > top and char["bottom"] < page.height - bottom))


def font_descriptors(pdf: pikepdf.Pdf) -> list[Any]:
    return [found for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"]


def levels(data: bytes) -> list[int]:
    """The levels of the headings in the order in which they are read."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [int(tag[2:]) for tag in _tags(pdf.Root.StructTreeRoot) if re.fullmatch(r"/H\d", tag)]


def tags(data: bytes) -> list[str]:
    """Every tag of the structure, in the order in which it is read."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot))


def _tags(node: Any) -> Any:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _tags(node.K)


@dataclass(frozen=True)
class Box:
    """A word and where it stands, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page as poppler sees it."""

    width: float
    height: float
    words: tuple[Box, ...]


def pages(data: bytes, folder: Path) -> list[Page]:
    """Every page with its words and their boxes, by pdftotext."""
    (folder / "one.pdf").write_bytes(data)
    subprocess.run(["pdftotext", "-bbox", "one.pdf", "one.xml"], cwd=folder, check=True, capture_output=True)
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", (folder / "one.xml").read_text("utf-8"))
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        Page(float(page.attrib["width"]), float(page.attrib["height"]), tuple(
            Box(word.text or "", *(float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{space}word")
        ))
        for page in ET.fromstring(clean).iter(f"{space}page")
    ]


def raw(data: bytes, folder: Path) -> str:
    """All the letters, in the order of the content, by pdftotext: faster than `words` for long documents."""
    (folder / "one.pdf").write_bytes(data)
    told = subprocess.run(["pdftotext", "-raw", "one.pdf", "-"], cwd=folder, check=True, capture_output=True)
    return squeezed(told.stdout.decode("utf-8"))


def read_aloud(data: bytes, folder: Path) -> str:
    """What a screen reader would say, without spaces: the text of the structure, so no headers and footers."""
    (folder / "one.pdf").write_bytes(data)
    told = subprocess.run(["pdfinfo", "-struct-text", "one.pdf"], cwd=folder, check=True, capture_output=True)
    lines = told.stdout.decode("utf-8").splitlines()
    return squeezed("".join(found[1] for line in lines if (found := re.match(r'\s*"(.*)"$', line))))
