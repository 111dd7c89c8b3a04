"""What the models say of a kind's fields: their order in a file, what must be given, what each may hold, and why."""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kit.model import Brand, Record, Reference
from kit.model.base import NOT_SAID, Layers, RefTo
from kit.sorts import sort

Sort = Literal["text", "choice", "whole", "number", "yes", "reference", "list", "piece", "names"]
"""What a field holds: `piece` is a set of fields of its own, `names` fields with names of the writer's choice."""


@dataclass(frozen=True)
class Form:
    """What a field may hold."""

    sort: Sort
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """The kinds that a reference may lead to; any if none."""
    item: Form | None = None
    """What a list holds."""
    fewest: int = 0
    """Items that a list needs."""
    models: tuple[type[BaseModel], ...] = ()
    """The piece's model, or several, told apart by `tag`."""
    tag: str = ""
    null: bool = False
    """Whether it may be null."""
    silence: bool = False
    """Whether "not said" may stand where the source is silent."""


@dataclass(frozen=True)
class Field:
    """A field of a kind, or of a piece of one."""

    name: str
    form: Form
    required: bool
    words: str
    """What may go in, as Markdown."""
    why: str
    """The model's own words on what it is for; may be empty."""

    @property
    def comment(self) -> str:
        """What to say of it in a file: what it is for, then what it may hold."""
        words = "" if self.form.sort == "piece" else f"{self.words[:1].upper()}{self.words[1:]}."
        return " ".join(part for part in (self.why, words) if part)


def in_order(model: type[BaseModel]) -> list[str]:
    """A model's fields as files have them: the id, its own, the three layers after the name, provenance last."""
    names = list(model.model_fields)
    if not issubclass(model, Record):  # what tells it from its likes comes first
        return sorted(names, key=lambda name: len(get_args(model.model_fields[name].annotation)) != 1
                      or get_origin(model.model_fields[name].annotation) is not Literal)
    shared = [name for name in Record.model_fields if name != "id"]
    layers = [name for name in Layers.model_fields if issubclass(model, Layers)]
    own = [name for name in names if name not in {"id", *shared, *layers}]
    after = own.index("name") + 1 if "name" in own else 0
    return ["id", *own[:after], *layers, *own[after:], *shared]


@cache
def fields(model: type[BaseModel]) -> dict[str, Field]:
    """A model's fields by name, in the order of files."""
    return {name: _field(model, name) for name in in_order(model)}


def _field(model: type[BaseModel], name: str) -> Field:
    info, hint = model.model_fields[name], get_type_hints(model, include_extras=True)[name]
    words, why = sort(hint, info.is_required()).words, " ".join((info.description or "").split())
    return Field(name, _form(hint), info.is_required(), words, why)


def owed(model: type[BaseModel], origin: object) -> str:
    """The field that an origin asks for besides: where the paper says it, or which later source does."""
    if not issubclass(model, Record) or issubclass(model, Reference | Brand):
        return ""
    return {"paper": "source", "later": "sources"}.get(str(origin), "")


def wanted(model: type[BaseModel], values: dict[str, object]) -> list[Field]:
    """The fields that must be given, those that the origin asks for among them."""
    extra = owed(model, values.get("origin"))
    return [
        replace(field, form=replace(field.form, fewest=1, null=False)) if name == extra else field
        for name, field in fields(model).items() if field.required or name == extra
    ]


def piece_of(form: Form, values: object) -> type[BaseModel]:
    """The model of a piece: the one that its tag names, else the first."""
    given = values.get(form.tag) if isinstance(values, dict) else None
    tagged = (model for model in form.models if given in fields(model)[form.tag].form.choices) if form.tag else ()
    return next(iter(tagged), form.models[0])


def tags(form: Form) -> tuple[str, ...]:
    """The values by which the models of a piece are told apart."""
    return tuple(choice for model in form.models for choice in fields(model)[form.tag].form.choices) if form.tag else ()


def _form(hint: Any, marks: tuple[Any, ...] = ()) -> Form:
    if get_origin(hint) is Annotated:
        inner, *own = get_args(hint)
        return _form(inner, (*own, *marks))
    marks = tuple(one for mark in marks for one in _opened(mark))
    if get_origin(hint) in (Union, types.UnionType):
        return _union(get_args(hint), marks)
    if get_origin(hint) is list:
        fewest = max((getattr(mark, "min_length", None) or 0 for mark in marks), default=0)
        return Form("list", item=_form(get_args(hint)[0]), fewest=fewest)
    if get_origin(hint) is Literal:
        return Form("choice", choices=tuple(map(str, get_args(hint))))
    if get_origin(hint) is dict:
        return Form("names")
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Form("piece", models=(hint,))
    rule = next((mark for mark in marks if isinstance(mark, RefTo)), None)
    if rule:
        return Form("reference", kinds=rule.kinds)
    sorts: dict[Any, Sort] = {int: "whole", float: "number", bool: "yes"}
    return Form(sorts.get(hint, "text"))


def _opened(mark: Any) -> tuple[Any, ...]:
    """What `Field(...)` holds, or the mark itself."""
    return (mark, *mark.metadata) if isinstance(mark, FieldInfo) else (mark,)


def _union(members: tuple[Any, ...], marks: tuple[Any, ...]) -> Form:
    forms = [_form(member, marks) for member in members if member is not types.NoneType]
    null = len(forms) < len(members)
    said = [form for form in forms if form.choices != (NOT_SAID,)]
    tag = next((mark.discriminator for mark in marks if isinstance(mark, FieldInfo) and mark.discriminator), "")
    models = tuple(model for form in said for model in form.models)
    return replace(said[0], models=models, tag=str(tag), null=null, silence=len(said) < len(forms))
