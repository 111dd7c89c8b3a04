"""What a workshop's pack holds: slides, guide, run sheet, handouts, and a note that says which is which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from kit import __version__, deck, printing, text, workbook
from kit.files import zip_of
from kit.library import Library
from kit.model import Brand
from kit.refs import address
from kit.running import Running, own
from kit.settings import Settings

WIDE = 78
"""Characters in a line of README.txt."""


@dataclass(frozen=True)
class Part:
    """One file of a pack."""

    name: str
    """Within the pack: `slides.pptx`."""
    what: str
    """One line that says what it is for."""
    data: bytes

    @property
    def form(self) -> str:
        """What sort of file it is, in words: "slides", "cards, large print"."""
        stem = self.name.partition(".")[0]
        return f"{stem.removesuffix(LARGE)}, large print" if stem.endswith(LARGE) else stem.replace("-", " ")


LARGE = "-large-print"


def contents(run: Running, library: Library, settings: Settings, when: datetime) -> list[Part]:
    """The files of a workshop's pack. Which handouts there are depends on its activities."""
    given = (run, library, settings, when)
    return [
        Part("slides.pptx", "The slides. What to say stands in the notes under each.", deck.render(*given)),
        Part("guide.pdf", "Everything on paper: before the day, each activity in full, after the day.",
             printing.guide(*given)),
        Part("run-sheet.xlsx", "Type the time to start, and every other time follows.", workbook.run_sheet(*given)),
        *(Part(one.name, one.what, one.data) for one in printing.handouts(*given)),
    ]


def slug(run: Running) -> str:
    """What a version of a workshop is called in addresses and file names: `half-day-housing`."""
    return f"{run.workshop.id}-{run.sector.id}" if run.sector else run.workshop.id


def pack(run: Running, made: list[Part], library: Library, settings: Settings, when: datetime) -> bytes:
    """The zip of a pack's files, with README.txt first. Everything lies in one folder, named after the workshop."""
    note = readme(run, made, library, settings)
    return zip_of(slug(run), {"README.txt": note.encode(), **{part.name: part.data for part in made}}, when)


def readme(run: Running, held: list[Part], library: Library, settings: Settings) -> str:
    """What each file is, as plain text that any machine opens."""
    workshop, brand = run.workshop, library.one(Brand)
    page = address(workshop).path
    where = f"{settings.site_url}{page}" if settings.site_url else f"the page {page.rstrip('/')} of the handbook"
    field = f"For: {run.sector.title}. {_own(run)}" if run.sector else "The general version, for any field of service."
    width = max(len(part.name) for part in held) + 2
    lines = [
        workshop.name, "=" * len(workshop.name), "", *wrap(text.plain(workshop.summary, library.name), WIDE), "",
        f"{workshop.minutes} minutes. {workshop.group.fewest} to {workshop.group.most} people.",
        *wrap(field, WIDE), "", "What is here", "------------",
        *(line for part in held for line in _entry(part, width)), "",
        *wrap("Start with guide.pdf: it says what to do before the day. Then open slides.pptx and read the "
                      "notes.", WIDE), "",
        "Yours to change", "---------------", *wrap(brand.licence, WIDE), *wrap(brand.attribution, WIDE),
        "", *wrap(f"More, and the newest version: {where}", WIDE),
        f"{brand.name} {__version__}",
    ]
    return "\n".join(lines) + "\n"


def _own(run: Running) -> str:
    lacks = own(run).lacks
    return f"Of its own it has {' and '.join(lacks)}; the general ones stand in." if lacks else ""


def _entry(part: Part, width: int) -> list[str]:
    first, *rest = wrap(part.what, WIDE - width) or [""]
    return [f"{part.name:<{width}}{first}", *(f"{'':<{width}}{line}" for line in rest)]


__all__ = ["Part", "contents", "pack", "readme", "slug"]
