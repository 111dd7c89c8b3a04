"""Where a slide's words come from: in full for notes and the last slide, in a few words for the foot of a slide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kit.model import Record, Reference
from kit.refs import Web
from kit.wording import PARTS, cite, short

PAPER = "reference/boyle-harris-2009"


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


def said_in(record: Record, web: Web, since: bool = True) -> list[str]:
    """For the notes: what a record rests on, a line each; with what has become of it `since`, or without."""
    local = web.library.local(record.ref)
    lines = [f"{record.title}. {local}."] if local else []
    if record.source:
        notes = record.source.notes
        which = f", {'notes' if len(notes) > 1 else 'note'} {', '.join(map(str, notes))}" if notes else ""
        lines.append(f"{record.title}: Boyle and Harris (2009), {PARTS[record.source.part]}{which}.")
    later = [web.library.records.get(ref) for ref in record.sources]
    for update in web.updates(record) if since else ():
        later += [web.library.records.get(ref) for ref in update.sources]
    lines += [cite(one) for one in _only(later)]
    return lines


def _only(found: Iterable[Record | None]) -> list[Reference]:
    unique = {record.ref: record for record in found if isinstance(record, Reference)}
    return list(unique.values())


def foot(records: Sequence[Record], web: Web, most: int = 4) -> str:
    """For the foot of a slide: the paper's parts, and the first few later sources."""
    parts = list(dict.fromkeys(PARTS[record.source.part] for record in records if record.source))
    found = [f"Boyle and Harris (2009), {', '.join(parts)}"] if parts else []
    resting = [one for record in records for one in (record, *web.updates(record))]
    later = [web.library.records.get(ref) for one in resting for ref in one.sources]
    names = list(dict.fromkeys(short(one) for one in _only(later)))
    found += names[:most]
    if len(names) > most:
        found.append(f"{len(names) - most} more in the notes")
    local = "; ".join(dict.fromkeys(told for record in records if (told := web.library.local(record.ref))))
    if not found:
        return f"{local}." if local else "Ours."
    return f"Sources: {'; '.join(found)}." + (f" {local}." if local else "")
