"""Which assessment is meant: one of ours by its id, or a file that somebody brought."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from kit import yamltree
from kit.errors import Problem, UsageError
from kit.library import Library, dotted
from kit.load import LARGEST
from kit.model import Record
from kit.model.assessment import Assessment
from kit.model.brought import Brought
from kit.results.instrument import Instrument, of_assessment, of_brought
from kit.shape import build
from kit.yamltree import Fault, Unreadable


def instrument(name: str, library: Library) -> Instrument:
    """The assessment of an id, or of a path that ends in .yml. Raises UsageError where there is none."""
    if name.lower().endswith((".yml", ".yaml")):
        return of_brought(read_brought(Path(name)))
    found = library.get(f"assessment/{name.removeprefix('assessment/')}")
    assert isinstance(found, Assessment)
    return of_assessment(found, library)


def read_brought(path: Path) -> Brought:
    """Somebody's own assessment. Raises UsageError with file, line and what is wrong first."""
    try:
        if not path.is_file():
            raise UsageError(f"{path} is not a file")
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path} has more than {LARGEST:,} bytes")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"can't read {str(path)[:200]}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text; save it as UTF-8") from None
    try:
        tree = yamltree.parse(text)
    except Unreadable as error:
        raise _refused(path, [error.fault]) from None
    if not isinstance(tree.value, dict):
        raise _refused(path, [Fault(1, (), 'should hold the fields of one assessment, beginning with "id:"')])
    if tree.faults:
        raise _refused(path, tree.faults)
    # `build` reads nothing of a Record but its shape, which every model has.
    made, faults = build(cast(type[Record], Brought), tree.value, tree, ())
    if faults or made is None:
        raise _refused(path, faults)
    return cast(Brought, made)


def _refused(path: Path, faults: list[Fault]) -> UsageError:
    first = min(faults, key=lambda fault: fault.line)
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    said = Problem(path.name, first.line, "", dotted(first.path), first.message, first.hint)
    return UsageError(f"{said}{more}")


__all__ = ["instrument", "read_brought"]
