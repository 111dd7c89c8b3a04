"""What an organisation's template says about its pages, read from XML. Nothing outside this package sees the XML.

A property that a layout does not give comes from its master's placeholder, then from the master's text styles, then
from the presentation's defaults, as PowerPoint takes them (ECMA-376, part 1, 19.3.1.36 and 21.1.2.4).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from kit.deck import faces
from kit.deck.layouts import Box, Bullet, Style

EMU = 914400
_TITLES = {"title", "ctrTitle"}
_FEET = {"ftr", "dt", "sldNum", "hdr"}
_BULLETS = {"buNone": "none", "buChar": "dot", "buBlip": "dot", "buAutoNum": "number"}
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

    @property
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
    style = _style(list(_levels(holder, over, kind, master, defaults)), fonts)
    box = Box(*(value / EMU for value in frame))
    return Place(kind, holder.placeholder_format.idx, holder.name, box, (left, top, right, bottom), style)


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


def _style(levels: list[Any], fonts: dict[str, str]) -> Style:
    runs = [run for level in levels if (run := level.find(qn("a:defRPr"))) is not None]
    size = int(_first([run.get("sz") for run in runs]) or 1800) / 100
    wide, tall = faces.room(_typeface(runs, fonts))
    if (_first([run.get("cap") for run in runs]) or "none") == "all":
        wide *= 1.25
    bullet = _bullet(levels)
    stands = int(_first([level.get("marL") for level in levels]) or 0) / 12700
    return Style(
        math.floor(size), math.floor(size), bold=_first([run.get("b") for run in runs]) in {"1", "true"},
        bullet=bullet, before=_between(levels, size), inset=math.ceil(stands), wide=wide,
        line=tall * _spacing(levels, size),
    )


def _first(values: list[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _typeface(runs: list[Any], fonts: dict[str, str]) -> str:
    latin = next((found for run in runs if (found := run.find(qn("a:latin"))) is not None), None)
    name = latin.get("typeface", "") if latin is not None else "+mn-lt"
    return fonts.get(name, name)


def _bullet(levels: list[Any]) -> Bullet:
    for level in levels:
        for child in level:
            if (mark := _BULLETS.get(etree.QName(child).localname)) is not None:
                return mark  # type: ignore[return-value]
    return "none"


def _between(levels: list[Any], size: float) -> int:
    """Space between two paragraphs, in points."""
    return math.ceil(sum(_space(levels, tag, size, 0.0) for tag in ("a:spcBef", "a:spcAft")))


def _spacing(levels: list[Any], size: float) -> float:
    """Height of a line, in heights of a line set single. A fixed height holds for the size it was made for."""
    return max(0.7, _space(levels, "a:lnSpc", size, 1.0, share=1.0) if levels else 1.0)


def _space(levels: list[Any], tag: str, size: float, usual: float, share: float | None = None) -> float:
    """A space in points, or where `share` is given in single lines."""
    for level in levels:
        if (held := level.find(qn(tag))) is not None and len(held):
            value = held[0].get("val", "0")
            if held[0].tag == qn("a:spcPts"):
                return int(value) / 100 if share is None else int(value) / 100 / (size * 1.2)
            part = float(value.rstrip("%")) / (100 if value.endswith("%") else 100_000)
            return part * size * 1.2 if share is None else part
    return usual


__all__ = ["Page", "Place", "colours", "feet", "footer_said", "pages"]
