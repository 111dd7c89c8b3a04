"""A page's table of contents, read from its headings, and plain text from its HTML."""

from __future__ import annotations

import re
from html import unescape

from mkdocs.structure.toc import AnchorLink, TableOfContents

_HEADING = re.compile(r'<h([23])[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ASIDE = re.compile(r'<(span|a)\b[^>]*class="(?:origin|headerlink|standing|date)[^"]*"[^>]*>.*?</\1>', re.DOTALL)


def words(html: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def contents(html: str, deepest: int = 2) -> TableOfContents:
    """The headings with an id, of level two down to `deepest` (2 or 3), nested."""
    found: list[AnchorLink] = []
    for level, name, inner in _HEADING.findall(html):
        if int(level) > deepest:
            continue
        link = AnchorLink(words(_ASIDE.sub("", inner)), name, int(level))
        if link.level == 3 and found:
            found[-1].children.append(link)
        else:
            found.append(link)
    return TableOfContents(found)
