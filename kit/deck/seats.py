"""Which page of another's template holds which of ours, and where on it everything stands.

A page of theirs with our page's name comes first, then one that PowerPoint gives the same task, then one with the
places that ours needs, side by side or one for all. Where they have none, all text goes into their largest place in
the order in which it is read, and what is no text into a rectangle cut from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kit.deck._theirs import Page, Place
from kit.deck.layouts import LEAST, POINTS, SMALL, Box, Layout, Slot, Style
from kit.deck.sheet import Para, Sheet, Table, said
from kit.deck.tables import measured, unbroken
from kit.errors import UsageError

Group = tuple[str, ...]
"""Roles of ours that share one place, in the order in which they are read."""

COLUMNS: dict[str, tuple[Group, ...]] = {
    "Pair": (("left head", "left"), ("right head", "right")),
    "Case": (("body",), ("aside head", "aside")),
    "Figure": (("number", "body"), ("aside head", "aside")),
    "Quiz": (("body",), tuple(f"{role} {letter}" for letter in "ABCD" for role in ("letter", "option"))),
    "Activity": (("body",), ("aside",)),
}
"""How some of our pages are told in two places side by side."""

ALIKE: dict[str, tuple[str, ...]] = {
    "Title": ("title slide", "title"),
    "Section": ("section header", "secHead"),
    "Break": ("section header", "secHead"),
    "Pair": ("comparison", "twoTxTwoObj"),
}
"""Names and types of pages in other templates that have the task of one of ours. PowerPoint's types are the same in
every language."""

APART = {"title", "secHead", "picTx", "objTx", "blank", "titleOnly", "vertTx", "vertTitleAndTx"}
"""Types of pages that ordinary text is not put on while there are others."""

_TEXT = {"obj", "body", "subTitle"}
_ROOMY = (3.0, 1.2)
"""Width and height in inches that a place for more than a heading has at least."""
NARROW = 12.0
"""Below this width of a page, in inches, sources take three lines where two do otherwise."""
CAPTION = 0.74
"""Height of two lines of the least type and their insets, in inches."""


@dataclass(frozen=True)
class Seat:
    """Where one of our pages stands in their template."""

    page: Page
    layout: Layout
    """Our page with their measures; its slots are those of the leading roles."""
    groups: Mapping[str, Group]
    """The roles whose texts share a place, by the role that leads them."""
    matched: bool
    """Whether theirs is a page of the same kind; False where it had to do."""

    def settled(self, sheet: Sheet) -> Sheet:
        """A sheet whose texts are gathered into the places that there are."""
        alone = {slot.role for slot in self.layout.slots} & {"source", "number"}
        fields = {role: tuple(map(_bold, sheet.fields[role]) if role == "number" else sheet.fields[role])
                  for role in alone if sheet.fields.get(role)}
        for lead, roles in self.groups.items():
            if found := _gathered([role for role in roles if role not in alone], sheet):
                fields[lead] = tuple(found)
        table = sheet.table and _widened(sheet.table, self.layout.slot("table"))
        return replace(sheet, fields=fields, table=table)


def _gathered(roles: Sequence[str], sheet: Sheet) -> list[Para]:
    """The texts of some roles, one after the other; headings are bold, an option follows its letter."""
    found: list[Para] = []
    for number, role in enumerate(roles):
        paras = list(sheet.fields.get(role, ()))
        if not paras:
            continue
        if len(roles) > 1 and (role.endswith(" head") or role == "number"):
            paras = [_bold(para) for para in paras]
        if len(roles) > 1 and role.startswith("letter "):
            paras = [_bold(said(f"{para.text}. ")) for para in paras]
        if role.startswith("option ") and found:
            paras[0] = replace(paras[0], runs=(*found.pop().runs, *paras[0].runs), before=10)
        elif number and not roles[number - 1].endswith(" head"):
            paras[0] = replace(paras[0], before=max(paras[0].before, 16))
        found += paras
    return found


def _widened(table: Table, slot: Slot) -> Table:
    """A table whose words stay whole on one slide, if need be with a first column of another width."""
    first, *rest = table.columns
    trials = [table, *(replace(table, columns=(first * share / 20, *rest)) for share in range(14, 34))]
    good = [trial for trial in trials if measured(trial, slot)]
    return next((one for one in good if unbroken(one, slot, slot.style.smallest)), next(iter(good), table))


def _bold(para: Para) -> Para:
    return replace(para, runs=tuple(replace(run, bold=True) for run in para.runs))


def seat(ours: Layout, theirs: Sequence[Page]) -> Seat:
    """The best seat for one of our pages. Raises UsageError where no page of theirs has a place for a title."""
    titled = [page for page in theirs if page.title]
    if not titled:
        raise UsageError("the template has no layout with a place for a title")
    return next(found for found in _seats(ours, titled) if found is not None)


def _seats(ours: Layout, theirs: Sequence[Page]) -> Iterator[Seat | None]:
    """Every way to seat one of our pages, the best first."""
    alone = tuple((role,) for role in _roles(ours))
    together = (tuple(_roles(ours)),) if alone else ()
    columns = COLUMNS.get(ours.name)
    named = [page for page in theirs if page.name.strip().casefold() == ours.name.casefold()]
    for page in named:
        yield _by_index(ours, page)
        for groups in filter(None, (alone, columns, together)):
            yield _seated(ours, page, groups, True)
    for page in _like(ours, theirs):
        for groups in filter(None, (alone, columns, together)):
            yield _seated(ours, page, groups, True)
    usual = sorted((page for page in theirs if page.type not in APART), key=lambda page: -_largest(page))
    for page in usual if columns else ():
        yield _seated(ours, page, columns or (), True)
    framed = any(slot.type in {"tbl", "chart"} for slot in ours.slots)
    plain = len(alone) < 2 and not (framed and alone)
    for page in sorted(usual, key=lambda page: (page.type not in {"obj", "tx"}, -_largest(page))):
        yield _seated(ours, page, together, plain or ours.name == "Title")
    for page in sorted(theirs, key=lambda page: (page.type in {"title", "secHead"}, -_largest(page))):
        yield _seated(ours, page, together, False, more=True)
    yield _below_title(ours, max(theirs, key=_below))


def _roles(ours: Layout) -> list[str]:
    """The roles of our page's texts, title and sources apart."""
    return [slot.role for slot in ours.slots if slot.type in {"body", "subTitle"} and slot.role != "source"]


def _like(ours: Layout, theirs: Sequence[Page]) -> list[Page]:
    words = ALIKE.get(ours.name, ())
    return [page for page in theirs if page.name.strip().casefold() in words or page.type in words]


def _texts(page: Page) -> list[Place]:
    """Their places for text, a column at a time from the left, each from the top."""
    found = [place for place in page.places if place.type in _TEXT]
    return sorted(found, key=lambda place: (round(place.box.x / page.width * 5), place.box.y))


def _roomy(place: Place) -> bool:
    return place.box.w >= _ROOMY[0] and place.box.h >= _ROOMY[1]


def _largest(page: Page) -> float:
    return max((place.box.w * place.box.h for place in _texts(page)), default=0.0)


def _head(role: str) -> bool:
    return role.endswith(" head") or role.startswith("letter ")


def _by_index(ours: Layout, page: Page) -> Seat | None:
    """A page made from ours: every place has the index that we gave it."""
    held = {place.idx: place for place in page.places}
    slots = []
    for slot in ours.slots:
        place = held.get(slot.idx or 0)
        if place is None or (slot.type in {"tbl", "chart"}) != (place.type in {"tbl", "chart"}):
            return None
        slots.append(_slot(slot, place, place.box))
    return Seat(page, replace(ours, slots=tuple(slots)), {role: (role,) for role in _roles(ours)}, True)


def _seated(
    ours: Layout, page: Page, groups: tuple[Group, ...], matched: bool, more: bool = False
) -> Seat | None:
    """Our page on theirs, if theirs has a place for each group and, unless `more`, none besides."""
    texts, frames = _texts(page), [place for place in page.places if place.type in {"tbl", "chart"}]
    large = [place for place in texts if _roomy(place)]
    wanted = texts if any(_head(group[0]) and len(group) == 1 for group in groups) else large
    frame = next((slot for slot in ours.slots if slot.type in {"tbl", "chart"}), None)
    if frame and not groups:
        held = [place for place in frames if place.type == frame.type] or large
        return _framed(ours, page, frame, held[0], matched) if len(held) == 1 or (held and more) else None
    if more:
        wanted = sorted(large, key=lambda place: -place.box.w * place.box.h)[: len(groups)]
    if len(wanted) != len(groups) or not all(
        _roomy(place) or _head(group[0]) for group, place in zip(groups, wanted, strict=True)
    ):
        return None
    return _cut(ours, page, tuple(zip(groups, wanted, strict=True)), frames, matched)


def _framed(ours: Layout, page: Page, frame: Slot, place: Place, matched: bool) -> Seat:
    made = replace(_slot(frame, place, place.box), type=frame.type, style=_own(frame, page))
    if place.type != frame.type:
        made = replace(made, idx=None, stands="free")
    return Seat(page, replace(ours, slots=(_title(ours, page), made), twins=()), {}, matched)


def _cut(
    ours: Layout, page: Page, seated: tuple[tuple[Group, Place], ...], frames: list[Place], matched: bool
) -> Seat:
    """Slots for groups of texts, with strips cut from their places for what has none: sources, a number, a frame."""
    boxes = {group[0]: _down(place, page) if ours.name in ALIKE else place.box for group, place in seated}
    made: dict[str, Slot] = {}
    by_role = {slot.role: slot for slot in ours.slots}
    if "source" in by_role:
        made["source"] = _sources(by_role["source"], page, boxes)
    for group, _ in seated:
        if group[0] == "number":
            tall = min(1.7, boxes["number"].h * 0.4)
            made["number"], boxes["number"] = _number(by_role["number"], boxes["number"], tall)
    frame = next((slot for slot in ours.slots if slot.type in {"tbl", "chart"}), None)
    if frame:
        if "source" not in by_role:
            boxes = {role: replace(box, h=max(box.h, page.foot - 0.08 - box.y)) for role, box in boxes.items()}
        made[frame.role] = _frame(frame, page, boxes, frames, len(seated[0][0]) > 1)
    leads = {}
    for group, place in seated:
        lead = next((role for role in group if not _head(role) and role != "number"), group[0])
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
                   stands="free", colour=None)


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
    tall = max(CAPTION, box.h * 0.42) if several else CAPTION
    boxes[role] = replace(box, h=tall)
    rest = Box(box.x, box.y + tall + 0.05, box.w, box.h - tall - 0.05)
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
    theirs = place.style.size
    if ours.role in {"number"} or (least > LEAST and ours.style.size > theirs):
        size = ours.style.size
    elif least < LEAST:
        size = max(least, min(theirs, ours.style.size))
    else:
        size = max(theirs, least)
    style = replace(place.style, size=size, smallest=min(least if least < LEAST else LEAST, size))
    return replace(
        ours, type=place.type, idx=place.idx, box=box, style=style, insets=place.insets, fill=None,
        stands="placed" if box == place.box else "moved", inherited=theirs if size != theirs else None,
    )


def _below(page: Page) -> float:
    place = page.title
    return page.foot - place.box.y - place.box.h if place else 0.0


def _below_title(ours: Layout, page: Page) -> Seat:
    """Our page where theirs has nothing but a title: text and frame as shapes of the slide, below it."""
    place = page.title
    assert place is not None
    top = place.box.y + place.box.h + 0.15
    box = Box(place.box.x, top, place.box.w, max(page.foot - 0.1 - top, 1.5))
    style = Style(24, LEAST, before=8, wide=page.face[0], line=page.face[1])
    free = Place("body", -1, "Text", box, (0.1, 0.05, 0.1, 0.05), style)
    roles = tuple(_roles(ours))
    if not roles:
        frame = next(slot for slot in ours.slots if slot.type in {"tbl", "chart"})
        return _framed(ours, page, frame, free, False)
    found = _cut(ours, page, ((roles, free),), [], False)
    slots = [replace(slot, idx=None, stands="free") if slot.idx == -1 else slot for slot in found.layout.slots]
    return replace(found, layout=replace(found.layout, slots=tuple(slots)))


__all__ = ["Seat", "seat"]
