"""The questions that make a record, one field at a time, each answer judged at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kit.contribute.answers import NONE, Answers, Unfit
from kit.contribute.fields import Field, Form, piece_of, tags, wanted
from kit.contribute.scaffold import give_id, next_order, slug
from kit.errors import KitError
from kit.library import dotted
from kit.yamltree import Path

Ask = Callable[[str], str]
"""Shows a prompt and gives the line typed after it. Raises EOFError at the end, KeyboardInterrupt to stop."""
Tell = Callable[[str], None]

HOW = (
    "Enter alone leaves a field for later, Ctrl-D leaves all the rest, Ctrl-C stops and writes nothing. "
    "Write texts on one line here; your editor can break them."
)


class Stopped(KitError):
    """The person stopped with Ctrl-C."""

    def __init__(self) -> None:
        super().__init__("Stopped; nothing was written.")


def ask(answers: Answers, read: Ask, tell: Tell) -> None:
    """Ask for what a record must have and isn't given yet. What is left out stays out. Raises Stopped."""
    tell(HOW)
    try:
        for field in _name_first(wanted(answers.model, answers.values)):
            _field(answers, (field.name,), field, read, tell)
        for field in wanted(answers.model, answers.values):  # an origin asks for more
            _field(answers, (field.name,), field, read, tell)
    except EOFError:
        tell("")
    except KeyboardInterrupt:
        raise Stopped from None


def _name_first(found: list[Field]) -> list[Field]:
    """The name before the id, which is made from it."""
    return sorted(found, key=lambda field: field.name != "name")


def _field(answers: Answers, path: Path, field: Field, read: Ask, tell: Tell) -> None:
    form, given = field.form, answers.at(path)
    if form.sort == "piece":
        _said(path, field, tell, given)
        _piece(answers, path, form, read, tell)
    elif form.sort == "list" and form.item and form.item.sort == "piece":
        _pieces(answers, path, field, read, tell)
    elif _is_given(answers, path):
        return
    elif form.sort == "list":
        _said(path, field, tell, None)
        _items(answers, path, form, read, tell)
    else:
        _said(path, field, tell, None)
        _one(answers, path, form, read, tell)


def _is_given(answers: Answers, path: Path) -> bool:
    holder = answers.at(path[:-1])
    return path[-1] in holder if isinstance(holder, dict) else answers.at(path) is not None


def _said(path: Path, field: Field, tell: Tell, given: Any) -> None:
    if not given and not (field.form.tag and not field.why):
        tell("")
        tell(f"{dotted(path)}: {field.comment}".rstrip(": "))


def _one(answers: Answers, path: Path, form: Form, read: Ask, tell: Tell) -> bool:
    """Ask until an answer fits, or is left out. Returns whether there was one."""
    default = _suggested(answers, path)
    while True:
        text = read(_prompt(path, form, default)).strip() or default
        if not text:
            if path != ("id",):
                return False
            tell("Every record needs an id: a short name in lower-case letters, digits and hyphens")
            continue
        try:
            give_id(answers, text) if path == ("id",) else answers.give(path, text)
            return True
        except Unfit as error:
            tell(str(error))


def _suggested(answers: Answers, path: Path) -> str:
    if path == ("id",):
        return slug(str(answers.values.get("name", "")), answers.library, answers.model.kind)
    if path == ("order",):
        return str(next_order(answers.model, answers.library) or "")
    return ""


def _prompt(path: Path, form: Form, default: str) -> str:
    also = ["not said"] * form.silence + [NONE] * (form.null or (form.sort == "list" and not form.fewest))
    hint = f" [{default}]" if default else f" (or {' or '.join(also)})" if also else ""
    return f"{dotted(path)}{hint}: "


def _items(answers: Answers, path: Path, form: Form, read: Ask, tell: Tell) -> None:
    """Items of a list until a blank line."""
    while True:
        here = (*path, len(answers.at(path) or []))
        while True:
            text = read(_prompt(here, form if here[-1] == 0 else Form("text"), "")).strip()
            if not text:
                return
            try:
                answers.give(path, text)
                break
            except Unfit as error:
                tell(str(error))
        if answers.at(path) == []:
            return


def _piece(answers: Answers, path: Path, form: Form, read: Ask, tell: Tell) -> None:
    """The fields of a piece. Where it may be of several shapes, which one; a blank leaves the piece for later."""
    if form.tag and not _is_given(answers, (*path, form.tag)):
        tell(f"{form.tag} is one of: {', '.join(tags(form))}")
        if not _one(answers, (*path, form.tag), Form("choice"), read, tell):
            return
    given = answers.at(path)
    for field in wanted(piece_of(form, given), given if isinstance(given, dict) else {}):
        if field.name != form.tag:
            _field(answers, (*path, field.name), field, read, tell)


def _pieces(answers: Answers, path: Path, field: Field, read: Ask, tell: Tell) -> None:
    """A list of pieces: first those that are begun, or one; then more as long as people say so."""
    form, given = field.form, answers.at(path)
    if not form.item or given == []:
        return
    _said(path, field, tell, given)
    if not given and not form.fewest and not _yes(f"Add one to {dotted(path)} now?", read):
        return
    number = 0
    while True:
        _piece(answers, (*path, number), form.item, read, tell)
        number += 1
        held = answers.at(path) or []
        if len(held) > number:
            continue
        if len(held) < number or not _yes(f"Another after {dotted((*path, number - 1))}?", read):
            return


def _yes(question: str, read: Ask) -> bool:
    return read(f"{question} (y/N): ").strip().lower() in {"y", "yes"}
