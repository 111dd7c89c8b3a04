"""The handbook's page of rules leaves none out, and each can be pointed at."""

from __future__ import annotations

import re

import pytest

from kit.check.rule import Rule
from kit.check.rules import RULES, anchor
from kit.handbook.rules import rules
from kit.handbook.site import View


@pytest.fixture
def html(view: View) -> str:
    return str(rules(view))


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in RULES])
def test_each_rule_is_explained_at_its_anchor(one: Rule, html: str) -> None:
    part = html.partition(f'<h3 id="{anchor(one.name)}"><code>{one.name}</code></h3>')[2].partition("</section>")[0]
    assert "<dt>Wrong</dt>" in part and "<dt>Right</dt>" in part
    assert ("It can't be." in part) == bool(one.firm)
    assert (f"on_purpose: {{{one.name}: " in part) == (not one.firm)


def test_warnings_are_marked(html: str) -> None:
    assert html.count(">a warning</span>") == sum(one.level == "warning" for one in RULES)


def test_examples_are_shown_as_they_are_typed(html: str) -> None:
    assert "See [[case/taff-housing]]." in html
    assert not re.search(r"href=\"[^\"]*taff-housing", html)


def test_no_anchor_is_given_twice(html: str) -> None:
    found = re.findall(r'id="([^"]+)"', html)
    assert len(found) == len(set(found))
