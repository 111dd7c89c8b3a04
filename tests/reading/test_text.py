"""JSON and CSV: what we write, what spreadsheets make of it, and what was never ours."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.response import Answer, Response, Square, Squares
from kit.reading.rows import read_rows
from kit.reading.saved import read_saved
from kit.reading.told import Given, Refused
from kit.results.cells import to_csv

from .conftest import Box

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
_LINE = _TEXT.map(lambda text: " ".join(text.split()))
RESPONSES = st.lists(
    st.builds(
        Response, id=st.uuids().map(str), assessment=st.just("quick"), assessment_version=st.integers(0, 9),
        role=st.sampled_from(["people", ""]), team=_LINE, date=st.sampled_from(["", "2026-11-23"]),
        answers=st.lists(st.builds(Answer, statement=st.sampled_from("abcd"), version=st.integers(0, 9),
                                   answer=st.sampled_from(["asking", ""]), evidence=_TEXT, notes=_TEXT),
                         min_size=1, max_size=4),
        position=st.builds(Squares, today=st.builds(Square, plans=st.sampled_from(["together", ""]))),
    ), min_size=1, max_size=5, unique_by=lambda one: one.id,
)


def text_of(*responses: Response) -> str:
    return json.dumps([one.model_dump() for one in responses])


def got(found: list[Given | Refused]) -> list[Response]:
    assert all(isinstance(one, Given) for one in found), found
    return [one.response for one in found if isinstance(one, Given)]


def one(**more: object) -> Response:
    return Response.model_validate({
        "assessment": "quick", "role": "people", "answers": [{"statement": "what-people-offer", "answer": "asking"}],
        **more,
    })


@given(RESPONSES)
def test_json_that_was_written_is_read_back(responses: list[Response]) -> None:
    assert got(list(read_saved(text_of(*responses)))) == responses
    assert got(list(read_saved(responses[0].model_dump_json()))) == responses[:1]


@given(RESPONSES)
def test_csv_that_was_written_is_read_back(responses: list[Response]) -> None:
    assert got(list(read_rows(to_csv(responses).removeprefix("\ufeff")))) == responses


@given(RESPONSES, st.randoms(use_true_random=False))
def test_rows_that_somebody_sorted_still_belong_together(responses: list[Response], random: object) -> None:
    head, *rows = list(csv.reader(io.StringIO(to_csv(responses).removeprefix("\ufeff"), newline="")))
    rows.sort(key=lambda row: (row[6], row[0]))
    held = io.StringIO(newline="")
    csv.writer(held).writerows([head, *rows])
    found = {one.id: one for one in got(list(read_rows(held.getvalue())))}
    assert set(found) == {one.id for one in responses}
    for one in responses:
        assert sorted(found[one.id].answers, key=str) == sorted(one.answers, key=str)


@given(st.text(max_size=200))
def test_no_text_breaks_either_reader(text: str) -> None:
    for reader in (read_saved, read_rows):
        try:
            list(reader(text))
        except Refused as refused:
            assert "\n" not in str(refused)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"), (" ", "is not JSON in line 1"), ("{", "is not JSON in line 1"), ("nul", "is not JSON"),
        ('{"a": 1', "is not JSON"), ("[" * 100_000, "nested too deeply"), ('{"a":' * 100_000, "nested too deeply"),
        ("null", "expected fields with names"), ("7", "expected fields with names"),
        ("[1]", "expected fields with names"), ("{}", 'its "format" isn\'t'),
        ('{"format": "fixers-to-facilitators/summary"}', "is a summary, not a response"),
        ('{"format": "fixers-to-facilitators/response", "format_version": 2}', "is of format version 2"),
        ('{"a": 1, "a": 2}', "field 'a' is given twice"), ('{"a": NaN}', "NaN is not a number"),
        ('{"a": ' + "9" * 5000 + "}", "is not a response"), ("{} {}", "has something after its end"),
        ('{"format": "fixers-to-facilitators/response", "format_version": 1}', "assessment: field required"),
        ('{"format": "fixers-to-facilitators/response", "format_version": 1, "assessment": 7}', "assessment: input"),
        ("[{},]", "is not JSON"), ("[{} {}]", "expected a comma"), ("[", "is not JSON"),
    ],
)
def test_json_that_is_no_response_is_refused_with_one_line(text: str, says: str, box: Box) -> None:
    how, why = box.put("a.json", text).one()
    assert how == "refused"
    assert any(says in line for line in why), why


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "line 1: has no column 'assessment'"), ("assessment,statement\n", "has no column 'answer'"),
        ("assessment,statement,answer\n", "has a header and no answers"),
        ('assessment,statement,answer\n"quick,a,b\n', "can't be read as CSV"),
        ("assessment,statement,answer\nquick,," + "x" * 50_000, "can't be read as CSV"),
        ("assessment,statement,answer\n,a,asking", "is not a response: assessment"),
        ("response_id,assessment,statement,answer\n" + "".join(f"x,quick,s{n},asking\n" for n in range(600)),
         "has 600 answers under one id"),
    ],
)
def test_csv_that_is_no_response_is_refused_with_one_line(text: str, says: str, box: Box) -> None:
    how, (why,) = box.put("a.csv", text).one()
    assert how == "refused"
    assert says in why


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_as_spreadsheets_save_it(separator: str, encoding: str, box: Box) -> None:
    rows = [["Assessment", "statement", "answer", "evidence", "version"],
            ["quick", "what-people-offer", "Asking", "Café", "1.0"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    found = box.put("a.csv", text.encode(encoding)).read()
    assert found.tally.said == {"what-people-offer": [("Café", "evidence", "")]}
    assert (found.outcomes[0].read().how == "accepted") == (encoding != "cp1252")


def test_rows_without_an_id_part_where_a_statement_comes_again_or_the_head_changes() -> None:
    rows = ["people,a,asking", "people,b,fixing", "people,a,sharing", "staff,b,asking", ""]
    found = got(list(read_rows("role,statement,answer,assessment\n" + ",quick\n".join(rows))))
    assert [[one.answer for one in response.answers] for response in found] == [
        ["asking", "fixing"], ["sharing"], ["asking"]]


def test_rows_that_contradict_are_said(box: Box) -> None:
    text = "response_id,assessment,role,statement,answer\nx,quick,people,a,asking\nx,quick,staff,b,asking\nx,quick,,,\n"
    (found,) = list(read_rows(text))
    assert isinstance(found, Given)
    assert found.warnings == ["rows that say otherwise of their response than its first row, which is kept: 1",
                              "rows without a statement, left out: 1"]


def test_formula_in_a_cell_is_text(box: Box) -> None:
    said = '=HYPERLINK("https://evil.example")'
    answers = [{"statement": "what-people-offer", "answer": "asking", "evidence": said}]
    for name, text in (("a.csv", to_csv([one(answers=answers)])), ("b.json", text_of(one(answers=answers)))):
        box.put(name, text)
    assert box.read().tally.said["what-people-offer"] == [(said, "evidence", "people")] * 2


def test_good_responses_of_a_file_outlive_a_bad_one(box: Box) -> None:
    items = [one(id="a").model_dump(), {"format": "x"}, one(id="b").model_dump(), one(assessment="other").model_dump()]
    found = box.put("a.json", json.dumps(items)).read()
    assert found.tally.responses == {"people": 2}
    assert found.outcomes[0].read().how == "accepted with warnings"
    assert len(found.outcomes[0].read().why) == 2


def test_list_that_breaks_off_keeps_what_came_before(box: Box) -> None:
    found = box.put("a.json", text_of(one(id="a"), one(id="b"))[:-5]).read()
    assert found.tally.responses == {"people": 1}
    assert "is not JSON" in found.outcomes[0].read().why[0]


def test_older_form_is_said_and_its_statements_are_counted_by_their_version(box: Box) -> None:
    answers = [{"statement": "what-people-offer", "version": 1, "answer": "asking"}]
    how, why = box.put("a.json", text_of(one(assessment_version=9, answers=answers))).one()
    assert (how, why) == ("accepted with warnings", ["is from version 9 of the form; this is version 1"])


def test_date_and_role_that_can_not_be_read_are_said(box: Box) -> None:
    how, why = box.put("a.json", text_of(one(date="23/11/2026", role="boss"))).one()
    assert how == "accepted with warnings"
    assert why == ["has a role that the form doesn't offer; counted without a role",
                   "has a date that can't be read; write 2026-11-23"]


def test_reasons_are_counted_and_never_without_end(box: Box) -> None:
    items = [one(assessment=f"other{number}").model_dump() for number in range(40)] + [{}] * 3
    how, why = box.put("a.json", json.dumps([{}, {}, *items])).one()
    assert how == "refused"
    assert why[0].endswith("(5 times)")
    assert why[-1] == "and 29 more"
