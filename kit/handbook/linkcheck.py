"""Every link and anchor of the built site, resolved; and nothing loaded from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<(\w+)\b[^>]*?\s(href|src|data-src|poster)=(?:"([^"]*)"|([^\s>"]+))')
_ID = re.compile(r'\s(?:id|name)=(?:"([^"]+)"|([^\s>"]+))')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LOADS = {"script", "img", "link", "iframe", "source", "video", "audio", "embed"}
_NAMES_ONLY = re.compile(r'rel="?(canonical|alternate|prev|next|edit)')


def broken_links(site: Path) -> list[str]:
    """One line for each link that leads nowhere and each thing loaded from elsewhere; empty when all is well."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    pages = {here: _COMMENT.sub("", (site / here).read_text("utf-8")) for here in files if here.endswith(".html")}
    ids = {here: {unescape(a or b) for a, b in _ID.findall(text)} for here, text in pages.items()}
    there = {**dict.fromkeys(files, frozenset[str]()), **ids}
    return [line for here, text in pages.items() for line in _check(here, text, there)]


def _check(here: str, text: str, there: Mapping[str, Set[str]]) -> Iterator[str]:
    """The faults of one page, of a site whose files are `there`, each with the names of its places."""
    if here == "404.html":
        return  # served from any address, so its links are absolute or relative to nothing in particular
    for match in _LINK.finditer(text):
        tag, url = match[1].lower(), unescape(match[3] or match[4] or "")
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") or url.startswith("//"):
            if tag in _LOADS and not _NAMES_ONLY.search(match[0] + text[match.end() : match.end() + 60]):
                yield f"{here}: loads {url} from another host"
        elif not parts.scheme and url not in ("", "#"):
            yield from _resolve(here, url, there)


def _resolve(here: str, url: str, there: Mapping[str, Set[str]]) -> Iterator[str]:
    parts = urlsplit(url)
    target = normpath(join(dirname(here), unquote(parts.path))) if parts.path else here
    if target not in there:
        target = normpath(join(target, "index.html"))
    if target not in there:
        yield f"{here}: '{url}' leads nowhere"
    elif parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in there[target]:
        yield f"{here}: '{url}' names no place on that page"
