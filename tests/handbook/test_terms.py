"""Glossary words in running text: each once, only where a link may stand, and the HTML stays whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.handbook.terms import Marker
from kit.model import Term

from .conftest import Read


def term(name: str, *also: str, **more: object) -> Term:
    slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    return Term.model_validate(
        {"id": slug, "name": name, "also": [*also], "summary": "S", "plain": "P", "text": "T", "origin": "ours", **more}
    )


TERMS = [
    term("Co-production", "coproduction"), term("Time bank", "time banks", "time banking"), term("Time"),
    term("Goodhart's law"), term("Trial & error"), term("Nurse", tooltip=False),
    term("Gone", retired={"reason": "It is gone."}), term("UK"),
]


def mark(html: str, *skip: str, terms: list[Term] | None = None) -> str:
    marker = Marker(TERMS if terms is None else terms)
    return marker.mark(html, lambda one: f"#{one.id}", lambda one: f"About {one.name}", frozenset(skip))


def marked(html: str) -> list[tuple[str, str]]:
    """What is marked: the entry it leads to, and the words."""
    return re.findall(r'<a class="term" href="#([^"]+)"[^>]*>(.*?)</a>', mark(html))


def test_a_word_becomes_a_link_with_a_tooltip() -> None:
    assert mark("<p>Ask a time bank.</p>") == (
        '<p>Ask a <a class="term" href="#time-bank" data-tip="About Time bank">time bank</a>.</p>'
    )


def test_only_the_first_use_is_marked() -> None:
    assert marked("<p>A time bank. A time bank.</p><p>Time banks.</p>") == [("time-bank", "time bank")]


def test_a_page_does_not_mark_its_own_term() -> None:
    assert mark("<p>A time bank.</p>", "term/time-bank") == "<p>A time bank.</p>"


@pytest.mark.parametrize("words", ["Time Bank", "TIME BANK", "time bank", "Time banking"])
def test_case_does_not_matter_and_the_writers_words_stay(words: str) -> None:
    assert marked(f"<p>{words}</p>") == [("time-bank", words)]


def test_the_longest_wins() -> None:
    assert marked("<p>time banks and time</p>") == [("time-bank", "time banks"), ("time", "time")]


@pytest.mark.parametrize("text", ["timely", "overtime", "time-banked-on", "mid-time", "coproductions", "untime bank"])
def test_parts_of_words_are_not_marked(text: str) -> None:
    assert marked(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    "tag", ["a", "h1", "h2", "h3", "code", "pre", "button", "summary", "th", "label", "strong", "script", "svg", "nav"]
)
def test_not_where_a_link_would_be_wrong(tag: str) -> None:
    html = f"<{tag}>time bank <em>time bank</em></{tag}>"
    assert mark(html) == html
    assert marked(f"{html}<p>time bank</p>") == [("time-bank", "time bank")]


def test_not_within_what_asks_not_to_be() -> None:
    html = "<div data-no-terms><div>time bank</div> time bank</div>"
    assert mark(html) == html
    assert marked(f"{html} <div>time bank</div>") == [("time-bank", "time bank")]


def test_not_in_attributes_or_comments() -> None:
    html = '<p title="time bank"><!-- time bank --><img alt="time bank"></p>'
    assert mark(html) == html


def test_what_has_no_tooltip_or_is_withdrawn_or_too_short_stays() -> None:
    assert marked("<p>Nurse, gone, UK</p>") == []


@pytest.mark.parametrize("text", ["Goodhart's law", "Goodhart&#39;s law", "Goodhart&#x27;s law", "Trial &amp; error"])
def test_words_that_html_writes_in_its_own_way(text: str) -> None:
    assert [words for _, words in marked(f"<p>{text}</p>")] == [text]


def test_the_tooltip_is_escaped() -> None:
    marker = Marker([term("Time")])
    html = marker.mark("<p>time</p>", lambda _: '"><b>', lambda _: '"<script>&', frozenset())
    read = Read(html)
    assert [tag for tag, _ in read.elements] == ["p", "a"]
    assert read.elements[1][1] == {"class": "term", "href": '"><b>', "data-tip": '"<script>&'}


def test_no_terms_no_change() -> None:
    assert mark("<p>time</p>", terms=[]) == "<p>time</p>"


PIECES = st.sampled_from([
    "time", "Time bank", " co-production ", "<p>", "</p>", "<a href='#x'>", "</a>", "<h2>", "</h2>", "<br>", "<em>",
    "</em>", "&amp;", "<!-- time -->", "<div data-no-terms>", "</div>", "<code>", "</code>", "<img alt='time'/>", ".",
])


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_nothing_but_links_is_added(html: str) -> None:
    found = mark(html)
    assert re.sub(r'<a class="term" [^>]*>(.*?)</a>', r"\1", found) == html
    leads = re.findall('class="term" href="([^"]+)"', found)
    assert len(leads) == len(set(leads))
    for before in re.findall('<a href=\'#x\'>(?:(?!</a>).)*class="term"', found):
        pytest.fail(f"a link in a link: {before}")
