"""What points where: links both ways, addresses, citations and standing."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.library import Library
from kit.model import KINDS, Action, Agenda, Case, Record
from kit.refs import PAGES, Address, Web, address, address_of, links, retired_to, stray, texts


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def targets(record: Record) -> list[tuple[tuple[str | int, ...], str, bool]]:
    return [(link.path, link.target, link.in_text) for link in links(record)]


def test_references_are_found_in_fields_lists_and_pieces(data: Data) -> None:
    assert targets(data.library().get("assessment/one")) == [(("statements", 0), "statement/one", False)]
    found = targets(data.library().get("statement/one"))
    assert found[0] == (("dimension",), "dimension/one", False)
    assert found[1] == (("levels", "fixing", "next", "see", 0), "case/one", False)


def test_links_in_text_are_found_in_lines_lists_and_pieces(data: Data) -> None:
    data.change("cases/one.yml", "gives: Time.", "gives: See [[term/one]].")
    data.change("cases/one.yml", "lesson: Ask.", "lesson: Ask [[term/two|whom]] and [[term/one]].")
    found = [link for link in targets(data.library().get("case/one")) if link[2]]
    assert found == [
        (("exchange", 0, "gives"), "term/one", True),
        (("lesson",), "term/two", True),
        (("lesson",), "term/one", True),
    ]


def test_rule_of_a_field_says_which_kinds_it_takes(data: Data) -> None:
    rules = {link.path: link.rule for link in links(data.library().get("case/one"))}
    assert rules[("sectors", 0)].kinds == ("sector",)
    assert rules[("cell",)].kinds == ("matrix",)
    assert [link.rule.acyclic for link in links(data.library().get("definition/two"))] == [True]


def test_optional_and_list_references_keep_their_rule(data: Data) -> None:
    data.change("terms.yml", '{part: "3"}\n', '{part: "3"}\n  retired: {reason: Old., replaced_by: term/two}\n')
    (link,) = links(data.library().get("term/one"))
    assert (link.path, link.target, link.rule.acyclic) == (("retired", "replaced_by"), "term/two", True)


def test_texts_are_every_markdown_field_and_no_other(data: Data) -> None:
    found = dict(texts(data.library().get("term/one")))
    assert found == {("summary",): "In a line.", ("plain",): "In plain words.", ("text",): "The whole of it."}


def test_stray_brackets_are_found_with_their_field(data: Data) -> None:
    data.change("terms.yml", "The whole of it.", "The [[whole]] of it.")
    assert list(stray(data.library().get("term/one"))) == [(("text",), "[[whole]]")]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "action"])
def test_every_kind_has_an_address_of_its_own(kind: str, data: Data) -> None:
    one, other = address_of(kind, "one"), address_of(kind, "other")
    assert one != other
    assert "one" in one.path
    assert one.path.startswith(PAGES[kind].partition("{")[0].partition("#")[0])


def test_address_without_anchor_is_a_page_and_with_one_a_place_on_it() -> None:
    assert address_of("case", "one").path == "see/cases/one/"
    assert address_of("term", "one").path == "look-up/glossary/#term-one"
    assert Address("a", "b").path == "a/#b"


def test_action_lives_on_the_page_of_its_topic(data: Data) -> None:
    library = data.library()
    action = library.all(Action)[0]
    assert address(action).path == "act/agenda/one/#action-one"
    assert address(action).page == address(library.all(Agenda)[0]).page


def test_no_two_records_share_an_address(library: Library) -> None:
    paths = [address(record).path for record in library.records.values()]
    assert len(set(paths)) == len(paths)


def test_appears_in_is_the_reverse_of_references(data: Data) -> None:
    library = data.change("terms.yml", "The whole of it.", "See [[case/one]] and [[case/one|it]].").library()
    found = [record.ref for record in Web(library).appears_in(library.get("case/one"))]
    assert sorted(found) == [
        "action/one", "activity/one", "distinction/one", "evidence/one", "statement/one", "term/one", "update/one",
        "variant/one",
    ]


def test_appears_in_goes_by_kind_and_then_by_name(data: Data) -> None:
    data.change("terms.yml", "name: One", "name: zebra").change("terms.yml", "name: Two", "name: Ant")
    text = (data.folder / "terms.yml").read_text().replace("The whole of it.", "See [[sector/one]].")
    library = data.write("terms.yml", text).library()
    found = [record.ref for record in Web(library).appears_in(library.get("sector/one"))]
    assert found == ["term/two", "term/one", "case/one", "variant/one"]


def test_record_does_not_appear_in_itself(data: Data) -> None:
    library = data.change("terms.yml", "The whole of it.", "This [[term/one]].").library()
    assert Web(library).appears_in(library.get("term/one")) == []


def test_work_appears_in_what_cites_it_by_endnote_or_as_a_later_source(data: Data) -> None:
    work = "- {id: late, form: book, authors: [], year: 2015, name: Later, origin: later}\n"
    data.append("references/paper.yml", work)
    data.change("terms.yml", 'source: {part: "3"}', 'source: {part: "3", notes: [7, 8]}\n  sources: [reference/late]')
    library = data.library()
    web, term = Web(library), library.get("term/one")
    assert [work.id for work in web.citations(term)] == ["one", "late"]
    assert [work.id for work in web.note(7)] == ["one"]
    assert term in web.appears_in(library.get("reference/one"))
    assert term in web.appears_in(library.get("reference/late"))


def test_note_that_cites_several_works_gives_them_all(data: Data) -> None:
    work = "- {id: two, form: book, authors: [], year: 2008, name: Two, endnotes: [7], origin: later}\n"
    data.append("references/paper.yml", work)
    assert [work.id for work in Web(data.library()).note(7)] == ["one", "two"]


def test_standing_is_what_updates_say_of_a_record(data: Data) -> None:
    data.change("updates.yml", "[{status: ended}]", "[{status: ended}, {status: contested, about: The sum}]")
    library = data.library()
    web = Web(library)
    found = [(update.id, standing.status) for update, standing in web.standings(library.get("case/one"))]
    assert found == [("one", "ended"), ("one", "contested")]
    assert web.standings(library.get("term/one")) == []
    assert [update.id for update in web.updates(library.get("case/one"))] == ["one"]


def test_retired_record_leads_to_its_replacement(data: Data) -> None:
    data.change("terms.yml", '{part: "3"}\n', '{part: "3"}\n  retired: {reason: Old., replaced_by: term/two}\n')
    library = data.library()
    assert retired_to(library, "term/one") == "term/two"
    assert retired_to(library, "term/two") is None
    assert retired_to(library, "term/none") is None


def test_every_reference_is_seen_from_both_ends(library: Library) -> None:
    web = Web(library)
    for case in library.all(Case):
        for link in links(case):
            assert case in web.appears_in(library.get(link.target))
