"""The small types that records are made of, and what every record shares."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kit.model import KINDS, Term
from kit.model.base import AnyRef, Colour, Line, Name, Plain, Prose, Slug, Summary, WebAddress, When


def term(**fields: Any) -> Term:
    whole = {"id": "one", "name": "One", "summary": "S", "plain": "P", "text": "T", "origin": "paper"}
    return Term.model_validate({**whole, **fields})


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Slug, ["a", "a-b", "2009-x", "x" * 60], ["", "A", "a_b", "-a", "a-", "a--b", "a b", "é", "a\n", "x" * 61]),
        (AnyRef, ["case/a", "case/a-1"], ["a", "case/", "/a", "Case/a", "case/A", "case/a/b", "case/a b", "case/a\n"]),
        (Colour, ["#000000", "#aBcDeF"], ["#000", "000000", "#00000g", "#0000000", "red", "#000000\n"]),
        (When, ["2009", "2009-12", "2009-12-31", "2009-02-29"],
         ["09", "2009-1", "2009-13", "2009-00", "2009-12-32", "2009-12-00", "2009/12", "12 May 2009",
          "2009-12-31T00", "2009\n"]),
        (WebAddress, ["https://example.org/a?b=c#d", "http://x.org"],
         ["example.org", "ftp://x.org", "javascript:alert(1)", "https://a b", 'https://a"b', "https://<x>", "https://"]),
        (Name, ["a", "x" * 120], ["", "x" * 121, "two\nlines"]),
        (Line, ["a", "x" * 400], ["", "x" * 401, "two\nlines"]),
        (Summary, ["a", "x" * 160], ["", "x" * 161, "two\nlines"]),
        (Plain, ["a", " ".join(["word"] * 60), "two\n\nparagraphs"], ["", " ".join(["word"] * 61)]),
        (Prose, ["a", "two\n\nparagraphs", "x" * 9999], [""]),
    ],
    ids=["Slug", "AnyRef", "Colour", "When", "WebAddress", "Name", "Line", "Summary", "Plain", "Prose"],
)
def test_type_takes_what_it_should_and_nothing_else(kind: Any, good: list[str], bad: list[str]) -> None:
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []


def test_line_that_ends_in_a_line_break_is_one_line() -> None:
    assert term(summary="A line.\n").summary == "A line."


@pytest.mark.parametrize("value", [1, 1.5, True, None, ["a"], b"a"])
def test_text_is_never_made_of_something_else(value: object) -> None:
    with pytest.raises(ValidationError):
        term(name=value)


def test_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        term(colour="red")


def test_record_does_not_change_once_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        term().name = "Two"  # type: ignore[misc]


def test_record_knows_its_reference_and_title() -> None:
    assert (term().ref, term().title) == ("term/one", "One")


def test_origin_of_a_field_is_its_own_or_the_records() -> None:
    record = term(origins={"plain": "ours"})
    assert (record.origin_of("plain"), record.origin_of("text")) == ("ours", "paper")


@pytest.mark.parametrize("source", [{"part": "7"}, {"part": "3", "notes": [0]}, {"part": "3", "notes": [67]}, {}])
def test_source_is_a_part_and_notes_of_the_paper(source: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        term(source=source)


def test_later_source_is_a_reference() -> None:
    assert term(sources=["reference/a"]).sources == ["reference/a"]
    with pytest.raises(ValidationError):
        term(sources=["A book"])


@pytest.mark.parametrize("model", KINDS.values(), ids=KINDS)
def test_kind_has_a_home_and_a_name_for_every_record(model: Any) -> None:
    assert KINDS[model.kind] is model
    assert model.layout in {"list", "each", "one"}
    assert "name" in model.model_fields
    assert model.__doc__


def test_no_two_kinds_share_a_home() -> None:
    assert len({model.plural for model in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("model", KINDS.values(), ids=KINDS)
def test_kind_is_strict_closed_and_frozen(model: Any) -> None:
    config = model.model_config
    assert (config["strict"], config["extra"], config["frozen"]) == (True, "forbid", True)
