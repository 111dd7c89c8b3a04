"""A .pptx as the lint reads it: its parts, once, and what leads where."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Any

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")
DRAWN = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml")
"""Parts that hold shapes."""


@dataclass
class Package:
    """The parts of a file."""

    names: list[str]
    ours: bool = True
    """Whether layouts and masters are ours to answer for."""
    trees: dict[str, Any] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    """What is wrong with parts that are not well-formed."""
    embedded: dict[str, bytes] = field(default_factory=dict)

    @property
    def slides(self) -> dict[str, Any]:
        """The slides' own parts."""
        return {name: tree for name, tree in sorted(self.trees.items()) if SLIDE.fullmatch(name)}

    @property
    def in_order(self) -> list[str]:
        """The names of the slides' parts, as they are shown."""
        held = targets(self, "ppt/presentation.xml")
        entries = self.trees["ppt/presentation.xml"].iter(P + "sldId")
        found = [held.get(entry.get(f"{R}id")) for entry in entries]
        return [name for name in found if name in self.trees]

    def layout(self, slide: str) -> Any:
        """The layout that a slide is on, or None."""
        return next((self.trees.get(name) for name in targets(self, slide).values()
                     if name and name.startswith("ppt/slideLayouts/")), None)


def target(entry: Any, source: str) -> str | None:
    """The part that a relationship of `source` leads to; None where it leads out of the file."""
    if entry.get("TargetMode") == "External":
        return None
    place = posixpath.join("/", posixpath.dirname(source), entry.get("Target"))
    return posixpath.normpath(place).lstrip("/")


def targets(package: Package, source: str) -> dict[str, str | None]:
    """The parts that a part leads to, by the relationships' ids."""
    folder, name = posixpath.split(source)
    tree = package.trees.get(f"{folder}/_rels/{name}.rels")
    return {entry.get("Id"): target(entry, source) for entry in tree} if tree is not None else {}


__all__ = ["DRAWN", "SLIDE", "A", "P", "Package", "R", "target", "targets"]
