"""Markdown without raw HTML: links between records, nothing evaluated, the same words for every renderer."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kit.text import Block, Run, blocks, html, inline_html, plain, refs_in, stray_brackets

ALLOWED = {"p", "em", "strong", "a", "code", "ul", "ol", "li", "blockquote", "br"}
quick = settings(max_examples=200, deadline=None, derandomize=True)


def name(ref: str) -> str:
    return f"<{ref}>"


def link(ref: str, words: str) -> str:
    return f'<a href="{ref}">{words}</a>'


class Seen(HTMLParser):
    """The tags and addresses that a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.odd: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


hostile = st.lists(
    st.sampled_from([
        "<", ">", "</", "<script>", "</script>", "<!--", "-->", "<?", "&", "&lt;", "&#60;", "&#x3c;", '"', "'", "\\",
        "`", "*", "_", "[", "]", "(", ")", "[[", "]]", "|", "!", "#", "- ", "1. ", "> ", "\n", "\n\n", "    ", " ",
        "{{", "}}", "{%", "%}",
        "a", "x y", "case/one", "[a](", "javascript:alert(1)", "JaVaScRiPt&colon;x", "data:text/html,", "vbscript:x",
        "http://x.org/", "java\nscript:", "java\tscript:", " onclick=", "\x00", "\u2028", "é",
    ]),
    max_size=25,
).map("".join)


@quick
@given(st.one_of(st.text(), hostile))
@example('[a](javascript:alert(1)) [b](<data:text/html,x>) ![c](//x.org/y.png) <img src=x onerror=y> <https://x.org>')
@example("[[case/one|<b onclick=x>]] [[case/one|\"><script>]]")
@example("[a](https://x.org \"t\" onclick=\"y\")")
def test_no_text_can_bring_html_of_its_own(text: str) -> None:
    for made in (html(text, link, name), inline_html(text, link, name)):
        seen = Seen(made)
        assert set(seen.tags) <= ALLOWED
        assert {key for key, _ in seen.attributes} <= {"href", "title", "start"}
        assert seen.odd == []
        for key, value in seen.attributes:
            if key == "href":
                assert not re.match(r"\s*(javascript|vbscript|data|file):", str(value), re.IGNORECASE)
        assert re.sub(r"</?(p|em|strong|a|code|ul|ol|li|blockquote|br)\b[^<>]*>", "", made).count("<") == 0


WORD = re.compile("alpha|Beta|gamma|delta|Épsilon")
words = st.lists(st.sampled_from(["alpha", "Beta", "gamma", "delta", "Épsilon"]), min_size=1, max_size=4).map(" ".join)
pieces = st.one_of(
    words,
    words.map(lambda text: f"*{text}*"),
    words.map(lambda text: f"**{text}**"),
    words.map(lambda text: f"`{text}`"),
    words.map(lambda text: f"[{text}](https://example.org/1)"),
    words.map(lambda text: f"[[case/a1|{text}]]"),
    st.sampled_from(["*", "_", "<", ">", "&", "#", "\\", "1", "{{", "]]", "[["]),
)
paragraphs = st.tuples(st.sampled_from(["", "- ", "1. ", "> ", "> - ", "  - "]), st.lists(pieces, min_size=1)).map(
    lambda pair: pair[0] + " ".join(pair[1])
)


@quick
@given(st.lists(paragraphs, min_size=1, max_size=6), st.sampled_from(["\n", "\n\n"]))
def test_blocks_keep_every_word_in_order(lines: list[str], between: str) -> None:
    text = between.join(lines)
    written = WORD.findall(text)
    assert WORD.findall(" ".join(block.text for block in blocks(text, name))) == written
    assert WORD.findall("".join(Seen(html(text, link, name)).words)) == written


@pytest.mark.parametrize(
    "text",
    ["{{ config }}", "{% raw %}", "<script>alert(1)</script>", "a < b & c > d", "${x}", "\\{{x}}", "# no heading",
     "| a | b |", "www.example.org", "---", "~~no~~", "![no picture]", "    no code block", "&copy", "Ünïcödé",
     ":smile:", "(c)", '"straight"'],
)
def test_what_is_no_markup_here_reaches_the_reader_as_written(text: str) -> None:
    shown = text.replace("\\{", "{").strip()
    assert plain(text, name) == shown
    assert html(text, link, name) == f"<p>{escape(shown).replace('&#x27;', chr(39))}</p>\n"
    assert inline_html(text.strip(), link, name) == escape(shown)


def test_link_to_a_record_has_its_own_words_or_the_records_name() -> None:
    assert inline_html("[[case/one]] and [[case/two|the two]]", link, lambda _: "One") == (
        '<a href="case/one">One</a> and <a href="case/two">the two</a>'
    )


def test_words_of_a_link_are_escaped_and_put_on_one_line() -> None:
    assert inline_html("[[case/one|<b> &\n  more]]", link, name) == '<a href="case/one">&lt;b&gt; &amp; more</a>'
    assert inline_html("[[case/one]]", link, name) == '<a href="case/one">&lt;case/one&gt;</a>'


def test_link_within_code_is_no_link() -> None:
    assert inline_html("`[[case/one]]`", link, name) == "<code>[[case/one]]</code>"


def test_link_within_emphasis_keeps_both() -> None:
    assert blocks("**See [[case/one]]**", lambda _: "One")[0].runs[-1] == Run("One", bold=True, ref="case/one")


def test_runs_carry_their_style() -> None:
    (block,) = blocks("a **b** *c* `d` [e](https://x.org)", name)
    assert block.runs == (
        Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True), Run(" "), Run("d", code=True), Run(" "),
        Run("e", href="https://x.org"),
    )


def test_blocks_know_their_kind_and_depth() -> None:
    found = blocks("One\ntwo\n\n- a\n  - b\n\n1. c\n\n> q", name)
    assert [(block.kind, block.level, block.text) for block in found] == [
        ("paragraph", 0, "One two"), ("bullet", 0, "a"), ("bullet", 1, "b"), ("number", 0, "c"), ("quote", 0, "q")
    ]
    assert isinstance(found[0], Block)


def test_plain_puts_blocks_on_lines_of_their_own() -> None:
    assert plain("One **two**\n\n- three [[case/four]]", lambda _: "4") == "One two\nthree 4"


def test_picture_is_no_picture() -> None:
    assert "<img" not in html("![a](https://x.org/y.png)", link, name)


def test_refs_come_in_order_and_as_often_as_written() -> None:
    assert list(refs_in("[[b/x]] [[a/y|why]] and [[b/x]]")) == ["b/x", "a/y", "b/x"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[case/one]] [[case/two|two]]", []),
        ("[[Case/One]].", ["[[Case/One]]"]),
        ("[[one]]", ["[[one]]"]),
        ("[[case/one", ["[[case/one"]),
        ("[[case/one|]]", ["[[case/one|]]"]),
        ("[[case/one-]] and [[case/ one]]", ["[[case/one-]]", "[[case/ one]]"]),
        ("[a](b) and [c]", []),
        ("[[" + "x" * 90, ["[[" + "x" * 40]),
    ],
)
def test_stray_brackets_are_found(text: str, found: list[str]) -> None:
    assert list(stray_brackets(text)) == found
