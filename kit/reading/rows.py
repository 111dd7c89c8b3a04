"""CSV, one row an answer, as the browser saves it and as spreadsheets leave it: other separators, other encodings."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern

from pydantic import ValidationError

from kit.model.response import LONGEST, MOST, Response
from kit.reading.told import Given, Refused
from kit.results.cells import HEADER, PLACES, unguarded

_NEEDED = ("assessment", "statement", "answer")
MOST_ROWS = 2_000_000


@dataclass(slots=True)
class _Gathered:
    """One response on its way: its head, and its rows."""

    head: tuple[str, ...]
    """assessment, assessment_version, role, team, date."""
    rows: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """statement, version, answer, evidence, notes."""


def read_rows(text: str) -> Iterator[Given | Refused]:
    """Every response of a file: rows of the same id belong together wherever they stand.

    Without an id, a response ends where its role, team or date changes or a statement comes again.
    Raises Refused where the file can't be read at all.
    """
    warnings = Counter[str]()
    try:
        found = _gather(text, warnings)
    except csv.Error as error:
        raise Refused(f"can't be read as CSV: {error}") from None
    if not found:
        raise Refused("has a header and no answers")
    for name, gathered in found:
        made = _response(name, gathered)
        if isinstance(made, Given):
            made.warnings.extend(f"{say}: {count}" for say, count in warnings.items())
            warnings.clear()  # they are the file's: say them once
        yield made


def _gather(text: str, warnings: Counter[str]) -> list[tuple[str, _Gathered]]:
    csv.field_size_limit(LONGEST * 4)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    columns = _columns(next(reader, []))
    by_id: dict[str, _Gathered] = {}
    nameless: list[tuple[str, _Gathered]] = []
    asked: set[str] = set()
    for number, row in enumerate(reader, 2):
        if number > MOST_ROWS:
            raise Refused(f"has more than {MOST_ROWS:,} rows")
        if not any(cell.strip() for cell in row):
            continue
        value = [unguarded(row[columns[name]]) if -1 < columns[name] < len(row) else "" for name in HEADER]
        name, head, (statement, version, answer, evidence, notes) = value[0].strip(), tuple(value[1:6]), value[6:]
        if not statement.strip():
            warnings["rows without a statement, left out"] += 1
            continue
        if name:
            held = by_id.setdefault(name, _Gathered(head))
            if held.head != head:
                warnings["rows that say otherwise of their response than its first row, which is kept"] += 1
        else:
            if not nameless or nameless[-1][1].head != head or statement in asked:
                nameless.append(("", _Gathered(head)))
                asked.clear()
            asked.add(statement)
            held = nameless[-1][1]
        held.rows.append((intern(statement.strip()), intern(version.strip()), intern(answer.strip()), evidence, notes))
    return [*by_id.items(), *nameless]


def _separator(text: str) -> str:
    """The sign that the header has most of: spreadsheets write what their country does."""
    head = text[: text.find("\n")] if "\n" in text else text
    return max(",;\t", key=head[:2000].count)


def _columns(header: list[str]) -> dict[str, int]:
    names = [name.strip().casefold().lstrip("\ufeff") for name in header]
    for name in _NEEDED:
        if name not in names:
            raise Refused(f"line 1: has no column '{name}'; expected {', '.join(_NEEDED)} and what the form writes")
    return {name: names.index(name) if name in names else -1 for name in HEADER}


def _response(name: str, gathered: _Gathered) -> Given | Refused:
    if len(gathered.rows) > MOST + len(PLACES):
        return Refused(f"has {len(gathered.rows):,} answers under one id; at most {MOST} are read")
    assessment, version, role, team, date = gathered.head
    places: dict[str, dict[str, str]] = {"today": {}, "wanted": {}}
    answers = []
    for statement, stated, answer, evidence, notes in gathered.rows:
        if statement in PLACES:
            _, when, axis = statement.split("/")
            places[when].setdefault(axis, answer)
        else:
            answers.append({"statement": statement, "version": _number(stated), "answer": answer,
                            "evidence": evidence, "notes": notes})
    try:
        return Given(Response.model_validate({
            "id": name, "assessment": assessment.strip(), "assessment_version": _number(version),
            "role": role.strip(), "team": team.strip(), "date": date.strip(), "answers": answers, "position": places,
        }))
    except ValidationError as error:
        first = error.errors()[0]
        return Refused(f"is not a response: {'.'.join(map(str, first['loc']))}: {first['msg'][:100].lower()}")


def _number(text: str) -> int:
    """A version; what isn't one was not said."""
    cut = text.strip().removesuffix(".0")
    return int(cut) if cut.isascii() and cut.isdigit() and len(cut) < 7 else 0


__all__ = ["read_rows"]
