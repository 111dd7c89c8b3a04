"""Every kind of record and every field of it, as pages for those who write records: made from the models themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import getdoc, getmodule
from pathlib import PurePosixPath
from typing import Any, get_args, get_type_hints

from markupsafe import Markup
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kit.handbook.site import View
from kit.model import KINDS, Record
from kit.model.brought import Brought
from kit.model.edition import Edition, Override
from kit.model.response import Response
from kit.model.slides import AnySlide, Slide
from kit.model.summary import Summary
from kit.refs import PAGES
from kit.sorts import Sort, sort

FOLDER = "contribute/kinds"
EVERY, SLIDES = "every-record", "slides"
SHARED: tuple[type[BaseModel], ...] = (Record, Slide)
"""Models whose fields many others have: told once, on a page of their own or at its head."""
FILES: dict[str, type[BaseModel]] = {
    "edition": Edition, "overrides": Override, "brought": Brought, "response": Response, "summary": Summary,
}
"""Files that are no records, by the name of their page."""
_TITLES = {
    EVERY: "What every record has", SLIDES: "Slides", "edition": "The file edition.yml",
    "overrides": "An edition's own words in our records", "brought": "Your own self-assessment",
    "response": "A response: what one person answered",
    "summary": "A summary: many responses together",
}
LONGEST = 140
"""Characters of an example; the rest is cut."""


@dataclass(frozen=True)
class Field:
    """One field, as its writer needs to know it."""

    name: str
    words: str
    """What it means, as Markdown."""
    needed: bool
    default: str
    """What it is when it is left out; empty where that is nothing."""
    sort: Sort
    example: str
    """From a real record, as YAML; empty where none has it."""


@dataclass(frozen=True)
class Section:
    """The fields of one model."""

    model: type[BaseModel]
    title: str
    words: str
    fields: list[Field]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return slug(self.model)


@dataclass(frozen=True)
class KindPage:
    """A page on one kind of record, or on what several have in common."""

    name: str
    """The last part of its address: a kind's name, `slides`, `every-record` or that of another file."""

    @property
    def path(self) -> str:
        """Below the site's root, without an ending."""
        return f"{FOLDER}/{self.name}"

    @property
    def title(self) -> str:
        """The page's title."""
        return _TITLES.get(self.name) or f"A record of kind {self.name}"

    @property
    def description(self) -> str:
        """One line for link previews."""
        return f"{self.title}: every field, with what it means, what may go in and an example."

    @property
    def meta(self) -> dict[str, Any]:
        """The page's settings. Search leaves it out: readers look for what the records say, and find it."""
        return {
            "title": self.title, "description": self.description, "hide": ["navigation"], "terms": False,
            "search": {"exclude": True},
        }

    @property
    def models(self) -> list[type[BaseModel]]:
        """The models that the page tells of, the first being what it is about."""
        if self.name == EVERY:
            return list(_within(Record))
        if self.name == SLIDES:
            slides = get_args(get_args(AnySlide)[0])
            return list(dict.fromkeys([Slide, *(piece for one in slides for piece in _within(one))]))
        return list(_within(KINDS.get(self.name) or FILES[self.name]))

    @property
    def source(self) -> str:
        """The file of the code that says all this, below the project's root."""
        return f"{str(getattr(getmodule(self.models[0]), '__name__', '')).replace('.', '/')}.py"


def kind_pages() -> Iterator[KindPage]:
    """Every page, in the order of the index."""
    for name in (*KINDS, EVERY, SLIDES, *FILES):
        yield KindPage(name)


def render(view: View, page: KindPage) -> Markup:
    """A page as HTML."""
    first, *others = sections(view, page)
    kind = KINDS.get(page.name)
    records = _fullest_first(view, kind) if kind else []
    return view.render(
        "kind.html", page=page, first=first, others=others, kind=kind, records=records, links=_linker(view, page),
        every=view.page(f"{FOLDER}/{EVERY}"), home=_home(view, page.name),
        shared=list(Record.model_fields), lives=_lives,
    )


def _home(view: View, kind: str) -> str:
    """The page that lists a kind's records, as a path below the root; empty where there is none."""
    page, _, anchor = PAGES.get(kind, "").partition("#")
    folders = [str(one) for one in PurePosixPath(page).parents if str(one) in view.site.index_pages]
    return page if anchor else next(iter(folders), "")


def _lives(view: View, kind: type[Record]) -> str:
    """The file below `data/` that holds a kind's records, or the folder where they have several."""
    alone = f"{kind.plural}.yml"
    return alone if (view.site.library.folder / alone).is_file() else f"{kind.plural}/"


def kinds(view: View) -> Markup:
    """The index: every kind in a line, with where it lives."""
    return view.render(
        "fragment_kinds.html", kinds=KINDS, words=words_of, others=[KindPage(one) for one in (EVERY, SLIDES, *FILES)],
        folder=FOLDER, lives=_lives,
    )


def sections(view: View, page: KindPage) -> list[Section]:
    """The page's models with their fields, and an example of each from the records."""
    examples = _examples(view, page)
    return [
        Section(model, _title(model), words_of(model), [_field(model, name, examples) for name in told(model)])
        for model in page.models
    ]


def words_of(model: type[BaseModel]) -> str:
    """A model's docstring in one paragraph, as Markdown."""
    return " ".join((getdoc(model) or "").split())


def told(model: type[BaseModel]) -> list[str]:
    """The fields that are told with a model: its own first, then inherited ones that no page tells once for all."""
    own = [name for name in model.__annotations__ if name in model.model_fields]
    told_once = {name for base in SHARED if base in model.__mro__[1:] for name in base.model_fields}
    return own + [name for name in model.model_fields if name not in own and name not in told_once]


def field_words(model: type[BaseModel], name: str) -> str:
    """What a field means: its own docstring, or that of the model it inherits from; a tag's is the same for all."""
    for base in model.__mro__:
        if issubclass(base, BaseModel) and name in base.model_fields:
            description = base.model_fields[name].description
            if description:
                return " ".join(description.split())
    if len(get_args(model.model_fields[name].annotation)) == 1:
        return "Says which sort this is, and so which other fields it has."
    return ""


def slug(model: type[BaseModel]) -> str:
    """A model's name as an anchor: `ActivityPart` is `activity-part`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


def _title(model: type[BaseModel]) -> str:
    return "Every slide" if model is Slide else slug(model).replace("-", " ").capitalize()


def _field(model: type[BaseModel], name: str, examples: dict[tuple[type[BaseModel], str], str]) -> Field:
    info = model.model_fields[name]
    hint = get_type_hints(model, include_extras=True)[name]
    return Field(
        name, field_words(model, name), info.is_required(), _default(info), sort(hint, info.is_required()),
        examples.get((model, name), ""),
    )


def _default(info: FieldInfo) -> str:
    value = info.default
    return yaml(value) if not info.is_required() and isinstance(value, bool | int | float | str) and value != "" else ""


def _within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and every one inside it, once each, slides and what every record has left to their own pages."""
    found, waiting = [model], [model]
    while waiting:
        one = waiting.pop(0)
        yield one
        hints = get_type_hints(one, include_extras=True)
        inner = [piece for name in told(one) for piece in sort(hints[name]).pieces]
        fresh = [piece for piece in dict.fromkeys(inner) if piece not in found and not issubclass(piece, Slide)]
        found += fresh
        waiting += fresh


def _linker(view: View, page: KindPage) -> Any:
    """Gives names and addresses of models' sections on this page, and of the page on slides for those."""
    here = set(page.models)

    def links(models: Iterable[type[BaseModel]]) -> list[tuple[str, str]]:
        found = [("a slide", view.page(f"{FOLDER}/{SLIDES}")) for one in models if one not in here]
        return list(dict.fromkeys([*((_title(one), f"#{slug(one)}") for one in models if one in here), *found]))

    return links


def _examples(view: View, page: KindPage) -> dict[tuple[type[BaseModel], str], str]:
    """The first value of each field that some record sets, as YAML."""
    found: dict[tuple[type[BaseModel], str], str] = {}

    def walk(value: Any) -> None:
        if isinstance(value, BaseModel):
            for name, inner in value:
                if (type(value), name) not in found and inner not in (None, [], {}) and name in value.model_fields_set:
                    found[type(value), name] = _example(name, inner)
                    if isinstance(value, Record | Slide):
                        found.setdefault((Record if isinstance(value, Record) else Slide, name), _example(name, inner))
                walk(inner)
        for inner in value if isinstance(value, list) else []:
            walk(inner)

    kind = KINDS.get(page.name)
    names = [page.name] if kind else ["activity", "workshop"] if page.name == SLIDES else list(KINDS)
    for name in names if page.name not in FILES else []:
        for record in _fullest_first(view, KINDS[name]):
            walk(record)
    return found


def _fullest_first(view: View, kind: type[Record]) -> list[Record]:
    """A kind's records in use: those that set the most fields show best how one is written."""
    records = [one for one in view.site.library.all(kind) if one.retired is None]
    return sorted(records, key=lambda one: -len(one.model_fields_set))


def _example(name: str, value: Any) -> str:
    """A field as a file has it, cut where it is long; nothing for what has fields of its own."""
    first = value[0] if isinstance(value, list) else value
    if isinstance(first, BaseModel):
        return ""
    if isinstance(value, dict):
        return f"{name}: {{{', '.join(f'{key}: {yaml(one)}' for key, one in value.items())}}}"[:LONGEST]
    said = yaml(first)
    cut = said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"{name}:\n  - {cut}" if isinstance(value, list) else f"{name}: {cut}"


def yaml(value: Any) -> str:
    """A plain value as YAML, on one line: text in double quotes where it could be read as something else."""
    if not isinstance(value, str):
        return json.dumps(value)
    text = " ".join(value.split())
    plain = re.fullmatch(r"[A-Za-z][^:#\[\]{}]*", text) and text.lower() not in {"true", "false", "null", "yes", "no"}
    return text if plain else json.dumps(text, ensure_ascii=False)


__all__ = ["FILES", "KindPage", "Section", "field_words", "kind_pages", "kinds", "render", "sections", "told"]
