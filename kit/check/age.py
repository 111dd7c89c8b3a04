"""The rule about age: what was looked at long ago is looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.model import Hosting, Update

YEARS = 2


@rule("look-again", wrong='checked: "2024-01"  # and it is 2026', right='checked: "2026-11"', level="warning")
def look_again(look: Look) -> Iterator[Problem]:
    """What has changed since 2009, and advice to hosts, was looked at within the last two years.

    An update is only as good as the day on which somebody looked. Its day is `checked` (where that is missing,
    `as_of`); advice to hosts has `as_of`. This is a warning: it comes with time, so it never stops a build. Look at the
    sources again, change what has changed, and write the new date.
    """
    if look.today is None:
        return
    for record in (*look.library.all(Update), *look.library.all(Hosting)):
        field = "checked" if isinstance(record, Update) and record.checked else "as_of"
        seen = str(getattr(record, field))
        year, *rest = _last_day(seen)
        if record.retired is None and (year + YEARS, *rest) < look.today.timetuple()[:3]:
            message = f"was last looked at in {seen}, more than two years ago"
            yield look.library.problem(record.ref, (field,), message, "look again, and write the new date")


def _last_day(when: str) -> tuple[int, int, int]:
    """The last day of a year, a month or a day, as numbers: years stand in records that `date` does not know."""
    year, month, day = [*(int(part) for part in when.split("-")), 0, 0][:3]
    return year, month or 12, day or 31


RULES = (look_again,)
