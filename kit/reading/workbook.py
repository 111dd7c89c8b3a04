"""A filled workbook of ours as responses, one a sheet of answers.

What the form must hold to be read back: on the sheet to fill in, two neighbouring columns (hidden) with a heading
`id` and `part`; in them, beside each row that is typed in, what the row answers (`statement/ID`, or
`assessment/ID` for `role`, `date`, `today`, `wanted`) and which part (`answer`, `evidence`). In the row of headings,
"Your answer" and "Your notes" say where those columns are. Anywhere, a table headed `id`, `version` gives the
statements' versions. The custom properties "Assessment", "Assessment version" and, where each copy has one of its
own, "Response" say the rest; where a program has dropped them, a list headed `assessment` on the hidden sheet does.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from kit.model.response import Response
from kit.reading.settle import plainly
from kit.reading.told import Given, Refused

ANSWER, NOTES, TEAM = "Your answer", "Your notes", "Service or team"
"""Labels on the form."""

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
        self.answer, self.notes = self._columns(sheet["head"])
        self.formulas = 0

    def _columns(self, head: list[str]) -> tuple[int, int | None]:
        """Where the answers and the notes stand; without headings, where our own form has them."""
        if not head:
            width = len(self.rows[0]["cells"])
            return width - 2, width - 1
        names = [plainly(name) for name in head]
        if plainly(ANSWER) not in names:
            raise Refused(f"lacks the column '{ANSWER}'")
        if plainly(NOTES) not in names:
            self.warnings.append(f"lacks the column '{NOTES}'")
            return names.index(plainly(ANSWER)), None
        return names.index(plainly(ANSWER)), names.index(plainly(NOTES))

    def response(self) -> Given:
        assessment, version = self._asked()
        answers = self._answers()
        today, wanted = (self._square(self._row(part)) for part in ("today", "wanted"))
        try:
            made = Response.model_validate({
                "id": str(self.form["properties"].get("Response", "")).strip(), "assessment": assessment,
                "assessment_version": version, "role": self._after(self._row("role")),
                "team": self._after(self._row("role"), TEAM), "date": self._after(self._row("date")),
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
        """The assessment's id and version: from the rows, the properties, the hidden list."""
        properties, stated = self.form["properties"], [*self.form["stated"], "", ""]
        refs = [row["ref"] for row in self.rows if row["ref"].startswith("assessment/")]
        name = next(iter(refs), "") or properties.get("Assessment", "") or stated[0]
        if not name:
            raise Refused("says not which assessment it is")
        version = str(properties.get("Assessment version", "") or stated[1]).strip()
        return name.removeprefix("assessment/"), int(version) if version.isdigit() and len(version) < 7 else 0

    def _row(self, part: str) -> _Row | None:
        return next((row for row in self.rows if row["part"] == part), None)

    def _answers(self) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        twice = 0
        for row in self.rows:
            name = row["ref"].removeprefix("statement/")
            if row["part"] not in ("answer", "evidence") or row["ref"].startswith("assessment/"):
                continue
            one = found.setdefault(name, {"statement": name, "version": self.form["versions"].get(name, 0)})
            if row["part"] in one.get("parts", set()):
                twice += 1
                continue
            one.setdefault("parts", set()).add(row["part"])
            one[row["part"]] = self._cell(row, self.answer)
            if row["part"] == "answer" and self.notes is not None:
                one["notes"] = self._cell(row, self.notes)
        if twice:
            self.warnings.append(f"rows that come again, of which the first is kept: {twice}")
        return [{key: value for key, value in one.items() if key != "parts"} for one in found.values()]

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


__all__ = ["ANSWER", "NOTES", "TEAM", "responses"]
