"""JSON-LD: what it says of definitions, words and cases is what the records say, and it can't leave its element."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from builder import NOWHERE, SOMEWHERE, with_records

from kit.handbook.publish import Head, head
from kit.handbook.site import Site
from kit.handbook.structured import about_page, work
from kit.library import Library
from kit.model import Case, Definition, Reference, Term
from kit.refs import Web, address

from .conftest import Read

HOME = "https://example.org/handbook/"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture
def there(library: Library) -> Site:
    return Site(library, SOMEWHERE)


def case(library: Library, name: str) -> Case:
    found = library.get(f"case/{name}")
    assert isinstance(found, Case)
    return found


def node(site: Site, page: str, record: Case | None = None) -> dict[str, Any]:
    found = about_page(site, page, record)
    assert found
    assert found["@context"] == "https://schema.org"
    return found


def test_definitions_are_a_set_of_terms(there: Site, library: Library) -> None:
    found = node(there, "understand/what-it-is")
    assert found["@type"] == "DefinedTermSet"
    terms = {one["termCode"]: one for one in found["hasDefinedTerm"]}
    assert list(terms) == [one.id for one in library.all(Definition)]
    cahn = terms["cahn-2001"]
    assert cahn["@type"] == "DefinedTerm"
    assert cahn["url"] == f"{HOME}understand/what-it-is/#definition-cahn-2001"
    assert cahn["inDefinedTermSet"] == found["@id"] == f"{HOME}understand/what-it-is/"
    assert cahn["disambiguatingDescription"].startswith("Edgar Cahn, 2001. ")


def test_the_glossary_is_one_too(there: Site, library: Library) -> None:
    terms = {one["termCode"]: one for one in node(there, "look-up/glossary")["hasDefinedTerm"]}
    assert set(terms) == {one.id for one in library.all(Term)}
    for record in library.all(Term):
        assert terms[record.id]["name"] == record.name
        assert "[[" not in terms[record.id]["description"]


def test_a_case_names_its_place_its_principles_and_its_sources(there: Site, library: Library) -> None:
    record = case(library, "taff-housing")
    found = node(there, address(record).page, record)
    assert found["@type"] == "Article"
    assert found["headline"] == record.name
    assert found["url"] == f"{HOME}see/cases/taff-housing/"
    assert [one["name"] for one in found["about"]] == [
        record.name, *(library.get(ref).title for ref in record.principles)
    ]
    assert [one["name"] for one in found["citation"]] == [one.name for one in Web(library).citations(record)]
    assert "Wales" in found["contentLocation"]["name"]


def test_every_case_has_one_and_other_pages_have_none(there: Site, library: Library) -> None:
    for record in library.all(Case):
        text = json.dumps(node(there, address(record).page, record))
        assert "not said" not in text
        assert "[[" not in text
        assert "null" not in text
    assert about_page(there, "see/cases", None) is None


def test_addresses_that_are_dead_are_not_given(library: Library) -> None:
    works = [one for one in library.all(Reference) if one.url]
    assert {one.link for one in works} >= {"unchecked", "dead"}
    for one in works:
        assert ("url" in work(one)) == (one.link != "dead")


def test_text_can_not_leave_the_element(library: Library) -> None:
    odd = case(library, "keyring").model_copy(
        update={"name": "</script><script>alert(1)</script>", "summary": "<!-- <script> & \u2028 ]]>"}
    )
    site = Site(with_records(library, odd), SOMEWHERE)
    html = str(head(site.view("see/cases/keyring/"), Head("see/cases/keyring", odd.name, odd.summary, odd)))
    (found,) = BLOCK.findall(html)
    assert json.loads(found)["headline"] == odd.name
    read = Read(html)
    assert [tag for tag, _ in read.elements].count("script") == 1
    assert read.slips == []


def test_the_built_pages_hold_it(published_folder: Path) -> None:
    for path in ("see/cases/taff-housing", "understand/what-it-is", "look-up/glossary"):
        (found,) = BLOCK.findall((published_folder / path / "index.html").read_text("utf-8"))
        assert json.loads(found)["@context"] == "https://schema.org"
    assert BLOCK.findall((published_folder / "honesty/index.html").read_text("utf-8")) == []


def test_without_an_address_nothing_is_said(library: Library) -> None:
    record = case(library, "keyring")
    site = Site(library, NOWHERE)
    html = head(site.view("see/cases/keyring/"), Head("see/cases/keyring", record.name, record.summary, record))
    assert BLOCK.findall(str(html)) == []
