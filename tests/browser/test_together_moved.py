"""Bring results together, next time: an earlier summary from anywhere, and what moved since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pydantic import ValidationError

from kit.library import Library
from kit.model import Assessment
from kit.model.response import Response
from kit.model.summary import Summary
from kit.results.instrument import Instrument, of_assessment
from kit.results.summary import read_summary, summarise, summary_of, to_json
from kit.results.tally import Tally

from .conftest import Opener
from .rating import answered, bring, offered, saved
from .sites import Edition
from .test_accessibility import DRESSES, TWO, violations

F, A, S, T = "fixing", "asking", "sharing", "facilitating"


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/together/")


@pytest.fixture
def instrument(library: Library) -> Instrument:
    found = library.get("assessment/quick")
    assert isinstance(found, Assessment)
    return of_assessment(found, library)


def team(instrument: Instrument, people: list[str], count: int = 6, notes: str = "") -> list[Response]:
    """As many of the staff, who always say the same, as of people who use the service."""
    asked = [item.id for item in instrument.statements]
    staff = [answered("professionals", n, [A] * 8, asked) for n in range(count)]
    return staff + [answered("people", n, people, asked, notes) for n in range(count)]


@pytest.fixture
def before(instrument: Instrument) -> list[Response]:
    return team(instrument, [F, A, S, T, F, A, S, T])


@pytest.fixture
def now(instrument: Instrument) -> list[Response]:
    return team(instrument, [A, A, S, F, S, "dont-know", S, T], 8, "Seen, <b>& said")


def compare(page: Page, text: str | bytes, name: str = "summary.json") -> None:
    page.locator("#together-earlier").set_input_files([offered(name, text)])  # type: ignore[arg-type]


def moved(page: Page) -> list[list[str]]:
    """The rows of the table of what moved."""
    expect(page.get_by_role("heading", name="What moved")).to_be_visible()
    rows = page.get_by_role("region", name="What moved since the earlier summary").locator("tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def test_a_saved_summary_is_the_earlier_one_next_time(
    page: Page, before: list[Response], now: list[Response], instrument: Instrument, tmp_path: Path
) -> None:
    bring(page, before)
    first = saved(page, "Save the summary")[1]
    page.get_by_role("button", name="Put all files away").click()
    bring(page, now)
    compare(page, first)
    expect(page.locator("#together-earlier-said")).to_have_text("Compared with summary.json: see “What moved” below.")
    assert moved(page)[0] == [
        "What people can offer", "0 of 66", "0 of 120",
        "Staff: asking, as before.\nPeople who use it: fixing, now asking. That is one level towards facilitating.",
    ]
    assert moved(page)[3][3].endswith("facilitating, now fixing. That is three levels towards fixing.")
    assert moved(page)[5][3] == "Staff: asking, as before."

    path = tmp_path / "summary.json"
    path.write_text(saved(page, "Save the summary")[1], "utf-8")
    tally = Tally(instrument)
    for one in now:
        tally.add(one)
    expected = summary_of(tally, earlier=summarise(before, instrument))
    found = read_summary(path)
    assert found.model_copy(update={"read": []}) == expected
    assert found.since == expected.since is not None


def test_half_a_character_spoils_no_summary(page: Page, before: list[Response], tmp_path: Path) -> None:
    given = before[0].answers[0].model_copy(update={"notes": "lost \ufffd"})
    first = before[0].model_copy(update={"answers": [given, *before[0].answers[1:]]})
    broken = first.model_dump_json().replace("\ufffd", "\\ud83d")
    whole = [one.model_dump_json() for one in before[1:]]
    files = [offered(f"{number}.json", text) for number, text in enumerate([broken, *whole])]
    page.locator("#together-files").set_input_files(files)  # type: ignore[arg-type]
    path = tmp_path / "summary.json"
    path.write_text(saved(page, "Save the summary")[1], "utf-8")
    assert [one.text for one in read_summary(path).statements[0].said] == ["lost \ufffd"]


def test_pythons_summary_is_read_too(
    page: Page, before: list[Response], now: list[Response], instrument: Instrument
) -> None:
    bring(page, now)
    compare(page, to_json(summarise(before, instrument)))
    assert [row[0] for row in moved(page)] == [item.name for item in instrument.statements]


def test_what_was_changed_is_not_compared(
    page: Page, before: list[Response], now: list[Response], instrument: Instrument
) -> None:
    earlier = json.loads(to_json(summarise(before, instrument)))
    first, second, third, *_ = earlier["statements"]
    first["version"], second["id"], third["everyone"] = 2, "<b>gone</b>\u202e", None
    bring(page, now)
    compare(page, json.dumps(earlier))
    expect(page.get_by_role("columnheader").filter(has_text="Pairs far apart then")).to_be_visible()
    assert [row[1:] for row in moved(page)[:3]] == [
        ["–", "–", "Not compared: the statement has changed."],
        ["–", "–", "Not compared: it wasn't asked then."],
        ["–", "–", "Not compared: there were too few answers, then or now."],
    ]
    expect(page.get_by_text("Asked then and not now: <b>gone</b>?.")).to_be_visible()


def test_a_few_new_answers_are_warned_of(page: Page, before: list[Response], instrument: Instrument) -> None:
    bring(page, before)
    compare(page, to_json(summarise(before[:-1], instrument)))
    expect(page.get_by_text("the two may show what those few said, so keep one of them to yourself")).to_be_visible()


def test_the_earlier_summary_can_be_left_out(page: Page, before: list[Response], instrument: Instrument) -> None:
    bring(page, before)
    leave = page.get_by_role("button", name="Leave the earlier summary out")
    expect(leave).to_be_hidden()
    compare(page, to_json(summarise(before, instrument)))
    leave.click()
    expect(page.locator("#together-earlier")).to_be_focused()
    expect(page.get_by_role("heading", name="What moved")).to_have_count(0)
    compare(page, to_json(summarise(before, instrument)))
    expect(page.get_by_role("heading", name="What moved")).to_be_visible()
    page.get_by_role("button", name="Put all files away").click()
    bring(page, before)
    expect(page.get_by_role("heading", name="What moved")).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("{", "is not JSON: it may be cut off or changed"),
        (b"\xff\xfe\x00", "is not JSON: it may be cut off or changed"),
        (b"PK\x03\x04", "is a workbook or a zip; choose the file summary.json"),
        ("null", "is not a summary: it: should have fields with names"),
        ("[" * 100_000, "is not JSON: it may be cut off or changed"),
        ('{"format": "fixers-to-facilitators/response"}', "is one person's answers, not a summary; open it above"),
        ('{"__proto__": {"read": []}}', "is not a summary: __proto__: there is no such field"),
        ('{"<img src=x>": 1}', "is not a summary: <img src=x>: there is no such field"),
        ('{"format": "other"}', "is not a summary: format: should be fixers-to-facilitators/summary"),
    ],
    ids=lambda one: str(one[:12]),
)
def test_what_is_no_summary_gets_one_line(text: str | bytes, says: str, page: Page, before: list[Response]) -> None:
    bring(page, before)
    compare(page, text, "<i>odd</i>.json")
    expect(page.locator("#together-earlier-said")).to_have_text(f"<i>odd</i>.json {says}.")
    expect(page.get_by_role("heading", name="What moved")).to_have_count(0)


def test_a_file_that_is_too_large_is_not_opened(page: Page) -> None:
    ask = "() => [kit.readSummary(new Uint8Array(50_000_001)).refused, ...[50_000_001, 50_000_000].map(kit.tooLarge)]"
    says = "has 50,000,001 bytes; a summary has at most 50,000,000"
    assert page.evaluate(ask) == [says, says, ""]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "full"}, "it is a summary of 'full', and this one is of 'quick'"),
        ({"levels": [{"key": "1", "name": "One"}, {"key": "2", "name": "Two"}]}, "it has other levels"),
    ],
)
def test_a_summary_of_something_else_is_not_compared(
    change: dict[str, Any], says: str, page: Page, before: list[Response], instrument: Instrument
) -> None:
    earlier = json.loads(to_json(summarise(before, instrument)))
    earlier["assessment"].update(change)
    bring(page, before)
    compare(page, json.dumps(earlier))
    expect(page.locator("#together-earlier-said")).to_have_text(f"summary.json can't be compared: {says}.")


def spoilt(value: Any) -> Iterator[Any]:
    """A value with one thing in it changed, taken away or added, everywhere in turn; of lists, in the first."""
    odd: list[Any] = [None, -1, 1.5, "", [], {}, True, ["a", "b"]]
    if isinstance(value, dict):
        for key, one in value.items():
            rest = {name: other for name, other in value.items() if name != key}
            yield rest
            yield from ({**value, key: other} for other in [*odd, *spoilt(one)])
        yield {**value, "more": 1}
    elif isinstance(value, list) and value:
        yield [*value, value[0]]
        yield from ([other, *value[1:]] for other in [*odd, *spoilt(value[0])])


def accepts(text: str) -> bool:
    try:
        Summary.model_validate_json(text)
    except ValidationError:
        return False
    return True


def test_browser_and_python_accept_the_same_summaries(
    page: Page, before: list[Response], instrument: Instrument
) -> None:
    tally = Tally(instrument)
    for one in before:
        tally.add(one)
    whole = json.loads(to_json(summary_of(tally, earlier=summarise(before[1:], instrument))))
    whole["read"] = [{"file": "a", "how": "refused", "why": ["b"]}]
    whole["unknown"] = [{"statement": "a", "responses": 1}]
    whole["statements"][0]["said"] = [{"kind": "notes", "role": "", "text": "a"}]
    for name in ("statements", "mixed_first", "priorities"):
        whole[name] = whole[name][:1]
    whole["since"]["statements"] = whole["since"]["statements"][:1]
    texts = [json.dumps(one) for one in [whole, *spoilt(whole)]]
    ask = "texts => texts.map(text => Boolean(kit.readSummary(new TextEncoder().encode(text)).summary))"
    found = page.evaluate(ask, texts)
    assert found[0]
    assert len(texts) > 800
    differ = [text for text, one in zip(texts, found, strict=True) if one != accepts(text)]
    assert [text for text in differ if '"format_version": true' not in text] == []  # Pydantic takes true for 1


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_beside_an_earlier_summary(
    dress: str, before: list[Response], now: list[Response], instrument: Instrument, site: Edition, opened: Opener
) -> None:
    page = opened(site, "kit/together/", **DRESSES[dress])
    bring(page, now)
    compare(page, to_json(summarise(before[:-1], instrument)))
    expect(page.get_by_role("heading", name="What moved")).to_be_visible()
    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
