"""What an organisation's template says about its pages, read from XML. Nothing outside this package sees the XML.

A property that a layout does not give comes from its master's placeholder, then from the master's text styles, then
from the presentation's defaults, as PowerPoint takes them (ECMA-376, part 1, 19.3.1.36 and 21.1.2.4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from kit.deck import faces
from kit.deck._their_text import sized, style
from kit.deck.layouts import Box, Style

EMU = 914400
_TITLES = {"title", "ctrTitle"}
_FEET = {"ftr", "dt", "sldNum", "hdr"}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))


@dataclass(frozen=True)
class Place:
    """A placeholder of their layout."""

    type: str
    """As the file has it; "obj" for one that takes any content."""
    idx: int
    name: str
    box: Box
    insets: tuple[float, float, float, float]
    style: Style
    """As text of the first level looks; its smallest size is its size."""
    sized: bool = True
    """Whether the file says a size at all. Where it doesn't, programs differ on what they take."""
    colour: str | None = None
    """The colour of its text, as a theme's name or "#RRGGBB"; None where the file says none."""


@dataclass(frozen=True)
class Page:
    """One of their layouts, in inches."""

    made: Any
    """The layout as python-pptx has it."""
    name: str
    type: str
    """PowerPoint's own name for pages of this kind; empty where the file gives none."""
    width: float
    height: float
    places: tuple[Place, ...]
    """In the file's order, feet left out; only those with a place and text that runs across."""
    face: tuple[float, float]
    """The room that the theme's face for text takes, in widths and heights of Arial's."""

    @property
    def title(self) -> Place | None:
        """Where the title stands."""
        return next((place for place in self.places if place.type in _TITLES), None)

    @cached_property
    def foot(self) -> float:
        """Where the foot of the page begins."""
        tops = [int(holder.top) / EMU for holder in self.made.placeholders if _kind(holder) in _FEET and holder.top]
        return min([top for top in tops if top > self.height * 0.6] or [self.height * 0.95])


def pages(deck: Any) -> list[Page]:
    """Every layout of every master."""
    wide, tall = deck.slide_width / EMU, deck.slide_height / EMU
    defaults = deck.element.find(qn("p:defaultTextStyle"))
    return [
        Page(layout, layout.name, layout.element.get("type") or "", wide, tall,
             tuple(_places(layout, master, defaults)), faces.room(_fonts(master)["+mn-lt"]))
        for master in deck.slide_masters for layout in master.slide_layouts
    ]


def colours(master: Any) -> dict[str, str]:
    """A master's colours as "#RRGGBB", by the names that shapes use: tx1, bg1, tx2, bg2, accent1 and so on."""
    theme = _theme(master)
    scheme = next(theme.iter(qn("a:clrScheme")), None)
    held = {etree.QName(slot).localname: _hex(slot) for slot in scheme} if scheme is not None else {}
    mapped = master.element.find(qn("p:clrMap"))
    found = {name: held.get(slot, "") for name, slot in mapped.attrib.items()} if mapped is not None else {}
    return {name: value for name, value in {**held, **found}.items() if value}


def _theme(master: Any) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob, parser)


def _hex(slot: Any) -> str:
    for colour in slot:
        value = colour.get("lastClr") or colour.get("val") or ""
        if len(value) == 6:
            return f"#{value.upper()}"
    return ""


def _kind(holder: Any) -> str:
    return holder.element.xpath(".//p:nvPr/p:ph")[0].get("type") or "obj"


def feet(layout: Any) -> list[tuple[Place, Any]]:
    """A layout's places for footer, date and number, each with the placeholder itself."""
    master = layout.slide_master
    found = [(_place(holder, master, None, _fonts(master)), holder) for holder in layout.placeholders
             if _kind(holder) in _FEET - {"hdr"}]
    return [(place, holder) for place, holder in found if place]


def footer_said(deck: Any) -> str:
    """The footer that most of a template's slides carry; empty where they carry none."""
    found = Counter(
        words for slide in deck.slides for holder in slide.placeholders
        if _kind(holder) == "ftr" and (words := holder.text_frame.text.strip())
    )
    return found.most_common(1)[0][0] if found else ""


def _places(layout: Any, master: Any, defaults: Any) -> Iterator[Place]:
    fonts = _fonts(master)
    for holder in layout.placeholders:
        if _kind(holder) not in _FEET and (place := _place(holder, master, defaults, fonts)):
            yield place


def _place(holder: Any, master: Any, defaults: Any, fonts: dict[str, str]) -> Place | None:
    """A placeholder measured; None where it has no extent, or its text does not run across."""
    kind = _kind(holder)
    frame = (holder.left, holder.top, holder.width, holder.height)
    over = _above(kind, master)
    body = _body(holder, over)
    if any(value is None for value in frame) or not (holder.width and holder.height):
        return None
    if body.get("vert", "horz") != "horz" or int(holder.element.xpath("string(.//a:xfrm/@rot)") or 0):
        return None
    left, top, right, bottom = (int(body.get(name, usual)) / EMU for name, usual in _INSETS)
    levels = list(_levels(holder, over, kind, master, defaults))
    box = Box(*(value / EMU for value in frame))
    insets = (left, top, right, bottom)
    return Place(kind, holder.placeholder_format.idx, holder.name, box, insets, style(levels, fonts),
                 sized(levels), _colour(levels))


def _colour(levels: list[Any]) -> str | None:
    for level in levels:
        fill = level.find(f"{qn('a:defRPr')}/{qn('a:solidFill')}")
        if fill is not None and len(fill):
            value = fill[0].get("val", "")
            return value if fill[0].tag == qn("a:schemeClr") else _hex(fill) or None
    return None


def _above(kind: str, master: Any) -> Any:
    """The master's placeholder that a layout's goes by."""
    wanted = "title" if kind in _TITLES else kind if kind in _FEET else "body"
    return next((one for one in master.placeholders if _kind(one) == wanted), None)


def _body(holder: Any, over: Any) -> dict[str, str]:
    """The properties of a text body: the layout's over the master's."""
    found: dict[str, str] = {}
    for one in (over, holder):
        properties = one.element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}") if one is not None else None
        found |= dict(properties.attrib) if properties is not None else {}
    return found


def _levels(holder: Any, over: Any, kind: str, master: Any, defaults: Any) -> Iterator[Any]:
    """The properties of paragraphs of the first level, the nearest first."""
    named = "p:titleStyle" if kind in _TITLES else "p:otherStyle" if kind in _FEET else "p:bodyStyle"
    lists = [one.element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}") for one in (holder, over) if one is not None]
    lists += [next(master.element.iter(qn(named)), None), defaults]
    for styles in lists:
        level = styles.find(qn("a:lvl1pPr")) if styles is not None else None
        if level is not None:
            yield level


def _fonts(master: Any) -> dict[str, str]:
    theme = _theme(master)
    found = {}
    for name, tag in (("+mj-lt", "a:majorFont"), ("+mn-lt", "a:minorFont")):
        latin = theme.find(f".//{qn(tag)}/{qn('a:latin')}")
        found[name] = latin.get("typeface", "") if latin is not None else ""
    return found


__all__ = ["Page", "Place", "colours", "feet", "footer_said", "pages"]
