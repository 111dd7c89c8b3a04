"""The paper's own apparatus, and what stands beside it: references, people, and the order of events."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kit.model.base import (
    Confidence,
    Line,
    Name,
    PersonRef,
    Prose,
    Record,
    Summary,
    WebAddress,
    When,
)


class Reference(Record):
    """A published source. The paper's endnotes are resolved into these; a note can cite several."""

    kind: ClassVar[str] = "reference"
    plural: ClassVar[str] = "references"

    form: Literal[
        "book", "chapter", "report", "article", "speech", "lecture", "interview", "news", "web",
        "law", "guidance", "statistics", "conference", "parliament",
    ]
    """What sort of work it is."""
    authors: list[Name]
    """As cited, surname first ("Cahn, E."); bodies by name. Empty where no author is given."""
    year: int | None
    """Year of publication; null where the source gives none."""
    name: Name
    """The work's title."""
    date: When | None = None
    """Fuller date, for speeches, news and web pages."""
    container: Name | None = None
    """The journal, book or series it stands in."""
    editors: list[Name] = []
    """Who edited the book it stands in, surname first."""
    publisher: Name | None = None
    """The body that published it."""
    place: Name | None = None
    """The town where it was published."""
    volume: Name | None = None
    """Volume and issue of a journal: "26(4)"."""
    pages: Name | None = None
    """The pages it stands on: "847-860"."""
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    """The work's DOI, from `10.` on, without the web address before it."""
    url: WebAddress | None = None
    """The publisher's own address; never a mirror or a document-sharing site."""
    link: Literal["unchecked", "live", "dead"] = "unchecked"
    """Addresses printed in 2009 are `dead` unless someone has opened them."""
    endnotes: list[Annotated[int, Field(ge=1, le=66)]] = []
    """The paper's notes that cite it."""
    confidence: Confidence = "seen"
    """How it was read for this handbook. A work known only from the paper's endnote is `secondary`."""
    note: Line | None = None
    """What a reader should know before relying on it."""


class Person(Record):
    """Someone who shaped the idea, or whom the paper quotes."""

    kind: ClassVar[str] = "person"
    plural: ClassVar[str] = "people"

    name: Name
    """The name as people know it, first name first."""
    role: Line
    """Who they are in this story, in one line."""
    born: int | None = None
    """The year of birth, where it is known."""
    died: int | None = None
    """The year of death, where it is known."""
    summary: Summary
    """Why they matter here, in one line."""
    text: Prose
    """Their part in the story, in a paragraph or two."""


class Event(Record):
    """A date on the way from 1942 to today."""

    kind: ClassVar[str] = "event"
    plural: ClassVar[str] = "events"

    date: When
    """When it happened or began."""
    until: When | None = None
    """When it ended, where it lasted."""
    name: Name
    """What happened, as a heading."""
    text: Prose
    """What happened and why it matters, in a paragraph."""
    people: list[PersonRef] = []
    """Those in it of whom the handbook has a record."""
    place: Name | None = None
    """Where it happened."""


__all__ = ["Event", "Person", "Reference"]
