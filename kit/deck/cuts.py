"""Where everything of one of our pages stands on a page of theirs: their places, and what is cut from them."""

from __future__ import annotations

from dataclasses import replace

from kit.deck._theirs import Page, Place
from kit.deck.layouts import LEAST, POINTS, SMALL, Box, Layout, Slot, Style
from kit.deck.seat import Group, Seat

NARROW = 12.0
"""Below this width of a page, in inches, sources take three lines where two do otherwise."""
MARGIN = 0.28
"""The least margin of a narrow page, in inches."""
CAPTION = 0.74
"""Height of two lines of the least type and their insets, in inches."""
SPARSE = {"Title", "Section", "Break"}
"""Our pages with little on them, whose text may reach down as far as the page is empty."""
FRAMES = {"tbl", "chart"}
"""Types of places that hold no text."""


def roles(ours: Layout) -> list[str]:
    """The roles of our page's texts, title and sources apart."""
    return [slot.role for slot in ours.slots if slot.type in {"body", "subTitle"} and slot.role != "source"]


def is_head(role: str) -> bool:
    """Whether a role holds a heading of another's text, in a line or a letter."""
    return role.endswith(" head") or role.startswith("letter ")


def by_index(ours: Layout, page: Page) -> Seat | None:
    """A page made from ours: every place has the index that we gave it."""
    held = {place.idx: place for place in page.places}
    slots = []
    for slot in ours.slots:
        place = held.get(slot.idx or 0)
        if place is None or (slot.type in FRAMES) != (place.type in FRAMES):
            return None
        slots.append(_slot(slot, place, place.box))
    return Seat(page, replace(ours, slots=tuple(slots)), {role: (role,) for role in roles(ours)}, True)


def framed(ours: Layout, page: Page, frame: Slot, place: Place, matched: bool) -> Seat:
    """Our page whose only content is a table or a chart, in one place of theirs."""
    made = replace(_slot(frame, place, place.box), type=frame.type, style=_own(frame, page))
    if place.type != frame.type:
        made = replace(made, idx=None, stands="free")
    return Seat(page, replace(ours, slots=(_title(ours, page), made), twins=()), {}, matched)


def cut(
    ours: Layout, page: Page, seated: tuple[tuple[Group, Place], ...], frames: list[Place], matched: bool
) -> Seat:
    """Slots for groups of texts, with strips cut from their places for what has none: sources, a number, a frame."""
    ink = seated[0][1].colour
    boxes = {group[0]: _down(place, page) if ours.name in SPARSE else place.box for group, place in seated}
    made: dict[str, Slot] = {}
    by_role = {slot.role: slot for slot in ours.slots}
    if "source" in by_role:
        made["source"] = replace(_sources(by_role["source"], page, boxes), colour=ink)
    for group, _ in seated:
        if group[0] == "number":
            tall = min(1.7, boxes["number"].h * 0.4)
            number, boxes["number"] = _number(by_role["number"], boxes["number"], tall)
            made["number"] = replace(number, colour=ink)
    frame = next((slot for slot in ours.slots if slot.type in FRAMES), None)
    if frame:
        if "source" not in by_role:
            boxes = {role: replace(box, h=max(box.h, page.foot - 0.08 - box.y)) for role, box in boxes.items()}
        made[frame.role] = replace(_frame(frame, page, boxes, frames, len(seated[0][0]) > 1), colour=ink)
    leads = {}
    for group, place in seated:
        lead = next((role for role in group if not is_head(role) and role != "number"), group[0])
        made[lead] = _slot(by_role[lead], place, boxes[group[0]])
        leads[lead] = group
    slots = [_title(ours, page), *(made[slot.role] for slot in ours.slots if slot.role in made)]
    held = {slot.role for slot in slots}
    twins = tuple(twin for twin in ours.twins if twin <= held)
    return Seat(page, replace(ours, slots=tuple(slots), twins=twins), leads, matched)


def _down(place: Place, page: Page) -> Box:
    """A place's box on a page that is mostly empty: as far down as nothing else stands."""
    below = [one.box.y for one in page.places if one.box.y >= place.box.y + place.box.h - 0.05]
    return replace(place.box, h=max(place.box.h, min([page.foot, *below]) - 0.1 - place.box.y))


def _sources(slot: Slot, page: Page, boxes: dict[str, Box]) -> Slot:
    """The line for sources, along the foot of the places above it, which give way."""
    left = min(box.x for box in boxes.values())
    right = max(box.x + box.w for box in boxes.values())
    bottom = min(max(box.y + box.h for box in boxes.values()), page.foot - 0.02)
    tall = 0.7 if page.width < NARROW else 0.5
    for role, box in boxes.items():
        boxes[role] = replace(box, h=min(box.h, bottom - tall - box.y))
    style = Style(SMALL, SMALL, anchor="b", wide=slot.style.wide, line=slot.style.line)
    return replace(slot, idx=None, box=Box(left + 0.1, bottom - tall, right - left - 0.2, tall), style=style, pad=0.0,
                   stands="free")


def _number(slot: Slot, box: Box, tall: float) -> tuple[Slot, Box]:
    """A big figure at the top of a place, and what is left of the place."""
    style = replace(slot.style, size=min(slot.style.size, round(tall * POINTS * 0.75)))
    made = replace(slot, idx=None, box=Box(box.x + 0.1, box.y, box.w - 0.2, tall), style=style, stands="free")
    return made, replace(box, y=box.y + tall, h=box.h - tall)


def _frame(slot: Slot, page: Page, boxes: dict[str, Box], frames: list[Place], several: bool) -> Slot:
    """A table's or a chart's place: their own where it is large enough, else cut from the text's."""
    own = next((place for place in frames if place.type == slot.type and place.box.w > page.width * 0.6), None)
    if own:
        return replace(_slot(slot, own, own.box), style=_own(slot, page))
    role, box = next(iter(boxes.items()))
    tall = max(CAPTION, box.h * 0.5) if several else CAPTION
    boxes[role] = replace(box, h=tall)
    left, wide = box.x, box.w
    if page.width < NARROW and box.w > 0.85 * page.width:  # nothing stands beside it, and nine cells need the width
        left, wide = MARGIN, page.width - 2 * MARGIN
    rest = Box(left, box.y + tall + 0.05, wide, box.h - tall - 0.05)
    return replace(slot, idx=None, box=rest, style=_own(slot, page), stands="free")


def _own(slot: Slot, page: Page) -> Style:
    """How our tables and charts are set in their face."""
    return replace(slot.style, wide=page.face[0], line=page.face[1])


def _title(ours: Layout, page: Page) -> Slot:
    place = page.title
    assert place is not None
    return _slot(ours.slot("title"), place, place.box)


def _slot(ours: Slot, place: Place, box: Box) -> Slot:
    """One of our slots where theirs stands, with the look of theirs and our least size of type."""
    least = ours.style.smallest
    theirs = place.style.size if place.sized else ours.style.size
    if ours.role in {"number"} or (least > LEAST and ours.style.size > theirs):
        size = ours.style.size
    elif least < LEAST:
        size = max(least, min(theirs, ours.style.size))
    else:
        size = max(theirs, least)
    style = replace(place.style, size=size, smallest=min(least if least < LEAST else LEAST, size))
    same = size == theirs and place.sized
    return replace(
        ours, type=place.type, idx=place.idx, box=box, style=style, insets=place.insets, fill=None,
        stands="placed" if box == place.box else "moved", inherited=None if same else theirs,
    )


def below_title(ours: Layout, page: Page) -> Seat:
    """Our page where theirs has nothing but a title: text and frame as shapes of the slide, below it."""
    place = page.title
    assert place is not None
    top = place.box.y + place.box.h + 0.15
    box = Box(place.box.x, top, place.box.w, max(page.foot - 0.1 - top, 1.5))
    style = Style(28, LEAST, before=8, wide=page.face[0], line=page.face[1])
    free = Place("body", -1, "Text", box, (0.1, 0.05, 0.1, 0.05), style)
    told = tuple(roles(ours))
    if not told:
        frame = next(slot for slot in ours.slots if slot.type in FRAMES)
        return framed(ours, page, frame, free, False)
    found = cut(ours, page, ((told, free),), [], False)
    slots = [replace(slot, idx=None, stands="free") if slot.idx == -1 else slot for slot in found.layout.slots]
    return replace(found, layout=replace(found.layout, slots=tuple(slots)))


__all__ = ["FRAMES", "below_title", "by_index", "cut", "framed", "is_head", "roles"]
