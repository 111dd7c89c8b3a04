"""A record as YAML: every field in its place, with what it is for, and a mark where words are still to come."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import yaml
from pydantic import BaseModel

from kit.contribute.fields import Field, Form, fields, piece_of, tags, wanted

MARK = "# TO WRITE"
"""Stands behind a field that has no value yet, which is empty or a comment, so that the checks ask for it."""
WIDTH = 116
LONG = 90
"""Characters from which a text gets lines of its own below the field's name."""


class _Folded(str):
    """A text to write in lines of its own."""


class _Dumper(yaml.SafeDumper):
    """YAML as the records have it: lists indented, double quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style


_Dumper.add_representer(_Folded, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">"))


def dumped(name: str, value: object) -> list[str]:
    """A field with its value, as lines of YAML."""
    text = yaml.dump(
        {name: _folded(value)}, Dumper=_Dumper, width=WIDTH, allow_unicode=True, sort_keys=False,
        default_flow_style=False,
    )
    return text.removesuffix("\n").split("\n")


def _folded(value: object) -> object:
    if isinstance(value, dict):
        return {name: _folded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_folded(one) for one in value]
    return _Folded(value) if isinstance(value, str) and len(value) > LONG else value


def lines(model: type[BaseModel], values: dict[str, Any], comments: bool = True) -> Iterator[str]:
    """The lines of a record or of a piece of one. `values` holds what is known; the rest is marked.

    With `comments` every field says what it is for, and those that may be left out stand there as comments.
    """
    must = {field.name: field for field in wanted(model, values)}
    for name, field in fields(model).items():
        given = values.get(name)
        if comments and (name in values or name in must) and field.why:
            yield from _comment(field.comment)
        if name in values and not _holds_pieces(field.form, given):
            yield from dumped(name, given)
        elif name in values or name in must:
            yield from _open(must.get(name, field), given, comments)
        elif comments:
            yield from _comment(f"Optional. {field.comment}")
            yield from (f"# {line}" for line in _as_it_is(model, name, field))


def _as_it_is(model: type[BaseModel], name: str, field: Field) -> list[str]:
    """A field that may be left out, with the value that it has then."""
    default = model.model_fields[name].default
    return dumped(name, default) if default not in (None, {}) else [f"{name}:"]


def _holds_pieces(form: Form, value: object) -> bool:
    """Whether a value has models of its own below it, whose fields are to be written one by one."""
    inner = form.item if form.sort == "list" and value else form
    return inner is not None and inner.sort == "piece" and value is not None


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def _open(field: Field, given: Any, comments: bool) -> Iterator[str]:
    """A field that lacks something: the piece or the list below it, or a mark."""
    form = field.form
    if form.sort == "piece":
        yield f"{field.name}:"
        yield from _indented(_piece(form, given or {}, comments), "  ")
    elif form.sort == "list" and form.item and form.item.sort == "piece" and (given or form.fewest):
        yield f"{field.name}:"
        for number, one in enumerate(given or [{}]):
            yield from _indented(_piece(form.item, one, comments and not number), "  - ")
    else:  # an empty field is null: where null would pass, only a missing one is asked for
        yield f"{'# ' * form.null}{field.name}:  {MARK}"


def _piece(form: Form, values: dict[str, Any], comments: bool) -> Iterator[str]:
    model = piece_of(form, values)
    if form.tag and form.tag not in values:  # the first of several shapes stands for all
        values = {form.tag: tags(form)[0], **values}
        if comments:
            yield from _comment(f"{form.tag} may be: {', '.join(tags(form))}. Each has fields of its own.")
    yield from lines(model, values, comments)


def _indented(inner: Iterator[str], first: str) -> Iterator[str]:
    """Lines below a field; a list's dash stands before the first that is no comment."""
    lead, blank = first, " " * len(first)
    for line in inner:
        if line.startswith("#"):
            yield f"{blank}{line}"
        else:
            yield f"{lead}{line}"
            lead = blank
