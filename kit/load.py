"""From a folder of YAML to a Library of records, every problem on the way collected.

What a contributor can get wrong about files (place, encoding, size, links) is said here; what a record must
look like is in `kit.model`, and what records must be to each other is in `kit.check`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kit import yamltree
from kit.errors import Problem, UsageError
from kit.library import Library, dotted
from kit.model import KINDS, Record
from kit.shape import build, nearest
from kit.yamltree import Fault, Tree, Unreadable

LARGEST = 1_000_000
"""Bytes in one file; ten times the longest we have."""

PLURALS = {model.plural: model for model in KINDS.values()}


def read(folder: Path) -> Library:
    """Read every record below a folder. Problems are collected in the Library, not raised.

    Raises UsageError if the folder is none.
    """
    try:
        folder = folder.resolve() if folder.name in {"", ".."} else folder
        if not folder.is_dir():
            raise UsageError(f"{folder} is not a folder")
    except OSError as error:
        raise UsageError(f"{str(folder)[:200]} is not a folder ({(error.strerror or str(error)).lower()})") from None
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(f"{folder} can't be read (permission denied)")
    if not any(path.name.removesuffix(".yml") in PLURALS for path in folder.iterdir()):
        raise UsageError(f"{folder} holds no records; give the folder that has terms.yml and cases/ in it")
    library = Library(folder)
    read_files(library)
    for model in KINDS.values():
        there = library.all(model) or model.kind in library.unsure
        if not there and not any(ref.startswith(f"{model.kind}/") for ref in library.claimed):
            name = f"{folder.name}/{model.plural}" + ("/" if model.layout == "each" else ".yml")
            library.problems.append(Problem(name, 0, "", "", f"is missing: it holds the {model.kind} records"))
            library.unsure.add(model.kind)
    return library


def read_files(library: Library, but: frozenset[str] = frozenset()) -> None:
    """Read the files of a library's folder into it, but for some at its top that hold something else than records."""
    for path in _files(library.folder, library):
        if path.relative_to(library.folder).as_posix() not in but:
            _read_file(path, library)


def _files(folder: Path, library: Library) -> Iterator[Path]:
    """YAML files in a stable order; what does not belong there becomes a problem."""
    for place, folders, names in os.walk(folder):
        here = Path(place)
        if here == folder and "schema" in folders:
            folders.remove("schema")
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *sorted(names)]:
            if (here / name).is_symlink():
                _refuse(here / name, library, "is a symbolic link", "put the file itself here")
                if name in folders:
                    folders.remove(name)
        for name in list(folders):
            if name.endswith((".yml", ".yaml")):
                _refuse(here / name, library, "is a folder; expected a file")
                folders.remove(name)
            elif not os.access(here / name, os.R_OK | os.X_OK):
                _refuse(here / name, library, "can't be read (permission denied)")
                folders.remove(name)
        for name in sorted(names):
            if not name.startswith(".") and not (here / name).is_symlink():
                yield here / name


def _name(path: Path, library: Library) -> str:
    return f"{library.shown or library.folder.name}/{path.relative_to(library.folder).as_posix()}"


def _refuse(path: Path, library: Library, message: str, hint: str = "", line: int = 0) -> None:
    library.problems.append(Problem(_name(path, library), line, "", "", message, hint))
    model = _model_of(path, library)
    if model is None:
        library.unsure.update(KINDS)
    elif model.layout == "each":
        library.claimed.add(f"{model.kind}/{path.stem}")
    else:
        library.unsure.add(model.kind)


def _model_of(path: Path, library: Library) -> type[Record] | None:
    """The kind whose home a file is in, or None."""
    parts = path.relative_to(library.folder).parts
    model = PLURALS.get(parts[0].removesuffix(".yml"))
    if model is None or len(parts) > 2:
        return None
    homes = {1: {"list", "one"}, 2: {"list", "each"}}
    return model if model.layout in homes[len(parts)] else None


def _text(path: Path, library: Library) -> str | None:
    """A file's text, or None after saying why it can't be had."""
    try:
        info = path.lstat()
        if not stat.S_ISREG(info.st_mode):
            _refuse(path, library, "is not an ordinary file")
            return None
        if info.st_size > LARGEST:
            _refuse(path, library, f"has {info.st_size:,} bytes; at most {LARGEST:,} are read", "split it")
            return None
        data = path.read_bytes()
    except OSError as error:
        _refuse(path, library, f"can't be read ({(error.strerror or str(error)).lower()})")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(path, library, "is not UTF-8 text here", "save the file as UTF-8", line)
        return None


def _read_file(path: Path, library: Library) -> None:
    model = _model_of(path, library)
    if path.suffix != ".yml":
        hint = "rename it to end in .yml" if path.suffix.lower() in {".yaml", ".yml"} else "move it elsewhere"
        _refuse(path, library, "is not a .yml file", hint)
        return
    if model is None:
        homes = {name: f"{name}/" if m.layout == "each" else f"{name}.yml" for name, m in PLURALS.items()}
        first = path.relative_to(library.folder).parts[0].removesuffix(".yml")
        home = homes.get(nearest(first, list(homes)))
        hint = f"did you mean '{home}'?" if home else f"homes: {', '.join(homes.values())}"
        _refuse(path, library, "is not where any kind of record lives", hint)
        return
    tree = tree_of(path, library)
    if tree is not None:
        _records(path, model, tree, library)


def tree_of(path: Path, library: Library) -> Tree | None:
    """A file's content, or None after saying in the library's problems why it can't be had."""
    text = _text(path, library)
    if text is None:
        return None
    try:
        return yamltree.parse(text)
    except Unreadable as error:
        _refuse(path, library, error.fault.message, error.fault.hint, error.fault.line)
        return None


def take_in(path: Path, model: type[Record], text: str, library: Library) -> None:
    """Read into a library what a file would hold, before it is written. Raises Unreadable."""
    _records(path, model, yamltree.parse(text), library)


def texts(folder: Path) -> Iterator[tuple[Path, type[Record], str]]:
    """Every file that holds records, with its kind and its text as it stands. What `read` refuses is left out."""
    library = Library(folder)
    for path in _files(folder, library):
        model = _model_of(path, library)
        if model and path.suffix == ".yml" and (text := _text(path, library)) is not None:
            yield path, model, text


def _records(path: Path, model: type[Record], tree: Tree, library: Library) -> None:
    many = model.layout == "list"
    if tree.value is None or tree.value in ([], {}):
        holds = f"a list of {model.kind} records" if many else f"one {model.kind} record"
        _refuse(path, library, f"is empty; expected {holds}")
        return
    if not isinstance(tree.value, list if many else dict):
        shape = 'a list: each record begins with "- id:"' if many else 'the fields of one record, beginning with "id:"'
        _refuse(path, library, f"should hold {shape}", line=1)
        return
    items = list(enumerate(tree.value)) if isinstance(tree.value, list) else [(None, tree.value)]
    for number, value in items:
        base: yamltree.Path = () if number is None else (number,)
        _record(path, model, value, tree, base, library)


def _record(path: Path, model: type[Record], value: object, tree: Tree, base: yamltree.Path, library: Library) -> None:
    name = _name(path, library)
    given = value.get("id") if isinstance(value, dict) else None
    ref = f"{model.kind}/{given}" if isinstance(given, str) else ""
    if not ref:
        library.unsure.add(model.kind)

    def report(faults: list[Fault]) -> None:
        library.problems.extend(
            Problem(name, fault.line, ref, dotted(fault.path), fault.message, fault.hint) for fault in faults
        )

    mine = [fault for fault in tree.faults if fault.path[: len(base)] == base]
    report([Fault(f.line, f.path[len(base):], f.message, f.hint) for f in mine])
    record, faults = build(model, value, tree, base)
    report(faults)
    if ref and model.layout == "each" and path.stem != given:
        library.claimed |= {ref, f"{model.kind}/{path.stem}"}
        taken = f"{given}.yml" in {one.name for one in path.parent.iterdir()}  # a copy whose id was not changed
        short = str(given)[:60]
        hint = f"write id: {path.stem}" if taken else f"name the file {short}.yml"
        report([Fault(tree.line((*base, "id")), ("id",), f"is '{short}', but the file is named {path.name}", hint)])
        if taken:
            return
    if ref in library.places:
        file, other, where = library.places[ref]
        message = f"the id '{given}' is taken (first in {file}:{other.line(where)})"
        report([Fault(tree.line((*base, "id")), ("id",), message, "choose another")])
        return
    if ref:
        library.places[ref] = (name, tree, base)
        library.claimed.add(ref)
    if record is not None:
        library.add(record)
