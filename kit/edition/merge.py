"""An edition's own records beside ours, and its own values in fields of ours.

An override holds the mark of what it replaced: when ours changes, the mark no longer fits, and we say so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kit.errors import Problem
from kit.library import Library, dotted
from kit.load import read_files, tree_of
from kit.local import Local
from kit.model import KINDS
from kit.model.edition import Override
from kit.shape import build, near
from kit.yamltree import Path as Place
from kit.yamltree import Tree

FILE = "overrides.yml"
NEVER = {"id": "names the record, so nobody can change it"}
RULE = "ours-changed"


def merge(library: Library, local: Local) -> Local:
    """Bring an edition's records and values into a library of ours. What is wrong becomes a problem of the library."""
    folder = local.folder / "data"
    if not folder.is_dir():
        return local
    theirs = Library(folder, shown=f"{local.folder.name}/data")
    read_files(theirs, frozenset({FILE}))
    library.problems += theirs.problems
    library.claimed |= theirs.claimed
    library.unsure |= theirs.unsure
    added = frozenset(_added(library, theirs))
    changed = dict(_changed(library, theirs)) if (folder / FILE).is_file() else {}
    return replace(local, added=added, changed=changed)


def _added(library: Library, theirs: Library) -> Iterator[str]:
    """Put in the records that ours lack; gives their references."""
    for ref, record in theirs.records.items():
        if record.kind == "brand":
            said = "an edition's name, colours and logo stand in its edition.yml"
            library.problems.append(theirs.problem(ref, (), said, "delete this file"))
        elif ref in library.places:
            said, hint = f"the id '{record.id}' is taken by ours, in {library.file(ref)}", "or choose another id"
            library.problems.append(theirs.problem(ref, ("id",), said, f"change its fields in {FILE}, {hint}"))
        else:
            library.add(record)
            library.places[ref] = theirs.places[ref]
            yield ref


@dataclass(frozen=True)
class _Entry:
    """One override, and where it stands."""

    override: Override
    tree: Tree
    base: Place
    file: str

    @property
    def ref(self) -> str:
        return self.override.record

    def problem(self, path: Place, message: str, hint: str = "") -> Problem:
        """Something wrong at one of its own fields."""
        return Problem(self.file, self.tree.line((*self.base, *path)), self.ref, dotted(path), message, hint)

    def warning(self, path: Place, message: str, hint: str) -> Problem:
        return replace(self.problem(path, message, hint), level="warning", rule=RULE)


def _changed(library: Library, theirs: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Put in the edition's values; gives the fields changed, by reference."""
    seen: dict[str, int] = {}
    for entry in _entries(library, theirs):
        line = entry.tree.line(entry.base)
        if entry.ref in seen:
            said = f"is overridden twice (first in line {seen[entry.ref]})"
            library.problems.append(entry.problem(("record",), said, "put the fields together"))
        elif _known(entry, library):
            seen[entry.ref] = line
            _apply(entry, library)
            yield entry.ref, tuple(entry.override.fields)


def _entries(library: Library, theirs: Library) -> Iterator[_Entry]:
    file = f"{theirs.shown}/{FILE}"
    before = len(theirs.problems)
    tree = tree_of(theirs.folder / FILE, theirs)
    library.problems += theirs.problems[before:]
    if tree is None:
        return
    if not isinstance(tree.value, list):
        library.problems.append(Problem(file, 1, "", "", 'should hold a list: each override begins with "- record:"'))
        return
    library.problems += [Problem(file, one.line, "", dotted(one.path), one.message, one.hint) for one in tree.faults]
    for number, value in enumerate(tree.value):
        override, faults = build(Override, value, tree, (number,))
        given = value.get("record") if isinstance(value, dict) else ""
        ref = given if isinstance(given, str) else ""
        library.problems += [Problem(file, one.line, ref, dotted(one.path), one.message, one.hint) for one in faults]
        if override:
            yield _Entry(override, tree, (number,), file)


def _known(entry: _Entry, library: Library) -> bool:
    """Whether there is such a record of ours, with such fields; what is not so is said, with the nearest right name."""
    kind, _, name = entry.ref.partition("/")
    if kind not in KINDS or kind == "brand":
        hint = "colours and logo stand in edition.yml" if kind == "brand" else near(kind, list(KINDS))
        library.problems.append(entry.problem(("record",), f"no kind '{kind}' to override", hint))
        return False
    if entry.ref not in library.records:
        if entry.ref not in library.claimed:  # else it is there and unsound, which was said
            ids = {one.id: one for one in library.records.values() if one.kind == kind}
            moved = next((one for one in ids.values() if name in one.aliases), None)
            hint = f"it is called '{moved.ref}' now" if moved else near(name, list(ids))
            library.problems.append(entry.problem(("record",), f"no {kind} '{name}'", hint))
        return False
    fields = [one for one in KINDS[kind].model_fields if one not in NEVER]
    wrong = [one for one in entry.override.fields if one not in fields]
    for one in wrong:
        said = NEVER.get(one) or f"a {kind} has no field '{one}'"
        library.problems.append(entry.problem(("fields", one), said, "" if one in NEVER else near(one, fields)))
    return not wrong


def _apply(entry: _Entry, library: Library) -> None:
    """Make the record anew with the edition's values, if it is sound so, and see whether ours is what it was."""
    model, ours = KINDS[entry.ref.partition("/")[0]], _ours(library, entry.ref)
    values = {**ours, **entry.override.fields}
    record, faults = build(model, values, _tree(entry), ())
    if record is None:
        library.problems += [
            Problem(entry.file, one.line, entry.ref, dotted(one.path), one.message, one.hint) for one in faults
        ]
        return
    for name in entry.override.fields:
        library.locals[entry.ref, name] = (entry.file, entry.tree, (*entry.base, "fields"))
    library.replace(record)
    library.warnings += _aged(entry, ours)


def _ours(library: Library, ref: str) -> dict[str, Any]:
    """A record's values as our file has them."""
    _, tree, base = library.places[ref]
    value: Any = tree.value
    for step in base:
        value = value[step]
    return dict(value)


def _tree(entry: _Entry) -> Tree:
    """The edition's values as if they stood alone, so that what is wrong with the whole is found at the override."""
    head = (*entry.base, "fields")
    lines: dict[Place, int] = {(): entry.tree.line(entry.base)}
    lines |= {path[len(head):]: line for path, line in entry.tree.lines.items() if path[: len(head)] == head and
              len(path) > len(head)}
    raws = {path[len(head):]: raw for path, raw in entry.tree.raws.items() if path[: len(head)] == head}
    return Tree(None, lines, raws)


def fingerprint(ours: dict[str, Any], fields: list[str]) -> str:
    """The mark of some of a record's values: twelve hexadecimal digits that change when one of the values does."""
    found = {name: ours.get(name) for name in [*fields, "retired"]}
    return hashlib.sha256(json.dumps(found, sort_keys=True, default=str).encode()).hexdigest()[:12]


def _aged(entry: _Entry, ours: dict[str, Any]) -> Iterator[Problem]:
    now = fingerprint(ours, list(entry.override.fields))
    if entry.override.was is None:
        said = "has no mark of what ours said, so we can't tell you when ours changes"
        yield entry.warning(("record",), said, f'write was: "{now}"')
    elif entry.override.was != now:
        said = "ours has changed since you overrode it: look again"
        yield entry.warning(("was",), said, f'then write was: "{now}"')


__all__ = ["FILE", "fingerprint", "merge"]
