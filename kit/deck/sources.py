"""Where a slide's words come from: in full for notes and the last slide, in a few words for the foot of a slide."""

from __future__ import annotations

from collections.abc import Iterable

from kit.model import Record, Reference
from kit.refs import PART_NAMES, Web

PAPER = "reference/boyle-harris-2009"


def cite(reference: Reference) -> str:
    """A reference in full: "Kennedy, A. and others (2007) Title. Journal, 61(3), 254-261. doi.org/...."."""
    year = f" ({reference.year})" if reference.year else ""
    head = f"{_authors(reference)}{year} {reference.name.rstrip('.')}."
    house = ": ".join(part for part in (reference.place, reference.publisher) if part)
    rest = [reference.container, reference.volume, reference.pages, house]
    tail = ", ".join(part for part in rest if part)
    address = f"https://doi.org/{reference.doi}" if reference.doi else reference.url or ""
    return " ".join(part for part in (head, f"{tail}." if tail else "", address) if part).strip()


def short(reference: Reference) -> str:
    """A reference in a few words: "Kennedy and others, 2007"."""
    names, more = _names(reference)
    family = [name.partition(",")[0] for name in names] or [reference.name]
    who = f"{family[0]} and others" if more or len(family) > 2 else " and ".join(family)
    return f"{who}, {reference.year}" if reference.year else who


def _authors(reference: Reference) -> str:
    names, more = _names(reference)
    if more or len(names) > 3:
        return f"{names[0]} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _names(reference: Reference) -> tuple[list[str], bool]:
    """The authors' names, and whether the record says that there are others."""
    names = [name for name in reference.authors if name.strip() not in {"and others", "et al."}]
    return names, bool(names) and len(names) < len(reference.authors)


def references(records: Iterable[Record], web: Web) -> list[Reference]:
    """The paper, then every work that some records rest on, without repeats, by author."""
    found = {reference.ref: reference for record in records for reference in web.citations(record)}
    paper = web.library.records.get(PAPER)
    if isinstance(paper, Reference):
        found.pop(PAPER, None)
        return [paper, *sorted(found.values(), key=_key)]
    return sorted(found.values(), key=_key)


def _key(reference: Reference) -> tuple[str, int]:
    return (reference.authors[0] if reference.authors else reference.name).lower(), reference.year or 0


def said_in(record: Record, web: Web) -> list[str]:
    """For the notes: what a record rests on, a line each."""
    lines = []
    if record.source:
        notes = record.source.notes
        which = f", {'notes' if len(notes) > 1 else 'note'} {', '.join(map(str, notes))}" if notes else ""
        lines.append(f"{record.title}: Boyle and Harris (2009), {PART_NAMES[record.source.part]}{which}.")
    later = [web.library.records.get(ref) for ref in record.sources]
    for update in web.updates(record):
        later += [web.library.records.get(ref) for ref in update.sources]
    lines += [cite(one) for one in _only(later)]
    return lines


def _only(found: Iterable[Record | None]) -> list[Reference]:
    unique = {record.ref: record for record in found if isinstance(record, Reference)}
    return list(unique.values())


def foot(record: Record, web: Web, most: int = 4) -> str:
    """For the foot of a slide: the paper's part, and the first few later sources."""
    parts = []
    if record.source:
        parts.append(f"Boyle and Harris, 2009, {PART_NAMES[record.source.part]}")
    later = [web.library.records.get(ref) for one in (record, *web.updates(record)) for ref in one.sources]
    names = list(dict.fromkeys(short(one) for one in _only(later)))
    parts += names[:most]
    if len(names) > most:
        parts.append(f"{len(names) - most} more in the notes")
    return f"Sources: {'; '.join(parts)}." if parts else "Ours."
