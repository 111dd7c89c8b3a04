"""The flow of a deck: an activity's slides, what stands in their notes, titles, covers and ends."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from kit import deck
from kit.deck import Cover
from kit.library import Library
from kit.model import Sector, Workshop
from kit.running import only, running

from .conftest import NOWHERE, ROOT, SOMEWHERE, WHEN, activity, opened, render, with_records, workshop

STEPS = (
    {"name": "Think", "grouping": "alone", "script": "Think now.", "watch": "Frowns.", "minutes": 3},
    {"name": "Tell", "grouping": "fours", "with_whom": "Not your boss.", "have": "A story", "minutes": 6,
     "slides": [{"kind": "discussion", "title": "Ask", "question": "Who was there?", "script": "Ask it."}]},
)
QUIZ = {
    "kind": "quiz", "title": "Visits", "evidence": "evidence/expert-patients-gp-visits", "question": "How many fewer?",
    "options": ["7 in 100", "50 in 100"], "answer": "7 in 100", "script": "Guess.", "reveal": "Seven it was.",
}


def slides(data: bytes) -> list[Any]:
    return list(opened(data).slides)


def titles(data: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides(data)]


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def shown(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.fixture
def played(library: Library) -> list[Any]:
    """The slides of a workshop of one activity: a title, three of its own, a close."""
    made = activity(*STEPS, prompts=["A lift", "A key"])
    part = {"part": "activity", "activity": made.ref, "lead_in": "From talk to work.", "shorter": True}
    return slides(render(workshop(parts=[part]), with_records(library, made)))


def test_each_step_has_a_slide_of_what_to_do_with_whom_and_to_what_end(played: list[Any]) -> None:
    assert [slide.shapes.title.text_frame.text for slide in played[1:-1]] == ["Think", "Tell", "Ask"]
    assert "On your own" in shown(played[1])
    assert "A thought" in shown(played[1])
    assert all(words in shown(played[2]) for words in ("In fours", "Not your boss.", "A story"))


def test_a_discussion_within_an_activity_takes_its_prompts(played: list[Any]) -> None:
    assert all(words in shown(played[3]) for words in ("Who was there?", "A lift", "A key"))


def test_the_first_notes_hold_what_is_true_of_the_whole_activity(played: list[Any]) -> None:
    first = notes(played[1])
    order = ["TIME", "4 minutes, from 0:00 to 0:04.", "SHORTER THAN IT COULD BE", "Talk faster.", "SAY",
             "From talk to work.", "Think now.", "WATCH FOR", "Frowns.", "WHEN IT GOES QUIET", "Count to ten.",
             "WHEN IT GETS HEATED", "Stop, and breathe.", "ACCESS", "A reader at each table", "REMOTE",
             "Use rooms of two."]
    assert [line for line in first.split("\n") if line in order] == order
    assert "Count to ten." not in notes(played[2])


def test_the_last_notes_hold_the_questions_to_talk_over(played: list[Any]) -> None:
    assert "TALK IT OVER\nWhat was easy?\nWhat was not?" in notes(played[3])
    assert "TALK IT OVER" not in notes(played[1]) + notes(played[2])


def test_a_moments_further_slides_share_its_minutes(played: list[Any]) -> None:
    assert "4 minutes, from 0:04 to 0:08." in notes(played[2])
    assert "Within the minutes of the slide before." in notes(played[3])


def test_a_step_may_leave_its_slide_to_a_question(library: Library) -> None:
    made = activity({"name": "Guess", "script": "Hands ready.", "own_slide": False, "slides": [QUIZ]})
    found = slides(render(workshop(parts=[{"part": "activity", "activity": made.ref}]), with_records(library, made)))
    question, answer = found[1:-1]
    assert "Hands ready." in notes(question)
    assert "Guess." in notes(question)
    assert "Seven it was." in notes(answer)
    assert "Seven it was." not in notes(question)


def test_a_quiz_has_letters_to_call_out_and_then_an_answer_with_its_standing(library: Library) -> None:
    question, answer = slides(render(workshop(QUIZ), library))[1:-1]
    assert [shape.text_frame.text for shape in question.shapes if shape.name.startswith("Letter")] == ["A", "B"]
    assert [shape.text_frame.text for shape in question.shapes if shape.name.startswith("Answer")] == QUIZ["options"]
    assert answer.shapes.title.text_frame.text == "Visits: the answer"
    parts = {shape.name: shape.text_frame.text for shape in answer.shapes if shape.has_text_frame}
    assert parts["Number"] == "7 in 100"
    assert parts["Where it stands"] == "Disputed"
    assert parts["Source"].startswith("Sources: Boyle and Harris")


def test_a_break_has_a_page_of_its_own_and_its_minutes_in_the_notes(library: Library) -> None:
    pause = {"part": "break", "name": "Tea", "minutes": 15, "text": "A stretch.", "script": "Off you go."}
    slide = slides(render(workshop(parts=[pause]), library))[1]
    assert slide.slide_layout.name == "Break"
    assert "15 minutes, from 0:00 to 0:15." in notes(slide)
    assert "A stretch." in shown(slide)


def test_commitments_are_an_empty_table_under_headings(library: Library) -> None:
    made = workshop({"kind": "commitments", "title": "We will", "columns": ["I will", "By"]})
    slide = slides(render(made, library))[1]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[0].cells] == ["I will", "By"]
    assert len(table.rows) == 5
    cells = [cell for row in list(table.rows)[1:] for cell in row.cells]
    assert not any(cell.text for cell in cells)
    assert all(int(size) >= 1800 for cell in cells for size in cell._tc.xpath(".//a:endParaRPr/@sz"))
    assert all(cell._tc.xpath(".//a:endParaRPr/@sz") for cell in cells)


def test_the_cover_says_who_where_and_when(library: Library) -> None:
    cover = Cover("Our day", "Riverside Homes", "24 November 2026", ("Amina", "Tom", "Joy"))
    data = render(workshop({"kind": "title"}), library, cover=cover)
    first = shown(slides(data)[0])
    assert all(text in first for text in ("Our day", "Riverside Homes · 24 November 2026", "With Amina, Tom and Joy"))
    assert opened(data).core_properties.title == "Our day"


def test_a_sectors_version_says_so(library: Library) -> None:
    sector = library.get("sector/housing")
    assert isinstance(sector, Sector)
    data = deck.render(running(workshop({"kind": "title"}), library, sector), library, NOWHERE, WHEN)
    assert "For people in housing" in shown(slides(data)[0])
    properties = opened(data).core_properties
    assert properties.title == "A test: housing"
    assert "housing" in properties.keywords


def test_a_deck_of_one_activity_has_a_title_and_says_how_to_reuse_it(library: Library) -> None:
    made = activity(*STEPS)
    records = with_records(library, made)
    whole = workshop({"kind": "title", "title": "Welcome"}).model_dump()["parts"]
    whole = running(workshop(parts=[*whole, {"part": "activity", "activity": made.ref}]), records)
    data = deck.render(only(whole, ["try"]), records, SOMEWHERE, WHEN)
    assert titles(data) == ["A try", "Think", "Tell", "Ask", "Use it again"]
    last = shown(slides(data)[-1])
    assert "CC BY 4.0" in last
    assert "https://example.org/handbook/kit/workshops/test/" in last
    sections = re.findall(r'section name="([^"]+)"', ZipFile(BytesIO(data)).read("ppt/presentation.xml").decode())
    assert sections == ["A try"]


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "data" / "workshops").glob("*.yml")))
def test_no_workshop_shows_people_its_clock_and_no_title_stands_twice(name: str, library: Library) -> None:
    made = library.get(f"workshop/{name}")
    assert isinstance(made, Workshop)
    found = deck.sheets(running(made, library), library, NOWHERE)
    words = [sheet.title for sheet in found]
    assert len(set(words)) == len(words)
    assert not [title for title in words if "[" in title]
    words += [para.text for sheet in found for paras in sheet.fields.values() for para in paras]
    words += [para.text for sheet in found if sheet.table for row in sheet.table.rows for c in row for para in c.paras]
    assert not [text for text in words if re.search(r"\d+ minutes?\b|\d:\d\d", text)]


def test_sources_are_those_of_what_is_shown(library: Library) -> None:
    shows = [{"kind": "case", "case": "case/taff-housing"}, QUIZ, {"kind": "sources", "title": "Sources"}]
    found = "\n".join(shown(slide) for slide in slides(render(workshop(*shows), library)) if "Sources" in shown(slide))
    assert "Kennedy" in found
    assert "Tempo" in found
    assert "Grameen" not in found


def test_many_sources_go_on_over_further_slides_in_type_of_at_least_12_points(library: Library) -> None:
    cases = [ref for ref in library.records if ref.startswith("case/")]
    shows = [{"kind": "case", "case": ref} for ref in cases] + [{"kind": "sources", "title": "Where from"}]
    found = [slide for slide in slides(render(workshop(*shows), library)) if slide.slide_layout.name == "Sources"]
    assert len(found) > 1
    sizes = {int(size) for slide in found for size in slide.placeholders[1]._element.xpath(".//a:rPr/@sz")}
    assert sizes <= set(range(1200, 1700, 100))
