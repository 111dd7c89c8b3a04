"""From a folder to a Library: records in order, where each stands, and what it takes to look one up."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SOUND, Data, real, sound
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.check import load
from kit.errors import DataError, UsageError
from kit.library import Library, dotted
from kit.load import read
from kit.model import KINDS, Agenda, Brand, Case, Reference, Term


def test_sound_folder_has_every_kind_and_no_problem(tmp_path: Path) -> None:
    library = sound(tmp_path).library()
    assert library.problems == []
    assert {record.kind for record in library.records.values()} == set(KINDS)


def test_records_come_by_reference_in_the_order_of_their_file(tmp_path: Path) -> None:
    library = sound(tmp_path).library()
    assert [term.id for term in library.all(Term)] == ["one", "two"]
    assert library.get("term/two").title == "Two"


def test_records_with_an_order_come_by_it(tmp_path: Path) -> None:
    data = sound(tmp_path).change("agenda/one.yml", "order: 1", "order: 3")
    assert [topic.id for topic in data.library().all(Agenda)] == ["two", "one"]


def test_files_of_a_kind_are_read_in_a_stable_order(tmp_path: Path) -> None:
    data = sound(tmp_path)
    for name in ("later", "early"):
        data.write(f"references/{name}.yml", SOUND["references/paper.yml"].replace("id: one", f"id: {name}"))
    assert [reference.id for reference in data.library().all(Reference)] == ["early", "later", "one"]


def test_a_list_may_stand_in_a_file_or_in_a_folder(tmp_path: Path) -> None:
    data = sound(tmp_path).remove("terms.yml").write("terms/a.yml", SOUND["terms.yml"])
    assert data.found() == []
    assert data.library().file("term/two") == "data/terms/a.yml"


def test_one_gives_the_only_record_of_a_kind(tmp_path: Path) -> None:
    assert sound(tmp_path).library().one(Brand).ref == "brand/one"


def test_one_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"brand\.yml is missing"):
        Library(tmp_path).one(Brand)


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("case/oen", "no case 'oen'; did you mean 'one'?"),
        ("case/zzzzzz", "no case 'zzzzzz'; there are: one"),
        ("cases/one", "no kind 'cases'; did you mean 'case'?"),
        ("nothing", "no kind 'nothing'; kinds: definition, term"),
    ],
)
def test_get_offers_the_nearest(ref: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        sound(tmp_path).library().get(ref)
    assert str(caught.value).startswith(said)


def test_a_problem_knows_file_line_record_and_field(tmp_path: Path) -> None:
    problem = sound(tmp_path).library().problem("case/one", ("exchange", 0, "gets"), "is wrong", "mend it")
    assert str(problem) == "data/cases/one.yml:13: case/one: exchange[0].gets: is wrong; mend it"


@pytest.mark.parametrize(
    ("path", "text"), [
        ((), ""), (("a",), "a"), (("a", 0, "b"), "a[0].b"), ((3, "a"), "[3].a"), (("a", 1, 2), "a[1][2]")
    ],
)
def test_place_is_written_as_people_write_it(path: tuple[str | int, ...], text: str) -> None:
    assert dotted(path) == text


def test_load_raises_every_problem_at_once(tmp_path: Path) -> None:
    data = sound(tmp_path).change("terms.yml", "name: Two", "nam: Two").write("cases/one.yml", "")
    with pytest.raises(DataError) as caught:
        load(data.folder)
    assert [problem.file for problem in caught.value.problems] == ["data/cases/one.yml", "data/terms.yml"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cases/one.yml", "id: one\n\tx"),
        ("cases/one.yml", "id: one\nname: One\n"),
        ("cases/one.yml", SOUND["cases/one.yml"].replace("place: Cardiff", "place: NO")),
        ("principles/one.yml", ""),
        ("references/paper.yml", SOUND["references/paper.yml"].replace("year: 2009", "year: about 2009")),
        ("sectors.yml", SOUND["sectors.yml"].replace("name: Housing", "name: [Housing]")),
        ("matrix.yml", SOUND["matrix.yml"].replace("legible: true", "legible: 1", 1)),
        ("terms.yml", SOUND["terms.yml"].replace("- id: one", "- name: One")),
    ],
)
def test_what_refers_to_a_broken_record_is_not_blamed_for_it(name: str, content: str, tmp_path: Path) -> None:
    problems = sound(tmp_path).write(name, content).problems()
    assert problems
    assert {problem.file for problem in problems} == {f"data/{name}"}


def test_records_beside_a_broken_one_are_still_judged(tmp_path: Path) -> None:
    two = "- id: two\n  name: Two\n"
    data = sound(tmp_path).change("terms.yml", "name: One", "name: NO")
    data.change("terms.yml", two + "  summary: In a line.", two + "  summary: See [[case/x]].")
    assert [problem.line for problem in data.problems()] == [2, 10]


def test_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere is not a folder"):
        read(tmp_path / "nowhere")


def test_folder_without_any_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no records"):
        read(tmp_path)


def test_one_slip_in_the_real_records_gives_one_line(tmp_path: Path) -> None:
    data = real(tmp_path)
    before = set(data.found())
    data.change("cases/taff-housing.yml", "country: Wales", "country: NO")
    data.change("references/paper.yml", "form: report", "form: reports")
    after = sorted(set(data.found()) - before)
    assert [line.split(": ")[1:3] for line in after] == [
        ["case/taff-housing", "country"], ["reference/boyle-harris-2009", "form"]
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(put=st.binary(max_size=60), at=st.integers(0, 400))
def test_any_bytes_in_a_file_give_problems_and_never_a_crash(put: bytes, at: int, tmp_path: Path) -> None:
    content = SOUND["cases/one.yml"].encode()
    data = Data(tmp_path / "data") if (tmp_path / "data").exists() else sound(tmp_path)
    data.write("cases/one.yml", content[:at] + put + content[at:])
    assert all(problem.message for problem in data.library().problems)


def test_the_same_folder_gives_the_same_library_twice(tmp_path: Path) -> None:
    data = sound(tmp_path)
    first, second = data.library(), data.library()
    assert list(first.records) == list(second.records)
    assert first.records == second.records
    assert first.get("case/one") == second.all(Case)[0]


@pytest.mark.parametrize("given", ["one" * 2_000, "../../etc/passwd", "a/b", '"\\0"'])
def test_an_id_that_no_file_can_have_is_a_problem_like_any_other(given: str, tmp_path: Path) -> None:
    data = sound(tmp_path).change("cases/one.yml", "id: one", f"id: {given}")
    assert any("the file is named one.yml" in line for line in data.found())
