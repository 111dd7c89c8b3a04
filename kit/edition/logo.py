"""An edition's logo: bounded, within its folder, and without anything that acts or asks elsewhere.

An SVG may hold shapes, gradients and words. What it may hold is listed, after the elements of SVG 2
(https://www.w3.org/TR/SVG2/eltindex.html); whatever is not listed (scripts, links, foreign objects, pictures) is
refused rather than taken out, so that nobody's logo changes behind their back.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from PIL import Image, UnidentifiedImageError

from kit import fonts
from kit.local import Logo
from kit.model.edition import Look
from kit.shape import near

LARGEST = 200_000
"""Bytes."""
WIDEST = 4_000
"""Pixels on a side of a PNG."""
SHAPES = {
    "svg", "g", "defs", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol", "use", "style",
}
_SVG = "http://www.w3.org/2000/svg"
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


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
    if not path.resolve().is_relative_to(folder.resolve()):
        raise NoLogo(f"'{look.logo}' lies outside the edition's folder", "put the file into it")
    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise NoLogo(f"'{look.logo}' is neither .svg nor .png", "save it as one of the two")
    if not path.is_file() or path.is_symlink():
        there = [one.name for one in sorted(folder.iterdir()) if one.suffix.lower() in (".svg", ".png")]
        raise NoLogo(f"no file '{look.logo}' in the edition's folder", near(look.logo, there))
    if path.stat().st_size > LARGEST:
        raise NoLogo(f"has {path.stat().st_size:,} bytes; at most {LARGEST:,} are allowed", "save it smaller")
    data = path.read_bytes()
    if kind == ".svg":
        _harmless(data)
    else:
        _sound(data)
    logo = Logo(f"logo{kind}", look.logo_alt or "", data)
    try:
        picture(logo, 64)
    except typst.TypstError:
        raise NoLogo("can't be drawn", "open it in a drawing program and save it again") from None
    return logo


def _sound(data: bytes) -> None:
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as found:
            wide, high = found.size
            if max(wide, high) > WIDEST:
                raise NoLogo(f"is {wide} by {high} pixels; at most {WIDEST} on a side are allowed", "save it smaller")
            found.verify()
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
    if _ELSEWHERE.search(element.text or "") and etree.QName(element).localname == "style":
        raise NoLogo(f"has a style that asks elsewhere in line {element.sourceline}", "save it as plain SVG")


def picture(logo: Logo, high: int, ground: str = "#FFFFFF") -> bytes:
    """A logo as a PNG so many pixels high, on a ground of a colour that goes a little beyond it: what slides take."""
    drawn = Image.open(BytesIO(_drawn(logo, high) if logo.name.endswith(".svg") else logo.data)).convert("RGBA")
    drawn = drawn.resize((max(round(drawn.width * high / drawn.height), 1), high), Image.Resampling.LANCZOS)
    edge = high // 10
    plate = Image.new("RGBA", (drawn.width + 2 * edge, high + 2 * edge), ground)
    plate.alpha_composite(drawn, (edge, edge))
    held = BytesIO()
    plate.convert("RGB").save(held, "PNG")
    return held.getvalue()


def _drawn(logo: Logo, high: int) -> bytes:
    """An SVG in pixels, drawn by Typst, with a clear ground."""
    page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    files: Any = {"main.typ": f'{page}#image("{logo.name}", height: 72pt)'.encode(), logo.name: logo.data}
    made = typst.compile(
        files, format="png", ppi=float(high), ignore_system_fonts=True, font_paths=[str(fonts.FOLDER)],
    )
    assert isinstance(made, bytes)
    return made


__all__ = ["NoLogo", "picture", "read_logo"]
