"""How text of the first level looks in a place of another's template: size, face, bullet, spacing, read from XML.

Every function takes the properties of paragraphs (`a:lvl1pPr`) that apply, the nearest first.
"""

from __future__ import annotations

import math
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from pptx.oxml.ns import qn

from kit.deck import faces
from kit.deck.layouts import Bullet, Style

_BULLETS = {"buNone": "none", "buChar": "dot", "buBlip": "dot", "buAutoNum": "number"}


def style(levels: list[Any], fonts: dict[str, str]) -> Style:
    """The look of text, with a theme's faces by the names that it gives them ("+mn-lt")."""
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


def sized(levels: list[Any]) -> bool:
    """Whether the file says a size at all."""
    return any(run.get("sz") for level in levels for run in level.findall(qn("a:defRPr")))


__all__ = ["sized", "style"]
