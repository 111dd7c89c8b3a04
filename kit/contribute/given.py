"""Answers given on the command line."""

from __future__ import annotations

from kit.contribute.answers import Answers, Unfit, place
from kit.contribute.scaffold import give_id, next_order, slug
from kit.errors import UsageError
from kit.library import dotted


def take(answers: Answers, name: str, pairs: list[str]) -> None:
    """Take `field=value` pairs and an id. Raises UsageError at the first that can't be used, in one line."""
    for pair in pairs:
        field, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(f"--set {pair[:60]}: expected FIELD=VALUE, such as --set name=\"A name\"")
        path = place(field)
        if path == ("id",):
            name = name or text
            continue
        if not text.strip():
            raise UsageError(f"--set {dotted(path)}: is empty; leave it out, or write `none` where it may be null")
        try:
            answers.give(path, text)
        except Unfit as error:
            raise UsageError(f"--set {dotted(path)}: {error}") from None
    if name:
        try:
            give_id(answers, name)
        except Unfit as error:
            raise UsageError(f"--id: {error}") from None


def fill(answers: Answers) -> None:
    """Work out what need not be asked: an id from the name, and the place after the last.

    Raises UsageError where there is neither id nor name.
    """
    if "id" not in answers.values:
        made = slug(str(answers.values.get("name", "")), answers.library, answers.model.kind)
        if not made:
            raise UsageError("it needs an id: give --id, or --set name=... to make one from")
        answers.values["id"] = made
    order = next_order(answers.model, answers.library)
    if order is not None:
        answers.values.setdefault("order", order)
