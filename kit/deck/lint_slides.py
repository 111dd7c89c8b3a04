"""Faults on slides that shut people out: what can't be read, heard, found or told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from kit.deck.layouts import LEAST, SMALL
from kit.deck.package import DRAWN, SLIDE, A, P, Package, targets

_SPOKEN = re.compile(r"ppt/(slides|notesSlides)/")
_FEET = {"ftr", "sldNum", "dt"}
_DRAWN_SHAPES = (P + "sp", P + "pic", P + "graphicFrame", P + "grpSp", P + "cxnSp")
_SMALL_PRINT = {"Source", "Sources", "Footer", "Slide number"}
"""Names of shapes whose type may be of 12 points."""


def _mark(shape: Any) -> Any:
    """A shape's mark as a placeholder, or None."""
    return shape.find(f".//{P}ph")


def _kind(shape: Any) -> str:
    mark = _mark(shape)
    return (mark.get("type") or "obj") if mark is not None else ""


def _title(tree: Any) -> Any:
    """The shape that holds a slide's title, or None."""
    return next((shape for shape in tree.iter(P + "sp") if _kind(shape) in {"title", "ctrTitle"}), None)


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(A + "t")).strip()


def _about(shape: Any) -> Any:
    return next(shape.iter(P + "cNvPr"))


def _decorative(about: Any) -> bool:
    return any(str(child.tag).endswith("}decorative") and child.get("val") == "1" for child in about.iter())


def _titles(package: Package) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for name, tree in package.slides.items():
        title = _title(tree)
        if title is None or not _words(title):
            yield f"{name}: has no title"
            continue
        seen[_words(title).casefold()] += 1
        if next(shape for shape in tree.find(f"{P}cSld/{P}spTree") if shape.tag in _DRAWN_SHAPES) is not title:
            yield f"{name}: the title is not the first thing read"
    yield from (f"{count} slides have the title '{title}'" for title, count in seen.items() if count > 1)


def _names(package: Package) -> Iterator[str]:
    for name, tree in package.slides.items():
        held = Counter(_about(shape).get("name") for shape in tree.iter(*_DRAWN_SHAPES))
        yield from (f"{name}: {count} shapes are called '{label}'" for label, count in held.items() if count > 1)
        if not all((label or "").strip() for label in held):
            yield f"{name}: a shape has no name"


def _alternatives(package: Package) -> Iterator[str]:
    for name, tree in package.slides.items():
        for shape in tree.iter(P + "pic", P + "graphicFrame"):
            about = _about(shape)
            if not about.get("descr") and not _decorative(about):
                yield f"{name}: '{about.get('name')}' has no text for people who don't see it"
        for shape in tree.iter(P + "sp"):
            if _mark(shape) is not None and not _words(shape):
                yield f"{name}: a placeholder is empty"
        if any(table.get("firstRow") != "1" for table in tree.iter(A + "tblPr")):
            yield f"{name}: a table has no heading row"


def _decorations(package: Package) -> Iterator[str]:
    """Shapes without words and without a place for any are for the eye only, and have to say so."""
    for name, tree in sorted(package.trees.items()):
        if not DRAWN.fullmatch(name) or "otes" in name or not (package.ours or SLIDE.fullmatch(name)):
            continue
        for shape in tree.iter(P + "sp", P + "cxnSp"):
            about = _about(shape)
            if _mark(shape) is None and not _words(shape) and not about.get("descr") and not _decorative(about):
                yield f"{name}: '{about.get('name')}' is for the eye only and does not say so"


def _languages(package: Package) -> Iterator[str]:
    for name, tree in sorted(package.trees.items()):
        if not DRAWN.fullmatch(name) or not (package.ours or _SPOKEN.match(name)):
            continue
        runs = [run.find(A + "rPr") for run in tree.iter(A + "r", A + "fld")]
        if any(look is None or look.get("lang") != "en-GB" for look in runs):
            yield f"{name}: some text is not marked as British English"


def _sizes(package: Package) -> Iterator[str]:
    for name, tree in package.slides.items():
        for shape in tree.iter(P + "sp", P + "graphicFrame"):
            if _kind(shape) in _FEET and not package.ours:
                continue
            label = str(_about(shape).get("name"))
            least = SMALL if label in _SMALL_PRINT else LEAST
            if (size := _smallest(shape, name, package)) < least:
                yield f"{name}: '{label}' has type of {size:g} points; at least {least} is needed"
    for name, tree in sorted(package.trees.items()):
        if name.startswith("ppt/charts/chart"):
            sizes = [int(look.get("sz")) / 100 for look in tree.iter(A + "rPr", A + "defRPr") if look.get("sz")]
            if min(sizes, default=0.0) < LEAST:
                yield f"{name}: the chart has type of {min(sizes, default=0.0):g} points; at least {LEAST} is needed"


def _smallest(shape: Any, slide: str, package: Package) -> float:
    """The smallest type of a shape's words, in points, with what its layout and master give where it says nothing."""
    said = [look.get("sz") for run in shape.iter(A + "r", A + "fld") for look in run.iter(A + "rPr")]
    sizes = [int(size) for size in said if size]
    sizes += [int(end.get("sz")) for end in shape.iter(A + "endParaRPr") if end.get("sz")]
    if None in said and shape.tag == P + "sp":
        sizes.append(_inherited(shape, slide, package))
    return min(sizes, default=100_000) / 100


def _inherited(shape: Any, slide: str, package: Package) -> int:
    mark, layout = _mark(shape), package.layout(slide)
    if mark is None or layout is None:
        return 1800
    for holder in layout.iter(P + "sp"):
        its = _mark(holder)
        if its is not None and (its.get("idx", "0"), its.get("type")) == (mark.get("idx", "0"), mark.get("type")):
            level = holder.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
            if level is not None and level.get("sz"):
                return int(level.get("sz"))
    style = {"title": "titleStyle", "ctrTitle": "titleStyle", **dict.fromkeys(_FEET, "otherStyle")}
    for name, tree in sorted(package.trees.items()):
        if name.startswith("ppt/slideMasters/slideMaster"):
            look = tree.find(f".//{P}{style.get(_kind(shape), 'bodyStyle')}/{A}lvl1pPr/{A}defRPr")
            return int(look.get("sz", 1800)) if look is not None else 1800
    return 1800


def _numbers(package: Package) -> Iterator[str]:
    """Every slide shows its place in the deck where its layout has a place for that; all of ours have."""
    for number, name in enumerate(package.in_order, 1):
        layout = package.layout(name)
        if not package.ours and (layout is None or not any(_kind(one) == "sldNum" for one in layout.iter(P + "sp"))):
            continue
        shown = [_words(shape) for shape in package.trees[name].iter(P + "sp") if _kind(shape) == "sldNum"]
        if shown != [str(number)]:
            yield f"{name}: does not show its number, {number}"


def _notes(package: Package) -> Iterator[str]:
    for name in package.slides:
        held = [part for part in targets(package, name).values() if part and part.startswith("ppt/notesSlides/")]
        if not held or held[0] not in package.trees or not _words(package.trees[held[0]]):
            yield f"{name}: has no notes"


ON_SLIDES: tuple[Callable[[Package], Iterator[str]], ...] = (
    _titles, _names, _alternatives, _decorations, _languages, _sizes, _numbers, _notes,
)
"""Everything that is looked for on slides, in order."""

__all__ = ["ON_SLIDES"]
