"""Our own assessments and those that others bring, as one shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import UsageError
from kit.library import Library
from kit.model.assessment import LEVELS, RATERS
from kit.results.bring import instrument, read_brought
from kit.results.instrument import Instrument

GOOD = """\
id: theirs
name: Theirs
version: 2
scale: [Never, Now and then, Always]
sections:
  - name: Asking
    statements:
      - {id: we-ask, version: 3, text: We ask.}
      - {id: we-tell, text: We tell.}
"""


def written(folder: Path, text: str | bytes) -> str:
    path = folder / "theirs.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def test_one_of_ours(library: Library) -> None:
    found = instrument("quick", library)
    assert [level.key for level in found.levels] == list(LEVELS)
    assert [role.key for role in found.roles] == list(RATERS)
    assert found.position
    assert all(len(item.next) == 4 and set(item.words) == set(RATERS) for item in found.statements)
    assert instrument("assessment/quick", library) == found


def test_one_that_is_brought(tmp_path: Path, library: Library) -> None:
    found = instrument(written(tmp_path, GOOD), library)
    assert isinstance(found, Instrument)
    assert [(level.key, level.name) for level in found.levels] == [
        ("never", "Never"), ("now-and-then", "Now and then"), ("always", "Always")]
    assert [(item.id, item.version, item.section, dict(item.words)) for item in found.statements] == [
        ("we-ask", 3, "Asking", {"": "We ask."}), ("we-tell", 1, "Asking", {"": "We tell."})]
    assert not found.position
    assert all(item.next == () for item in found.statements)


def test_levels_without_names_go_by_their_number(tmp_path: Path) -> None:
    text = GOOD.replace("[Never, Now and then, Always]", "{levels: 5, low: never, high: always}")
    assert read_brought(Path(written(tmp_path, text))).levels() == [
        ("1", "1 (never)"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5 (always)")]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("id: theirs\n", "", "theirs.yml:1: id: field 'id' is missing"),
        ("version: 2", 'version: "2"', "theirs.yml:3: version: is text"),
        ("Always]", "Always", "theirs.yml:"),
        ("[Never, Now and then, Always]", "[Never, Always]", "theirs.yml:4: scale"),
        ("[Never, Now and then, Always]", "[Never, never, Always]", "2 levels are called 'never'"),
        ("[Never, Now and then, Always]", "[Never, Don't know, Always]", "can't be told from"),
        ("[Never, Now and then, Always]", "{levels: 11, low: a, high: b}", "theirs.yml:4: scale"),
        ("id: we-tell", "id: we-ask", "the statement 'we-ask' is asked 2 times"),
        ("id: we-tell", "id: We Tell", "'We Tell' is not an id"),
        ("name: Theirs", "name: Theirs\nname: Ours", "is given twice"),
        ("name: Theirs", "nam: Theirs", "unknown field 'nam'; did you mean 'name'?"),
        ("name: Theirs", "name: &a Theirs", "uses an anchor"),
        ("version: 2", "version: NO", "theirs.yml:3: version:"),
    ],
)
def test_what_is_wrong_gets_one_line(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert old in GOOD
    with pytest.raises(UsageError) as caught:
        read_brought(Path(written(tmp_path, GOOD.replace(old, new, 1))))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"- a\n", b"\xff\xfe", b"\x00", b"a" * 1_000_001, b"[" * 5000, b"text"])
def test_what_is_no_assessment_gets_one_line(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_brought(Path(written(tmp_path, content)))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nowhere.yml", ".", "a\0b.yml", "quik"])
def test_what_is_not_there_gets_one_line(name: str, library: Library) -> None:
    with pytest.raises(UsageError) as caught:
        instrument(name, library)
    assert "\n" not in str(caught.value)
