"""The other sheets of a self-assessment on paper: large print, the tally for the wall, and what others brought."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pdfplumber
import pikepdf
import pytest

from kit import printing
from kit.form import form
from kit.library import Library
from kit.model import Brand
from kit.model.assessment import RATERS, Assessment, Statement
from kit.model.brought import Brought

from .conftest import NOWHERE, WHEN, hostile
from .reading import A3, A4, levels, squeezed, tags, words

BROUGHT = Brought.model_validate({
    "id": "ours", "name": "Ladder", "version": 3, "scale": {"levels": 7, "low": "Not at all", "high": "Completely"},
    "sections": [
        {"name": "Having a say", "statements": [
            {"id": "asked", "text": "#panic() People are *asked* [[case/nowhere]]."},
            {"id": "told", "text": "They hear."},
        ]},
        {"name": "Doing it", "statements": [{"id": "help", "text": "They help to run it."}]},
    ],
})


def asked_in(asked: Assessment, library: Library) -> list[Statement]:
    return [one for one in map(library.get, asked.statements) if isinstance(one, Statement)]


def sizes(data: bytes) -> set[float]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return {round(char["size"], 1) for page in pdf.pages for char in page.chars if char["text"].strip()}


def size(data: bytes) -> set[tuple[int, int]]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return {(round(page.width), round(page.height)) for page in pdf.pages}


def tagged(data: bytes, title: str) -> bool:
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as meta:
        return bool(pdf.Root.MarkInfo.Marked and meta["pdfuaid:part"] == "1" and meta["dc:title"] == title)


def test_large_print_has_nothing_below_18_points(large: bytes, asked: Assessment) -> None:
    assert min(sizes(large)) >= 18
    assert size(large) == {(round(A4[0]), round(A4[1]))}
    assert tagged(large, asked.name)


def test_large_print_asks_all_that_the_other_asks(large: bytes, asked: Assessment, library: Library) -> None:
    text = words(large)
    for statement in asked_in(asked, library):
        lines = [statement.name, *(statement.wording[rater] for rater in RATERS), statement.evidence.ask]
        lines += [line for _, level in statement.levels.each() for line in (level.habit, level.next.text)]
        assert [line for line in lines if squeezed(line) not in text] == []
    assert squeezed(asked.position.ask) in text


def test_headings_step_down_one_level_at_a_time(made: bytes, large: bytes, tally: bytes) -> None:
    for data in (made, large, tally):
        found = levels(data)
        assert found[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(found))


def test_the_tally_has_every_statement_against_every_answer_on_a3(
    tally: bytes, asked: Assessment, library: Library
) -> None:
    assert size(tally) == {(round(A3[0]), round(A3[1]))}
    assert tagged(tally, asked.name)
    text = words(tally)
    assert [one.name for one in asked_in(asked, library) if squeezed(one.name) not in text] == []
    heads, cells = tags(tally).count("/TH"), tags(tally).count("/TD")
    sheets, answers = tags(tally).count("/Table"), len(asked.answers())
    assert heads == sheets * (answers + 1)
    assert cells == len(asked.statements) * (answers + 1)


def test_the_tally_keeps_roles_together_unless_five_people_share_each(tally: bytes) -> None:
    assert squeezed("Use the same mark for everyone, unless five people or more share each role.") in words(tally)


@pytest.mark.parametrize("role", list(RATERS))
def test_a_form_for_one_role_has_its_wording_only(role: str, asked: Assessment, library: Library) -> None:
    text = words(printing.render(form(asked, library, role), library, NOWHERE, WHEN))
    for statement in asked_in(asked, library):
        assert squeezed(statement.wording[role]) in text  # type: ignore[index]
        others = [statement.wording[rater] for rater in RATERS if rater != role]
        mine = squeezed(statement.wording[role])  # type: ignore[index]
        assert [line for line in others if squeezed(line) in text and squeezed(line) not in mine] == []


@pytest.mark.parametrize("kind", ["form", "large", "tally"])
def test_what_somebody_brought_prints_as_they_wrote_it(kind: str, library: Library) -> None:
    given = (form(BROUGHT, library), library, NOWHERE, WHEN)
    made = printing.tally(*given) if kind == "tally" else printing.render(*given, large=kind == "large")
    text = words(made)
    assert squeezed("#panic() People are *asked* [[case/nowhere]].") in text
    assert [part for part in ("Havingasay", "1(Notatall)", "7(Completely)", "Doesn'tapply") if part not in text] == []
    assert squeezed(library.one(Brand).licence) not in text
    assert "facilitating" not in text.lower()
    assert tagged(made, "Ladder")


@pytest.mark.parametrize("kind", ["large", "tally"])
def test_hostile_text_shows_as_itself(kind: str, library: Library) -> None:
    sheet, records = hostile(library)
    given = (sheet, records, NOWHERE, WHEN)
    text = words(printing.tally(*given) if kind == "tally" else printing.render(*given, large=True))
    assert "#" + "m" * 110 in text
    assert "#quit()" + "n" * 100 in text
