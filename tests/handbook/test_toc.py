"""A page's contents, read from its headings."""

from __future__ import annotations

from kit.handbook.toc import contents, words

HTML = (
    '<h1 id="top">Top</h1><h2 id="a">First &amp; <em>last</em></h2><h3 id="a1">Deeper</h3>'
    '<h2 id="b">Second <span data-search-exclude class="origin origin--ours">Our suggestion</span></h2><h2>None</h2>'
)


def test_contents_are_the_headings_with_a_place() -> None:
    found = list(contents(HTML))
    assert [(link.title, link.id, link.level) for link in found] == [("First & last", "a", 2), ("Second", "b", 2)]
    assert found[0].children == []


def test_deep_contents_hold_the_next_level() -> None:
    found = list(contents(HTML, 3))
    assert [link.title for link in found] == ["First & last", "Second"]
    assert [link.title for link in found[0].children] == ["Deeper"]


def test_the_words_of_html() -> None:
    assert words("<p>Fish &amp; chips<br>now</p>\n<p>&lt;b&gt;</p>") == "Fish & chips now <b>"
