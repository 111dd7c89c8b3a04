"""YAML as plain values that know their line, and everything that YAML does silently said aloud."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kit.yamltree import Misread, Path, Tree, Unreadable, parse

TEXT = """\
# a comment

- id: one
  name: >-
    Folded
    text
  list: [a, b]

- id: two
  inner:
    deep: 1
"""


def value(text: str) -> Any:
    return parse(text).value


def fault(text: str) -> tuple[int, str]:
    with pytest.raises(Unreadable) as caught:
        parse(text)
    return caught.value.fault.line, caught.value.fault.message


def test_reads_values() -> None:
    assert value(TEXT) == [
        {"id": "one", "name": "Folded text", "list": ["a", "b"]},
        {"id": "two", "inner": {"deep": 1}},
    ]


@pytest.mark.parametrize(
    ("path", "line"),
    [((), 3), ((0,), 3), ((0, "name"), 4), ((0, "list", 1), 7), ((1, "id"), 9), ((1, "inner", "deep"), 11)],
)
def test_every_value_knows_its_line(path: Path, line: int) -> None:
    assert parse(TEXT).line(path) == line


def test_a_place_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    tree = parse(TEXT)
    assert tree.line((1, "inner", "missing", 3)) == 10
    assert Tree().line(("anything",)) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1", 1), ("-3", -3), ("0", 0), ("4.5", 4.5), ("true", True), ("false", False), ("", None), ("~", None),
     ("null", None), ("plain words", "plain words"), ('"NO"', "NO"), ("'010'", "010"), ("1.2.3", "1.2.3"),
     ("1e3", "1e3")],
)
def test_plain_scalar_is_read_as_it_looks(written: str, meant: object) -> None:
    assert value(f"a: {written}") == {"a": meant}
    assert type(value(f"a: {written}")["a"]) is type(meant)


@pytest.mark.parametrize(
    ("written", "meaning"),
    [("NO", "a yes/no value"), ("yes", "a yes/no value"), ("True", "a yes/no value"), ("Off", "a yes/no value"),
     ("12:30", "a number"), ("010", "a number"), ("0x1F", "a number"), ("1_000", "a number"), (".inf", "a number"),
     ("1.5e+3", "a number"), ("1" * 16, "a number"), ("1" * 5000, "a number"), ("2009-12-01", "a date"),
     ("<<", "a merge"), ("=", "a default value")],
)
def test_scalar_that_yaml_would_change_silently_is_a_misread(written: str, meaning: str) -> None:
    assert value(f"- {written}") == [Misread(written, meaning)]


def test_raw_spelling_is_kept() -> None:
    tree = parse('a: 1.10\nb: "x"\nc: [2.50]')
    assert tree.raws == {("a",): "1.10", ("b",): "x", ("c", 0): "2.50"}


def test_duplicate_key_keeps_the_first_and_says_both_lines() -> None:
    tree = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\na: 4\n")
    assert tree.value == {"a": 1, "b": {"c": 1}}
    assert [(found.line, found.path, found.message) for found in tree.faults] == [
        (4, ("b", "c"), "field 'c' is given twice (first in line 3)"),
        (5, ("a",), "field 'a' is given twice (first in line 1)"),
        (6, ("a",), "field 'a' is given twice (first in line 1)"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: *x", 2, "uses an anchor or alias (& or *)"),
        ("a: 1\nb: &x 2", 2, "uses an anchor or alias (& or *)"),
        ("a: 1\n&x b: 2", 2, "uses an anchor or alias (& or *)"),
        ("a: &x [1]", 1, "uses an anchor or alias (& or *)"),
        ("a: &x {b: 1}", 1, "uses an anchor or alias (& or *)"),
        ("*x : 1", 1, "uses an anchor or alias (& or *)"),
        ("a: !!str 1", 1, "uses a tag (!!str)"),
        ("a: ! 1", 1, "uses a tag (!)"),
        ("a: !x [1]", 1, "uses a tag (!x)"),
        ("!!python/name:os.system a: 1", 1, "uses a tag (!!python/name:os.system)"),
        ("a: 1\n? [b]\n: 2", 2, "has a field whose name is not a plain word"),
        ("a: 1\n---\nb: 2", 2, "holds a second document"),
        ("a: 1\n---\n", 2, "holds a second document"),
        ("[" * 14 + "]" * 14, 1, "is nested more than 12 levels deep"),
        ("a:\n- b\n\t- c", 3, "has a tab"),
        ("a: |\n  text\n\ttab", 3, "has a tab"),
        ("a: 'x\nb: y\n", 1, "opens a quote that is never closed"),
        ('a: 1\nb: "x\n', 2, "opens a quote that is never closed"),
        ("a: | x", 1, "is not YAML here: expected comment or line break"),
        ("%YAML 9.9\n---\na: 1", 1, "is not YAML here: found incompatible YAML document"),
        ("a: éééé\nb: \x00\nc: x\n", 2, "has a character that YAML does not allow"),
        ("a: 1\r\nb: \x1b", 2, "has a character that YAML does not allow"),
        ("a: 1\nb: x\x85y", 2, "has a line separator (U+0085), which does not show"),
    ],
)
def test_what_is_refused_says_where(text: str, line: int, message: str) -> None:
    assert fault(text) == (line, message)


def test_nesting_up_to_the_limit_is_read() -> None:
    assert value("[" * 12 + "]" * 12) is not None


def test_empty_text_is_nothing() -> None:
    assert value("") is value("# only a comment\n") is value("---\n") is None


scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**14), 10**14), st.text(),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
)
documents = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@quick
@given(documents, st.booleans())
@example({"a": "NO", "b": "2009-12-01", "c": "12:30", "": "~", "d": ["\x85", "\u2028", "\ufeff", "#x", "- y"]}, True)
def test_what_a_careful_writer_dumps_comes_back(document: object, block: bool) -> None:
    text = yaml.safe_dump(document, allow_unicode=False, default_flow_style=not block, sort_keys=False)
    assert value(text) == document


@quick
@given(st.text())
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        tree = parse(text)
    except Unreadable as error:
        assert 0 < error.fault.line <= text.count("\n") + text.count("\r") + 1
    else:
        assert all(line > 0 for line in tree.lines.values())


HOSTILE = [*"\t\n\r -:#?|>&*!%@`'\"[]{},.\x00\x85\ufeffé", "---\n", "<<: ", "- - ", "9" * 40]


@quick
@given(st.data())
def test_no_mutation_of_a_sound_file_raises_anything_but_unreadable(data: st.DataObject) -> None:
    text = TEXT
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 3))
        put = data.draw(st.sampled_from(HOSTILE))
        text = text[:at] + put + text[at + cut:]
    try:
        parse(text)
    except Unreadable as error:
        assert error.fault.message


@pytest.mark.parametrize("text", ["a: b\nc", "a: b\rc", "a: b\r\nc", "- a\n- [b"])
def test_a_fault_at_the_very_end_is_in_the_last_line(text: str) -> None:
    assert fault(text)[0] == 2
