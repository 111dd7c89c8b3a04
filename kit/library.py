"""Every record that was read, by reference, and the file and line that each came from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kit import yamltree
from kit.errors import Problem, UsageError
from kit.local import Local
from kit.model import KINDS, Record, Term
from kit.model.edition import ENGLISH
from kit.shape import near
from kit.yamltree import Tree

R = TypeVar("R", bound=Record)


@dataclass
class Library:
    """Every record, by reference, and where each came from."""

    folder: Path
    records: dict[str, Record] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, tuple[str, Tree, yamltree.Path]] = field(default_factory=dict)
    """For each reference: its file, the file's tree, and the record's path in it."""
    claimed: set[str] = field(default_factory=set)
    """References that stand in the files though their records were not sound."""
    unsure: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read: what refers to them can't be judged."""
    shown: str = ""
    """What to call the folder when we speak of a file in it; its own name if this is empty."""
    edition: Local | None = None
    """The local edition whose records and words it holds too."""
    warnings: list[Problem] = field(default_factory=list)
    """What an edition should look at again. It stops nothing."""
    locals: dict[tuple[str, str], tuple[str, Tree, yamltree.Path]] = field(default_factory=dict)
    """Where a field stands that a local edition changes, by reference and field."""
    _by_kind: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))

    def add(self, record: Record) -> None:
        """Take in a record that is sound in itself."""
        self.records[record.ref] = record
        self._by_kind[record.kind].append(record)

    def replace(self, record: Record) -> None:
        """Put a record in the place of the one of the same reference."""
        held = self._by_kind[record.kind]
        held[held.index(self.records[record.ref])] = record
        self.records[record.ref] = record

    def local(self, ref: str) -> str:
        """What is local about a record, for its readers; empty where it is all ours."""
        return self.edition.says(ref) if self.edition else ""

    @property
    def language(self) -> str:
        """The language tag of its words."""
        return self.edition.about.language if self.edition else ENGLISH

    def hides(self, ref: str) -> bool:
        """Whether the edition leaves out a record, so that it has no page."""
        return self.edition is not None and ref in self.edition.hidden

    def get(self, ref: str) -> Record:
        """The record of a reference. Raises UsageError with the nearest ids where there is none."""
        if ref in self.records:
            return self.records[ref]
        kind, _, name = ref.partition("/")
        if kind not in KINDS:
            raise UsageError(f"no kind '{kind}'; {near(kind, list(KINDS)) or 'kinds: ' + ', '.join(KINDS)}")
        ids = [record.id for record in self._by_kind[kind]]
        raise UsageError(f"no {kind} '{name}'; {near(name, ids) or 'there are: ' + ', '.join(ids[:12])}")

    def all(self, model: type[R]) -> list[R]:
        """All records of a kind, in the order of the files, or by `order` where they have one."""
        found = [record for record in self._by_kind[model.kind] if isinstance(record, model)]
        if "order" in model.model_fields:
            found.sort(key=lambda record: getattr(record, "order", 0))
        return found

    def one(self, model: type[R]) -> R:
        """The only record of a kind. Raises UsageError if there is none."""
        found = self.all(model)
        if not found:
            raise UsageError(f"data/{model.plural}.yml is missing")
        return found[0]

    def name(self, ref: str) -> str:
        """What to call a record within a sentence: a glossary word that is no proper name loses its capital."""
        record = self.records.get(ref)
        if record is None:
            return ref
        common = isinstance(record, Term) and not record.proper
        return record.title[:1].lower() + record.title[1:] if common else record.title

    def file(self, ref: str) -> str:
        """The file that a record stands in: `data/terms.yml`."""
        return self.places[ref][0]

    def problem(self, ref: str, path: yamltree.Path, message: str, hint: str = "") -> Problem:
        """A problem at a field of a record, with its file and line."""
        file, tree, base = self.locals.get((ref, str(path[0]) if path else ""), self.places[ref])
        return Problem(file, tree.line((*base, *path)), ref, dotted(path), message, hint)


def dotted(path: yamltree.Path) -> str:
    """A place within a record as people write it: `exchange[0].gives`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".")
