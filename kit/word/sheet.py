"""A Word document in the brand's dress: its styles, its page, its bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any, cast

from docx import Document
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from kit import __version__, ooxml
from kit.form import THEIRS
from kit.library import Library
from kit.model import Brand
from kit.refs import address
from kit.settings import Settings
from kit.text import Run, blocks
from kit.word import _oxml

LANGUAGE = "en-GB"
_MARGIN = 17
_SIZE = 10.5
_HEADINGS = {"Title": 22.0, "Heading 1": 16.0, "Heading 2": 13.0, "Heading 3": 11.5}
_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML can't hold."""


@dataclass(frozen=True)
class About:
    """What a document says of itself in its properties."""

    title: str
    subject: str
    keywords: str


class Sheet:
    """A document being written, from top to bottom."""

    def __init__(self, about: About, library: Library, settings: Settings) -> None:
        self.library, self.settings = library, settings
        self.brand = library.one(Brand)
        self.document = Document()
        self._boxes = count(1)
        self._styles()
        self._page()
        core = self.document.core_properties
        core.title, core.subject, core.keywords = about.title[:255], about.subject, about.keywords
        core.author = core.last_modified_by = self.brand.name
        core.language, core.comments, core.revision = LANGUAGE, "", 1
        _oxml.language(self.document, LANGUAGE)

    def _styles(self) -> None:
        colours = self.brand.colours
        for name, size in {"Normal": _SIZE, **_HEADINGS}.items():
            style = self._style(name)
            _oxml.font(style, self.brand.font)
            style.font.size = Pt(size)
            style.font.color.rgb = _rgb(colours.ink if name == "Normal" else colours.primary)
            style.font.bold = name != "Normal"
            style.paragraph_format.space_before = Pt(0 if name in ("Normal", "Title") else 0.8 * size)
            style.paragraph_format.space_after = Pt(5)
            style.paragraph_format.line_spacing = 1.05
        for rule in self._style("Title").element.findall(f".//{{{_oxml._W}}}pBdr"):
            rule.getparent().remove(rule)
        made = cast(Any, self.document.styles).add_style("Hyperlink", 2)
        made.font.color.rgb, made.font.underline = _rgb(colours.accent), True

    def _style(self, name: str) -> ParagraphStyle:
        return cast(ParagraphStyle, self.document.styles[name])

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(_MARGIN)
        section.top_margin = section.bottom_margin = Mm(_MARGIN)

    def foot(self, ours: bool) -> None:
        """What stands at the foot of every page: licence and page number."""
        foot = self.document.sections[0].footer.paragraphs[0]
        licence = self.brand.licence if ours else THEIRS
        foot.add_run(f"{self.brand.name} {__version__}. {licence}\nPage ")
        _oxml.field(foot, "PAGE")
        foot.add_run(" of ")
        _oxml.field(foot, "NUMPAGES")
        style = self._style("Footer")
        style.font.size, style.font.color.rgb = Pt(8), _rgb(self.brand.colours.muted)

    def heading(self, text: str, level: int) -> Paragraph:
        """A heading; level 0 is the title. It stays with what follows."""
        made: Paragraph = self.document.add_heading("", level)
        made.add_run(shown(text))
        made.paragraph_format.keep_with_next = True
        return made

    def text(self, text: str, lead: str = "", style: str = "Normal", quiet: bool = False) -> Paragraph:
        """A paragraph of Markdown, after words in bold."""
        made = self.document.add_paragraph(style=style)
        self.fill(made, text, lead, quiet)
        return made

    def fill(self, paragraph: Paragraph, text: str, lead: str = "", quiet: bool = False) -> None:
        """Put Markdown into a paragraph."""
        if lead:
            paragraph.add_run(shown(lead)).bold = True
        for block in blocks(text, self.library.name):
            for run in block.runs:
                self._run(paragraph, run)
        if quiet:
            for made in paragraph.runs:
                made.font.color.rgb = _rgb(self.brand.colours.muted)

    def _run(self, paragraph: Paragraph, run: Run) -> None:
        site = self.settings.site_url
        href = f"{site}{address(self.library.get(run.ref)).path}" if run.ref and site else run.href
        if href and href.startswith(("https://", "http://")):
            _oxml.link(paragraph, shown(run.text), href, "Hyperlink")
            return
        made = paragraph.add_run(shown(run.text))
        made.bold, made.italic = run.bold or None, run.italic or None

    def look(self, paragraph: Paragraph, ref: str, words: str) -> None:
        """A record to look at, as a link where the handbook has an address."""
        self._run(paragraph, Run(words, ref=ref))

    def list(self, lines: Sequence[str], numbered: bool = False) -> None:
        """A list of lines of Markdown."""
        style = "List Number" if numbered else "List Bullet"
        number = _oxml.numbering(self.document, style) if numbered else 0
        for line in lines:
            made = self.text(line, style=style)
            made.paragraph_format.space_after = Pt(3)
            if number:
                properties = made._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, number

    def table(self, heads: Sequence[str], widths: Sequence[float], rows: int, told: str) -> Table:
        """An empty table below a row of headings; widths in millimetres. `told` is what a screen reader says of it."""
        made: Table = self.document.add_table(rows + 1, len(heads))
        made.autofit = False
        _oxml.borders(made, self.brand.colours.muted.lstrip("#"))
        _oxml.described(made, heads[0] or told, told)
        _oxml.head_row(made)
        _oxml.keep_rows(made)
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        for cell, name in zip(made.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(shown(name)).bold = True
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            _oxml.shade(cell, self.brand.colours.wash.lstrip("#"))
        return made

    def box(self, paragraph: Paragraph, name: str) -> None:
        """A box to tick."""
        _oxml.box(paragraph, next(self._boxes), shown(name))

    def save(self, when: datetime) -> bytes:
        """The document's bytes, the same each time."""
        self.document.core_properties.created = self.document.core_properties.modified = when.replace(tzinfo=None)
        return ooxml.normalise(_oxml.packed(self.document), when)


def shown(text: str) -> str:
    """A text as XML can hold it."""
    return _UNSHOWN.sub("", text)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


__all__ = ["About", "Sheet", "shown"]
