"""What points where: a record's references, those that point back, its address, and its standing today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kit.library import Library
from kit.model import KINDS, Action, Record, Reference, Update
from kit.model.base import Markdown, RefTo
from kit.model.evidence import Standing
from kit.text import refs_in, stray_brackets
from kit.yamltree import Path

PAGES = {
    "definition": "understand/what-it-is#definition-{id}",
    "term": "look-up/glossary#term-{id}",
    "principle": "understand/principles/{id}",
    "pressure": "understand/pressures/{id}",
    "distinction": "understand/what-it-isnt/{id}",
    "commitment": "understand/commitments/{id}",
    "matrix": "understand/matrix/{id}",
    "shift": "understand/fixers-to-facilitators#shift-{id}",
    "case": "see/cases/{id}",
    "sector": "see/sectors/{id}",
    "evidence": "see/evidence#evidence-{id}",
    "update": "see/since-2009#update-{id}",
    "direction": "act/directions#direction-{id}",
    "agenda": "act/agenda/{id}",
    "event": "understand/timeline#event-{id}",
    "person": "understand/people#person-{id}",
    "reference": "look-up/sources#reference-{id}",
    "brand": "kit#brand-{id}",
    "activity": "kit/activities/{id}",
    "workshop": "kit/workshops/{id}",
    "variant": "kit/by-field#variant-{id}",
    "hosting": "kit/hosting#hosting-{id}",
    "assessment": "kit/assessments/{id}",
    "dimension": "kit/statements#dimension-{id}",
    "statement": "kit/statements#statement-{id}",
}
"""Where the records of each kind live in the handbook: a page, and an anchor where they share one."""


@dataclass(frozen=True)
class Address:
    """A stable place in the handbook."""

    page: str
    """Path of the page below the site's root, without an ending: `see/cases/taff-housing`."""
    anchor: str = ""

    @property
    def path(self) -> str:
        """The address as it stands in a browser, below the site's root."""
        return f"{self.page}/" + (f"#{self.anchor}" if self.anchor else "")


def address(record: Record) -> Address:
    """Where a record lives. An action lives on its topic's page."""
    if isinstance(record, Action):
        return Address(f"act/{record.agenda}", f"action-{record.id}")
    return address_of(record.kind, record.id)


def address_of(kind: str, name: str) -> Address:
    """The address that the rule of a kind gives to an id."""
    page, _, anchor = PAGES[kind].format(id=name).partition("#")
    return Address(page, anchor)


def address_in(library: Library, record: Record) -> Address:
    """Where a record lives in a library's handbook: its own place, or the list it is left out of by an edition."""
    if not library.hides(record.ref):
        return address(record)
    return Address(PAGES[record.kind].partition("#")[0].removesuffix("/{id}"))


@dataclass(frozen=True)
class Link:
    """One reference from one record to another."""

    path: Path
    """The field that holds it: `("principles", 1)`."""
    target: str
    rule: RefTo
    in_text: bool = False


def links(record: Record) -> Iterator[Link]:
    """Every reference that a record makes, in fields and in text."""
    yield from _walk(record, ())


def texts(record: Record) -> Iterator[tuple[Path, str]]:
    """Every Markdown text of a record, with its field."""
    for path, _, text in _marked(record, (), Markdown):
        yield path, text


def stray(record: Record) -> Iterator[tuple[Path, str]]:
    """Broken `[[` in a record's texts."""
    for path, text in texts(record):
        for found in stray_brackets(text):
            yield path, found


def _walk(record: Record, path: Path) -> Iterator[Link]:
    for where, rule, value in _marked(record, path, RefTo):
        yield Link(where, value, rule)
    for where, _, text in _marked(record, path, Markdown):
        for target in refs_in(text):
            yield Link(where, target, RefTo(), in_text=True)


def _marked(piece: BaseModel, path: Path, mark: Any) -> Iterator[tuple[Path, Any, str]]:
    """Strings whose type carries a mark, with place and mark."""
    for name, found in _marks(type(piece), mark):
        yield from _marked_value(getattr(piece, name), (*path, name), found, mark)


def _marked_value(value: object, path: Path, found: Any, mark: Any) -> Iterator[tuple[Path, Any, str]]:
    if isinstance(value, BaseModel):
        yield from _marked(value, path, mark)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _marked_value(item, (*path, number), found, mark)
    elif isinstance(value, str) and found is not None:
        yield path, found, value


@cache
def _marks(model: type[BaseModel], mark: Any) -> list[tuple[str, Any]]:
    """The fields of a model with the mark that each one's type carries, or None; types don't change as we run."""
    return [(name, _mark(info, mark)) for name, info in model.model_fields.items()]


def _mark(info: FieldInfo, mark: Any) -> Any:
    return next((item for item in (*info.metadata, *_metadata(info.annotation)) if isinstance(item, mark)), None)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        if not isinstance(argument, str | int):
            yield from _metadata(argument)


def retired_to(library: Library, ref: str) -> str | None:
    """The reference that replaces a retired record, if any."""
    record = library.records.get(ref)
    return record.retired.replaced_by if record and record.retired else None


class Web:
    """All references of a library, both ways, worked out once."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def _back(self) -> dict[str, list[str]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for record in self.library.records.values():
            for link in links(record):
                if link.target != record.ref:
                    found[link.target][record.ref] = None
            for cited in self.citations(record):
                found[cited.ref][record.ref] = None
        return {target: list(sources) for target, sources in found.items()}

    @cached_property
    def _notes(self) -> dict[int, list[Reference]]:
        found: dict[int, list[Reference]] = defaultdict(list)
        for reference in self.library.all(Reference):
            for number in reference.endnotes:
                found[number].append(reference)
        return found

    @cached_property
    def _updates(self) -> dict[str, list[Update]]:
        found: dict[str, list[Update]] = defaultdict(list)
        for update in self.library.all(Update):
            for target in update.bears_on:
                found[target].append(update)
        return found

    def appears_in(self, record: Record) -> list[Record]:
        """The records that refer to this one, by kind and then name."""
        order = list(KINDS)
        held = [ref for ref in self._back.get(record.ref, []) if ref in self.library.records]
        sources = [self.library.records[ref] for ref in held if not self.library.hides(ref)]
        return sorted(sources, key=lambda r: (order.index(r.kind), r.title.lower()))

    def note(self, number: int) -> list[Reference]:
        """What an endnote of the paper cites."""
        return self._notes.get(number, [])

    def citations(self, record: Record) -> list[Reference]:
        """The works behind a record: those of its endnotes, then its later sources."""
        found: dict[str, Reference] = {}
        for number in record.source.notes if record.source else []:
            found.update({reference.ref: reference for reference in self.note(number)})
        for ref in record.sources:
            reference = self.library.records.get(ref)
            if isinstance(reference, Reference):
                found[ref] = reference
        return list(found.values())

    def updates(self, record: Record) -> list[Update]:
        """What has become of a record since 2009."""
        return self._updates.get(record.ref, [])

    def standings(self, record: Record) -> list[tuple[Update, Standing]]:
        """A record's standing today: each verdict, with the update that gives it."""
        return [(update, standing) for update in self.updates(record) for standing in update.standings]
