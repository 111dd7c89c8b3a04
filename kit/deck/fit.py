"""Text that is too long is set smaller within limits, then goes on over further slides. It is never cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kit.deck.layouts import Layout, Slot, Style
from kit.deck.measure import fits
from kit.deck.sheet import Notes, Para, Sheet, said
from kit.text import Run

Room = tuple[float, float]
AS_BEFORE = "This slide goes on from the one before. The words to say stand there."
_PIECES = (re.compile(r"(?<=[.!?;:])\s+"), re.compile(r"\s+"))


@dataclass(frozen=True)
class Page:
    """What one place on one slide holds, and the size of its type in points."""

    paras: tuple[Para, ...]
    size: float


def sizes(style: Style) -> list[int]:
    """From the style's size down to its smallest, in points."""
    return list(range(style.size, style.smallest - 1, -2 if style.size > 40 else -1)) or [style.size]


def best(paras: Sequence[Para], room: Room, style: Style) -> int | None:
    """The largest size at which paragraphs fit a room, or None."""
    return next((size for size in sizes(style) if fits(paras, room, size, style)), None)


def pages(paras: Sequence[Para], room: Room, style: Style) -> list[Page]:
    """Paragraphs over as few slides as need be, all set in one size."""
    size = best(paras, room, style)
    if size is not None:
        return [Page(tuple(paras), size)]
    filled = list(_fill(paras, room, style))
    common = min(best(part, room, style) or style.smallest for part in filled)
    return [Page(tuple(part), common) for part in filled]


def _fill(paras: Sequence[Para], room: Room, style: Style) -> list[list[Para]]:
    done: list[list[Para]] = [[]]
    for para in _pieces(paras, room, style):
        if done[-1] and not fits([*done[-1], para], room, style.smallest, style):
            done.append([])
        done[-1].append(para)
    return _level(done, room, style)


def _level(done: list[list[Para]], room: Room, style: Style) -> list[list[Para]]:
    """The same paragraphs spread evenly, so that no slide is left with a single line."""
    everything = [para for part in done for para in part]
    share = -(-len(everything) // len(done))
    even = [everything[at:at + share] for at in range(0, len(everything), share)]
    return even if all(fits(part, room, style.smallest, style) for part in even) else done


def _pieces(paras: Sequence[Para], room: Room, style: Style) -> list[Para]:
    """Paragraphs none of which is taller than the room: broken at sentences, then words, then letters."""
    found: list[Para] = []
    for para in paras:
        if fits([para], room, style.smallest, style):
            found.append(para)
        else:
            found += _broken(para, room, style)
    return found


def _broken(para: Para, room: Room, style: Style) -> list[Para]:
    tokens = _tokens(para)
    parts: list[list[Run]] = [[]]
    for run in tokens:
        trial = replace(para, runs=(*parts[-1], run))
        if parts[-1] and not fits([trial], room, style.smallest, style):
            parts.append([])
        parts[-1].append(run)
    first, *rest = [replace(para, runs=tuple(part)) for part in parts]
    return [first, *(replace(part, bullet="none", number=0) for part in rest)]


def _tokens(para: Para) -> list[Run]:
    """A paragraph in stretches short enough to place one by one; each keeps the space after it."""
    found: list[Run] = []
    for run in para.runs:
        for sentence in _split(run.text, _PIECES[0]):
            for word in _split(sentence, _PIECES[1]) if len(sentence) > 200 else [sentence]:
                found += [replace(run, text=word[at:at + 40]) for at in range(0, len(word), 40)] \
                    if len(word) > 200 else [replace(run, text=word)]
    return found


def _split(text: str, mark: re.Pattern[str]) -> list[str]:
    ends = [match.end() for match in mark.finditer(text)]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True) if text[start:end]]


def spread(sheet: Sheet, layout: Layout) -> list[Sheet]:
    """A sheet over as many slides as its texts need, each text at the size that fits."""
    found = {role: _pages_in(layout.slot(role), paras) for role, paras in sheet.fields.items() if paras}
    for twins in layout.twins:
        size = min((page.size for role in twins for page in found.get(role, [])), default=0)
        found.update({role: [replace(page, size=size) for page in found[role]] for role in twins if role in found})
    count = max((len(pages) for pages in found.values()), default=1)
    return [_nth(sheet, layout, found, number, count) for number in range(count)]


def _pages_in(slot: Slot, paras: tuple[Para, ...]) -> list[Page]:
    """What a place holds on each slide. What is said again on each must fit whole; else it goes on like the rest."""
    return pages(paras, slot.room, slot.style)


def _nth(sheet: Sheet, layout: Layout, found: dict[str, list[Page]], number: int, count: int) -> Sheet:
    again = {role for role in layout.keeps if len(found.get(role, [])) == 1}
    here = {role: pages[0 if role in again else number] for role, pages in found.items()
            if role in again or number < len(pages)}
    slot = layout.slot("title")
    title = f"{sheet.title} ({number + 1} of {count})" if count > 1 else sheet.title
    sizes = {role: page.size for role, page in here.items() if page.size != layout.slot(role).style.size}
    size = best([said(title)], slot.room, slot.style) or slot.style.smallest
    return replace(
        sheet,
        title=title,
        fields={role: page.paras for role, page in here.items()},
        sizes={**sizes, **({"title": size} if size != slot.style.size else {})},
        notes=sheet.notes if number == 0 else going_on(sheet.notes),
    )


def going_on(notes: Notes) -> Notes:
    """Notes for a slide that continues another: no minutes of its own, the same sources."""
    start = notes.start if notes.within else notes.start + notes.minutes
    return Notes(0, start, (said(AS_BEFORE),), sources=notes.sources, within=True)
