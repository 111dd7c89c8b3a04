"""What is wrong with a record's shape, said so that its writer knows what to do."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import Field

from kit.model.base import Colour, Line, NotSaid, Piece, Record, When
from kit.shape import build, near, nearest
from kit.yamltree import parse


class Inner(Piece):
    kind: Literal["inner"]
    depth: int


class Other(Piece):
    kind: Literal["other"]
    weight: float


class Thing(Record):
    kind: ClassVar[str] = "thing"
    plural: ClassVar[str] = "things"

    name: Line | NotSaid
    when: When | None = None
    colour: Colour = "#000000"
    size: Literal["small", "large"] = "small"
    parts: list[Annotated[Inner | Other, Field(discriminator="kind")]] = []
    counts: Annotated[list[int], Field(min_length=2, max_length=3)] = [1, 2]
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    ready: bool = False


NO_VALUE = 'has no value (write it, in quotes if it begins with "#", or delete the field if it may be left out)'
SOUND = "id: one\norigin: ours\nname: One\n"


def said(text: str) -> list[str]:
    tree = parse(text)
    _, faults = build(Thing, tree.value, tree, ())
    return [f"{fault.line} {'.'.join(map(str, fault.path))}: {fault.message} ({fault.hint})" for fault in faults]


def test_sound_record_is_built() -> None:
    tree = parse(SOUND)
    record, faults = build(Thing, tree.value, tree, ())
    assert faults == []
    assert record is not None and record.ref == "thing/one"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("size: lagre", "4 size: 'lagre' is not one of small, large (did you mean 'large'?)"),
        ("size: 5", "4 size: '5' is not one of small, large ()"),
        ("size: NO", "4 size: 'NO' is not one of small, large ()"),
        ("size:", f"4 size: {NO_VALUE}"),
        ("size: [small]", "4 size: a list is not one of small, large ()"),
        ("size: {a: b}", "4 size: a set of fields is not one of small, large ()"),
        (f"size: {'x' * 999}", f"4 size: '{'x' * 60}' is not one of small, large ()"),
        ("ready: yes", "4 ready: 'yes' without quotes is read as a yes/no value (write true or false)"),
        ('ready: "true"', "4 ready: is text ('true'); expected true or false ()"),
        ("counts: [1]", "4 counts: has 1 item; at least 2 are needed ()"),
        ("counts: []", "4 counts: is empty (write it, or delete the field if it may be left out)"),
        ("counts: [1, 2, 3, 4]", "4 counts: has 4 items; at most 3 are allowed ()"),
        ("counts: 1", "4 counts: is a number; expected a list ()"),
        ("counts: NO", "4 counts: 'NO' without quotes is read as a yes/no value (expected a list)"),
        ("counts: [1, 2.5]", "4 counts.1: is a number; expected a whole number ()"),
        ("counts: [1, 010]", "4 counts.1: '010' without quotes is read as a number (write a plain number, in digits)"),
        ("share: 1", "4 share: is 1; expected less than 1.0 ()"),
        ("share: 0", "4 share: is 0; expected more than 0.0 ()"),
        ("share: a half", "4 share: is text ('a half'); expected a number ()"),
        ("parts: {kind: inner}", "4 parts: is a set of fields; expected a list ()"),
        ("parts: [inner]", "4 parts.0: is text ('inner'); expected fields with names ()"),
        ("parts: [{depth: 1}]", "4 parts.0.kind: field 'kind' is missing ()"),
        ("parts: [{kind: iner}]", "4 parts.0.kind: 'iner' is not one of inner, other (did you mean 'inner'?)"),
        ("parts: [{kind: inner}]", "4 parts.0.depth: field 'depth' is missing ()"),
        ("parts: [{kind: inner, dept: 1}]", "4 parts.0.dept: unknown field 'dept' (did you mean 'depth'?)"),
        ("parts: [{kind: other, weight: 1, wait: 2}]", "4 parts.0.wait: unknown field 'wait' (did you mean 'weight'?)"),
        ("source: {part: 5}", "4 source.part: '5' without quotes is read as a number (put it in quotes: \"5\")"),
        ("origins: {name: theirs}", "4 origins.name: 'theirs' is not one of paper, later, ours ()"),
        ("colour: red", "4 colour: 'red' is not a colour (write it as \"#RRGGBB\", in quotes)"),
        ("colour: #993300", f"4 colour: {NO_VALUE}"),
        ('when: "12 May 2009"', "4 when: '12 May 2009' is not a date (write \"2009\", \"2009-12\" or \"2009-12-31\","
                                " in quotes)"),
        ("sources: [case/one, one]", "4 sources.1: 'one' is not a reference (write it as kind/id, for instance"
                                     " \"case/taff-housing\")"),
        ("aliases: [No_1]", "4 aliases.0: 'No_1' is not an id (use lower-case letters, digits and single hyphens)"),
    ],
)
def test_says_what_is_wrong_and_what_to_do(line: str, expected: str) -> None:
    assert said(f"{SOUND}{line}\n") == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('""', "3 name: is empty (write it, or delete the field if it may be left out)"),
        ("12:30", "3 name: '12:30' without quotes is read as a number (put it in quotes: \"12:30\")"),
        ("[x]", '3 name: is a list; expected text (if it is text that begins with "[" or "{", put it in quotes)'),
        ("|-\n  a\n  b", "3 name: must be one line ()"),
        (f"{'x' * 401}", "3 name: has 401 characters; at most 400 are allowed ()"),
    ],
)
def test_a_union_with_not_said_complains_once(name: str, expected: str) -> None:
    assert said(f"id: one\norigin: ours\nname: {name}\n") == [expected]


def test_all_faults_of_a_record_are_found() -> None:
    assert [fault.partition(":")[0] for fault in said("id: one\nname: NO\nsize: big\ncolour: red\n")] == [
        "1 origin", "2 name", "4 colour", "3 size"
    ]


def test_a_misspelt_field_is_not_also_missing() -> None:
    assert said("id: one\norign: ours\nname: One\n") == ["2 orign: unknown field 'orign' (did you mean 'origin'?)"]


def test_a_missing_field_is_said_besides_an_unknown_one_that_is_not_near() -> None:
    assert said("id: one\nshape: round\nname: One\n") == [
        "1 origin: field 'origin' is missing ()", "2 shape: unknown field 'shape' (did you mean 'share'?)"
    ]


@pytest.mark.parametrize("value", ["one", "[one]", "5"])
def test_what_is_no_mapping_is_no_record(value: str) -> None:
    (fault,) = said(value)
    assert fault.endswith("expected fields with names ()")


def test_places_count_from_the_record_within_its_file() -> None:
    tree = parse("- id: a\n- id: one\n  origin: ours\n  name: One\n  size: big\n")
    assert isinstance(tree.value, list)
    _, faults = build(Thing, tree.value[1], tree, (1,))
    assert [(fault.line, fault.path) for fault in faults] == [(5, ("size",))]


def test_near_offers_a_question_or_nothing() -> None:
    assert near("recprocity", ["reciprocity", "respect"]) == "did you mean 'reciprocity'?"
    assert near("zzz", ["reciprocity", "respect"]) == ""
    assert nearest("x" * 500_000, ["reciprocity"]) == ""
