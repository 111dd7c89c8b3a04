"""A workbook in the brand's dress: its formats, its pages on paper, its bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from kit import __version__, ooxml
from kit.form import THEIRS
from kit.model.brand import Brand

SIZE = 10
"""Points of ordinary type."""
LANGUAGE = "en-GB"

Format = Any
Sheet = Any
"""XlsxWriter brings no types."""

_PROTECTION = {"select_locked_cells": True, "format_columns": True, "format_rows": True}
_A4 = 9
_LINE = "#C9C5BB"
_YELLOW = "#FFF7DD"
"""Behind what people type: the tint that forms on paper have long used for it."""


@dataclass(frozen=True)
class About:
    """What a workbook says of itself in its properties."""

    title: str
    subject: str
    keywords: str
    custom: dict[str, str | int]
    theirs: bool = False
    """Whether someone else wrote the words, so that our licence doesn't cover them."""


class Book:
    """A workbook being written. Nothing that comes from a record can become a formula or a link."""

    def __init__(self, about: About, brand: Brand, when: datetime) -> None:
        self.brand, self.when = brand, when
        self.licence = THEIRS if about.theirs else brand.licence
        self._stream = BytesIO()
        self._book = Workbook(self._stream, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            # The width of columns counts in digits of the default type: without this it is Calibri, which few have.
            "default_format_properties": {"font_name": brand.font, "font_size": SIZE},
        })
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._book.set_size(2000, 1300)
        self._book.set_properties({
            "title": about.title, "subject": about.subject, "author": brand.name,
            "keywords": about.keywords, "comments": self.licence, "created": when.replace(tzinfo=None),
        })
        for name, value in about.custom.items():
            self._book.set_custom_property(name, value)

    def chart(self, kind: str, subtype: str = "") -> Any:
        """A chart to be set into a sheet."""
        return self._book.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})

    def sheet(self, name: str, locked: bool = True) -> Sheet:
        """A new sheet: protected unless it isn't `locked`, without grid lines, A4 across."""
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        if locked:
            sheet.protect("", _PROTECTION)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.55, bottom=0.65)
        line = f"{self.brand.name} {__version__}. {self.licence}".replace("&", "&&")[:180]
        sheet.set_footer(f"&L&8{line}&R&8Page &P of &N")
        return sheet

    def style(self, **more: object) -> Format:
        """A format: the brand's type, wrapped, and whatever is given besides. Each is made once."""
        wanted = {
            "font_name": self.brand.font, "font_scheme": "none", "font_size": SIZE, "valign": "vcenter",
            "font_color": self.brand.colours.ink, "text_wrap": True, **more,
        }
        found = tuple(sorted(wanted.items()))
        if found not in self._formats:
            self._formats[found] = self._book.add_format(wanted)
        return self._formats[found]

    def title(self, **more: object) -> Format:
        """The name of a sheet, at its top."""
        return self.style(bold=True, font_size=18, font_color=self.brand.colours.primary, **more)

    def heading(self, **more: object) -> Format:
        """A heading within a sheet."""
        return self.style(bold=True, font_size=13, font_color=self.brand.colours.primary, **more)

    def quiet(self, **more: object) -> Format:
        """Captions and hints."""
        return self.style(font_color=self.brand.colours.muted, **more)

    def head(self, **more: object) -> Format:
        """The first row of a table."""
        colours = self.brand.colours
        wanted = {"font_color": colours.paper, "bg_color": colours.primary, "border": 1,
                  "border_color": colours.primary, "indent": 1, **more}
        return self.style(**wanted)

    def band(self, **more: object) -> Format:
        """A row that opens a new statement."""
        colours = self.brand.colours
        return self.style(**{"bg_color": colours.wash, "top": 2, "top_color": colours.primary, "indent": 1, **more})

    def section(self, **more: object) -> Format:
        """A row that opens a group of statements."""
        colours = self.brand.colours
        wanted = {"bg_color": colours.accent, "font_color": colours.paper, "font_size": 12, "indent": 1, **more}
        return self.style(**wanted)

    def band_title(self) -> Format:
        """The name of a statement, in its band."""
        return self.band(bold=True, font_size=12, font_color=self.brand.colours.primary)

    def cell(self, **more: object) -> Format:
        """A cell of a table."""
        return self.style(**{"border": 1, "border_color": _LINE, "indent": 1, **more})

    def entry(self, **more: object) -> Format:
        """A cell to type in: the only kind that isn't locked."""
        line = self.brand.colours.muted
        return self.style(
            border=1, border_color=line, bg_color=_YELLOW, locked=False, align="left", indent=1, **more
        )

    def chosen(self) -> Format:
        """Laid over what somebody chose."""
        return self._over(self.brand.colours.accent)

    def warning(self) -> Format:
        """Laid over what needs looking at. Words say it too."""
        return self._over(self.brand.colours.warm)

    def _over(self, ground: str) -> Format:
        return self._book.add_format({"bg_color": ground, "font_color": self.brand.colours.paper, "bold": True})

    def save(self) -> bytes:
        """The workbook's bytes, the same each time."""
        self._book.close()
        return ooxml.normalise(_with_language(self._stream.getvalue()), self.when)


def _with_language(data: bytes) -> bytes:
    """Say in the package's properties which language it is in; XlsxWriter can't."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "docProps/core.xml":
                said = b"<dc:language>" + LANGUAGE.encode() + b"</dc:language></cp:coreProperties>"
                content = re.sub(rb"</cp:coreProperties>", said, content)
            copy.writestr(info, content)
    return target.getvalue()


__all__ = ["LANGUAGE", "SIZE", "About", "Book", "Format", "Sheet"]
