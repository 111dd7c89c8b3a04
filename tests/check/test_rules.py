"""Rules have names, reasons and a page; they are broken on purpose with a reason, and with no more than is needed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder import ROOT, Data, sound

from kit.check.rule import Rule
from kit.check.rules import BY_NAME, RULES, anchor, read_about

EACH = [pytest.param(one, id=one.name) for one in RULES]
REASON = "The law's own words are needed."


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def meant(data: Data, rules: str) -> Data:
    return data.change("terms.yml", '{part: "3"}\n', f'{{part: "3"}}\n  on_purpose: {rules}\n')


@pytest.mark.parametrize("one", EACH)
def test_rule_says_what_it_asks_and_why_in_whole_sentences(one: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.name)
    assert one.what.endswith(".") and one.why.endswith(".")
    assert one.wrong and one.right and one.wrong != one.right
    assert not one.firm or one.firm.endswith(".")


def test_no_two_rules_share_a_name() -> None:
    assert len(BY_NAME) == len(RULES)


def test_where_to_read_about_a_rule() -> None:
    assert read_about("doi") == "contribute/rules/#rule-doi"
    assert read_about("doi", "https://example.org/h/") == "https://example.org/h/contribute/rules/#rule-doi"
    assert read_about("") == ""
    assert anchor("doi") == "rule-doi"


def test_page_of_the_handbook_is_where_problems_point() -> None:
    assert "{{ rules() }}" in (ROOT / "docs/contribute/rules.md").read_text(encoding="utf-8")
    assert "contribute/rules.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_word_that_is_meant_is_let_through_in_its_record_only(data: Data) -> None:
    meant(data.change("terms.yml", "In plain words.", "Stakeholders."), f"{{words-to-avoid: {REASON}}}")
    assert data.found() == []
    data.change("cases/one.yml", "The whole of it.", "Stakeholders.")
    assert [line.partition(": ")[0] for line in data.found()] == ["data/cases/one.yml:20"]


def test_reason_is_for_its_own_rule_only(data: Data) -> None:
    meant(data.change("terms.yml", "In plain words.", "Stakeholders."), f"{{tracking: {REASON}}}")
    assert [line.rpartition(" ")[2] for line in data.found()] == ["[words-to-avoid]", "[on-purpose]"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (f"{{reeding-age: {REASON}}}", "on_purpose.reeding-age: no rule 'reeding-age'; did you mean 'reading-age'?"),
        (f"{{zzz: {REASON}}}", "on_purpose.zzz: no rule 'zzz'; they are listed in contribute/rules"),
        (f"{{doi: {REASON}}}",
         "on_purpose.doi: 'doi' can't be broken on purpose; `doi` takes every DOI, so nothing is lost"),
        (f"{{tracking: {REASON}}}", "on_purpose.tracking: nothing here breaks 'tracking' any more; delete it"),
    ],
)
def test_exception_that_excuses_nothing_is_found(given: str, said: str, data: Data) -> None:
    assert meant(data, given).found() == [f"data/terms.yml:8: term/one: {said} [on-purpose]"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{words-to-avoid: }", "on_purpose.words-to-avoid: has no value"),
        ('{words-to-avoid: ""}', "on_purpose.words-to-avoid: is too short for a reason; say in a sentence why"),
        ("{words-to-avoid: Because it is.}", "on_purpose.words-to-avoid: is too short for a reason"),
        (f"{{words-to-avoid: {'why ' * 100}}}", "on_purpose.words-to-avoid: has 399 characters; at most 300"),
        ("words-to-avoid", "on_purpose: is text ('words-to-avoid'); expected fields with names"),
    ],
)
def test_exception_without_a_good_reason_is_refused(given: str, said: str, data: Data) -> None:
    (line,) = meant(data, given).found()
    assert line.startswith(f"data/terms.yml:8: term/one: {said}")


def test_rule_that_could_not_be_tried_does_not_call_an_exception_needless(data: Data) -> None:
    meant(data.change("terms.yml", "In plain words.", "Stakeholders."), f"{{words-to-avoid: {REASON}}}")
    data.change("cases/one.yml", "\nplace:", "\n\tplace:")
    assert [line.partition(": ")[0] for line in data.found()] == ["data/cases/one.yml:3"]
