"""The foot of a slide on another's template: their footer, date and number, and their words where they have some.

Nothing outside this package sees the XML.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from kit.deck._oxml import LANG, NS, slide_number
from kit.deck._theirs import Place, feet
from kit.deck.layouts import POINTS, SMALL
from kit.deck.measure import fits
from kit.deck.sheet import said

PROMPTS = {"footer", "footer text", "click to edit footer", "insert footer"}
"""What stands in a footer that nobody has filled in."""


@dataclass(frozen=True)
class Feet:
    """Puts a template's own feet on slides."""

    date: str = ""
    """What to say in the place for a date; where it is empty, theirs stays if it is a fixed one."""
    words: str = ""
    """What their own slides said in the footer."""

    def __call__(self, slide: Any, words: str, number: int) -> None:
        """Copy the places at the foot of a slide's layout onto it, with a number, a date, and a line of words."""
        for place, holder in feet(slide.slide_layout):
            body = self._body(place, holder, words, number)
            if body:
                self._put(slide, holder, body)

    def _body(self, place: Place, holder: Any, words: str, number: int) -> str:
        theirs = holder.text_frame.text.strip()
        if place.type == "sldNum":
            return slide_number(str(number))
        if place.type == "dt":
            fixed = "" if holder.element.findall(f".//{qn('a:fld')}") else theirs
            return _run(self.date or fixed)
        theirs = self.words or ("" if theirs.casefold() in PROMPTS else theirs)
        return _run(theirs or fitting(words, place))

    def _put(self, slide: Any, holder: Any, body: str) -> None:
        shape = copy.deepcopy(holder.element)
        tree = slide.shapes._spTree
        about = shape.find(f".//{qn('p:cNvPr')}")
        about.set("id", str(max(int(value) for value in tree.xpath(".//p:cNvPr/@id")) + 1))
        for child in list(about):
            about.remove(child)
        properties = shape.find(qn("p:spPr"))
        properties.getparent().replace(properties, parse_xml(f"<p:spPr {NS}/>"))
        text = shape.find(qn("p:txBody"))
        fresh = f"<p:txBody {NS}><a:bodyPr/><a:lstStyle/><a:p>{body}</a:p></p:txBody>"
        text.getparent().replace(text, parse_xml(fresh))
        shape.find(f".//{qn('p:nvPr')}").attrib.pop("userDrawn", None)
        tree.append(shape)


def _run(words: str) -> str:
    return f'<a:r><a:rPr lang="{LANG}"/><a:t>{escape(words)}</a:t></a:r>' if words else ""


def fitting(words: str, place: Place) -> str:
    """As much of our line as fits, whole parts of it; nothing where not even the first part does."""
    parts = words.split(" · ")
    left, top, right, bottom = place.insets
    room = (place.box.w - left - right) * POINTS, (place.box.h - top - bottom) * POINTS
    for count in range(len(parts), 0, -1):
        line = " · ".join(parts[:count])
        if fits([said(line)], room, max(place.style.size, SMALL), place.style):
            return line
    return ""


__all__ = ["Feet", "fitting"]
