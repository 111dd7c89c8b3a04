"""Where a slide's content goes: its layout's placeholder, the same one moved, or a shape with no placeholder.

Nothing outside this package sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Length

from kit.deck.layouts import Box, Slot

_ANCHORS = {"t": MSO_ANCHOR.TOP, "ctr": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}


def place(slide: Any, slot: Slot) -> Any:
    """What holds a slot's content on a slide: a shape with a text frame, or one that a table or a chart replaces."""
    if slot.stands == "free":
        return Frame(slide, slot.box) if slot.type in {"tbl", "chart"} else _text_box(slide, slot)
    holder = next(one for one in slide.placeholders if one.placeholder_format.idx == (slot.idx or 0))
    if slot.stands == "moved":
        holder.left, holder.top, holder.width, holder.height = _lengths(slot.box)
    return holder


@dataclass(frozen=True)
class Frame:
    """A rectangle that a table or a chart may fill, where the layout has no placeholder for one."""

    slide: Any
    box: Box

    def insert_table(self, rows: int, columns: int) -> Any:
        """A native table there, as a placeholder for tables would give it."""
        return self.slide.shapes.add_table(rows, columns, *_lengths(self.box))

    def insert_chart(self, kind: XL_CHART_TYPE, data: CategoryChartData) -> Any:
        """A native chart there, as a placeholder for charts would give it."""
        return self.slide.shapes.add_chart(kind, *_lengths(self.box), data)


def _lengths(box: Box) -> tuple[Length, Length, Length, Length]:
    return Inches(box.x), Inches(box.y), Inches(box.w), Inches(box.h)


def _text_box(slide: Any, slot: Slot) -> Any:
    shape = slide.shapes.add_textbox(*_lengths(slot.box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = (
        Inches(inset) for inset in slot.insets or (slot.pad,) * 4
    )
    frame.vertical_anchor = _ANCHORS[slot.style.anchor]
    return shape
