"""An edition's logo: bounded, within its folder, and without anything that acts or asks elsewhere.

An SVG may hold shapes, gradients and words. What it may hold is listed, after the elements of SVG 2
(https://www.w3.org/TR/SVG2/eltindex.html); whatever is not listed (scripts, links, foreign objects, pictures) is
refused rather than taken out, so that nobody's logo changes behind their back.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from PIL import Image, UnidentifiedImageError

from kit.edition.drawing import fenced
from kit.local import Logo
from kit.model.edition import Look
from kit.shape import near

LARGEST = 200_000
"""Bytes."""
WIDEST = 4_000
"""Pixels on a side of a PNG."""
LONGEST = 20
"""How many times as long as the other a side may be."""
SHAPES = {
    "svg", "g", "defs", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol", "use", "style",
}
_SVG = "http://www.w3.org/2000/svg"
_ELSEWHERE = re.compile(
    r"url\(\s*['\"]?(?!#)|@import|image(-set)?\(|src\(|expression\(|javascript:|\\", re.IGNORECASE
)
"""What fetches or acts in a style; a backslash could write any of it in letters that don't show."""


class NoLogo(Exception):
    """A logo can't be used. Says why; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)


def read_logo(folder: Path, look: Look) -> Logo | None:
    """The logo that an edition names, or None if it names none. Raises NoLogo where it can't be used."""
    if not look.logo:
        return None
    path = folder / look.logo
    try:
        outside = not path.resolve().is_relative_to(folder.resolve())
        there = path.is_file() and not path.is_symlink()
    except (OSError, ValueError):  # a name that no system takes
        outside = there = False
    if outside:
        raise NoLogo(f"'{look.logo}' lies outside the edition's folder", "put the file into it")
    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise NoLogo(f"'{look.logo}' is neither .svg nor .png", "save it as one of the two")
    if not there:
        known = [one.name for one in sorted(folder.iterdir()) if one.suffix.lower() in (".svg", ".png")]
        raise NoLogo(f"no file '{look.logo[:60]}' in the edition's folder", near(look.logo, known))
    if path.stat().st_size > LARGEST:
        raise NoLogo(f"has {path.stat().st_size:,} bytes; at most {LARGEST:,} are allowed", "save it smaller")
    data = path.read_bytes()
    if kind == ".svg":
        _harmless(data)
        _drawable(data)
    else:
        _sound(data)
    return Logo(f"logo{kind}", look.logo_alt or "", data)


def _drawable(data: bytes) -> None:
    """Raises NoLogo where an SVG that holds nothing but shapes still can't be drawn."""
    size = fenced(data)
    if size is None:
        raise NoLogo("can't be drawn, or takes too long to draw", "open it in a drawing program and save it again")
    _not_a_line(size)


def _not_a_line(size: tuple[int, int]) -> None:
    """Raises NoLogo where one side is so much longer that, drawn as high as others, it would fill all memory."""
    if max(size) > LONGEST * min(size):
        raise NoLogo(f"is more than {LONGEST} times as long on one side as on the other", "cut it to the mark itself")


def _sound(data: bytes) -> None:
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as found:
            wide, high = found.size
            if max(wide, high) > WIDEST:
                raise NoLogo(f"is {wide} by {high} pixels; at most {WIDEST} on a side are allowed", "save it smaller")
            _not_a_line(found.size)
            found.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise NoLogo("is damaged, or no PNG at all", "save it again as PNG") from None


def _harmless(data: bytes) -> None:
    """Raises NoLogo, with the line of the SVG file, at the first thing in it that is more than a drawing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoLogo(f"is not sound XML ({str(error).splitlines()[0][:80]})", "save it again as SVG") from None
    if root.getroottree().docinfo.doctype:
        raise NoLogo("declares a document type, which no drawing needs", "save it as plain SVG")
    if root.tag != f"{{{_SVG}}}svg":
        raise NoLogo("is XML, but no SVG")
    for element in root.iter():
        if not isinstance(element.tag, str):
            if element.tag is etree.Comment:
                continue
            raise NoLogo(f"holds an instruction in line {element.sourceline}", "save it as plain SVG")
        name = etree.QName(element)
        if name.namespace == _SVG and name.localname not in SHAPES:
            raise NoLogo(f"holds <{name.localname}> in line {element.sourceline}", "only shapes and words are taken")
        if name.namespace != _SVG and not _within(element, "metadata"):
            raise NoLogo(f"holds <{name.localname}>, which is no part of SVG, in line {element.sourceline}",
                         "save it as plain SVG")
        _no_acting(element)


def _within(element: etree._Element, name: str) -> bool:
    return any(etree.QName(one).localname == name for one in element.iterancestors())


def _no_acting(element: etree._Element) -> None:
    for key, value in element.attrib.items():
        name = etree.QName(key).localname.lower()
        if name.startswith("on"):
            raise NoLogo(f"acts on events ({name}) in line {element.sourceline}", "save it as plain SVG")
        if name == "href" and not str(value).startswith("#"):
            raise NoLogo(f"links to '{str(value)[:40]}' in line {element.sourceline}", "name only its own parts")
        if _ELSEWHERE.search(str(value)):
            raise NoLogo(f"asks for something elsewhere in line {element.sourceline}", "save it as plain SVG")
    if _ELSEWHERE.search("".join(element.itertext())) and etree.QName(element).localname == "style":
        raise NoLogo(f"has a style that asks elsewhere in line {element.sourceline}", "save it as plain SVG")


__all__ = ["NoLogo", "read_logo"]
