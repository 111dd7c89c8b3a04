"""The pages of our template: where each placeholder stands, how its text looks, and how small it may get.

Lengths are inches on a page of 13⅓ by 7½. Colours are the names that `kit.model.brand.Palette` gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WIDTH, HEIGHT = 40 / 3, 7.5
EDGE = 0.8
"""The margin at the left and the right."""
LEAST = 18
"""The smallest type for anything that people must read in the room, in points."""
SMALL = 12
"""The smallest type for sources and footers, in points."""
POINTS = 72
"""Points in an inch."""

Bullet = Literal["none", "dot", "number"]
Footer = Literal["light", "dark", "split", "aside", "accent", "sun"]


@dataclass(frozen=True)
class Box:
    """A rectangle: its top left corner, its width and its height."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Style:
    """How text looks: the size it starts at, and the size it may shrink to, in points."""

    size: int
    smallest: int = LEAST
    colour: str = "ink"
    bold: bool = False
    bullet: Bullet = "none"
    before: int = 0
    """Space before a paragraph, in points."""
    align: Literal["l", "ctr", "r"] = "l"
    anchor: Literal["t", "ctr", "b"] = "t"
    inset: int | None = None
    """How far text stands in, in points, where another's template says so."""
    wide: float = 1.0
    """Width of the letters, in widths of Arial's."""
    line: float = 1.0
    """Height of a line, in heights of Arial's."""

    @property
    def indent(self) -> int:
        """How far a list's text stands in, in points."""
        return {"none": 0, "dot": 24, "number": 40}[self.bullet] if self.inset is None else self.inset


@dataclass(frozen=True)
class Slot:
    """A placeholder: what goes into it, where, and how it looks."""

    role: str
    """What our slides call it."""
    name: str
    """What people see in the selection pane."""
    type: str | None
    """The placeholder's type in the file; None takes any content."""
    idx: int | None
    box: Box
    style: Style
    prompt: str
    fill: str | None = None
    pad: float = 0.0
    """Space between the edge of the box and its text."""
    keeps: bool = False
    """True where a continued slide says it again instead of going on with it."""
    insets: tuple[float, float, float, float] | None = None
    """Space at the left, top, right and bottom, in inches, where the four differ."""
    stands: Literal["placed", "moved", "free"] = "placed"
    """Where the file's layout puts it; in a box of its own; or as a shape of the slide, with no placeholder."""
    inherited: float | None = None
    """The size of type that the file's layout gives it, in points, where slides have to say another."""
    colour: str | None = None
    """The text's colour where it has to be said on the slide: a name, or "#RRGGBB"."""

    @property
    def room(self) -> tuple[float, float]:
        """Width and height left for text, in points."""
        left, top, right, bottom = self.insets or (self.pad,) * 4
        return (self.box.w - left - right) * POINTS, (self.box.h - top - bottom) * POINTS


@dataclass(frozen=True)
class Mark:
    """A decoration that lives on a layout and never on a slide."""

    shape: Literal["rect", "ring", "lens", "disc"]
    box: Box
    colour: str
    weight: float = 0.0
    """Width of a ring's line, in points."""


@dataclass(frozen=True)
class Layout:
    """One kind of page."""

    name: str
    type: str | None
    """PowerPoint's own name for pages of this kind, where it has one."""
    slots: tuple[Slot, ...]
    ground: str = "paper"
    marks: tuple[Mark, ...] = ()
    footer: Footer = "light"
    twins: tuple[frozenset[str], ...] = ()
    """Roles whose text is set in one size, the smallest that any of them needs."""

    def slot(self, role: str) -> Slot:
        """The placeholder with this role."""
        return next(slot for slot in self.slots if slot.role == role)

    @property
    def keeps(self) -> frozenset[str]:
        """The roles that a continued slide repeats."""
        return frozenset(slot.role for slot in self.slots if slot.keeps)


def rings(x: float, y: float, radius: float, line: str, lens: str, weight: float) -> tuple[Mark, ...]:
    """The project's mark: two circles about `x`, `y`, and the part they share."""
    apart = 0.576 * radius
    half = (radius**2 - apart**2) ** 0.5
    wide = radius - apart
    return (
        Mark("lens", Box(x - wide, y - half, 2 * wide, 2 * half), lens),
        Mark("ring", Box(x - apart - radius, y - radius, 2 * radius, 2 * radius), line, weight),
        Mark("ring", Box(x + apart - radius, y - radius, 2 * radius, 2 * radius), line, weight),
    )


def cup(x: float, y: float, radius: float) -> tuple[Mark, ...]:
    """A cup of tea on its saucer, seen from above, about `x`, `y`; `radius` is the saucer's."""
    def disc(share: float, colour: str) -> Mark:
        return Mark("disc", Box(x - share * radius, y - share * radius, 2 * share * radius, 2 * share * radius), colour)

    handle = Mark("rect", Box(x + 0.5 * radius, y - 0.07 * radius, 0.36 * radius, 0.14 * radius), "primary")
    return disc(1.0, "paper"), disc(0.92, "wash"), handle, disc(0.6, "primary"), disc(0.52, "paper"), disc(0.44, "warm")


FULL = WIDTH - 2 * EDGE
TOP = 1.85
"""Where the content of a page begins."""
TITLE_BOX = Box(EDGE, 0.6, FULL, 1.05)
TITLE = Style(32, colour="primary", bold=True)
SOURCE = Style(SMALL, smallest=SMALL, colour="muted", anchor="b")


def heading(box: Box = TITLE_BOX, style: Style = TITLE) -> Slot:
    """The title's placeholder: first on every page, first read."""
    return Slot("title", "Title", "title", None, box, style, "Say the point in one line", keeps=True)


def text(role: str, idx: int, box: Box, style: Style, prompt: str, fill: str | None = None, pad: float = 0.0,
         keeps: bool = False) -> Slot:
    """A text placeholder."""
    return Slot(role, prompt, "body", idx, box, style, prompt, fill, pad, keeps)


def source_line(width: float = FULL) -> Slot:
    """The small line at the foot of a page."""
    return text("source", 20, Box(EDGE, 6.3, width, 0.45), SOURCE, "Source")
