"""The records themselves, one test a record: where each comes from, and that its texts and links hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from kit.check import problems
from kit.library import Library
from kit.load import read
from kit.model import KINDS, Brand, Case, Event, Record, Reference, Update
from kit.refs import Web, links, texts
from kit.text import blocks, html, inline_html, plain

LIBRARY = read(Path(__file__).resolve().parents[2] / "data")
RECORDS = list(LIBRARY.records.values())
WEB = Web(LIBRARY)
TODAY = datetime.now(UTC).date().isoformat()

MIRRORS = re.compile(
    r"(^|\.)(scribd|vdocuments?|docslib|pdfslide|pdfcoffee|issuu|studylib|distantreader|dokumen|docest|mendeley|vdoc|"
    r"academia|researchgate|slideshare|slideplayer|yumpu|silo|coursehero|semanticscholar|parallelparliament|"
    r"wikipedia-on-ipfs|wikiland|qaz|wikizero|alchetron|everybodywiki|archive|sci-hub|libgen|gutenberg|fdocuments)\."
)
"""Mirrors and document-sharing sites: where a page may have been read, not what we cite."""


def each(*kinds: type[Record], having: str = "id") -> list[Any]:
    """Records of some kinds, or all, that have a field, each under its own name."""
    wanted = kinds or (Record,)
    found = [record for record in RECORDS if isinstance(record, wanted) and getattr(record, having, None)]
    return [pytest.param(record, id=record.ref) for record in found]


def test_all_records_are_sound_together() -> None:
    assert [str(problem) for problem in problems(LIBRARY)] == []


@pytest.mark.parametrize("record", each())
def test_says_where_it_comes_from(record: Record) -> None:
    origins = {record.origin, *record.origins.values()}
    if isinstance(record, Brand):
        assert origins == {"ours"}
    elif isinstance(record, Reference):
        assert record.origin == "later" or record.endnotes or record.source
        found = record.url or record.doi or record.publisher or record.container or record.authors or record.endnotes
        assert found or (record.note and record.confidence != "seen"), "nobody could find this work"
    else:
        assert record.source or record.sources
        assert "paper" not in origins or record.source
        assert "later" not in origins or record.sources


@pytest.mark.parametrize("record", each())
def test_cites_endnotes_that_are_there_and_works_that_exist(record: Record) -> None:
    for number in record.source.notes if record.source else []:
        assert WEB.note(number), f"endnote {number} is resolved by no reference"
    cited = {work.ref for work in WEB.citations(record)}
    assert set(record.sources) <= cited
    assert len(set(record.sources)) == len(record.sources), "a source is named twice"


@pytest.mark.parametrize("record", each())
def test_texts_can_be_read_and_their_links_lead_somewhere(record: Record) -> None:
    def name(ref: str) -> str:
        return LIBRARY.get(ref).title

    def link(ref: str, words: str) -> str:
        return f"<a>{words}</a>" if LIBRARY.get(ref) else ""

    for path, text in texts(record):
        assert plain(text, name).strip(), path
        assert all(block.text.strip() for block in blocks(text, name)), path
        for made in (html(text, link, name), inline_html(text, link, name)):
            assert "[[" not in made and "]]" not in made, path
            shown = re.sub(r"<[^>]*>", "", made)
            assert "**" not in shown and "](" not in shown, f"{path}: a mark of style that was not closed"
    for found in links(record):
        assert LIBRARY.get(found.target).ref == found.target


@pytest.mark.parametrize("record", each(having="summary"))
def test_summary_is_a_sentence_of_160_characters_at_most(record: Any) -> None:
    assert len(record.summary) <= 160
    assert "\n" not in record.summary
    assert record.summary[-1] in ".!?”\"", "ends without a stop"


@pytest.mark.parametrize("record", each(Update, Case, Event))
def test_is_not_dated_in_the_future(record: Record) -> None:
    dates = [getattr(record, "as_of", None), getattr(getattr(record, "today", None), "as_of", None)]
    dates += [getattr(record, "date", None), getattr(record, "until", None)]
    for date in filter(None, dates):
        assert date <= TODAY[: len(date)], f"{date} is still to come"


@pytest.mark.parametrize("record", each(Update))
def test_update_says_what_it_rests_on(record: Update) -> None:
    assert record.sources or (record.origin == "ours" and record.confidence_note)
    assert record.confidence == "seen" or record.confidence_note, "say what was seen and what was not"


@pytest.mark.parametrize("record", each(Reference, having="url"))
def test_address_is_the_publishers_own(record: Reference) -> None:
    host = urlsplit(str(record.url)).hostname or ""
    assert "." in host
    assert not MIRRORS.search(f".{host}"), f"{host} is a mirror or a document-sharing site"


@pytest.mark.parametrize(
    "host", ["www.scribd.com", "vdocuments.mx", "docslib.org", "en.wikipedia-on-ipfs.org", "x.qaz.wiki"]
)
def test_mirrors_would_be_found(host: str) -> None:
    assert MIRRORS.search(f".{host}")


@pytest.mark.parametrize("host", ["www.nesta.org.uk", "archpedi.jamanetwork.com", "doi.org", "pmc.ncbi.nlm.nih.gov"])
def test_publishers_are_no_mirrors(host: str) -> None:
    assert not MIRRORS.search(f".{host}")


def test_every_kind_has_records() -> None:
    assert {record.kind for record in RECORDS} == set(KINDS)


def test_library_is_not_changed_by_being_read(library: Library) -> None:
    assert library.records == LIBRARY.records
