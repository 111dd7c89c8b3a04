"""What the self-assessment's pages are given, and the worked examples beside them."""

from __future__ import annotations

import re

from browser.sites import ROOT

from kit.handbook.rating import RATE, TOGETHER, data, rating, together
from kit.handbook.site import View
from kit.handbook.worked import worked_examples
from kit.library import Library
from kit.model import Assessment, Statement
from kit.model.assessment import LEVELS, RATERS


def test_the_shortest_form_is_offered_first_and_each_asks_its_statements(view: View, library: Library) -> None:
    forms = data(view)["forms"]
    assert [one["id"] for one in forms] == ["quick", "full"]
    for one in forms:
        record = library.get(f"assessment/{one['id']}")
        assert isinstance(record, Assessment)
        assert [f"statement/{name}" for name in one["asks"]] == record.statements
        assert [level["key"] for level in one["levels"]] == list(LEVELS)


def test_every_statement_has_its_words_habits_and_next_steps(view: View, library: Library) -> None:
    found = data(view)
    assert len(found["statements"]) == len(library.all(Statement))
    for one in found["statements"].values():
        assert set(one["words"]) == set(RATERS)
        assert len(one["habits"]) == len(one["next"]) == len(one["see"]) == len(LEVELS)
        assert "[[" not in " ".join([*one["words"].values(), *one["habits"], *one["next"]])
        for refs in one["see"]:
            assert refs and set(refs) <= set(found["links"])


def test_a_link_to_a_case_says_how_it_stands(view: View) -> None:
    links = data(view)["links"]
    assert links["case/community-exchange"]["words"] == "Case: Community Exchange (disputed, ended)"


def test_every_script_is_there_and_none_is_written_into_the_page(view: View) -> None:
    for made, names in ((rating(view), RATE), (together(view), TOGETHER)):
        assert [one for one in names if not (ROOT / f"docs/assets/js/{one}.js").is_file()] == []
        assert re.findall(r"<script(?! src=| type=\"application/json\")", made) == []
        assert re.findall(r" (?:style|on\w+)=", made) == []


def test_worked_examples_are_what_the_results_say(view: View) -> None:
    rows = re.findall(r"<tr>(<td.*?)</tr>", str(worked_examples(view)))
    found = [re.sub(r"<[^>]+>", "|", row).strip("|").replace("||", "|") for row in rows]
    assert "1|2|3|0|between asking and sharing" in found
    assert "3|0|2|1|9 of 15 pairs of answers are two or more levels apart" in found
    assert any(row.endswith("Staff see fixing. People who use it see sharing. Both have seen something: ask each "
                            "other what.") for row in found)
    hidden = "Staff: not shown apart; People who use it: not shown apart; Those who commission or lead: nobody"
    assert f"9|2|0|{hidden}" in found
    assert "2|2|0|Nothing is shown: there are too few in all" in found
