"""A tally as a summary: what may be shown of it, in order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import ValidationError

from kit.errors import UsageError
from kit.model.response import Response
from kit.model.summary import Asked, FileRead, Group, NamedLevel, NamedRole, StatementSummary, Summary, Unknown
from kit.results.groups import statement
from kit.results.instrument import Instrument
from kit.results.order import mixed_first, priorities
from kit.results.positions import positions
from kit.results.since import since
from kit.results.suppress import Smallest, hidden
from kit.results.tally import Tally

_HALF = re.compile("[\ud800-\udfff]")
LARGEST = 50_000_000
"""Bytes of an earlier summary."""


def summarise(
    responses: Iterable[Response], instrument: Instrument, smallest: int = Smallest.usual, in_room: bool = False
) -> Summary:
    """Responses straight to a summary."""
    tally = Tally(instrument)
    for response in responses:
        tally.add(response)
    return summary_of(tally, smallest, in_room)


def summary_of(
    tally: Tally, smallest: int = Smallest.usual, in_room: bool = False, read: Sequence[FileRead] = (),
    earlier: Summary | None = None,
) -> Summary:
    """What may be published of a tally. Raises UsageError where `smallest` is too small, or `earlier` doesn't fit."""
    instrument, hide = tally.instrument, hidden(_sizes(tally), checked(smallest, in_room))
    statements = [] if hide is None else [statement(tally, item, smallest, hide) for item in instrument.statements]
    unknown = tally.unknown if hide is not None else {}
    made = Summary(
        assessment=_asked(instrument), smallest_group=smallest, in_room=in_room, read=list(read),
        responses=None if hide is None else tally.responses.total(),
        dates=None if hide is None else tally.dates or None,
        groups=[] if hide is None else [_group(tally, role, hide) for role in tally.roles],
        statements=statements, mixed_first=[one.id for one in mixed_first(statements)],
        positions=None if hide is None else positions(tally, _shown(tally, hide)),
        priorities=priorities(statements, instrument),
        unknown=[Unknown(statement=name, responses=count) for name, count in sorted(unknown.items())],
    )
    return made.model_copy(update={"since": since(earlier, made)}) if earlier else made


def checked(smallest: int, in_room: bool) -> int:
    """The smallest group, if it is allowed. Raises UsageError if it isn't."""
    least = Smallest.in_room if in_room else Smallest.usual
    if smallest < least:
        more = "" if in_room else f"; {Smallest.in_room} with --in-room, for results that stay in the room"
        raise UsageError(f"the smallest group is {smallest}; at least {least:d} are needed{more}")
    return smallest


def _sizes(tally: Tally) -> dict[str, int]:
    return {role: tally.people[role] for role in tally.roles}


def _shown(tally: Tally, hide: frozenset[str]) -> list[str]:
    return [role for role in tally.roles if tally.people[role] and role not in hide]


def _group(tally: Tally, role: str, hide: frozenset[str]) -> Group:
    return Group(role=role, shown=role not in hide, responses=None if role in hide else tally.responses[role])


def _asked(instrument: Instrument) -> Asked:
    levels = [NamedLevel(key=level.key, name=level.name) for level in instrument.levels]
    roles = [NamedRole(key=role.key, name=role.name) for role in instrument.roles]
    return Asked(id=instrument.id, version=instrument.version, name=instrument.name, levels=levels, roles=roles)


def to_json(summary: Summary) -> str:
    """The text of `summary.json`. Half a character, as a file's name may have, becomes the sign for a lost one."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", json.dumps(summary.model_dump(), ensure_ascii=False, indent=1)) + "\n"


def read_summary(path: Path) -> Summary:
    """A summary from its file, which anyone may have changed. Raises UsageError where it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path} has more than {LARGEST:,} bytes; a summary has fewer")
        return Summary.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"can't read {path}: {error.strerror or error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path} is not a summary: {place + ': ' if place else ''}{first['msg']}") from None


__all__ = ["StatementSummary", "checked", "read_summary", "summarise", "summary_of", "to_json"]
