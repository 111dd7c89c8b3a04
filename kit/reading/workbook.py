"""A filled workbook of ours as responses, one a sheet of answers.

What a form must hold to be read back is said by `kit.workbook.places`, from the writer's side: on the sheet to fill
in, neighbouring hidden columns headed `id`, `part`, `version`, `response`; in them, beside each row that is typed in,
what the row answers (`statement/ID`, or `assessment/ID` for the parts `assessment`, `role`, `date`, `today` and
`wanted`), and its version. In the same row of headings, "Your answer", "What you have seen" and "Your notes" say
where those columns are. Elsewhere what is typed stands after its label. The custom properties "Assessment" and
"Assessment version" are read where the row `assessment` is gone.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from kit.model.response import Response
from kit.reading.settle import plainly
from kit.reading.told import Given, Refused

ANSWER, EVIDENCE, NOTES, TEAM = "Your answer", "What you have seen", "Your notes", "Service or team"
"""Labels on the form."""

_VERSION = "Assessment version"

_Row = dict[str, Any]


def responses(form: dict[str, Any]) -> list[Given | Refused]:
    """Every sheet of answers as a response. Raises Refused where there is none."""
    if not form["sheets"]:
        raise Refused("has no rows that say what they answer: it is no form of ours, or its hidden columns are gone")
    found: list[Given | Refused] = []
    for sheet in form["sheets"]:
        try:
            found.append(_Sheet(form, sheet).response())
        except Refused as refused:
            found.append(refused)
    first = next((one for one in found if isinstance(one, Given)), None)
    if first:
        first.warnings.extend(form["warnings"])
        if len(found) > 1:
            first.warnings.append(f"has {len(found)} sheets of answers; each is read as a response")
    return found


class _Sheet:
    """One sheet of answers."""

    def __init__(self, form: dict[str, Any], sheet: dict[str, Any]) -> None:
        self.form, self.rows, self.warnings = form, sheet["rows"], list[str]()
        self.columns = self._columns(sheet["head"])
        self.formulas = 0

    def _columns(self, head: list[str]) -> dict[str, int]:
        """Where answers, evidence and notes stand; without headings, where our own form has them."""
        wanted = {"answer": ANSWER, "evidence": EVIDENCE, "notes": NOTES}
        if not head:
            width = len(self.rows[0]["cells"])
            return {name: width - 3 + number for number, name in enumerate(wanted)}
        names = [plainly(name) for name in head]
        if plainly(ANSWER) not in names:
            raise Refused(f"lacks the column '{ANSWER}'")
        gone = [label for label in wanted.values() if plainly(label) not in names]
        self.warnings.extend(f"lacks the column '{label}'" for label in gone)
        return {name: names.index(plainly(label)) for name, label in wanted.items() if label not in gone}

    def response(self) -> Given:
        assessment, version = self._asked()
        answers, named = self._answers(), (row["response"].strip() for row in self.rows)
        today, wanted = (self._square(self._row(part)) for part in ("today", "wanted"))
        try:
            made = Response.model_validate({
                "id": next(filter(None, named), ""), "assessment": assessment, "assessment_version": version,
                "role": self._after(self._row("role")), "team": self._after(self._row("role"), TEAM),
                "date": self._after(self._row("date")),
                "answers": answers, "position": {"today": today, "wanted": wanted},
            })
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise Refused(f"is not a response: {place}: {first['msg'][:100].lower()}") from None
        if self.formulas:
            self.warnings.append(f"formulas where answers are typed, read as they were last shown: {self.formulas}")
        return Given(made, self.warnings)

    def _asked(self) -> tuple[str, int]:
        """The assessment's id and version: from the rows, else from the properties."""
        properties = self.form["properties"]
        refs = [row["ref"] for row in self.rows if row["ref"].startswith("assessment/")]
        name = next(iter(refs), "") or properties.get("Assessment", "")
        if not name:
            raise Refused("says not which assessment it is")
        row = self._row("assessment")
        return name.removeprefix("assessment/"), _version((row or {}).get("version") or properties.get(_VERSION, ""))

    def _row(self, part: str) -> _Row | None:
        return next((row for row in self.rows if row["part"] == part), None)

    def _answers(self) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        rows = [row for row in self.rows if row["part"] == "answer" and row["ref"].startswith("statement/")]
        for row in rows:
            name = row["ref"].removeprefix("statement/")
            given = {part: self._cell(row, column) for part, column in self.columns.items()}
            found.setdefault(name, {"statement": name, "version": _version(row["version"]), **given})
        if len(found) < len(rows):
            self.warnings.append(f"rows that come again, of which the first is kept: {len(rows) - len(found)}")
        return list(found.values())

    def _cell(self, row: _Row, column: int) -> str:
        if column in row["formulas"]:
            self.formulas += 1
        return str(row["cells"][column]).strip() if 0 <= column < len(row["cells"]) else ""

    def _after(self, row: _Row | None, label: str = "") -> str:
        """The cell after a label; after the first that has text where none is named."""
        place = self._label(row, label)
        return "" if row is None or place is None else self._cell(row, place + 1)

    def _square(self, row: _Row | None) -> dict[str, str]:
        place = self._label(row, "")
        if row is None or place is None:
            return {}
        return {"plans": self._cell(row, place + 1), "delivers": self._cell(row, place + 2)}

    def _label(self, row: _Row | None, label: str) -> int | None:
        cells = row["cells"] if row else []
        wanted = plainly(label)
        return next((at for at, cell in enumerate(cells) if cell and (not wanted or plainly(cell) == wanted)), None)


def _version(said: str) -> int:
    """A version; what isn't one was not said."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0


__all__ = ["ANSWER", "NOTES", "TEAM", "responses"]
