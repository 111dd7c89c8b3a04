"""A team's picture: the statements to talk about as a table, by the groups that are shown, and as discussions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kit.followup import words as say
from kit.followup.texts import bare, heading, words
from kit.library import Library
from kit.model.assessment import Assessment, LevelName, Statement
from kit.model.slides import DiscussionSlide, TableSlide
from kit.model.summary import ByRole, Gap, Priority, StatementSummary, Summary
from kit.results import wording

TALKS, ROWS = 3, 6
"""Statements that are talked over, and rows of the table: those, and the first on which groups agree."""


@dataclass(frozen=True)
class Told:
    """A summary with what may be shown of it, each statement once."""

    summary: Summary
    library: Library
    ours: Assessment | None = field(init=False)
    """The assessment where it is one of ours; None for one that someone else wrote."""
    by_id: dict[str, StatementSummary] = field(init=False)
    """Statements that have answers to talk about, the most mixed first."""
    roles: dict[str, str] = field(init=False)
    """Names of the groups that are shown apart and have answers, by their keys."""

    def __post_init__(self) -> None:
        asked = self.summary.assessment
        known = self.library.records.get(f"assessment/{asked.id}")
        object.__setattr__(self, "ours", known if isinstance(known, Assessment) and known.retired is None else None)
        all_of = {one.id: one for one in self.summary.statements}
        found = {name: all_of[name] for name in self.summary.mixed_first
                 if name in all_of and (everyone := all_of[name].everyone) and everyone.spread and everyone.pairs}
        object.__setattr__(self, "by_id", found)
        fewest = self.summary.smallest_group
        object.__setattr__(self, "roles", {
            one.role: wording.role(one.role, asked) for one in self.summary.groups
            if one.shown and (one.responses or 0) >= fewest
        })

    @property
    def talks(self) -> list[StatementSummary]:
        """The most mixed statements."""
        return list(self.by_id.values())[:TALKS]

    @property
    def priorities(self) -> list[Priority]:
        """The priorities that speak of a statement with answers."""
        return [one for one in self.summary.priorities if one.statement in self.by_id]

    def by_role(self, one: StatementSummary) -> dict[str, ByRole]:
        """What each group that is shown said."""
        return {group.role: group for group in one.roles if group.role in self.roles}

    def statement(self, one: StatementSummary) -> Statement | None:
        """Our own record of a statement, if it still asks what was asked."""
        ref = f"statement/{one.id}"
        known = self.library.records.get(ref)
        asks = self.ours is not None and ref in self.ours.statements
        return known if asks and isinstance(known, Statement) and known.version == one.version else None


def picture(told: Told, minutes: int) -> TableSlide:
    """The statements to talk about, and what each group sees in the middle of its answers, in words."""
    agreed = [told.by_id[one.statement] for one in told.priorities if one.why == "low"]
    rows = list({one.id: one for one in [*told.talks, *agreed]}.values())[:ROWS]
    head = [say.STATEMENT, *(bare(name, 60) for name in told.roles.values())] if told.roles else [
        say.STATEMENT, say.ANSWERS]
    caption = say.CAPTION_ROLES if told.roles else say.CAPTION_ALL
    names = "; ".join(words(one.name, 25) for one in rows)
    watch = say.PICTURE_WATCH + (f"\n{say.STAYS}" if told.summary.in_room else "")
    return TableSlide(
        kind="table", title=say.PICTURE_TITLE, minutes=minutes, head=head[:5], caption=caption.format(names),
        rows=[[words(one.name), *_cells(one, told)][:5] for one in rows], script=say.PICTURE_SCRIPT, watch=watch,
        access=say.PICTURE_ACCESS,
    )


def _cells(one: StatementSummary, told: Told) -> Iterator[str]:
    asked, by_role = told.summary.assessment, told.by_role(one)
    if not told.roles and one.everyone:
        yield words(wording.spread(one.everyone.spread, asked))
    for role in told.roles:
        yield words(wording.median(by_role[role].median if role in by_role else None, asked))


def discussion(one: StatementSummary, number: int, minutes: int, told: Told) -> DiscussionSlide:
    """A statement as a question: its habits at either end of the answers, and what to try next where we know."""
    record = told.statement(one)
    asks = f"\"{record.wording.professionals}\" {say.QUESTION}" if record else say.QUESTION
    name = heading(one.name)
    shown = f"\"{words(one.name, 150)}\" {say.QUESTION}" if not record and name != one.name else asks
    script = say.DISCUSSION_SCRIPT.format(first=("First", "Second")[number % 2], said=_said(one, told))
    return DiscussionSlide(
        kind="discussion", title=f"{number + 1}. {name}", minutes=minutes, question=shown, script=script,
        prompts=[*_ends(one, record, told), *_next(one, record, told), say.WHY][:4], watch=say.DISCUSSION_WATCH,
        access=say.DISCUSSION_ACCESS, draws_on=[record.ref] if record else [],
    )


def _said(one: StatementSummary, told: Told) -> str:
    """How far answers go, and the gaps between groups that are wide enough to be named."""
    asked, by_role = told.summary.assessment, told.by_role(one)
    gaps = [gap for gap in one.gaps if gap.named and set(gap.roles) <= set(by_role)]
    return " ".join([f"Answers go {words(wording.spread(one.everyone.spread if one.everyone else None, asked))}.",
                     *(_gap(gap, by_role, told) for gap in gaps)])


def _gap(gap: Gap, by_role: dict[str, ByRole], told: Told) -> str:
    asked = told.summary.assessment
    sides = [f"{words(told.roles[key])} see {words(wording.median(by_role[key].median, asked))}." for key in gap.roles]
    return " ".join([*sides, "Both have seen something."])


def _ends(one: StatementSummary, record: Statement | None, told: Told) -> Iterator[str]:
    """What the lowest and the highest level that anyone chose would look like."""
    names = {level.key: level.name for level in told.summary.assessment.levels}
    habits = {str(level): record.levels[level].habit for level in _keys(record)} if record else {}
    for key in dict.fromkeys(one.everyone.spread or [] if one.everyone else []):
        name = words(names.get(key, key))
        yield say.LEVEL.format(name, habits[key]) if key in habits else say.DAY.format(f"\"{name}\"")


def _keys(record: Statement) -> list[LevelName]:
    return [level for level, _ in record.levels.each()]


def _next(one: StatementSummary, record: Statement | None, told: Told) -> Iterator[str]:
    level = next((found.level for found in told.priorities if found.statement == one.id), None)
    if record and level:
        yield from (say.TRY.format(found.next.text) for key, found in record.levels.each() if key == level)


__all__ = ["Told", "discussion", "picture"]
