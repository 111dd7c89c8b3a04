"""What every report says in the same words, and small counts in words."""

from __future__ import annotations

import re

from kit import wording
from kit.model.summary import Summary

WHAT = (
    "This is a conversation starter, not a validated measure. There is no score, no grade and no list of best and "
    "worst. A difference between answers is news: ask each other what you have seen."
)
STAYS = "This summary stays with the people in the room."
NOBODY_APART = "No group is large enough to be shown apart, so you see all answers together."
SEEN = {"evidence": "Seen", "notes": "Note"}
FEW_NEW = (
    "Only a few responses differ from the earlier summary. Side by side, the two may show what those few said, so "
    "keep one of them to yourself."
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 response", "12 responses"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def distance(half_levels: int) -> str:
    """A distance between levels in words: "half a level", "one level", "two and a half levels"."""
    whole, half = divmod(abs(half_levels), 2)
    if not whole:
        return "half a level" if half else "no distance"
    number = _NUMBERS[whole] if whole < len(_NUMBERS) else str(whole)
    return f"{number} and a half levels" if half else f"{number} level{'s' if whole > 1 else ''}"


def days(dates: list[str] | None) -> str:
    """The first and the last day: "on 3 May 2026", "from 3 May to 4 June 2026"; empty where none is known."""
    if not dates:
        return ""
    said = [wording.when(one) if _DAY.fullmatch(one) else one for one in (dates[0], dates[-1])]
    return f"on {said[0]}" if said[0] == said[1] else f"from {said[0]} to {said[1]}"


def too_few(summary: Summary) -> str:
    """Why there is nothing to see, and what to do."""
    return (
        f"There are too few responses to show anything yet. With fewer than {summary.smallest_group}, people could "
        "work out who said what. Nothing is lost: ask a few more people, then bring the forms together again. Or talk "
        "about the statements in the room, without the forms."
    )


def worked_out(summary: Summary) -> tuple[tuple[str, str], ...]:
    """How the figures are made, each with its name."""
    fewest, one, other = summary.smallest_group, *(level.name for level in summary.assessment.levels[:2])
    agreed = " The people in the room agreed to a group as small as this." if summary.in_room else ""
    return (
        ("In the middle", "Lay a group's answers in a row, the lowest level first, and take the one in the middle. "
         f'Where two different ones share the middle, we say "between {one.lower()} and {other.lower()}", or whichever '
         "two they are. "
         "We take the middle of each group, and never of all groups together."),
        ("Mixed", "Take every possible pair of answers, over everyone. How many lie two or more levels apart? The "
         "statement with the largest share of such pairs comes first. Where two are the same, the one with the wider "
         "distance between groups comes first."),
        ("Where groups differ", "The distance between the middles of two groups. We speak of it from two levels on."),
        ("Don't know", "How many chose it, of all who were asked and didn't say that the statement doesn't apply."),
        ("Small groups", f"A group of fewer than {fewest} is not shown apart, and sometimes a larger one isn't either, "
         "so that nobody's answers can be worked out by subtraction. Their answers are still in the figures for "
         f"everyone.{agreed}"),
        ("What it can't tell", "Nobody has tested whether these statements give the same picture twice. Please don't "
         "judge a person, a team or a bid by it."),
    )


__all__ = [
    "FEW_NEW", "NOBODY_APART", "SEEN", "STAYS", "WHAT", "counted", "days", "distance", "too_few", "worked_out",
]
