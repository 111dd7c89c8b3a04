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
    publisher: Name | None = None
    place: Name | None = None
    volume: Name | None = None
    pages: Name | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
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
    role: Line
    """Who they are in this story, in one line."""
    born: int | None = None
    died: int | None = None
    summary: Summary
    text: Prose


class Event(Record):
    """A date on the way from 1942 to today."""

    kind: ClassVar[str] = "event"
    plural: ClassVar[str] = "events"

    date: When
    until: When | None = None
    name: Name
    text: Prose
    people: list[PersonRef] = []
    place: Name | None = None


__all__ = ["Event", "Person", "Reference"]
