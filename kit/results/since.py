"""What moved since an earlier summary, by what both of them show."""

from __future__ import annotations

from kit.errors import UsageError
from kit.model.summary import ByRole, Everyone, MixedPairs, Moved, MovedRole, Since, StatementSummary, Summary


def since(earlier: Summary, now: Summary) -> Since:
    """An earlier summary against this one. A statement whose version differs is not compared.

    Raises UsageError where they are summaries of different things.
    """
    one, other = earlier.assessment, now.assessment
    if one.id != other.id:
        raise UsageError(f"the earlier summary is of '{one.id[:60]}', this one of '{other.id}'")
    if [level.key for level in one.levels] != [level.key for level in other.levels]:
        raise UsageError("the earlier summary has other levels; nothing can be compared")
    then = {statement.id: statement for statement in earlier.statements}
    asked = {statement.id for statement in now.statements}
    fewest = min(earlier.smallest_group, now.smallest_group)
    few = bool(earlier.responses and now.responses and 0 < abs(now.responses - earlier.responses) < fewest)
    return Since(
        assessment_version=one.version, dates=earlier.dates,
        statements=[_moved(then.get(statement.id), statement, now) for statement in now.statements],
        gone=[name for name in then if name not in asked] if now.statements else [], few_new=few,
    )


def _moved(then: StatementSummary | None, now: StatementSummary, summary: Summary) -> Moved:
    if then is None:
        return Moved(statement=now.id, how="new", then=None, now=None, roles=[])
    if then.version != now.version:
        return Moved(statement=now.id, how="another version", then=None, now=None, roles=[])
    if then.everyone is None or now.everyone is None:
        return Moved(statement=now.id, how="not shown", then=None, now=None, roles=[])
    places = {level.key: number for number, level in enumerate(summary.assessment.levels)}
    before = {role.role: role for role in then.roles}
    roles = [_role(before[role.role], role, places) for role in now.roles if role.role in before]
    return Moved(statement=now.id, how="compared", then=_pairs(then.everyone), now=_pairs(now.everyone),
                 roles=[role for role in roles if role])


def _pairs(everyone: Everyone) -> MixedPairs:
    return MixedPairs(far=everyone.far_pairs, all=everyone.pairs)


def _role(then: ByRole, now: ByRole, places: dict[str, int]) -> MovedRole | None:
    """How a median moved; None where there is none to compare."""
    known = then.median and now.median and set(then.median) <= set(places)
    if not (known and then.median and now.median):
        return None
    moved = sum(places[key] for key in now.median) - sum(places[key] for key in then.median)
    return MovedRole(role=now.role, then=then.median, now=now.median, half_levels=moved)


__all__ = ["since"]
