"""From sheets to a presentation: placeholders filled, tables, notes, footers, sections, properties."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from kit.deck import _chart, _names, _patch
from kit.deck._place import place
from kit.deck.cover import Cover
from kit.deck.house import House
from kit.deck.layouts import Layout, Slot, Style
from kit.deck.notes import written
from kit.deck.pages import BY_NAME
from kit.deck.sheet import Para, Sheet, Table, said
from kit.deck.tables import PAD_X, PAD_Y, Grid, measured, widths
from kit.model import Brand
from kit.model.edition import ENGLISH
from kit.running import Running

LONGEST = 255
"""Characters that a document property may hold."""


def draw(deck: Deck, sheets: list[Sheet], footer: str, house: House | None = None, language: str = ENGLISH) -> None:
    """Add every sheet to a presentation, in order, and group them into their sections.

    Without a `house` the presentation is one made from our own template.
    """
    house = house or House({layout.name: (layout, BY_NAME[layout.name]) for layout in deck.slide_layouts})
    with _names.counted(deck):
        for number, sheet in enumerate(sheets, 1):
            made, layout = house.pages[sheet.layout]
            slide = deck.slides.add_slide(made)
            _fill(slide, sheet, layout, house)
            house.foot(slide, footer, number)
            _write(slide.notes_slide.notes_text_frame, list(written(sheet.notes)), Style(12), 12)
            _patch.in_language(slide._element, language)
            _patch.in_language(slide.notes_slide._element, language)
    _patch.in_language(deck.notes_master._element, language)
    _patch.list_notes_master(deck)
    ids = zip((sheet.section for sheet in sheets), (one.id for one in deck.slides._sldIdLst), strict=True)
    grouped = groupby(ids, key=lambda pair: pair[0])
    _patch.sections(deck, [(name, [slide for _, slide in group]) for name, group in grouped])


def _fill(slide: Any, sheet: Sheet, layout: Layout, house: House) -> None:
    """Fill a slide's places in the order in which they are read, and take away those that have nothing to say."""
    texts = {"title": (said(sheet.title),), **sheet.fields}
    unused = [holder._element for holder in slide.placeholders]
    for slot in layout.slots:
        if slot.role == "table" and sheet.table:
            drawn = _table(place(slide, slot), sheet.table, slot, house)
        elif slot.role == "chart" and sheet.chart:
            drawn = _chart.place(place(slide, slot), sheet.chart, slot)
            _patch.recoloured(drawn.chart, slot.colour)
        elif texts.get(slot.role):
            drawn = _text(place(slide, slot), list(texts[slot.role]), slot, sheet, house)
        else:
            continue
        slide.shapes._spTree.append(drawn._element)
        unused = [element for element in unused if element is not drawn._element]
    for element in unused:
        if element.getparent() is not None:  # a table or a chart may have taken its place
            element.getparent().remove(element)


def _text(holder: Any, paras: list[Para], slot: Slot, sheet: Sheet, house: House) -> Any:
    """Write into a place, in the size that its sheet asks for where the file's layout gives another."""
    holder.name = slot.name
    own = slot.inherited is not None or slot.stands == "free"
    size = sheet.sizes.get(slot.role, slot.style.size if own else None)
    fill = sheet.fills.get(slot.role)
    ground, colour = house.grounds.get(fill, (fill, None)) if fill else (None, slot.colour)
    _write(holder.text_frame, paras, slot.style, size, colour)
    if ground:
        _patch.ground(holder, ground)
    return holder


def _write(
    frame: Any, paras: list[Para], style: Style, size: float | None = None, colour: str | None = None
) -> None:
    """Write paragraphs into a text frame; a size in points and a colour only where they differ from the layout's."""
    for number, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _patch.list_marks(paragraph, para, style, first=number == 0 or paras[number - 1].number == 0)
        for run in para.runs:
            written = paragraph.add_run()
            written.text = run.text
            written.font.bold = True if run.bold else None
            written.font.italic = True if run.italic else None
            written.font.size = Pt(size) if size else None
            if colour:
                _patch.coloured(written.font, colour)
            if run.href:
                written.hyperlink.address = run.href
                _patch.link_in_text_colour(written)


def _table(holder: Any, table: Table, slot: Slot, house: House) -> Any:
    """Put a native table where its placeholder stood."""
    grid = measured(table, slot) or Grid(slot.style.smallest, tuple(0.0 for _ in table.rows))
    frame = holder.insert_table(len(table.rows), len(table.columns))
    for column, width in zip(frame.table.columns, widths(table, slot), strict=True):
        column.width = round(width * 914400)
    head_column = all(row[0].tone == "axis" for row in table.rows)
    _patch.plain_table(frame, head_column)
    for row, cells, tall in zip(frame.table.rows, table.rows, grid.heights, strict=True):
        row.height = _patch.emu_from_points(tall)
        for room, cell in zip(row.cells, cells, strict=True):
            fill, colour = house.tones[cell.tone]
            _patch.table_cell(room, fill, (PAD_X, PAD_Y))
            _write(room.text_frame, list(cell.paras), slot.style, grid.size, colour)
            for paragraph in room.text_frame.paragraphs:
                _patch.coloured(paragraph.font, colour)
                paragraph.font.size = Pt(grid.size)
                if not paragraph.runs:
                    _patch.to_type_in(paragraph, grid.size)
    frame.name = slot.name
    frame.height = _patch.emu_from_points(sum(grid.heights))
    _patch.describe(frame, table.alt)
    return frame


def describe(
    deck: Deck, run: Running, cover: Cover, brand: Brand, when: datetime, language: str = ENGLISH
) -> None:
    """Set the document's properties."""
    properties = deck.core_properties
    field = f": {run.sector.name.lower()}" if run.sector else ""
    properties.title = f"{cover.title or run.workshop.name}{field}"[:LONGEST]
    properties.subject = run.workshop.summary[:LONGEST]
    properties.author = properties.last_modified_by = brand.name
    words = ["co-production", "public services", "workshop", *([run.sector.name.lower()] if run.sector else [])]
    properties.keywords = "; ".join(words)
    properties.category = "Workshop"
    properties.comments = brand.licence[:LONGEST]
    properties.language = language
    properties.created = properties.modified = when.replace(tzinfo=None)
    properties.revision = 1
