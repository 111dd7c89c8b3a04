"""Glossary words in running text: the first use of each on a page becomes a link with a tooltip.

Abbreviation tooltips can't be reached by keyboard; a link can. The words of the tooltip stand in `data-tip`,
and `site.js` shows them on hover and focus and hides them on Escape (WCAG 2.2, 1.4.13).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from kit.model import Term

_TOKENS = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_SKIP = {"a", "button", "code", "pre", "script", "style", "h1", "h2", "h3", "h4", "h5", "h6", "svg", "summary",
         "label", "th", "nav", "legend", "caption", "dt", "textarea", "select", "title", "strong"}


class Marker:
    """Finds glossary words. Built once a site; `mark` is called once a page."""

    def __init__(self, terms: list[Term]) -> None:
        self._terms = {term.ref: term for term in terms if term.tooltip and term.retired is None}
        words = {
            word.lower(): term.ref for term in self._terms.values() for word in (term.name, *term.also) if len(word) > 2
        }
        self._words = words
        longest = sorted(words, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(_as_written, longest))})(?![\w-])", re.IGNORECASE)

    def mark(self, html: str, href: Callable[[Term], str], tip: Callable[[Term], str], skip: frozenset[str]) -> str:
        """A page's HTML with the first use of each word linked; `skip` names terms that it must not mark."""
        if not self._words:
            return html
        done = set(skip)
        depth = 0
        out: list[str] = []
        opened: list[str] = []

        def replace(match: re.Match[str]) -> str:
            ref = self._words[unescape(match[1]).lower()]
            if ref in done:
                return match[0]
            done.add(ref)
            term = self._terms[ref]
            return f'<a class="term" href="{escape(href(term))}" data-tip="{escape(tip(term))}">{match[0]}</a>'

        for token in _TOKENS.split(html):
            if token.startswith("<"):
                depth += _depth(token, opened)
                out.append(token)
            else:
                out.append(token if depth else self._pattern.sub(replace, token))
        return "".join(out)


def _as_written(word: str) -> str:
    """A pattern for a word as HTML may write it."""
    marks = {"'": "(?:'|&#39;|&#x27;)", '"': '(?:"|&quot;|&#34;)', "&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return "".join(marks.get(letter) or re.escape(letter) for letter in word)


def _depth(token: str, opened: list[str]) -> int:
    """How a tag changes the number of elements around us in which no word is marked."""
    match = re.match(r"<(/?)([a-zA-Z0-9]+)", token)
    if not match:
        return 0
    closing, name = match[1], match[2].lower()
    skipped = name in _SKIP or "data-no-terms" in token
    if closing:
        if opened and opened[-1] == name:
            opened.pop()
            return -1
        return 0
    if token.endswith("/>"):
        return 0
    if skipped or (opened and opened[-1] == name):
        opened.append(name)
        return 1
    return 0
