"""Every kind, every piece of one and every field is told of in the handbook, from the models themselves."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, Field

import kit.model
from kit.handbook.kinds import KindPage, Section, field_words, kind_pages, kinds, sections, told, yaml
from kit.handbook.site import View
from kit.model import KINDS, Case
from kit.model.base import Layers, Name, Piece, Record
from kit.model.summary import Counted
from kit.sorts import sort

from .conftest import Read

PAGES = list(kind_pages())
SHORTEST = 15
MIXED_IN = {Piece, Layers, Counted}
"""Models that only lend their fields to others."""


def models() -> list[type[BaseModel]]:
    """Every model of the records' package, however deep within another it stands."""
    found: list[type[BaseModel]] = []
    for module in pkgutil.iter_modules(kit.model.__path__):
        held = vars(importlib.import_module(f"kit.model.{module.name}")).values()
        found += [one for one in held if isinstance(one, type) and issubclass(one, Piece) and one not in found]
    return found


FIELDS = [(model, name) for model in models() for name in model.model_fields]

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@pytest.fixture
def read(page: KindPage, site_folder: Path) -> Read:
    return Read((site_folder / page.path / "index.html").read_text("utf-8"))


def test_there_is_a_page_for_every_kind(view: View) -> None:
    assert set(KINDS) <= {page.name for page in PAGES}
    index = str(kinds(view))
    assert [page.name for page in PAGES if f"contribute/kinds/{page.name}/" not in index] == []


def test_every_model_is_on_some_page() -> None:
    shown = {model for page in PAGES for model in page.models}
    assert {one.__name__ for one in set(models()) - shown - MIXED_IN} == set()


@each_page
def test_a_page_has_every_field(page: KindPage, read: Read) -> None:
    ids = {attributes.get("id") for _, attributes in read.elements}
    for section in page.models:
        anchor = Section(section, "", "", []).anchor
        assert [name for name in told(section) if f"{anchor}-{name}" not in ids] == []


@each_page
def test_a_page_says_what_every_field_means_and_what_goes_in(page: KindPage, read: Read, view: View) -> None:
    text = " ".join(read.text.split())
    for section in sections(view, page):
        for field in section.fields:
            assert " ".join(view.plain(field.words).split()) in text
            assert " ".join(view.plain(field.sort.words).split()) in text


@each_page
def test_no_two_places_of_a_page_have_one_name(page: KindPage, read: Read) -> None:
    ids = [str(attributes["id"]) for _, attributes in read.elements if attributes.get("id")]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_every_field_is_explained(model: type[BaseModel], name: str) -> None:
    words = field_words(model, name)
    assert len(words) >= SHORTEST, f"{model.__module__}.{model.__name__}.{name} needs a docstring below it"
    assert words.strip(". ").lower() != name.replace("_", " ")
    assert " — " not in words
    assert words[0].isupper() or not words[0].isalpha()
    assert words.rstrip('"').endswith((".", "?", "!", "`")), words


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_model_is_explained(model: type[BaseModel]) -> None:
    assert len((model.__dict__.get("__doc__") or "").strip()) >= SHORTEST - 3, model.__name__


def test_fields_that_every_record_has_are_told_once() -> None:
    assert set(told(Case)).isdisjoint(Record.model_fields)
    assert {"summary", "plain", "text", "exchange"} <= set(told(Case))
    assert told(Record) == list(Record.model_fields)


def test_examples_come_from_real_records(view: View) -> None:
    first = sections(view, KindPage("case"))[0]
    shown = {field.name: field.example for field in first.fields}
    names = {f"name: {yaml(one.name)}" for one in view.site.library.all(Case)}
    assert shown["name"] in names
    assert re.match(r"principles:\n  - principle/", shown["principles"])
    assert shown["exchange"] == ""  # it has fields of its own, with examples


@pytest.mark.parametrize(
    ("model", "name", "said"),
    [
        (Case, "summary", "one line of text, at most 160 characters"),
        (Case, "plain", "text, in as many paragraphs as it needs, at most 60 words"),
        (Case, "cell", "a record, written `matrix/…`, or `null`"),
        (Case, "sectors", "a list; each is a record, written `sector/…`"),
        (Case, "years", "one line of text, at most 400 characters, or `not said` where the source is silent"),
        (KINDS["activity"], "debrief", "a list of at least 2; each is one line of text, at most 400 characters"),
        (KINDS["brand"], "pairs", "a list; each has fields of its own"),
        (KINDS["reference"], "doi", "a DOI, which begins with `10.`"),
        (KINDS["event"], "date", 'a year, month or day, in quotes: `"2009"`, `"2009-12"`, `"2009-12-31"`'),
        (KINDS["workshop"], "minutes", "a whole number, more than 0"),
    ],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_what_goes_in_is_said_in_plain_words(view: View, model: type[Record], name: str, said: str) -> None:
    fields = {field.name: field for one in sections(view, KindPage(model.kind)) for field in one.fields}
    assert fields[name].sort.words == said


def test_the_narrower_limit_counts() -> None:
    assert sort(Name).words == "one line of text without links, at most 120 characters"
    assert sort(Annotated[Name, Field(max_length=60)]).words == "one line of text without links, at most 60 characters"


def test_these_pages_stay_out_of_search(site_folder: Path) -> None:
    index = (site_folder / "search/search_index.json").read_text("utf-8")
    assert '"contribute/' in index
    assert '"contribute/kinds/case/' not in index
