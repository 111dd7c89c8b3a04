"""A new record: the file that it belongs in, its free id, its text, and what the checks still ask of it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kit.check import problems
from kit.contribute.answers import Answers, Unfit
from kit.contribute.writing import MARK, lines
from kit.errors import Problem, UsageError
from kit.library import Library
from kit.load import take_in
from kit.model import KINDS, Record
from kit.refs import PAGES, address, address_of
from kit.shape import near
from kit.yamltree import Unreadable, parse


@dataclass(frozen=True)
class Draft:
    """A record that is ready to be written."""

    ref: str
    path: Path
    """The file that it stands in."""
    shown: str
    """That file as people know it: `data/terms.yml`."""
    text: str
    """All of that file, the record included."""
    block: str
    """The record's own lines."""
    line: int
    """The first of them, counted from 1."""
    lacks: list[Problem]
    """What the checks say of it."""
    page: str
    """Its address in the handbook; empty while that depends on what is still to be written."""


def model_of(kind: str) -> type[Record]:
    """The model of a kind. Raises UsageError with the nearest one."""
    if kind in KINDS:
        return KINDS[kind]
    plurals = {model.plural: name for name, model in KINDS.items()}
    hint = f"did you mean '{plurals[kind]}'?" if kind in plurals else near(kind, list(KINDS))
    raise UsageError(f"no kind '{kind[:60]}'; {hint or 'kinds: ' + ', '.join(KINDS)}")


def check_room(model: type[Record], library: Library) -> None:
    """Raise UsageError where no record of a kind can be added: the brand is one, and the matrix has nine cells."""
    held = sum(ref.startswith(f"{model.kind}/") for ref in library.claimed)
    if held >= {"brand": 1, "matrix": 9}.get(model.kind, held + 1):
        what = "the one brand record is there" if model.kind == "brand" else "all nine cells of the matrix are there"
        raise UsageError(f"{what}; change it in {library.folder.name}/{model.plural}.yml")


def slug(title: str, library: Library, kind: str) -> str:
    """A free id from a title: plain letters, digits and hyphens, 60 characters at most. Empty if it has none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > 56 and len(words) > 1:
        words.pop()
    name = "-".join(words)[:56].strip("-")
    number = 2
    free = name
    while name and taken(f"{kind}/{free}", library):
        free, number = f"{name}-{number}", number + 1
    return free


def taken(ref: str, library: Library) -> str:
    """Where an id is used already, as words to follow it; empty if it is free."""
    if ref in library.places:
        file, tree, base = library.places[ref]
        return f"is taken (in {file}:{tree.line(base)})"
    if ref in library.claimed:
        return "is taken"
    kind, _, name = ref.partition("/")
    holder = next((one.ref for one in library.records.values() if one.kind == kind and name in one.aliases), "")
    return f"is an older id of {holder}" if holder else ""


def give_id(answers: Answers, name: str) -> None:
    """Take an id. Raises Unfit where it is badly shaped or not free."""
    answers.give(("id",), name)
    if said := taken(f"{answers.model.kind}/{name.strip()}", answers.library):
        del answers.values["id"]
        free = slug(name, answers.library, answers.model.kind)
        raise Unfit(f"the id '{name.strip()}' {said}; choose another, such as '{free}'")


def next_order(model: type[Record], library: Library) -> int | None:
    """The place after the last, where a kind has an order."""
    if "order" not in model.model_fields:
        return None
    return max((getattr(record, "order", 0) for record in library.all(model)), default=0) + 1


def home(library: Library, edition: Path | None) -> Library:
    """The folder that new records go into, as a library without any: ours, or an edition's own."""
    if edition is None:
        return Library(library.folder, shown=library.shown)
    return Library(edition.resolve() / "data", shown=f"{edition.resolve().name}/data")


def draft(answers: Answers, place: Library, comments: bool = True) -> Draft:
    """A record from its answers, for a folder. Raises UsageError where its file is taken or can't be added to."""
    model, library, values = answers.model, answers.library, answers.values
    ref = f"{model.kind}/{values['id']}"
    path = _file(model, library, place, str(values["id"]), str(values.get("origin", "")))
    shown = f"{place.shown or place.folder.name}/{path.relative_to(place.folder).as_posix()}"
    before = _before(path, model, shown) or schema_line(model, path, library.folder) + "\n"
    written = list(lines(model, values, comments))
    if model.layout == "list":
        first = next(number for number, line in enumerate(written) if not line.startswith("#"))
        written = [f"{'- ' if number == first else '  '}{line}" for number, line in enumerate(written)]
    block = "\n".join(written) + "\n"
    line = before.count("\n") + 1
    take_in(path, model, "\n" * (line - 1) + block, place)
    lacks, page = _looked_at(ref, place, library)
    return Draft(ref, path, shown, before + block, block, line, lacks, page)


def schema_line(model: type[Record], path: Path, folder: Path) -> str:
    """The first line of a kind's files, by which editors know what may stand in them."""
    schema = Path(os.path.relpath((folder / "schema").resolve(), path.parent.resolve()))
    return f"# yaml-language-server: $schema={schema.as_posix()}/{model.kind}.json"


def _file(model: type[Record], library: Library, place: Library, name: str, origin: str) -> Path:
    """The file of a record to be. In a folder of lists it is the one that holds most records of the same origin."""
    if model.layout == "each":
        return place.folder / f"{model.plural}/{name}.yml"
    if not (place.folder / model.plural).is_dir():
        return place.folder / f"{model.plural}.yml"
    top = f"{place.shown or place.folder.name}/"
    held = [(library.file(one.ref), one.origin) for one in library.all(model)]
    near_by = [(file.removeprefix(top), whose) for file, whose in held if file.startswith(top)]
    most = Counter(file for file, whose in near_by if whose == origin) or Counter(file for file, _ in near_by)
    return place.folder / (most.most_common(1)[0][0] if most else f"{model.plural}/{model.plural}.yml")


def _before(path: Path, model: type[Record], shown: str) -> str:
    """What the file holds above the new record; empty if it is not there yet."""
    if not path.exists():
        return ""
    if model.layout != "list":
        raise UsageError(f"{shown} is there already; choose another id, or change that file")
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tree = parse(text)
    except OSError as error:
        raise UsageError(f"can't read {shown}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{shown} is not UTF-8 text; save it as UTF-8 first") from None
    except Unreadable as error:
        raise UsageError(f"{shown}:{error.fault.line}: {error.fault.message}; mend this first") from None
    if tree.value and (not isinstance(tree.value, list) or text.lstrip().startswith("[")):
        raise UsageError(f"{shown} should hold a list whose records begin with \"- id:\"; mend this first")
    text = text.replace("\r\n", "\n")
    return text.rstrip("\n") + ("\n\n" if "\n\n- " in text[5:] else "\n") if text.strip() else text


def _looked_at(ref: str, place: Library, library: Library) -> tuple[list[Problem], str]:
    """What the checks say of the record as it would stand in its file, and the address of its page."""
    library.places.update(place.places)
    library.claimed |= place.claimed
    library.problems += place.problems
    record = place.records.get(ref)
    if record:
        library.add(record)
    lacks = [one for one in problems(library) if one.record == ref]
    kind, _, name = ref.partition("/")
    return lacks, address(record).path if record else address_of(kind, name).path if kind in PAGES else ""


def marked(one: Draft) -> bool:
    """Whether some of its fields still wait for words."""
    return MARK in one.block
