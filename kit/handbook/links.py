"""`[[kind/id]]` on the pages that a person writes, as Markdown links that MkDocs itself checks."""

from __future__ import annotations

import posixpath
import re

from mkdocs.structure.files import Files

from kit.handbook.site import Site
from kit.refs import address_in
from kit.text import LINK

_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
"""Fenced and inline code, in which brackets are only brackets."""


def wiki_links(markdown: str, source: str, site: Site, files: Files) -> str:
    """A page's Markdown with every link to a record written out, relative to the page's file.

    Raises UsageError for a record that doesn't exist.
    """

    def replace(match: re.Match[str]) -> str:
        ref, words = match[1], match[2]
        record = site.library.get(ref)
        place = address_in(site.library, record)
        target = f"{place.page}.md"
        if files.get_file_from_path(target) is None:
            target = f"{place.page}/index.md"
        link = posixpath.relpath(target, posixpath.dirname(source) or ".")
        anchor = f"#{place.anchor}" if place.anchor else ""
        return f"[{words or site.name(ref)}]({link}{anchor})"

    parts = _CODE.split(markdown)
    return "".join(part if _CODE.fullmatch(part) else LINK.sub(replace, part) for part in parts)
