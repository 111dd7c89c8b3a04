"""What every page needs: relative links, the edition's own addresses, marks of origin, the way to a record's file."""

from __future__ import annotations

import pytest

from kit.handbook.site import Download, Site, View, by_kind
from kit.library import Library
from kit.refs import Address
from kit.settings import Settings

from .conftest import ROOT, UNSET, Read

SET = Settings(site_url=None, repository="https://github.example/a/b", branch="trunk", contact=None)


@pytest.mark.parametrize(
    ("name", "size", "weight"),
    [("a.pptx", 84_400, "PowerPoint, 84 KB"), ("a.pdf", 12, "PDF, 1 KB"), ("a.odd", 2_600, "File, 3 KB")],
)
def test_a_download_says_its_form_and_size(name: str, size: int, weight: str) -> None:
    assert Download(name, "T", "W", "case/x", size).weight == weight


def test_links_are_relative_to_the_page(view: View) -> None:
    assert view.href("case/taff-housing") == "taff-housing/"
    assert view.href("term/time-bank") == "../../look-up/glossary/#term-time-bank"
    assert view.page("kit") == "../../kit/"
    assert view.to("downloads/a.pptx") == "../../downloads/a.pptx"


def test_links_of_the_offline_edition_name_files(library: Library) -> None:
    site = Site(library, UNSET, directory_urls=False, index_pages={"kit", "see/cases"})
    assert site.url(Address("see/cases/taff-housing")) == "see/cases/taff-housing.html"
    assert site.url(Address("see/evidence", "x")) == "see/evidence.html#x"
    assert site.url(Address("kit")) == "kit/index.html"
    assert site.url(Address("")) == "index.html"


def test_silence_is_said_as_a_sentence(view: View) -> None:
    assert Read(view.md("not said")).text == "The source doesn't say."
    assert Read(view.line("not said")).text == "The source doesn't say."
    assert Read(view.line("It was not said")).text == "It was not said"


def test_text_becomes_html_with_links_to_records(view: View) -> None:
    read = Read(view.md("See [[case/taff-housing]] & **more**."))
    assert read.text.strip() == "See Taff Housing time credits & more."
    assert read.attributes("href") == ["taff-housing/"]
    assert "strong" in [tag for tag, _ in read.elements]


def test_the_words_of_a_link_are_escaped(view: View) -> None:
    read = Read(view.line("[[case/taff-housing|<script>alert(1)</script>]]"))
    assert read.text == "<script>alert(1)</script>"
    assert [tag for tag, _ in read.elements] == ["a"]
    assert Read(view.link("case/taff-housing", "<b>")).text == "<b>"


def test_a_field_is_marked_only_where_its_origin_differs(view: View, library: Library) -> None:
    case = library.get("case/taff-housing")
    assert view.mark(case, "text") == ""
    assert Read(view.mark(case, "lesson")).text == "Our suggestion"
    assert Read(view.origin(case)).text == "From the 2009 paper"


def test_no_repository_no_edit_link(view: View, library: Library) -> None:
    assert view.edit(library.get("case/taff-housing")) is None


def test_the_edit_link_names_branch_file_and_line(library: Library) -> None:
    there = Site(library, SET).view("")
    assert there.edit(library.get("case/taff-housing")) == (
        "https://github.example/a/b/edit/trunk/data/cases/taff-housing.yml"
    )
    term = library.get("term/time-bank")
    address, _, line = str(there.edit(term)).partition("#L")
    assert address == "https://github.example/a/b/edit/trunk/data/terms.yml"
    lines = (ROOT / "data/terms.yml").read_text("utf-8").splitlines()
    assert lines[int(line) - 1] == "- id: time-bank"


def test_a_record_from_no_file_has_no_edit_link(library: Library) -> None:
    stranger = library.get("case/taff-housing").model_copy(update={"id": "stranger"})
    assert Site(library, SET).view("").edit(stranger) is None


def test_records_are_grouped_under_their_kinds_headings(library: Library) -> None:
    refs = ["case/keyring", "term/time-bank", "case/taff-housing"]
    groups = by_kind([library.get(ref) for ref in refs])
    assert {heading: [one.id for one in records] for heading, records in groups.items()} == {
        "Cases": ["keyring", "taff-housing"], "Glossary": ["time-bank"],
    }


def test_a_sites_address_names_its_host(view: View) -> None:
    assert view.host("https://www.example.org/a/b") == "example.org"
