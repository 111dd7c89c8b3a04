"""Rate your service: step by step, by keyboard, from paper, saved and opened, and whatever the browser refuses."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Assessment, Statement
from kit.model.response import Response
from kit.results.cells import to_csv

from .conftest import Opener
from .rating import KEY, PEOPLE, begin, heading, kept, offered, saved, typed
from .sites import Edition
from .test_accessibility import DRESSES, TWO, violations

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') })"
NOT_KEPT = "This browser doesn't let the page keep answers; save a file before you leave."


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/rate/")


def statements(library: Library, name: str = "quick") -> list[Statement]:
    found = library.get(f"assessment/{name}")
    assert isinstance(found, Assessment)
    held = [library.get(ref) for ref in found.statements]
    return [one for one in held if isinstance(one, Statement)]


def test_each_part_takes_the_focus_and_says_where_one_is(page: Page, library: Library) -> None:
    begin(page, PEOPLE)
    for number, statement in enumerate(statements(library), 1):
        expect(heading(page)).to_be_focused()
        expect(page.locator(".progress")).to_have_text(f"Part {number} of 8")
        group = page.get_by_role("group", name=statement.wording.people)
        expect(group.get_by_role("radio")).to_have_count(6)
        expect(group).to_contain_text(statement.levels.sharing.habit)
        page.get_by_role("button", name="Next").click()
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_have_text("Who plans it, and who does it?")
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator(".progress")).to_have_text("Part 8 of 8")


def test_a_role_is_asked_for_first(page: Page) -> None:
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a role first")
    expect(page.get_by_role("radio", name="I work in the service")).to_be_focused()


def test_by_keyboard_alone(page: Page) -> None:
    page.get_by_role("radio", name="I work in the service").focus()
    page.keyboard.press("ArrowDown")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_have_text("Part 1 of 8")
    for part in range(8):
        expect(heading(page)).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        for _ in range(5):  # what was seen, the mark, taking it back, back, next
            page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Next"), f"part {part + 1}").to_be_focused()
        page.keyboard.press("Enter")
    held = kept(page)
    assert held and [one["answer"] for one in held["response"]["answers"]] == ["asking"] * 8
    assert held["response"]["role"] == "people"


def test_the_full_form_asks_three_in_each_part(page: Page) -> None:
    begin(page, form="the whole picture")
    expect(page.locator("#rate-step fieldset")).to_have_count(3)
    expect(page.locator(".progress")).to_have_text("Part 1 of 8")


def test_the_file_is_the_response_as_python_reads_it(page: Page, library: Library) -> None:
    typed(page, "12 34 dx-2")
    name, text = saved(page)
    found = Response.model_validate_json(text)
    assert [one.answer for one in found.answers] == [
        "fixing", "asking", "sharing", "facilitating", "dont-know", "does-not-apply", "", "asking",
    ]
    assert [one.statement for one in found.answers] == [one.id for one in statements(library)]
    assert len(found.id) == 36
    assert name == f"self-assessment-quick-{found.date}-{found.id[:8]}.json"
    csv_name, csv = saved(page, "Save as CSV")
    assert csv == to_csv([found])
    assert csv_name == name.replace(".json", ".csv")


def test_csv_keeps_formulas_and_quotation_marks_inert(page: Page) -> None:
    begin(page)
    page.get_by_text("What have you seen?").click()
    page.get_by_label("What I have seen").fill('=1+1, "so" they said\nand more')
    page.get_by_label("Notes", exact=True).fill("'=x é")
    held = kept(page)
    assert held
    page.evaluate("key => { const it = JSON.parse(localStorage[key]); it.step = 'results'; localStorage[key] = "
                  "JSON.stringify(it) }", KEY)
    page.reload()
    assert saved(page, "Save as CSV")[1] == to_csv([Response.model_validate(held["response"])])
    read = "text => kit.readCsv(text)[0].response"
    assert page.evaluate(read, to_csv([Response.model_validate(held["response"])])) == held["response"]


def test_keys_from_paper_are_announced(page: Page) -> None:
    page.get_by_label(PEOPLE).check()
    page.get_by_role("button", name="Type in answers from paper").click()
    field, said = page.get_by_label("Answers, 8 signs"), page.locator("#rate-step [role=status]")
    field.fill("1d")
    expect(said).to_have_text("Understood: 2 of 8. Last: Work that nobody pays for, don't know.")
    field.fill("1q7")
    expect(said).to_contain_text("Number 2, “q”, is none of 1 to 4, d, x and -.")
    page.get_by_role("button", name="Use these answers").click()
    expect(said).to_contain_text("Type a sign for each statement first")
    expect(field).to_be_focused()
    field.fill("123412341")
    expect(said).to_contain_text("One is too many.")


def test_results_begin_with_what_was_marked_and_the_lowest(page: Page, library: Library) -> None:
    begin(page)
    page.get_by_label("Mark this one").check()
    page.get_by_role("radio", name="Facilitating").check()
    page.get_by_role("button", name="Back", exact=True).click()
    typed(page, "42141333")
    asked = statements(library)
    names = page.locator(".rate__result h4").all_inner_texts()
    assert names == [asked[number].name for number in (0, 2, 4, 1)]
    first = page.locator(".rate__result h4").nth(1)
    expect(first.locator("xpath=following-sibling::ul[1]").get_by_role("link")).to_have_count(
        len(asked[2].levels.fixing.next.see)
    )
    expect(page.locator(".chart__square")).to_have_count(8)
    rows = page.get_by_role("region", name="Statements at each habit").locator("tbody tr")
    expect(rows).to_have_count(8)
    assert sum(int(cell) for cell in rows.locator("td").all_inner_texts()) == 8


def test_an_answer_can_be_taken_back_and_changed(page: Page) -> None:
    begin(page)
    page.get_by_role("radio", name="Fixing").check()
    page.get_by_role("button", name="Take my answer back").click()
    held = kept(page)
    assert held and held["response"]["answers"][0]["answer"] == ""
    expect(page.get_by_role("radio", name="Fixing")).not_to_be_checked()
    expect(page.locator("#rate-said")).to_have_text("No answer is chosen.")


def test_answers_survive_a_reload(page: Page) -> None:
    begin(page)
    page.get_by_role("radio", name="Sharing").check()
    page.get_by_role("button", name="Next").click()
    page.reload()
    expect(page.locator(".progress")).to_have_text("Part 2 of 8")
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_role("radio", name="Sharing")).to_be_checked()


@pytest.mark.parametrize("trouble", [BLOCKED, FULL])
def test_where_nothing_can_be_kept_the_page_says_so_and_works(trouble: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "check/", expected="SecurityError")  # the theme stumbles over it; our page doesn't
    page.add_init_script(trouble)
    page.goto(f"{site.address}kit/rate/")
    expect(page.locator("#rate-kept")).to_have_text(NOT_KEPT)
    typed(page, "12341234")
    assert Response.model_validate_json(saved(page)[1]).answers[3].answer == "facilitating"


def test_storage_that_fills_up_later_is_noticed(page: Page) -> None:
    begin(page)
    page.evaluate(FULL)
    page.get_by_role("radio", name="Sharing").check()
    expect(page.locator("#rate-kept")).to_have_text(NOT_KEPT)


def test_what_was_kept_may_be_rubbish(page: Page) -> None:
    for rubbish in ("{", "[]", "7", '{"response": {"__proto__": {"x": 1}}}', '{"response": null, "marked": {}}'):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, rubbish])
        page.reload()
        expect(heading(page)).to_have_text("Begin")
    assert page.evaluate("({}).x") is None


def test_erasing_asks_on_the_page(page: Page) -> None:
    begin(page)
    page.get_by_role("radio", name="Sharing").check()
    page.get_by_role("button", name="Erase my answers").click()
    expect(page.get_by_role("button", name="Keep them")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Erase my answers")).to_be_focused()
    assert kept(page)
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("button", name="Erase the answers").click()
    assert kept(page) is None
    expect(heading(page)).to_have_text("Begin")
    expect(page.locator("#rate-said")).to_have_text("All answers on this device are erased.")


def test_two_tabs(page: Page) -> None:
    begin(page)
    page.get_by_role("radio", name="Sharing").check()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("radio", name="Fixing").check()
    expect(page.locator("#rate-asks")).to_contain_text("in another tab")
    page.get_by_role("button", name="Take the other tab's answers").click()
    expect(page.get_by_role("radio", name="Fixing")).to_be_checked()
    other.get_by_role("radio", name="Asking").check()
    page.get_by_role("button", name="Keep the answers in this tab").click()
    held = kept(page)
    assert held and held["response"]["answers"][0]["answer"] == "fixing"
    other.get_by_role("button", name="Keep the answers in this tab").click()
    other.get_by_role("button", name="Erase my answers").click()
    other.get_by_role("button", name="Erase the answers").click()
    page.get_by_role("button", name="Erase them here too").click()
    expect(heading(page)).to_have_text("Begin")


def test_answers_to_older_statements_are_carried_over_where_they_fit(page: Page) -> None:
    begin(page)
    page.get_by_role("radio", name="Sharing").check()
    held = kept(page)
    assert held
    answers = held["response"]["answers"]
    answers[0]["version"] = 7
    answers[1]["answer"] = "asking"
    answers.append({"statement": "gone", "version": 1, "answer": "asking", "evidence": "", "notes": ""})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(held)])
    page.reload()
    said = page.locator("#rate-asks")
    expect(said).to_contain_text("What people can offer, gone. Answers that still fit: 1.")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the old answers").click()
    assert json.loads(waiting.value.path().read_text("utf-8"))["answers"][0]["version"] == 7
    page.get_by_role("button", name="Carry over what still fits").click()
    now = kept(page)
    assert now and [one["answer"] for one in now["response"]["answers"]] == ["", "asking", *[""] * 6]


def test_a_saved_file_opens_again(page: Page) -> None:
    typed(page, "12341234")
    name, text = saved(page)
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("button", name="Erase the answers").click()
    page.get_by_label("Open a file that you saved").set_input_files(offered(name, text))  # type: ignore[arg-type]
    expect(heading(page)).to_have_text("What you see")
    held = kept(page)
    assert held and held["response"] == json.loads(text)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", "{", "is not JSON"), ("a.exe", "MZ", "is neither .json nor .csv"), ("a.json", "", "is empty"),
        ("a.csv", b"PK\x03\x04", "is a workbook or a zip"), ("a.json", "[" * 100_000, "is not"),
        ("a.json", '{"format": "fixers-to-facilitators/summary"}', "is a summary"),
        ("a.csv", "a,b\r\n1,2\r\n", "line 1: has no column 'assessment'"),
    ],
)
def test_other_files_are_refused_in_a_line(name: str, text: str | bytes, why: str, page: Page) -> None:
    page.get_by_label("Open a file that you saved").set_input_files(offered(name, text))  # type: ignore[arg-type]
    expect(page.locator("#rate-said")).to_contain_text(f"{name} {why}")
    expect(heading(page)).to_have_text("Begin")


def test_it_prints_as_itself(page: Page) -> None:
    typed(page, "12341234")
    page.emulate_media(media="print")
    for hidden in ("#rate-kept", ".rate__files", ".md-content__inner > h1"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".rate__result")).to_be_visible()


def test_it_works_from_disk(offline_site: Edition, opened: Opener) -> None:
    page = opened(offline_site, "kit/rate.html")
    typed(page, "12341234")
    assert Response.model_validate_json(saved(page)[1]).answers[0].answer == "fixing"
    page.reload()
    expect(heading(page)).to_have_text("What you see")


def test_without_a_script_the_page_leads_to_paper(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/rate/", script=False)
    expect(page.locator("#rate")).to_be_hidden()
    expect(page.get_by_text("Print the self-assessment, or fill in the workbook")).to_be_visible()
    assert page.locator("#rate-without a[href*='assessments/quick']").count()


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_on_any_step(dress: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/rate/", **DRESSES[dress])
    page.get_by_role("button", name="Begin", exact=True).click()
    assert violations(page) == []
    page.get_by_label(PEOPLE).check()
    page.get_by_role("button", name="Type in answers from paper").click()
    page.get_by_label("Answers, 8 signs").fill("1234dx-1")
    assert violations(page) == []
    page.get_by_role("button", name="Use these answers").click()
    assert violations(page) == []
    page.get_by_role("button", name="See the results").click()
    assert violations(page) == []
    page.reload()  # axe has taken away what was alike
    page.get_by_role("button", name="Change").first.click()
    page.locator(".rated__more summary").first.click()
    page.get_by_role("button", name="Erase my answers").click()
    assert violations(page) == []
