"""`validate.py --fix` mends what is safe, changes nothing else, and never what the records say."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SOUND, Ran, real, sound, validate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.contribute.fields import in_order
from kit.mend import mend, mended
from kit.model import KINDS, Case, Event, Term
from kit.yamltree import parse

TERM = "- id: one\n  name: One\n  summary: In a line.\n  plain: Plain.\n  text: The whole.\n  origin: ours\n"

SLIPS = {
    "spaces at the end of a line": (TERM.replace("line.\n", "line.  \n"), TERM,
        "3: spaces at the end of the line deleted"),
    "a tab at the end of a line": (TERM.replace("One\n", "One\t\n"), TERM, "2: a tab at the end of the line deleted"),
    "a tab alone on a line": (TERM.replace("  plain", "\t\n  plain"), TERM.replace("  plain", "\n  plain"),
        "4: a tab at the end of the line deleted"),
    "no line end at the end": (TERM[:-1], TERM, "6: a line end added at the end of the file"),
    "blank lines at the end": (TERM + "\n\n", TERM, "6: blank lines at the end deleted"),
    "Windows line ends": (TERM.replace("\n", "\r\n"), TERM, "1: Windows line ends made plain (6 lines)"),
    "a time": (TERM.replace("name: One", "name: 12:30"), TERM.replace("name: One", 'name: "12:30"'),
        '2: "12:30" put in quotes'),
    "a NO": (TERM.replace("name: One", "name: NO # c"), TERM.replace("name: One", 'name: "NO" # c'),
        '2: "NO" put in quotes'),
    "a date": (TERM.replace("name: One", "name: 2009-12-01"), TERM.replace("name: One", 'name: "2009-12-01"'),
        '2: "2009-12-01" put in quotes'),
    "a version": (TERM.replace("name: One", "name: 1.10"), TERM.replace("name: One", 'name: "1.10"'),
        '2: "1.10" put in quotes'),
    "a colour": (TERM.replace("name: One", "name: #993300"), TERM.replace("name: One", 'name: "#993300"'),
        '2: "#993300" put in quotes'),
    "a part of the paper": (TERM + "  source: {part: 5}\n", TERM + '  source: {part: "5"}\n', '7: "5" put in quotes'),
    "a colon inside a text": (
        TERM.replace("In a line.", "A line: this."), TERM.replace("In a line.", '"A line: this."'),
        '3: "A line: this." put in quotes'),
    "another order": (
        "# a\n- id: one\n  origin: ours  # who\n  # about the name\n  name: One\n  plain: |-\n    # no comment\n\n"
        "    Plain.\n\n  text: The whole.\n  summary: In a line.\n\n# two\n- id: two\n",
        "# a\n- id: one\n  # about the name\n  name: One\n  summary: In a line.\n  plain: |-\n    # no comment\n\n"
        "    Plain.\n\n  text: The whole.\n  origin: ours  # who\n\n# two\n- id: two\n",
        "2: fields put in the order of their kind"),
    "an id that is not first": (TERM.replace("id: one\n  name: One", "name: One\n  id: one"), TERM,
        "1: fields put in the order of their kind"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_mends_each_slip_and_nothing_beside_it(slip: str) -> None:
    before, after, said = SLIPS[slip]
    found = mended(before, Term)
    assert found.text == after
    assert [f"{line}: {words}" for line, words in found.said] == [said]
    assert mended(after, Term).text == after


LEFT = {
    "spaces that end a line of a text": TERM.replace("The whole.", "|-\n    A line.  \n    Another."),
    "a number where a number belongs": TERM.replace("  origin", "  tooltip: true\n  origin"),
    "two fields of one name": TERM.replace("  plain", "  plain: Again.\n  plain") + "  name: Again\n",
    "fields in braces": "- {origin: ours, id: one, name: One}\n",
    "an unknown field": TERM.replace("  plain", "  colour: red\n  plain"),
    "what is no YAML": TERM.replace("In a line.", '"In a line.'),
    "a comment that is no colour": TERM.replace("One\n", "# still to find\n"),
    "nothing at all": "",
}


@pytest.mark.parametrize("case", LEFT)
def test_leaves_alone_what_it_cannot_mend_safely(case: str) -> None:
    assert mended(LEFT[case], Term).text == LEFT[case]


def test_says_why_spaces_within_a_text_stay() -> None:
    assert mended(LEFT["spaces that end a line of a text"], Term).said == [
        (6, "spaces at the end of this line are part of the text; left as they are")
    ]


@pytest.mark.parametrize("head", ["", "# yaml-language-server: $schema=schema/case.json\n", "#yaml-language-server:\n"])
def test_puts_the_schema_line_right(head: str) -> None:
    right = "# yaml-language-server: $schema=schema/term.json"
    assert mended(head + TERM, Term, right).text == f"{right}\n{TERM}"


def test_a_comment_at_the_top_stays_below_the_schema_line() -> None:
    right = "# yaml-language-server: $schema=schema/term.json"
    assert mended("# ours\n" + TERM, Term, right).text == f"{right}\n# ours\n{TERM}"


def test_a_folder_is_mended_in_place_with_a_line_each_and_then_judged(tmp_path: Path) -> None:
    data = sound(tmp_path).change("terms.yml", "name: One", "name: NO").change("events.yml", "One", "One ")
    ran = validate(data, "--fix")
    assert [line for line in ran.errors if "order" not in line] == [
        "data/events.yml:3: spaces at the end of the line deleted", 'data/terms.yml:2: "NO" put in quotes',
    ]
    assert ran.status == 0 and ran.lines[-1].endswith("all sound")
    assert validate(data, "--fix") == Ran(0, ran.lines, [])


def test_what_cannot_be_mended_is_reported_as_before(tmp_path: Path) -> None:
    data = sound(tmp_path).change("terms.yml", "id: two", "id: one")
    before = validate(data)
    after = validate(data, "--fix")
    assert before.status == after.status == 1
    assert [line.split(": ", 1)[1] for line in after.lines] == [line.split(": ", 1)[1] for line in before.lines]


def test_the_records_stand_as_fix_leaves_them(tmp_path: Path) -> None:
    data = real(tmp_path)
    assert list(mend(data.folder)) == []


def test_real_records_are_the_same_after_mending_as_before(tmp_path: Path) -> None:
    data = real(tmp_path)
    before = data.library().records
    files = {path: path.read_bytes() for path in (data.folder / "terms.yml", *(data.folder / "cases").glob("*.yml"))}
    for path, held in files.items():
        path.write_bytes(held.replace(b"\n", b"\r\n") + b"\r\n")
    assert list(mend(data.folder))
    assert data.library().records == before
    assert list(mend(data.folder)) == []


KEYS = {Term: SOUND["terms.yml"], Event: SOUND["events.yml"], Case: SOUND["cases/one.yml"]}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mending_is_done_once_and_changes_no_meaning(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(list(KEYS)))
    text = KEYS[model]
    dash = "- " if text.startswith("- ") else ""
    fields = [line for line in text.split("- id: two")[0].splitlines() if not line.startswith(("    ", "  - who"))]
    bare = [line.removeprefix("- ").strip() for line in fields if line.strip().partition(": ")[2]]
    lines = [f"{'  ' if dash else ''}{line}" for line in data.draw(st.permutations(bare))]
    lines[0] = dash + lines[0].strip() if dash else lines[0]
    shaken = ""
    for line in lines:
        shaken += data.draw(st.sampled_from(["", "\n", f"{'  ' if dash else ''}# said\n"])) if shaken else ""
        shaken += line + data.draw(st.sampled_from(["\n", " \n", "\t\n", "\r\n", "  # why\n", "\n\n"]))
    shaken = shaken[: len(shaken) - data.draw(st.integers(0, 1))]
    once = mended(shaken, model).text
    assert mended(once, model).text == once
    assert parse(once).value == parse(shaken).value
    assert sorted(once.split()) == sorted(shaken.split())
    value = parse(once).value
    names = list(value[0] if isinstance(value, list) else value)  # type: ignore[call-overload]
    assert names == sorted(names, key=in_order(model).index)


def test_every_kind_has_an_order_of_all_its_fields() -> None:
    for model in KINDS.values():
        assert sorted(in_order(model)) == sorted(model.model_fields)
