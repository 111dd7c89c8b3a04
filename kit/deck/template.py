"""The template, built from the brand: theme, master and layouts of 16:9 pages, without a single slide."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from kit.deck import _oxml, _patch
from kit.deck.layouts import (
    EDGE,
    FULL,
    HEIGHT,
    SMALL,
    TITLE,
    TITLE_BOX,
    TOP,
    WIDTH,
    Box,
    Footer,
    Layout,
    Mark,
    Slot,
    Style,
    rings,
)
from kit.deck.pages import LAYOUTS
from kit.model import Brand

BODY_LEVELS = (
    Style(26, bullet="dot", before=16), Style(22, bullet="dot", before=8), Style(18, bullet="dot", before=6),
)


@dataclass(frozen=True)
class Foot:
    """The foot of a page: the project's mark, the footer's text and the slide's number."""

    text_x: float
    text: str
    number: str
    line: str
    lens: str


FEET: dict[Footer, Foot] = {
    "light": Foot(EDGE + 0.55, "muted", "muted", "primary", "sun"),
    "dark": Foot(EDGE + 0.55, "wash", "wash", "paper", "sun"),
    "split": Foot(5.35, "muted", "muted", "paper", "sun"),
    "aside": Foot(EDGE + 0.55, "muted", "ink", "primary", "sun"),
    "accent": Foot(EDGE + 0.55, "paper", "paper", "paper", "sun"),
    "sun": Foot(EDGE + 0.55, "ink", "ink", "primary", "paper"),
}
FOOT_Y = 6.9


def foot_slots(footer: Footer) -> tuple[Slot, Slot]:
    """The placeholders at the foot of a page."""
    foot = FEET[footer]
    words = Style(SMALL, SMALL, colour=foot.text, anchor="ctr")
    number = Style(SMALL, SMALL, colour=foot.number, align="r", anchor="ctr")
    return (
        Slot("footer", "Footer", "ftr", 11, Box(foot.text_x, FOOT_Y, 7.0, 0.36), words, "Footer"),
        Slot("slide number", "Slide number", "sldNum", 12, Box(WIDTH - EDGE - 1, FOOT_Y, 1, 0.36), number, ""),
    )


def foot_marks(footer: Footer) -> tuple[Mark, ...]:
    """The project's mark, small, at the foot of a page."""
    foot = FEET[footer]
    return rings(EDGE + 0.2, FOOT_Y + 0.18, 0.13, foot.line, foot.lens, 1.25)


def build(brand: Brand) -> Deck:
    """The template as an open presentation, ready for slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _patch.strip_inheritance(deck)
    _master(deck, brand)
    for inherited in list(deck.slide_layouts):
        deck.slide_layouts.remove(inherited)
    for number, layout in enumerate(LAYOUTS, 1):
        _add_layout(deck, layout, number)
    return deck


def save(deck: Deck) -> bytes:
    """The presentation as the bytes of a file."""
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def _master(deck: Deck, brand: Brand) -> None:
    master = deck.slide_master
    master.part.part_related_by(RELATIONSHIP_TYPE.THEME)._blob = _oxml.theme(brand.name, brand.font, _scheme(brand))
    title = Slot("title", "Title", "title", None, TITLE_BOX, TITLE, "Title")
    body = Slot("body", "Text", "body", 1, Box(EDGE, TOP, FULL, 4.75), BODY_LEVELS[0], "Text")
    footer, number = foot_slots("light")
    _patch.replace_child(master.element, "p:cSld", _oxml.master((title, body, footer, number)))
    _patch.replace_child(master.element, "p:txStyles", _oxml.text_styles(TITLE, BODY_LEVELS, Style(18)))


def _scheme(brand: Brand) -> dict[str, str]:
    """The theme's colours; links take the accent's."""
    colours = brand.colours
    ours = {
        "dk1": colours.ink, "lt1": colours.paper, "dk2": colours.primary, "lt2": colours.wash,
        "accent1": colours.accent, "accent2": colours.warm, "accent3": colours.sun, "accent4": colours.violet,
        "accent5": colours.muted, "accent6": colours.primary, "hlink": colours.accent, "folHlink": colours.violet,
    }
    return {slot: value.lstrip("#").upper() for slot, value in ours.items()}


def _add_layout(deck: Deck, layout: Layout, number: int) -> None:
    master = deck.slide_master.part
    name = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
    part = SlideLayoutPart(name, CONTENT_TYPE.PML_SLIDE_LAYOUT, master.package, parse_xml(_oxml.new_layout()))
    part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    relation = master.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    _patch.list_layout(deck.slide_master.element, relation)
    page = _oxml.page(layout, foot_slots(layout.footer), foot_marks(layout.footer))
    _patch.replace_child(part._element, "p:cSld", page)
    if layout.type:
        part._element.set("type", layout.type)
