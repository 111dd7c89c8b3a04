"""What every page needs to know: the records, what points where, and how to write a link from here to there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from markupsafe import escape as escape_markup
from mkdocs.utils import get_relative_url

from kit import __version__, text
from kit.library import Library
from kit.model import Record
from kit.model.activity import AIMS, GROUPINGS
from kit.model.assessment import LEVELS, RATER_NAMES
from kit.model.base import NOT_SAID
from kit.refs import Address, Web, address_in
from kit.settings import Settings
from kit.wording import EACH, ORIGINS, PARTS, STATUSES, clock, figure, short, when

KIND_NAMES = {
    "definition": "Definitions", "term": "Glossary", "principle": "Principles", "pressure": "Pressures",
    "distinction": "What it isn't", "commitment": "Commitments", "matrix": "The matrix", "shift": "Shifts",
    "case": "Cases", "sector": "Fields", "evidence": "Evidence", "update": "Since 2009",
    "direction": "Directions", "agenda": "Agenda", "action": "Actions", "event": "Timeline", "person": "People",
    "reference": "Sources", "brand": "Our look", "workshop": "Workshops", "activity": "Activities",
    "variant": "By field of service", "hosting": "Before the day", "assessment": "Self-assessments",
    "dimension": "Dimensions", "statement": "Statements",
}
"""Headings under which records of a kind are listed."""


@dataclass
class Download:
    """A file that people take away."""

    name: str
    """Path below `downloads/`."""
    title: str
    what: str
    record: str
    """Reference of the record it was made from."""
    size: int
    """Bytes."""
    form: str = ""
    """What sort of file: "pack", "slides", "guide", "run sheet" …"""
    sector: str = ""
    """Id of the sector that a workshop's version is for; empty for the general one."""

    @property
    def weight(self) -> str:
        """Its size and form, as a link says them: "PowerPoint, 84 KB"."""
        forms = {".pptx": "PowerPoint", ".xlsx": "Excel workbook", ".pdf": "PDF", ".zip": "Zip", ".docx": "Word"}
        return f"{forms.get(Path(self.name).suffix, 'File')}, {max(round(self.size / 1000), 1)} KB"


@dataclass
class Site:
    """The handbook in the making."""

    library: Library
    settings: Settings
    directory_urls: bool = True
    """Whether addresses end in a slash; not so in the offline edition."""
    downloads: list[Download] = field(default_factory=list)
    index_pages: set[str] = field(default_factory=set)
    """Pages that are a folder's index (`kit`), whose file is `kit/index.md`."""

    @cached_property
    def web(self) -> Web:
        """References in both directions."""
        return Web(self.library)

    @cached_property
    def templates(self) -> Environment:
        """The project's own HTML templates. Everything put into them is escaped."""
        environment = Environment(
            loader=PackageLoader("kit.handbook", "templates"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do"],
        )
        environment.globals.update(  # macros of templates see no context
            cite=short, when=when, clock=clock, aims=AIMS, groupings=GROUPINGS, each=EACH,
        )
        return environment

    def url(self, place: Address) -> str:
        """An address below the site's root, as this edition writes it."""
        page = place.page
        if self.directory_urls:
            end = f"{page}/" if page else ""
        elif page in self.index_pages or not page:
            end = f"{page}/index.html".lstrip("/")
        else:
            end = f"{page}.html"
        return end + (f"#{place.anchor}" if place.anchor else "")

    def name(self, ref: str) -> str:
        """The words for a link to a record that brings none."""
        return self.library.name(ref)

    def view(self, url: str) -> View:
        """The site as seen from a page, given its address below the root."""
        return View(self, url)


@dataclass
class View:
    """The site as seen from one page: every link it writes is relative to that page."""

    site: Site
    here: str

    def to(self, path: str) -> str:
        """A relative link to an address below the site's root (a file, say)."""
        return get_relative_url(path, self.here)

    def href(self, record: Record | str) -> str:
        """A relative link to a record."""
        found = self.site.library.get(record) if isinstance(record, str) else record
        return self.to(self.site.url(address_in(self.site.library, found)))

    def page(self, page: str, anchor: str = "") -> str:
        """A relative link to a page, given as `see/evidence`."""
        return self.to(self.site.url(Address(page, anchor)))

    def link(self, record: Record | str, words: str | None = None) -> Markup:
        """A link to a record, with its title or other words; the words alone if an edition leaves the record out."""
        found = self.site.library.get(record) if isinstance(record, str) else record
        if self.site.library.hides(found.ref):
            return escape_markup(words or found.title)
        return Markup('<a href="{}">{}</a>').format(self.href(found), words or found.title)

    def _linked(self, ref: str, words: str) -> str:
        return words if self.site.library.hides(ref) else f'<a href="{escape(self.href(ref))}">{words}</a>'

    def md(self, value: str) -> Markup:
        """Markdown as blocks. "not said" is said as a sentence."""
        if value == NOT_SAID:
            return Markup('<p class="silent">The source doesn\'t say.</p>')
        return Markup(text.html(value, self._linked, self.site.name))

    def line(self, value: str) -> Markup:
        """Markdown within a line."""
        if value == NOT_SAID:
            return Markup('<span class="silent">The source doesn\'t say.</span>')
        return Markup(text.inline_html(value, self._linked, self.site.name))

    def plain(self, value: str) -> str:
        """Markdown's words alone."""
        return text.plain(value, self.site.name)

    def origin(self, record: Record, name: str = "") -> Markup:
        """A mark that says where a record, or one of its fields, comes from."""
        library = self.site.library
        if library.edition and library.edition.owns(record.ref, name):
            return Markup('<span data-search-exclude class="origin origin--local">{}</span>').format(
                f"Local: {library.edition.about.organisation}")
        origin = record.origin_of(name) if name else record.origin
        return Markup('<span data-search-exclude class="origin origin--{}">{}</span>').format(origin, ORIGINS[origin])

    def mark(self, record: Record, name: str) -> Markup:
        """The origin of a field, where it differs from the record's."""
        local = self.site.library.edition
        own = local is not None and record.ref not in local.added and local.owns(record.ref, name)
        return self.origin(record, name) if own or record.origin_of(name) != record.origin else Markup("")

    def host(self, url: str) -> str:
        """The site that an address belongs to, for the words of a link."""
        return url.split("/")[2].removeprefix("www.")

    def edit(self, record: Record) -> str | None:
        """Where to mend a record: its YAML file in the repository. None where no repository is set."""
        settings = self.site.settings
        if not settings.repository or record.ref not in self.site.library.places:
            return None
        file, tree, base = self.site.library.places[record.ref]
        local = self.site.library.edition
        if local:  # the repository that is set is the edition's, whose top folder is the edition
            if record.ref not in local.added:
                return None
            file = file.partition("/")[2]
        return f"{settings.repository}/edit/{settings.branch}/{file}" + (f"#L{tree.line(base)}" if base else "")

    def render(self, template: str, **values: Any) -> Markup:
        """A template of ours, seen from this page."""
        found = self.site.templates.get_template(template)
        return Markup(found.render(v=self, **values, **self.shared))

    @property
    def shared(self) -> dict[str, Any]:
        """What every template may name."""
        return {
            "library": self.site.library, "web": self.site.web, "statuses": STATUSES, "parts": PARTS,
            "kind_names": KIND_NAMES, "origins": ORIGINS, "version": __version__, "figure": figure,
            "by_kind": by_kind, "raters": RATER_NAMES, "levels": LEVELS,
        }


def embedded(value: object) -> Markup:
    """Data for a script, as JSON that no markup within it can leave its element by."""
    return Markup(json.dumps(value, ensure_ascii=True).replace("<", "\\u003c").replace("&", "\\u0026"))


def by_kind(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records grouped under their kinds' headings, in the order given."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(KIND_NAMES[record.kind], []).append(record)
    return groups
