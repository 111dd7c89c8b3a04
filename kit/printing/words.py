"""The records' text as plain data for Typst: styled runs, nothing left to look up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kit import __version__
from kit.library import Library
from kit.model import Brand, Record
from kit.refs import Web, address
from kit.settings import Settings
from kit.text import Block, Run, blocks
from kit.wording import pointer

Data = dict[str, Any]
"""What JSON can hold: texts, numbers, lists and mappings."""

def clock(minutes: int) -> str:
    """Minutes from the start as hours and minutes: "1:05"."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def plain(text: str) -> list[Data]:
    """A name or a figure, which is no Markdown, as runs."""
    return [{"text": text, "bold": False, "italic": False, "code": False, "href": None}]


class Words:
    """Turns Markdown, records and addresses into data that the templates show as it is."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library, self.settings, self.web = library, settings, Web(library)

    def line(self, text: str) -> list[Data]:
        """A text as runs: `{text, bold, italic, code, href}`; links to records lead to the handbook if it is out."""
        return [self._run(run) for block in blocks(text, self.library.name) for run in block.runs]

    def lines(self, texts: Iterable[str]) -> list[list[Data]]:
        """Several, a list of runs each."""
        return [self.line(text) for text in texts]

    def prose(self, text: str | None) -> list[Data]:
        """Paragraphs `{kind, runs}` and lists `{kind, items}`, an item being `{runs, inner}` with lists within it."""
        return self._nested(blocks(text, self.library.name), 0) if text else []

    def _nested(self, found: list[Block], level: int) -> list[Data]:
        made: list[Data] = []
        for place, block in enumerate(found):
            if block.kind in ("paragraph", "quote"):
                made.append({"kind": block.kind, "runs": self._runs(block)})
            elif block.level <= level or place == 0:
                if not made or made[-1]["kind"] != block.kind:
                    made.append({"kind": block.kind, "items": []})
                within = found[place + 1: _end(found, place)]
                made[-1]["items"].append({"runs": self._runs(block), "inner": self._nested(within, level + 1)})
        return made

    def _runs(self, block: Block) -> list[Data]:
        return [self._run(run) for run in block.runs]

    def _run(self, run: Run) -> Data:
        href = self.href(self.library.get(run.ref)) if run.ref else run.href
        return {"text": run.text, "bold": run.bold, "italic": run.italic, "code": run.code, "href": href}

    def href(self, record: Record) -> str | None:
        """A record's address on the web, if the handbook is published."""
        site = self.settings.site_url
        return f"{site}{address(record).path}" if site else None

    def where(self, record: Record) -> str:
        """A record's address as paper shows it: whole if the handbook is published, else its place in it."""
        return self.href(record) or address(record).path

    @staticmethod
    def place(record: Record) -> str:
        """A record's place in the handbook, below the handbook's own address: `see/cases/keyring/`."""
        return address(record).path

    def look(self, record: Record) -> Data:
        """A record to look at, with its standing, as one run."""
        return {**plain(pointer(record, self.web))[0], "href": self.href(record)}

    def house(self, title: str) -> Data:
        """What every document says of itself: title, colours, maker, licence."""
        brand = self.library.one(Brand)
        return {
            "language": _language(self.library.language),
            "title": title, "colours": brand.colours.model_dump(), "maker": brand.name, "kit_version": __version__,
            "licence": self.line(brand.licence), "attribution": self.line(brand.attribution),
        }


def _language(tag: str) -> Data:
    """A language tag as Typst takes it: the language, and the region where it has one of two letters."""
    language, *rest = tag.split("-")
    region = rest[-1].upper() if rest and len(rest[-1]) == 2 else None
    return {"lang": language.lower(), "region": region}


def _end(found: list[Block], place: int) -> int:
    """Where the blocks that lie deeper than the list item at a place end."""
    level = found[place].level
    rest = range(place + 1, len(found))
    return next((at for at in rest if found[at].level <= level or found[at].kind in ("paragraph", "quote")), len(found))


__all__ = ["Data", "Words", "clock", "plain"]
