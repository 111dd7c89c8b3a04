"""From sheets to a presentation: placeholders filled, tables, notes, footers, sections, properties."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from kit.deck import _patch
from kit.deck.layouts import Layout, Slot, Style
from kit.deck.notes import written
from kit.deck.pages import BY_NAME
from kit.deck.sheet import Para, Sheet, Table, Tone, said
from kit.deck.tables import PAD_X, PAD_Y, Grid, measured, widths
from kit.model import Brand
from kit.model.workshop import Workshop

TONES: dict[Tone, tuple[str, MSO_THEME_COLOR]] = {
    "axis": ("paper", MSO_THEME_COLOR.TEXT_2),
    "head": ("primary", MSO_THEME_COLOR.BACKGROUND_1),
    "plain": ("wash", MSO_THEME_COLOR.TEXT_1),
    "middle": ("accent", MSO_THEME_COLOR.BACKGROUND_1),
    "notice": ("warm", MSO_THEME_COLOR.BACKGROUND_1),
}
"""The ground and the text of a table's cells."""


LONGEST = 255
"""Characters that a document property may hold."""


def draw(deck: Deck, sheets: list[Sheet], footer: str) -> None:
    """Add every sheet to a presentation, in order, and group them into their sections."""
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for number, sheet in enumerate(sheets, 1):
        slide = deck.slides.add_slide(layouts[sheet.layout])
        _fill(slide, sheet, BY_NAME[sheet.layout])
        _patch.footers(slide, footer, number)
        _write(slide.notes_slide.notes_text_frame, list(written(sheet.notes)), Style(12), 12)
        _patch.in_english(slide._element)
        _patch.in_english(slide.notes_slide._element)
    _patch.in_english(deck.notes_master._element)
    _patch.list_notes_master(deck)
    ids = zip((sheet.section for sheet in sheets), (slide.slide_id for slide in deck.slides), strict=True)
    grouped = groupby(ids, key=lambda pair: pair[0])
    _patch.sections(deck, [(name, [slide for _, slide in group]) for name, group in grouped])


def _fill(slide: Any, sheet: Sheet, layout: Layout) -> None:
    """Fill a slide's placeholders, and take away those that have nothing to say."""
    places = {holder.placeholder_format.idx: holder for holder in slide.placeholders}
    texts = {"title": (said(sheet.title),), **sheet.fields}
    for slot in layout.slots:
        holder = places[slot.idx or 0]
        holder.name = slot.name
        if slot.role == "table" and sheet.table:
            _table(holder, sheet.table, slot)
        elif texts.get(slot.role):
            _write(holder.text_frame, list(texts[slot.role]), slot.style, sheet.sizes.get(slot.role))
            if slot.role in sheet.fills:
                _patch.ground(holder, sheet.fills[slot.role])
        else:
            holder._element.getparent().remove(holder._element)


def _write(frame: Any, paras: list[Para], style: Style, size: float | None = None) -> None:
    """Write paragraphs into a text frame; a size in points is set only where it differs from the layout's."""
    for number, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _patch.list_marks(paragraph, para, style, first=number == 0 or paras[number - 1].number == 0)
        for run in para.runs:
            written = paragraph.add_run()
            written.text = run.text
            written.font.bold = True if run.bold else None
            written.font.italic = True if run.italic else None
            written.font.size = Pt(size) if size else None
            if run.href:
                written.hyperlink.address = run.href
                _patch.link_in_text_colour(written)


def _table(holder: Any, table: Table, slot: Slot) -> None:
    """Put a native table where its placeholder stood."""
    grid = measured(table, slot) or Grid(slot.style.smallest, tuple(0.0 for _ in table.rows))
    frame = holder.insert_table(len(table.rows), len(table.columns))
    for column, width in zip(frame.table.columns, widths(table, slot), strict=True):
        column.width = round(width * 914400)
    head_column = all(row[0].tone == "axis" for row in table.rows)
    _patch.plain_table(frame, head_column)
    for row, cells, tall in zip(frame.table.rows, table.rows, grid.heights, strict=True):
        row.height = _patch.emu_from_points(tall)
        for place, cell in zip(row.cells, cells, strict=True):
            fill, colour = TONES[cell.tone]
            _patch.table_cell(place, fill, (PAD_X, PAD_Y))
            _write(place.text_frame, list(cell.paras), slot.style, grid.size)
            for paragraph in place.text_frame.paragraphs:
                paragraph.font.color.theme_color = colour
                paragraph.font.size = Pt(grid.size)
                for run in paragraph.runs:
                    run.font.color.theme_color = colour
    frame.name = slot.name
    frame.height = _patch.emu_from_points(sum(grid.heights))
    _patch.describe(frame, table.alt)


def describe(deck: Deck, workshop: Workshop, brand: Brand, when: datetime) -> None:
    """Set the document's properties."""
    properties = deck.core_properties
    properties.title = workshop.name
    properties.subject = workshop.summary[:LONGEST]
    properties.author = properties.last_modified_by = brand.name
    properties.keywords = "co-production; public services; workshop"
    properties.category = "Workshop"
    properties.comments = brand.licence[:LONGEST]
    properties.language = "en-GB"
    properties.created = properties.modified = when.replace(tzinfo=None)
    properties.revision = 1
