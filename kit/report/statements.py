"""Each statement, as a report tells it."""

from __future__ import annotations

from kit.model.summary import Asked, Counted, StatementSummary
from kit.report.pieces import EVERYONE, Apart, Quote, Row, Told
from kit.report.words import SEEN, counted, distance
from kit.results import wording
from kit.results.instrument import Instrument


def told(number: int, one: StatementSummary, asked: Asked, instrument: Instrument) -> Told:
    """A statement of a summary, in words and figures."""
    rows = [] if one.everyone is None else [
        _row(EVERYONE, "Everyone", one.everyone, "", asked),
        *(_row(role.role, wording.role(role.role, asked), role, wording.median(role.median, asked), asked)
          for role in one.roles),
    ]
    everyone = one.everyone
    return Told(
        number, one.id, one.section, one.name, _wordings(one, instrument), tuple(rows),
        everyone.far_pairs if everyone else 0, everyone.pairs if everyone else 0,
        wording.mixed(one) if everyone else "", _gaps(number, one, asked), _notes(one),
        tuple(Quote(SEEN[said.kind], wording.role(said.role, asked) if said.role else "", said.text)
              for said in one.said),
    )


def _row(group: str, name: str, found: Counted, middle: str, asked: Asked) -> Row:
    levels = [found.levels.get(level.key, 0) for level in asked.levels]
    counts = (*levels, found.dont_know, found.does_not_apply, found.no_answer)
    return Row(group, name, counts, middle, wording.spread(found.spread, asked), wording.dont_know(found))


def _wordings(one: StatementSummary, instrument: Instrument) -> tuple[tuple[str, str], ...]:
    """How it was asked, where that says more than its name and is of the same version."""
    item = instrument.known.get(one.id)
    if item is None or item.version != one.version:
        return ()
    return tuple((instrument.role_name(key) if key else "", words) for key, words in item.words.items()
                 if words != one.name)


def _gaps(number: int, one: StatementSummary, asked: Asked) -> tuple[Apart, ...]:
    medians = {role.role: wording.median(role.median, asked) for role in one.roles}
    return tuple(
        Apart(number, one.name, (wording.role(first, asked), wording.role(second, asked)),
              (medians.get(first, "no answers"), medians.get(second, "no answers")), gap.half_levels,
              distance(gap.half_levels), wording.gap(gap, one.roles, asked))
        for gap in one.gaps for first, second in [gap.roles]
    )


def _notes(one: StatementSummary) -> tuple[str, ...]:
    notes = []
    if one.everyone is None:
        notes.append("Too few people were asked this to show their answers.")
    if one.other_version:
        notes.append(f"{counted(one.other_version, 'response')} to another version of this statement: not counted.")
    return tuple(notes)


__all__ = ["told"]
