"""An answer, from the command line or a question, as the value that a field takes; or one line on why it can't be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml
from pydantic import BaseModel

from kit.contribute.fields import Form, Sort, fields, piece_of, tags
from kit.errors import UsageError
from kit.library import Library, dotted
from kit.model import KINDS, Record
from kit.model.base import NOT_SAID
from kit.shape import build, near
from kit.yamltree import Path, Unreadable, parse

NONE = "none"
"""What people write for null, or for a list that stays empty."""
NO_VALUE = object()
"""Stands for an answer that was not given."""

_PLAIN: dict[Sort, str] = {"whole": "a whole number", "number": "a number", "yes": "true or false"}
"""Sorts of answers that are no text, and what to call each."""
_STEP = re.compile(r"([a-z_]+)((?:\[\d+\])*)")


class Unfit(Exception):
    """An answer that the field can't take; the message says why in one line."""


@dataclass
class Answers:
    """What is known so far of a record to be."""

    model: type[Record]
    library: Library
    values: dict[str, Any] = field(default_factory=dict)

    def form(self, path: Path) -> Form:
        """What the field at a path may hold. Raises UsageError with the nearest name where there is none."""
        here = Form("piece", models=(self.model,))
        for number, step in enumerate(path):
            if isinstance(step, int) and here.sort == "list" and here.item:
                here = here.item
                continue
            models = self._models(here, path[:number])
            known = {name: one.form for model in models for name, one in fields(model).items()}
            if here.sort == "names":
                return Form("text")
            if isinstance(step, int) or step not in known:
                shown = dotted(path[: number + 1])
                known_names = ", ".join(known) or f"nothing below {dotted(path[:number])}"
                raise UsageError(f"no field '{shown}'; {near(str(step), list(known)) or 'there are: ' + known_names}")
            here = known[step]
        return here

    def _models(self, form: Form, path: Path) -> tuple[type[BaseModel], ...]:
        """The models that a piece may be of; the one alone where its tag was given."""
        if not form.tag or not isinstance(self.at(path), dict) or form.tag not in self.at(path):
            return form.models
        return (piece_of(form, self.at(path)),)

    def at(self, path: Path) -> Any:
        """What is given at a path; None where there is nothing."""
        here: Any = self.values
        for step in path:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def give(self, path: Path, text: str) -> None:
        """Take an answer. Raises Unfit with what is wrong, and keeps nothing then."""
        form = self.form(path)
        many = form.sort == "list" and form.item is not None
        value = self._value(form, text.strip())
        if many and not isinstance(value, list):
            path, form = (*path, len(self.at(path) or [])), form.item or form
            value = self._value(form, text.strip())
        if form.sort in {"piece", "names", "list"} and value not in (None, []):
            raise Unfit(f"{dotted(path)} holds fields; set one of them, such as {dotted(self._inner(form, path))}")
        self._put(path, value)
        try:
            self._check(path, form)
        except Unfit:
            self._take_back(path)
            raise

    def _inner(self, form: Form, path: Path) -> Path:
        while form.sort in {"piece", "list"}:
            if form.sort == "list" and form.item:
                path, form = (*path, 0), form.item
            else:
                name, one = next(iter(fields(form.models[0]).items()))
                path, form = (*path, name), one.form
        return (*path, "FIELD") if form.sort == "names" else path

    def _value(self, form: Form, text: str) -> object:
        if form.silence and text.lower() == NOT_SAID:
            return NOT_SAID
        if text.lower() in {NONE, "null", "[]"} and (form.null or form.sort == "list"):
            return [] if form.sort == "list" else None
        if form.sort == "whole" and re.fullmatch(r"-?\d{1,15}", text):
            return int(text)
        if form.sort == "number" and re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", text):
            return float(text) if "." in text else int(text)
        if form.sort == "yes" and text.lower() in {"yes", "no", "true", "false", "y", "n"}:
            return text.lower()[0] in "yt"
        if form.sort == "reference" and "/" not in text and len(form.kinds) == 1:
            return f"{form.kinds[0]}/{text}"
        return text

    def _put(self, path: Path, value: object) -> None:
        here: Any = self.values
        for step, after in pairwise(path):
            empty: Any = [] if isinstance(after, int) else {}
            if isinstance(step, int):
                _room(here, step, path)
                if step == len(here):
                    here.append(empty)
            elif not isinstance(here.get(step), list | dict):
                here[step] = empty
            here = here[step]
        last = path[-1]
        if isinstance(last, int):
            _room(here, last, path)
            here[last:last + 1] = [value]
        else:
            here[last] = value

    def _take_back(self, path: Path) -> None:
        """Drop a value, and what was only there to hold it."""
        holder = self.at(path[:-1])
        del holder[path[-1]]
        if not holder and len(path) > 1:
            self._take_back(path[:-1])

    def _check(self, path: Path, form: Form) -> None:
        """What the loader would say of the value, and of the record that it names. Raises Unfit."""
        value = self.at(path)
        if form.sort in _PLAIN and isinstance(value, str):
            raise Unfit(f"'{value[:60]}' is not {_PLAIN[form.sort]}")
        if self.tagging(path):
            _check_tag(value, tags(self.form(path[:-1])))
            return
        try:
            tree = parse(yaml.safe_dump(self.values, allow_unicode=True, sort_keys=False, width=10**6))
        except Unreadable as error:
            raise Unfit(error.fault.message) from None
        for fault in build(self.model, tree.value, tree, ())[1]:
            if fault.path == path:
                raise Unfit("; ".join(part for part in (fault.message, fault.hint) if part))
        if form.sort == "reference" and isinstance(value, str):
            _check_reference(value, form, self.library)

    def tagging(self, path: Path) -> bool:
        """Whether a field is the one that tells the models of its piece apart."""
        return bool(path[:-1]) and self.form(path[:-1]).tag == path[-1]


def _room(here: list[Any], step: int, path: Path) -> None:
    if step > len(here):
        raise Unfit(f"{dotted(path)} leaves a gap; the next is [{len(here)}]")


def _check_tag(value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        hint = near(str(value), list(known))
        raise Unfit(f"'{str(value)[:60]}' is not one of {', '.join(known)}; {hint}".rstrip("; "))


def _check_reference(value: str, form: Form, library: Library) -> None:
    kind, _, name = value.partition("/")
    if kind not in KINDS:
        raise Unfit(f"no kind '{kind}'; {near(kind, list(KINDS))}".rstrip("; "))
    if form.kinds and kind not in form.kinds:
        raise Unfit(f"'{value}' is a {kind}; expected a {' or '.join(form.kinds)}")
    if value not in library.claimed and kind not in library.unsure:
        ids = sorted(ref.partition("/")[2] for ref in library.claimed if ref.startswith(f"{kind}/"))
        raise Unfit(f"no {kind} '{name}'; {near(name, ids) or 'there are: ' + ', '.join(ids[:8]) + ' ...'}")


def place(text: str) -> Path:
    """A field as people write it, `steps[0].name`, as a path. Raises UsageError where it is none."""
    path: list[str | int] = []
    for part in text.strip().split("."):
        found = _STEP.fullmatch(part)
        if not found:
            raise UsageError(f"'{text[:60]}' names no field; write it as name, today.text or steps[0].name")
        path += [found[1], *(int(number) for number in re.findall(r"\d{1,4}", found[2]))]
    return tuple(path)
