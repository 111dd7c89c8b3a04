"""What every page needs to know: the records, what points where, and how to write a link from here to there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from kit import __version__, text
from kit.load import Library
from kit.model import Evidence, Record, Reference
from kit.model.assessment import LEVELS, RATER_NAMES
from kit.model.base import NOT_SAID, Origin, Status
from kit.refs import PART_NAMES, Address, Web, address
from kit.settings import Settings

ORIGINS: dict[Origin, str] = {
    "paper": "From the 2009 paper",
    "later": "From a later source",
    "ours": "Our suggestion",
}
"""How a page says where something comes from."""

STATUSES: dict[Status, str] = {
    "strengthened": "Strengthened",
    "contested": "Contested",
    "superseded": "Superseded",
    "ended": "Ended",
    "continues": "Continues",
    "unknown": "Not known",
}
"""How a page names a standing."""

KIND_NAMES = {
    "definition": "Definitions", "term": "Glossary", "principle": "Principles", "pressure": "Pressures",
    "distinction": "What it isn't", "commitment": "Commitments", "matrix": "The matrix", "shift": "Shifts",
    "case": "Cases", "sector": "Fields", "evidence": "Evidence", "update": "Since 2009",
    "direction": "Directions", "agenda": "Agenda", "action": "Actions", "event": "Timeline", "person": "People",
    "reference": "Sources", "brand": "Our look", "workshop": "Workshops", "assessment": "Self-assessments",
    "dimension": "Dimensions", "statement": "Statements",
}
"""Headings under which records of a kind are listed."""


MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")


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
        environment.globals["cite"] = cite  # macros, which see no context, need it
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
        return self.to(self.site.url(address(found)))

    def page(self, page: str, anchor: str = "") -> str:
        """A relative link to a page, given as `see/evidence`."""
        return self.to(self.site.url(Address(page, anchor)))

    def link(self, record: Record | str, words: str | None = None) -> Markup:
        """A link to a record, with its title or other words."""
        found = self.site.library.get(record) if isinstance(record, str) else record
        return Markup('<a href="{}">{}</a>').format(self.href(found), words or found.title)

    def _linked(self, ref: str, words: str) -> str:
        return f'<a href="{escape(self.href(ref))}">{words}</a>'

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
        origin = record.origin_of(name) if name else record.origin
        return Markup('<span class="origin origin--{}">{}</span>').format(origin, ORIGINS[origin])

    def mark(self, record: Record, name: str) -> Markup:
        """The origin of a field, where it differs from the record's."""
        return self.origin(record, name) if record.origin_of(name) != record.origin else Markup("")

    def when(self, date: str) -> str:
        """A date as people say it: "2009", "December 2009", "31 December 2009"."""
        year, month, day = ([*date.split("-"), "", ""])[:3]
        return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month or 0)], year) if part)

    def host(self, url: str) -> str:
        """The site that an address belongs to, for the words of a link."""
        return url.split("/")[2].removeprefix("www.")

    def edit(self, record: Record) -> str | None:
        """Where to mend a record: its YAML file in the repository. None where no repository is set."""
        settings = self.site.settings
        if not settings.repository or record.ref not in self.site.library.places:
            return None
        file, tree, base = self.site.library.places[record.ref]
        return f"{settings.repository}/edit/{settings.branch}/{file}" + (f"#L{tree.line(base)}" if base else "")

    def render(self, template: str, **values: Any) -> Markup:
        """A template of ours, seen from this page."""
        found = self.site.templates.get_template(template)
        return Markup(found.render(v=self, **values, **self.shared))

    @property
    def shared(self) -> dict[str, Any]:
        """What every template may name."""
        return {
            "library": self.site.library, "web": self.site.web, "statuses": STATUSES, "parts": PART_NAMES,
            "kind_names": KIND_NAMES, "origins": ORIGINS, "version": __version__, "figure": figure,
            "by_kind": by_kind, "raters": RATER_NAMES, "levels": LEVELS,
        }


def by_kind(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records grouped under their kinds' headings, in the order given."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(KIND_NAMES[record.kind], []).append(record)
    return groups


def cite(reference: Reference) -> str:
    """The short form of a source: "Cahn (2001)", "Boyle and Harris (2009)", "Stephens and others (2008)"."""
    names = [name.split(",")[0] for name in reference.authors]
    year = str(reference.year) if reference.year else "no date"
    match names:
        case []:
            who = reference.container or reference.publisher or reference.name
        case [one]:
            who = one
        case [one, two]:
            who = f"{one} and {two}"
        case _:
            who = f"{names[0]} and others"
    return f"{who} ({year})"


def number(value: float) -> str:
    """A number as people write it: 26,600,000 or 0.7."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def figure(record: Evidence) -> str:
    """An evidence record's figure with its unit: "£995 a week", "3 to 10 per cent", "nearly 300,000 people"."""
    marks = {"pounds": "£", "dollars": "$"}
    mark = next((sign for word, sign in marks.items() if record.unit.startswith(word)), "")
    unit = record.unit.removeprefix("pounds").removeprefix("dollars").strip() if mark else record.unit
    if record.value is not None:
        body = _amount(record.value, mark)
    else:
        body = f"{_amount(record.low or 0, mark)} to {_amount(record.high or 0, mark)}"
    if unit in ("other", "ratio"):
        unit = ""
    if record.value == 1 and not mark:
        unit = _ONE.get(unit, unit.replace("hours", "hour").removesuffix("s"))
    return " ".join(part for part in (record.qualifier, body, unit) if part)


_ONE = {"studies": "study", "families": "family", "per cent": "per cent", "times the investment": "times the investment"}


def _amount(value: float, mark: str) -> str:
    """A sum in words where it is round: £15 billion, 26.6 million; in digits where every digit counts."""
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if value >= size and value % (size / 100) == 0:
            return f"{mark}{number(value / size)} {word}"
    return f"{mark}{number(value)}"
