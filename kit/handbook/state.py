"""What one run of MkDocs holds between its events. MkDocs has no other place for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from kit.handbook.kinds import KindPage
from kit.handbook.pages import RecordPage
from kit.handbook.site import Site
from kit.handbook.terms import Marker

_PLACE = re.compile(r'(?:<p>)?<div data-fragment="(\d+)"></div>(?:</p>)?')


@dataclass
class State:
    """One build."""

    site: Site
    downloads: Path
    marker: Marker
    pages: dict[str, RecordPage] = field(default_factory=dict)
    """Made pages, by the name that MkDocs knows them by."""
    kinds: dict[str, KindPage] = field(default_factory=dict)
    """Pages that tell of the kinds of record, by the same."""
    fragments: list[str] = field(default_factory=list)

    def hold(self, html: str) -> str:
        """Keep a piece of HTML out of Markdown's hands; gives the mark that stands in its place."""
        self.fragments.append(html)
        return f'\n\n<div data-fragment="{len(self.fragments) - 1}"></div>\n\n'

    def fill(self, html: str) -> str:
        """Put the kept pieces in their places."""
        return _PLACE.sub(lambda match: self.fragments[int(match[1])], html)


_state: list[State] = []


def start(site: Site, downloads: Path, marker: Marker) -> None:
    """Begin a build, forgetting the one before."""
    _state[:] = [State(site, downloads, marker)]


def current() -> State:
    """The build under way."""
    return _state[0]
