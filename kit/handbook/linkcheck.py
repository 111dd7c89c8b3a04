"""Every link and anchor of the built site, resolved; and nothing loaded from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<(\w+)\b[^>]*?\s(href|src|data-src|poster)=(?:"([^"]*)"|([^\s>"]+))')
_ID = re.compile(r'\s(?:id|name)=(?:"([^"]+)"|([^\s>"]+))')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LOADS = {"script", "img", "link", "iframe", "source", "video", "audio", "embed"}
_NAMES_ONLY = re.compile(r'rel="?(canonical|alternate|prev|next|edit)')


def broken_links(site: Path) -> list[str]:
    """One line for each link that leads nowhere and each thing loaded from elsewhere; empty when all is well."""
    pages = {path: _COMMENT.sub("", path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    ids = {path: {unescape(a or b) for a, b in _ID.findall(text)} for path, text in pages.items()}
    return [line for path, text in pages.items() for line in _check(site, path, text, ids)]


def _check(site: Path, path: Path, text: str, ids: dict[Path, set[str]]) -> Iterator[str]:
    here = path.relative_to(site).as_posix()
    if here == "404.html":
        return  # served from any address, so its links are absolute or relative to nothing in particular
    for match in _LINK.finditer(text):
        tag, url = match[1].lower(), unescape(match[3] or match[4] or "")
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") or url.startswith("//"):
            if tag in _LOADS and not _NAMES_ONLY.search(match[0] + text[match.end() : match.end() + 60]):
                yield f"{here}: loads {url} from another host"
            continue
        if parts.scheme or url in ("", "#"):
            continue
        yield from _resolve(site, path, here, url, ids)


def _resolve(site: Path, path: Path, here: str, url: str, ids: dict[Path, set[str]]) -> Iterator[str]:
    parts = urlsplit(url)
    target = path if not parts.path else (path.parent / unquote(parts.path)).resolve()
    if target.is_dir():
        target = target / "index.html"
    if not target.is_relative_to(site.resolve()) or not target.is_file():
        yield f"{here}: '{url}' leads nowhere"
    elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
        yield f"{here}: '{url}' names no place on that page"
