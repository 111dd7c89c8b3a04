"""What a deck says about the day itself: what the host calls it, who they are, when, and who leads it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day

from kit.errors import UsageError

LONGEST = 120
"""Characters that anything on a cover may have, as long as any name in the records."""
MOST = 12
"""Facilitators that a cover may name."""

_UNSEEN = {"Cc", "Cs", "Cn", "Co"}
"""Unicode's categories of what no file may hold: control characters, halves of characters, the unassigned."""


@dataclass(frozen=True)
class Cover:
    """The words for a deck's first slide that its records cannot know. An empty one leaves the first slide as it is."""

    title: str = ""
    """In place of the workshop's name."""
    organisation: str = ""
    date: str = ""
    """As it is to be printed: "24 November 2026"."""
    facilitators: tuple[str, ...] = ()


def cover(
    title: str | None = None, organisation: str | None = None, date: str | None = None, facilitators: Sequence[str] = ()
) -> Cover:
    """A cover from what a person typed: a date may be written 2026-11-24, and names may share one string with commas.

    Raises UsageError where something is too long to stand on a slide.
    """
    names = [name for part in facilitators for one in part.split(",") if (name := _line(one, "a facilitator's name"))]
    if len(names) > MOST:
        raise UsageError(f"{len(names)} facilitators; a cover names no more than {MOST}")
    return Cover(
        _line(title or "", "the title"), _line(organisation or "", "the organisation"),
        _day(_line(date or "", "the date")), tuple(dict.fromkeys(names)),
    )


def _line(text: str, what: str) -> str:
    seen = "".join(" " if letter.isspace() else letter for letter in text
                   if letter.isspace() or unicodedata.category(letter) not in _UNSEEN)
    line = re.sub(" +", " ", seen).strip()
    if len(line) > LONGEST:
        raise UsageError(f"{what} has {len(line)} characters; a slide takes {LONGEST}")
    return line


def _day(text: str) -> str:
    """A day as people write it. A text that is no ISO date stays as it was typed."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    try:
        day = Day.fromisoformat(text)
    except ValueError:
        raise UsageError(f"there is no day {text}; give one like 2026-11-24, or in words") from None
    return f"{day.day} {day:%B} {day.year}"


__all__ = ["Cover", "cover"]
