"""The pages that are made from records: one for each record of the kinds that have pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kit.handbook.fragments import cells
from kit.handbook.practice import in_use, own_prompts, used_in, workshop_downloads
from kit.handbook.site import Site, View
from kit.model import Action, Activity, Agenda, Assessment, Distinction, Hosting, Record, Workshop
from kit.refs import PAGES, address, address_of
from kit.running import running

TEMPLATED = {kind for kind, page in PAGES.items() if "#" not in page}
"""Kinds whose records have a page each."""


@dataclass(frozen=True)
class RecordPage:
    """A page made from one record."""

    record: Record
    path: str
    """Below the site's root, without an ending."""

    @property
    def description(self) -> str:
        """One line for search engines and link previews."""
        return str(getattr(self.record, "summary", self.record.title))

    @property
    def title(self) -> str:
        """The page's title."""
        name = self.record.title
        return f"Co-production isn't {name}" if isinstance(self.record, Distinction) else name


def record_pages(site: Site) -> Iterator[RecordPage]:
    """Every page made from a record, in a stable order."""
    for record in site.library.records.values():
        if record.kind in TEMPLATED and not site.library.hides(record.ref):
            yield RecordPage(record, address(record).page)


def render(view: View, record: Record) -> Markup:
    """A record's page as HTML."""
    library = view.site.library
    more: dict[str, object] = {"cells": cells(view)}
    if isinstance(record, Distinction):
        more["cases"] = [library.get(ref) for ref in record.cases]
    if isinstance(record, Agenda):
        more["actions"] = [one for one in library.all(Action) if one.agenda == record.ref and one.retired is None]
    if isinstance(record, Workshop):
        more |= {"run": running(record, library), "hosting": in_use(library, Hosting)}
        more["downloads"] = workshop_downloads(view, record)
    if isinstance(record, Activity):
        more |= {"sectors": own_prompts(library, record), "used": used_in(library, record)}
    if isinstance(record, Assessment):
        mine = [one for one in view.site.downloads if one.record == record.ref]
        more["downloads"] = view.render("fragment_downloads.html", downloads=mine)
    return view.render(f"{record.kind}.html", record=record, **more)


@dataclass(frozen=True)
class Redirect:
    """An old address and where it leads now. Both are paths of pages below the site's root."""

    old: str
    new: str


def redirects(site: Site) -> Iterator[Redirect]:
    """Old addresses of records that have pages. (Shared pages keep their old anchors beside the new.)"""
    for record in site.library.records.values():
        if record.kind in TEMPLATED and not site.library.hides(record.ref):
            for alias in record.aliases:
                yield Redirect(address_of(record.kind, alias).page, address(record).page)
