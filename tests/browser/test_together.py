"""Bring results together: the shared vectors in the browser, files from anywhere, what is shown and what is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Assessment
from kit.model.response import Response
from kit.results.cells import to_csv
from kit.results.instrument import of_assessment
from kit.results.summary import summarise, to_json

from .conftest import Opener
from .rating import PEOPLE, answered, offered, saved, typed
from .sites import ROOT, Edition
from .test_accessibility import DRESSES, TWO, violations

VECTORS = sorted((ROOT / "tests/vectors").glob("*.json"))
F, A, S, T = "fixing", "asking", "sharing", "facilitating"
HOSTILE = '<img src=x onerror="alert(1)"> =1+1'


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/together/")


@pytest.fixture
def asked(library: Library) -> list[str]:
    found = library.get("assessment/quick")
    assert isinstance(found, Assessment)
    return [ref.partition("/")[2] for ref in found.statements]


@pytest.fixture
def team(asked: list[str]) -> list[Response]:
    """Six of the staff and five people who use the service, who differ on the first statement."""
    staff = [answered("professionals", n, [F, A, "dont-know", S, A, A, A, A], asked) for n in range(6)]
    people = [answered("people", n, [T, A, S, A, A, A, A, F], asked, HOSTILE) for n in range(5)]
    return [*staff, *people]


def files(responses: list[Response]) -> list[dict[str, Any]]:
    return [offered(f"{one.id}.json", one.model_dump_json()) for one in responses]


def bring(page: Page, found: list[dict[str, Any]]) -> None:
    page.locator("#together-files").set_input_files(found)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name="The picture together")).to_be_focused()


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_the_browser_comes_to_the_same_summary_as_python(path: Path, together: Page) -> None:
    given = json.loads(path.read_text("utf-8"))
    ask = "one => kit.summarise(one.responses, one.instrument, one.options)"
    assert together.evaluate(ask, given) == given["summary"]


@pytest.fixture(scope="module")
def together(site: Edition, chromium: Any) -> Any:
    """One page for all vectors: nothing of them stays on it."""
    page = chromium.new_page()
    page.goto(f"{site.address}kit/together/")
    yield page
    page.close()


def test_there_are_vectors() -> None:
    assert len(VECTORS) >= 12


def test_the_page_saves_the_summary_that_python_makes(page: Page, team: list[Response], library: Library) -> None:
    bring(page, files(team))
    made = json.loads(saved(page, "Save the summary")[1])
    record = library.get("assessment/quick")
    assert isinstance(record, Assessment)
    expected = json.loads(to_json(summarise(team, of_assessment(record, library))))
    read = made.pop("read")
    assert made == {key: value for key, value in expected.items() if key != "read"}
    assert [one["how"] for one in read] == ["accepted"] * len(team)


def test_one_csv_of_many_says_the_same_as_their_files(page: Page, team: list[Response]) -> None:
    bring(page, files(team))
    one = json.loads(saved(page, "Save the summary")[1])
    page.get_by_role("button", name="Put all files away").click()
    bring(page, [offered("all.csv", to_csv(team))])
    other = json.loads(saved(page, "Save the summary")[1])
    one.pop("read")
    other.pop("read")
    assert one == other


def test_the_most_mixed_comes_first_with_its_gap(page: Page, team: list[Response]) -> None:
    bring(page, files(team))
    expect(page.locator("#together-result h3", has_text="1. ").first).to_have_text("1. What people can offer")
    gap = "Staff see fixing. People who use it see facilitating. Both have seen something: ask each other what."
    expect(page.get_by_text(gap)).to_have_count(2)
    expect(page.get_by_text("30 of 55 pairs of answers are two or more levels apart.")).to_be_visible()
    words = page.locator("#together-result li", has_text="Staff: in the middle").first
    expect(words).to_have_text("Staff: in the middle, fixing. 0 of 6 don't know.")


def test_what_others_wrote_is_only_text(page: Page, team: list[Response]) -> None:
    bring(page, [*files(team), offered("<b>x</b>.json", "{")])
    expect(page.get_by_role("row", name="<b>x</b>.json Refused is not JSON")).to_be_visible()
    page.get_by_text("What people wrote (5)").first.click()
    expect(page.get_by_text(HOSTILE).first).to_be_visible()
    assert page.locator("#together-result :is(img, b, script)").count() == 0


def test_every_file_has_its_line(page: Page, team: list[Response]) -> None:
    other = team[0].model_copy(update={"assessment": "full", "id": "else"})
    long = team[0].model_dump() | {"role": "x" * 300}
    bad = [
        offered("renamed.json", b"MZ\x00\x01"), offered("book.csv", b"PK\x03\x04...."), offered("notes.txt", "hello"),
        offered("else.json", other.model_dump_json()), offered("long.json", json.dumps(long)),
        offered("proto.json", '{"__proto__": {"read": 1}, "format": "fixers-to-facilitators/response"}'),
        offered("large.json", b" " * 5_000_001), offered("again.json", team[0].model_dump_json()),
        offered("extra.json", json.dumps(team[0].model_dump() | {"name": "Dee"})),
        offered("blank.json", Response(assessment="quick").model_dump_json()),
    ]
    bring(page, [*files(team), *bad])
    rows = page.get_by_role("region", name="Each file").locator("tbody tr")
    found = {cells[0]: cells[1:] for cells in (row.locator("th, td").all_inner_texts() for row in rows.all())}
    assert len(found) == len(team) + len(bad)
    assert found["renamed.json"] == ["Refused", "is not text"]
    assert found["book.csv"][1].startswith("is a workbook or a zip")
    assert found["notes.txt"] == ["Refused", "is neither .json nor .csv"]
    assert found["else.json"] == ["Refused", "answers another assessment, 'full'"]
    assert found["long.json"] == ["Refused", "is not a response: role: should be text of at most 200 characters"]
    assert found["proto.json"][0] == "Refused"
    assert found["large.json"] == ["Refused", "has 5,000,001 bytes; at most 5,000,000 are read"]
    assert found["extra.json"] == ["Refused", "is not a response: name: no such field"]
    assert found["blank.json"] == ["Refused", "holds no answers, and isn't counted"]
    first = "has the id of an earlier response in professionals-0.json; both are kept"
    assert found["again.json"] == ["Accepted with warnings", first]
    expect(page.locator("#together-said")).to_have_text("21 files were read, 9 of them refused. The picture is below.")


def test_small_groups_show_in_the_room_alone(page: Page, team: list[Response]) -> None:
    bring(page, files(team[:6] + team[6:9]))
    expect(page.get_by_text("People who use it: not shown apart")).to_be_visible()
    page.get_by_label("Show groups of 3 or more").check()
    expect(page.get_by_text("People who use it: 3")).to_be_visible()
    expect(page.get_by_text("These results stay with the people in the room")).to_be_visible()
    assert json.loads(saved(page, "Save the summary")[1])["in_room"] is True


def test_too_few_show_nothing(page: Page, team: list[Response]) -> None:
    bring(page, files(team[:4]))
    expect(page.get_by_text("There are too few responses to show anything")).to_be_visible()
    expect(page.locator(".counts")).to_have_count(0)
    expect(page.get_by_role("button", name="Print the plan")).to_be_hidden()


def test_the_plan_for_the_next_meeting(page: Page, team: list[Response]) -> None:
    bring(page, files(team))
    plan = page.locator(".together__follow")
    first = plan.locator("ol li").first
    expect(first).to_contain_text("What people can offer. Answers went from fixing to facilitating.")
    expect(plan.get_by_role("columnheader")).to_have_text(["Number", "Who", "What", "By when"])
    assert plan.get_by_role("link").count() >= 3
    plan.get_by_label("We fill it in again on").fill("2027-05-23")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the plan").click()
    page.emulate_media(media="print")
    expect(plan.get_by_text("We fill it in again on 23 May 2027.")).to_be_visible()
    expect(page.get_by_role("heading", name="Every statement")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Every statement")).to_be_visible()


def test_files_can_be_dropped(page: Page, team: list[Response]) -> None:
    drop = """texts => {
      const data = new DataTransfer();
      texts.forEach((text, n) => data.items.add(new File([text], `${n}.json`)));
      const event = new DragEvent("drop", { dataTransfer: data, bubbles: true });
      document.getElementById("together-drop").dispatchEvent(event);
    }"""
    page.evaluate(drop, [one.model_dump_json() for one in team])
    expect(page.locator("#together-said")).to_have_text("11 files were read. The picture is below.")


def test_from_rating_to_the_picture_from_disk(offline_site: Edition, opened: Opener) -> None:
    found = []
    for number, signs in enumerate(["11223344", "12341234", "44332211", "2222dx22", "33333333"]):
        page = opened(offline_site, "kit/rate.html")
        typed(page, signs, PEOPLE)
        found.append(offered(f"{number}.json", saved(page)[1]))
    page = opened(offline_site, "kit/together.html")
    bring(page, found)
    expect(page.get_by_text("People who use it: 5")).to_be_visible()


def test_without_a_script_the_page_says_what_to_do(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/together/", script=False)
    expect(page.get_by_text("Lay the paper forms side by side")).to_be_visible()
    expect(page.locator("#together")).to_be_hidden()


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_with_results(dress: str, team: list[Response], site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/together/", **DRESSES[dress])
    assert violations(page) == []
    page.reload()
    bring(page, [*files(team), offered("bad.json", "{")])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("dress", TWO)
@pytest.mark.parametrize("path", ["kit/results/", "kit/data-protection/"])
def test_no_violation_on_the_pages_beside(path: str, dress: str, site: Edition, opened: Opener) -> None:
    assert violations(opened(site, path, **DRESSES[dress])) == []
