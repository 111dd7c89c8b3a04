"""A summary on paper: tagged, in words first, with the summary's own figures, and nothing that is obeyed."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from reports import EVIL, Made, fourteen, nobody, theirs

from kit import printing
from kit.library import Library

from .conftest import NOWHERE, SOMEWHERE, WHEN
from .reading import levels, read_aloud, squeezed, words

STAYS = "This summary stays with the people in the room."


def made(of: Made) -> bytes:
    return printing.report(of.report(), of.library, NOWHERE, WHEN)


def by_page(data: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [squeezed("".join(char["text"] for char in page.chars)) for page in pdf.pages]


@pytest.fixture(scope="module")
def full(library: Library) -> bytes:
    return made(fourteen(library))


def test_it_is_tagged_has_a_title_and_a_language(full: bytes, library: Library) -> None:
    with pikepdf.open(BytesIO(full)) as pdf, pdf.open_metadata() as meta:
        assert pdf.Root.MarkInfo.Marked
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == fourteen(library).report().title
        assert str(pdf.Root.Lang) == "en-GB"


def test_headings_skip_no_level(full: bytes) -> None:
    found = levels(full)
    assert found[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(found))


def test_first_page_tells_it_in_words(full: bytes, library: Library) -> None:
    told, first = fourteen(library).report(), by_page(full)[0]
    assert squeezed("This is a conversation starter, not a validated measure.") in first
    for part in (*told.who, *(f"{name}: {count}" for name, count in told.groups)):
        assert squeezed(part) in first
    for point in (*told.differ, *told.agree, *told.begin):
        assert squeezed(point.name) in first
        assert all(squeezed(line) in first for line in point.lines)


@pytest.mark.poppler
def test_figures_are_those_of_the_summary(full: bytes, library: Library, tmp_path: Path) -> None:
    aloud, of = read_aloud(full, tmp_path), fourteen(library)
    names = {"professionals": "Staff", "people": "People who use it"}
    for one in of.summary.statements:
        assert one.everyone
        for name, found in (("Everyone", one.everyone), *((names[role.role], role) for role in one.roles)):
            figures = (*found.levels.values(), found.dont_know, found.does_not_apply, found.no_answer)
            assert squeezed(f"{name}{''.join(map(str, figures))}") in aloud
        assert squeezed(f"{one.everyone.far_pairs} of {one.everyone.pairs} pairs") in aloud


def test_what_others_wrote_is_shown_and_not_obeyed(library: Library) -> None:
    text = words(made(theirs(library)))
    assert squeezed(EVIL) in text
    assert squeezed("w" * 200) in text
    assert squeezed("1 (<b>Not at all</b>)") in text


def test_characters_that_no_font_has_are_named_and_controls_left_out(full: bytes) -> None:
    assert squeezed("one[31m[u+e000][grinning face]two") in words(full)


def test_small_group_is_not_shown(library: Library) -> None:
    text = words(made(fourteen(library, sizes=(8, 3, 3), since=False)))
    assert squeezed("Staff: in the middle") in text
    assert squeezed("People who use it: in the middle") not in text
    assert squeezed("Other groups are not shown apart") in text


def test_too_few_are_told_kindly(library: Library) -> None:
    text = words(made(nobody(library)))
    assert squeezed("There are too few responses to show anything yet.") in text
    assert squeezed("virus.exe") in text
    assert squeezed("Where you differ") not in text


def test_every_page_says_that_it_stays_in_the_room(full: bytes, library: Library) -> None:
    pages = by_page(made(fourteen(library, True, (6, 5, 3))))
    assert len(pages) > 5
    assert all(squeezed(STAYS) in page for page in pages)
    assert squeezed(STAYS) not in words(full)


def test_published_handbook_is_linked(library: Library) -> None:
    data = printing.report(fourteen(library).report(SOMEWHERE), library, SOMEWHERE, WHEN)
    with pikepdf.open(BytesIO(data)) as pdf:
        links = [str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
    assert links
    assert all(link.startswith("https://example.org/handbook/") for link in links)


def test_same_report_comes_to_the_same_bytes(full: bytes, library: Library) -> None:
    assert made(fourteen(library)) == full
