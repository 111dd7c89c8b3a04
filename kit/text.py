"""The records' text: Markdown without raw HTML, parsed once for every renderer.

`[[kind/id]]` and `[[kind/id|words]]` are links to records, as in a wiki. Nothing is ever evaluated: a `{{` or a
`<script>` in a record reaches the reader as those characters. Site, slides, workbooks and print all start
from `blocks`, or from `html`, so a link means the same thing everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

LINK = re.compile(r"\[\[([a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*)(?:\|([^\]|]+))?\]\]")
"""A link to a record in running text."""

_SENTENCE_START = re.compile(r"""(^|\n\n|[.!?:]["')*\]]*\s+)["'(*\[]*$""")

Namer = Callable[[str], str]
"""Gives the words, as they stand within a sentence, for a link that brings none: `case/keyring` is "KeyRing"."""
Linker = Callable[[str, str], str]
"""Gives the HTML of a link to a record, from its reference and its words (words already escaped)."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str | None = None
    """A web address, for a link out."""
    ref: str | None = None
    """`kind/id`, for a link to a record."""


@dataclass(frozen=True)
class Block:
    """A paragraph or a list item."""

    kind: Literal["paragraph", "bullet", "number", "quote"]
    level: int
    """Depth of the list, from 0."""
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The block's words without their styles."""
        return "".join(run.text for run in self.runs)


def _record_link(state: StateInline, silent: bool) -> bool:
    match = LINK.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("record_link", "a", 0)
        starts = bool(_SENTENCE_START.search(state.src[: state.pos]))
        token.meta = {"ref": match[1], "words": " ".join((match[2] or "").split()), "starts": starts}
    state.pos = match.end()
    return True


@cache
def _parser() -> MarkdownIt:
    # Images would make the site call other hosts; HTML and autolinks are off in "zero" and stay off.
    parser = MarkdownIt("zero", {"html": False, "typographer": False}).enable(
        ["emphasis", "link", "backticks", "list", "blockquote", "newline", "escape", "entity"]
    )
    parser.inline.ruler.before("link", "record_link", _record_link)
    return parser


def refs_in(text: str) -> Iterator[str]:
    """Every record that a text links to, in order, repeated where repeated."""
    for match in LINK.finditer(text):
        yield match[1]


def stray_brackets(text: str) -> Iterator[str]:
    """Openings of `[[` that are no link: a slip of the pen that would reach the reader."""
    rest = LINK.sub("", text)
    yield from re.findall(r"\[\[[^\n\]]{0,40}\]{0,2}", rest)


def html(text: str, link: Linker, name: Namer) -> str:
    """Block HTML of a text; what it holds is escaped."""
    tokens = _parser().parse(text)
    return _render(tokens, link, name)


def inline_html(text: str, link: Linker, name: Namer) -> str:
    """HTML of one line, without a paragraph around it."""
    return _render(_parser().parseInline(text), link, name)


class _Renderer(RendererHTML):
    """Markdown-it's own HTML, with links to records; it takes every public method for the rule of a token."""

    def record_link(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        """The HTML of one `[[kind/id]]`."""
        token = tokens[index]
        link: Linker = env["link"]
        return link(str(token.meta["ref"]), escape(_words(token, env["name"])))


@cache
def _renderer() -> _Renderer:
    return _Renderer()


def _render(tokens: list[Token], link: Linker, name: Namer) -> str:
    return str(_renderer().render(tokens, _parser().options, {"link": link, "name": name}))


def _words(token: Token, name: Namer) -> str:
    """A link's own words, or its record's name, with a capital where it begins a sentence."""
    if token.meta["words"]:
        return str(token.meta["words"])
    found = name(str(token.meta["ref"]))
    return found[:1].upper() + found[1:] if token.meta["starts"] else found


def plain(text: str, name: Namer) -> str:
    """The words alone: blocks on lines of their own, without marks of style."""
    return "\n".join(block.text for block in blocks(text, name))


def blocks(text: str, name: Namer) -> list[Block]:
    """The text as paragraphs and list items of styled runs, for slides, workbooks and print."""
    found: list[Block] = []
    lists: list[Literal["bullet", "number"]] = []
    quotes = 0
    for token in _parser().parse(text):
        match token.type:
            case "bullet_list_open":
                lists.append("bullet")
            case "ordered_list_open":
                lists.append("number")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "inline":
                kind: Literal["paragraph", "bullet", "number", "quote"] = "quote" if quotes else "paragraph"
                if lists:
                    kind = lists[-1]
                found.append(Block(kind, max(len(lists) - 1, 0), tuple(_runs(token.children or [], name))))
    return found


def _runs(tokens: list[Token], name: Namer) -> Iterator[Run]:
    bold = italic = 0
    href: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                href = str(token.attrGet("href"))
            case "link_close":
                href = None
            case "softbreak" | "hardbreak":
                yield Run(" ", bool(bold), bool(italic), href=href)
            case "record_link":
                yield Run(_words(token, name), bool(bold), bool(italic), ref=str(token.meta["ref"]))
            case _ if token.content:
                code = token.type == "code_inline"
                yield Run(token.content, bool(bold), bool(italic), code=code, href=href)
