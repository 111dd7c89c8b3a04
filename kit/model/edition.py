"""A local edition: what a council or a trust says of itself, and its own words in fields of our records."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from kit.model.base import AnyRef, Colour, Line, Name, Piece, Slug, WebAddress

ENGLISH = "en-GB"
"""The language of our own records."""

Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$")]
"""A language tag as BCP 47 writes it: a language, perhaps a script, perhaps a region ("en-GB", "cy", "zh-Hant-HK")."""
Mail = Annotated[str, StringConstraints(pattern=r"^[^\s@<>\"'/]+@[^\s@<>\"'/]+$")]


class Tokens(Piece):
    """Colours of an edition's own, as "#RRGGBB"; each that is left out stays ours. `Palette` says what each is for."""

    ink: Colour | None = None
    """The colour of text on paper."""
    paper: Colour | None = None
    """Page and slide background."""
    wash: Colour | None = None
    """A quiet panel behind text."""
    primary: Colour | None = None
    """Headings, header, dark slides."""
    accent: Colour | None = None
    """Links, bars, the middle cell."""
    warm: Colour | None = None
    """What to notice."""
    sun: Colour | None = None
    """A light mark on dark grounds."""
    violet: Colour | None = None
    """A fourth colour for charts and doors."""
    muted: Colour | None = None
    """Captions and sources."""


class Look(Piece):
    """How an edition looks, where it differs from us."""

    colours: Tokens = Tokens()
    """Colours in place of ours, by name. Every pair in use must still have enough contrast."""
    logo: str | None = None
    """An .svg or .png file within the edition's folder."""
    logo_alt: Line | None = None
    """What the logo shows, for people who don't see it."""

    @model_validator(mode="after")
    def _logo_is_described(self) -> Look:
        if self.logo and not self.logo_alt:
            raise ValueError("logo: has no logo_alt; say what the logo shows, for people who don't see it")
        return self


class Edition(Piece):
    """A local edition, as its `edition.yml` describes it."""

    name: Name
    """What this edition is called: in the header, on slides, at the foot of every page."""
    organisation: Name
    """Whose edition it is. Every local word is marked with this name."""
    about: Line | None = None
    """One line at the top of every page; without it we say whose edition it is and what it is built on."""
    contact: Mail | WebAddress | None = None
    """Where readers write to: an e-mail address or a web page."""
    brand: Look = Look()
    """Colours and logo, where they differ from ours."""
    sectors: Annotated[list[Slug], Field(min_length=1)] | None = None
    """Ids of the fields of service that it keeps; all of them if this is left out."""
    language: Language = ENGLISH
    """The language in which its words are read aloud: in the pages, the PDFs and the slides."""
    site_url: WebAddress | None = None
    """Where it is published."""
    repository: WebAddress | None = None
    """The web page of the repository whose top folder is the edition's; "Edit this" leads there for its own records."""
    branch: Name = "main"
    """The branch that "Edit this" opens."""

    @property
    def intro(self) -> str:
        """The line at the top of every page."""
        return self.about or f"This is the edition of {self.organisation}. The original is From Fixers to Facilitators."


class Override(Piece):
    """Fields of one of our records, with an edition's own values. An entry of the edition's `data/overrides.yml`."""

    record: AnyRef
    """The record: `case/keyring`."""
    fields: Annotated[dict[str, Any], Field(min_length=1)]
    """The fields by their names, each with its whole new value."""
    reason: Line
    """Why, for whoever looks after the edition next."""
    was: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")] | None = None
    """The mark of our values when this was written, as `validate.py --edition` gives it. It tells when ours change."""


__all__ = ["ENGLISH", "Edition", "Look", "Override", "Tokens"]
