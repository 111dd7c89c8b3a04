"""What a page may ask for: lists, tables and pictures drawn from the records."""

from __future__ import annotations

import json
import re

import pytest

from kit.handbook.fragments import FRAGMENTS, cells
from kit.handbook.macros import define_env
from kit.handbook.site import View
from kit.library import Library
from kit.model import KINDS, Case, Event, Evidence, MatrixCell, Update

from .conftest import Read

ARGUMENTS: dict[str, list[object]] = {
    "cards": ["case"], "entries": ["term"], "cases_by": ["sector"], "letters": ["term"], "count": ["case"],
    "activities_by": ["purpose"], "dependencies": ["running"], "server_headers": ["nginx"],
    "host_file": ["_headers", "a file"], "issues": ["a form"],
    "chart": ["x", "Title", "Said", {"nfp-return": "Promised"}],
}


def read(view: View, name: str, *arguments: object) -> Read:
    return Read(FRAGMENTS[name](view, *arguments))


@pytest.mark.parametrize("name", FRAGMENTS)
def test_every_fragment_is_whole_html(name: str, view: View) -> None:
    found = read(view, name, *ARGUMENTS.get(name, []))
    assert found.text.strip()
    assert found.slips == []
    assert found.open == []


@pytest.mark.parametrize("kind", ["definition", "term", "shift", "update", "person", "reference", "direction",
                                  "statement", "dimension"])
def test_entries_hold_every_record_with_its_place(kind: str, view: View, library: Library) -> None:
    found = read(view, "entries", kind)
    names = set(found.attributes("id"))
    records = [record for record in library.all(KINDS[kind]) if record.retired is None]
    assert records
    assert {f"{kind}-{record.id}" for record in records} <= names
    assert found.slips == []


def test_cards_lead_to_every_record(view: View, library: Library) -> None:
    found = read(view, "cards", "principle")
    principles = library.all(KINDS["principle"])
    assert found.attributes("href") == [f"../../understand/principles/{one.id}/" for one in principles]


def test_a_withdrawn_record_is_in_no_list(view: View, library: Library) -> None:
    case = library.get("case/taff-housing")
    gone = case.model_copy(update={"retired": {"reason": "It is gone.", "replaced_by": None}})
    copy = Library(library.folder, places=library.places)
    for record in library.records.values():
        copy.add(gone if record is case else record)
    there = type(view.site)(copy, view.site.settings).view("see/cases/")
    assert "taff-housing/" in FRAGMENTS["cards"](view, "case")
    assert "taff-housing/" not in FRAGMENTS["cards"](there, "case")
    assert "taff-housing/" not in FRAGMENTS["cases_by"](there, "sector")
    assert int(FRAGMENTS["count"](view, "case")) == int(FRAGMENTS["count"](there, "case")) + 1


@pytest.mark.parametrize("field", ["sector", "principle", "cell"])
def test_each_way_through_the_cases_reaches_all_of_them(field: str, view: View, library: Library) -> None:
    found = set(read(view, "cases_by", field).attributes("href"))
    assert {f"{case.id}/" for case in library.all(Case) if case.retired is None} <= found


def test_the_matrix_has_nine_cells_in_their_places(view: View, library: Library) -> None:
    held = cells(view)
    assert len(held) == 9
    assert held["together", "together"].id == "full-co-production"
    leads = read(view, "matrix").attributes("href")
    by_row = sorted(
        library.all(MatrixCell),
        key=lambda one: [["professionals", "together", "community"].index(hand) for hand in (one.delivers, one.plans)],
    )
    assert leads == [f"../../understand/matrix/{cell.id}/" for cell in by_row]


def test_every_figure_is_in_the_table_and_among_the_entries(view: View, library: Library) -> None:
    records = [record for record in library.all(Evidence) if record.retired is None]
    rows = FRAGMENTS["evidence_table"](view).count("<tr>") - 1
    assert rows == len(records)
    names = read(view, "evidence").attributes("id")
    assert {f"evidence-{record.id}" for record in records} <= set(names)
    assert len(names) == len(set(names))


def test_every_sum_is_done_again(view: View, library: Library) -> None:
    text = read(view, "sums").text
    done = [record for record in library.all(Evidence) if record.arithmetic]
    assert text.count("t agrees.") + text.count("t does not agree.") == len(done) > 0


def test_updates_of_each_standing_make_the_whole(view: View, library: Library) -> None:
    standings = {record.standings[0].status for record in library.all(Update)}
    found = [name for status in standings for name in read(view, "updates", status).attributes("id")
             if name.startswith("update-")]
    assert sorted(found) == sorted(f"update-{one.id}" for one in library.all(Update) if one.retired is None)
    counts = [int(number) for number in re.findall(r"</span> (\d+)</li>", FRAGMENTS["update_summary"](view))]
    assert sum(counts) == len(found)


def test_the_timeline_runs_forward(view: View, library: Library) -> None:
    names = [name for name in read(view, "timeline").attributes("id") if name.startswith("event-")]
    dates = [getattr(library.get(name.replace("-", "/", 1)), "date", "") for name in names]
    assert dates == sorted(dates)
    assert len(names) == len(library.all(Event))


def test_letters_lead_to_the_first_of_each(view: View, library: Library) -> None:
    found = read(view, "letters", "person")
    shown = [letter for letter in found.text if letter.strip()]
    assert shown == sorted(shown)
    for letter, href in zip(shown, found.attributes("href"), strict=True):
        assert library.get(f"person/{href.removeprefix('#person-')}").title.split()[-1].upper().startswith(letter)


def test_a_chart_of_an_unknown_figure_is_refused(view: View) -> None:
    with pytest.raises(Exception, match="no evidence 'none-such'"):
        FRAGMENTS["chart"](view, "x", "T", "D", {"none-such": "?"})


def test_the_decision_holds_its_verdicts_as_data_that_no_markup_can_leave(view: View) -> None:
    html = str(FRAGMENTS["decision"](view))
    data = re.search(r'<script type="application/json" id="decide-data">(.*?)</script>', html, re.DOTALL)
    assert data
    assert "<" not in data[1]
    verdicts = json.loads(data[1])
    assert len(verdicts) == 27
    assert verdicts["together|together|together"]["word"].startswith("Yes")
    assert verdicts["together|together|together"]["cellHref"] == "../../understand/matrix/full-co-production/"


def test_without_downloads_the_page_says_how_to_get_them(view: View) -> None:
    assert "make handbook" in FRAGMENTS["downloads"](view)


def test_every_fragment_is_offered_to_pages() -> None:
    class Environment:
        offered: list[str] = []

        def macro(self, function: object, name: str) -> None:
            assert callable(function)
            self.offered.append(name)

    define_env(Environment())
    assert Environment.offered == list(FRAGMENTS)
