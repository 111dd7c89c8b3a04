"""Which page of another's template holds which of ours, and where on it everything stands.

A page of theirs with our page's name comes first, then one that PowerPoint gives the same task, then one with the
places that ours needs, side by side or one for all. Where they have none, all text goes into their largest place in
the order in which it is read, and what is no text into a rectangle cut from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.deck._theirs import Page, Place
from kit.deck.cuts import FRAMES, below_title, by_index, cut, framed, is_head, roles
from kit.deck.layouts import Layout
from kit.deck.seat import Group, Seat
from kit.errors import UsageError

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


def seat(ours: Layout, theirs: Sequence[Page]) -> Seat:
    """The best seat for one of our pages. Raises UsageError where no page of theirs has a place for a title."""
    titled = [page for page in theirs if page.title]
    if not titled:
        raise UsageError("the template has no layout with a place for a title")
    return next(found for found in _seats(ours, titled) if found is not None)


def _seats(ours: Layout, theirs: Sequence[Page]) -> Iterator[Seat | None]:
    """Every way to seat one of our pages, the best first."""
    together = (tuple(roles(ours)),) if roles(ours) else ()
    ways = [tuple((role,) for role in roles(ours)), COLUMNS.get(ours.name, ()), together]
    for page in _called(ours.name, theirs):
        yield by_index(ours, page)
    for page in [*_called(ours.name, theirs), *_like(ours, theirs)]:
        yield from (_seated(ours, page, groups, True) for groups in ways if groups or not together)
    usual = sorted((page for page in theirs if _task(page) not in APART), key=_largest, reverse=True)
    if ours.name in COLUMNS:
        yield from (_seated(ours, page, COLUMNS[ours.name], True) for page in usual)
    framed = any(slot.type in FRAMES for slot in ours.slots)
    barest = max(theirs, key=lambda page: (_below(page), -len(page.places)))
    if framed and not any(_wide(page) for page in usual) and _below(barest) > _ROOMY[1] * 3:
        yield below_title(ours, barest)
    matched = ours.name == "Title" or not together or (len(together[0]) == 1 and not framed)
    for page in sorted(usual, key=lambda page: ("obj", "tx", page.type).index(page.type)):
        yield _seated(ours, page, together, matched)
    for page in sorted(theirs, key=lambda page: (_task(page) in {"title", "secHead"}, -_largest(page))):
        yield _seated(ours, page, together, False, more=True)
    yield below_title(ours, barest)


def _called(name: str, theirs: Sequence[Page]) -> list[Page]:
    return [page for page in theirs if page.name.strip().casefold() == name.casefold()]


def _like(ours: Layout, theirs: Sequence[Page]) -> list[Page]:
    words = ALIKE.get(ours.name, ())
    return [page for page in theirs if page.name.strip().casefold() in words or _task(page) in words]


def _task(page: Page) -> str:
    """What a page is for, by PowerPoint's name for it or by its title's place."""
    return page.type or ("title" if page.title and page.title.type == "ctrTitle" else "")


def _wide(page: Page) -> bool:
    """Whether a page has a place as wide as a table needs."""
    return any(_roomy(place) and place.box.w >= 0.72 * page.width for place in _texts(page))


def _texts(page: Page) -> list[Place]:
    """Their places for text, a column at a time from the left, each from the top."""
    found = [place for place in page.places if place.type in _TEXT]
    return sorted(found, key=lambda place: (round(place.box.x / page.width * 5), place.box.y))


def _roomy(place: Place) -> bool:
    return place.box.w >= _ROOMY[0] and place.box.h >= _ROOMY[1]


def _largest(page: Page) -> float:
    return max((place.box.w * place.box.h for place in _texts(page)), default=0.0)


def _seated(
    ours: Layout, page: Page, groups: tuple[Group, ...], matched: bool, more: bool = False
) -> Seat | None:
    """Our page on theirs, if theirs has a place for each group and, unless `more`, none besides."""
    texts, frames = _texts(page), [place for place in page.places if place.type in FRAMES]
    large = [place for place in texts if _roomy(place)]
    wanted = texts if any(is_head(group[0]) and len(group) == 1 for group in groups) else large
    frame = next((slot for slot in ours.slots if slot.type in FRAMES), None)
    if frame and not groups:
        held = [place for place in frames if place.type == frame.type] or large
        return framed(ours, page, frame, held[0], matched) if len(held) == 1 or (held and more) else None
    if more:
        wanted = sorted(large, key=lambda place: -place.box.w * place.box.h)[: len(groups)]
    if len(wanted) != len(groups) or not all(
        _roomy(place) or is_head(group[0]) for group, place in zip(groups, wanted, strict=True)
    ):
        return None
    return cut(ours, page, tuple(zip(groups, wanted, strict=True)), frames, matched)


def _below(page: Page) -> float:
    place = page.title
    return page.foot - place.box.y - place.box.h if place else 0.0


__all__ = ["Seat", "seat"]
