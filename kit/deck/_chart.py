"""Native charts: python-pptx makes them, and leaves ids that no schema allows and lines that nobody needs.

Nothing outside this package sees what is mended here.
"""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import ColorFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from kit.deck import _patch
from kit.deck.bars import LARGER, Plan, plan
from kit.deck.layouts import Slot
from kit.deck.sheet import Bar, Chart

C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
THEN, LATER = "Figures", "Later figures"
"""The names of the two series, as the chart's own sheet heads them."""


def place(holder: Any, chart: Chart, slot: Slot) -> Any:
    """Put a native bar chart where its placeholder stood, with its figures in a sheet that people can edit.

    Returns the frame that holds it.
    """
    data: Any = CategoryChartData(number_format=chart.format)  # type: ignore[no-untyped-call]
    data.categories = [bar.name for bar in chart.bars]
    for name, later in ((THEN, False), (LATER, True)):
        if any(bar.later is later for bar in chart.bars):
            data.add_series(name, [bar.value if bar.later is later else None for bar in chart.bars])
    planned = plan(chart, slot)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if planned.upright else XL_CHART_TYPE.BAR_CLUSTERED
    frame = holder.insert_chart(kind, data)
    frame.name = slot.name
    _patch.describe(frame, chart.alt)
    _plain(frame.chart, chart, planned, slot.style.size)
    _mended(frame.chart._chartSpace, planned)
    return frame


def _plain(made: Any, chart: Chart, planned: Plan, size: int) -> None:
    """Bars, their names and their figures: no title, legend, grid or scale."""
    made.has_title = made.has_legend = False
    made.font.size = Pt(size)
    made.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    names, scale = made.category_axis, made.value_axis
    names.reverse_order = not planned.upright
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.fill.background()
    scale.visible = scale.has_major_gridlines = False
    scale.minimum_scale = 0
    scale.maximum_scale = planned.reach
    plot = made.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for series in plot.series:
        later = series.name == LATER
        series.format.fill.solid()
        _themed(series.format.fill.fore_color, MSO_THEME_COLOR.ACCENT_4 if later else MSO_THEME_COLOR.ACCENT_1)
        _labels(series, [(n, bar) for n, bar in enumerate(chart.bars) if bar.later is later], chart.format, size)


def _themed(colour: ColorFormat, theme: MSO_THEME_COLOR) -> None:
    colour.theme_color = theme


def _labels(series: Any, bars: list[tuple[int, Bar]], form: str, size: int) -> None:
    """A figure at the end of each bar; its own words where the value alone would mislead."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = form, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.bold, labels.font.size = True, Pt(size + LARGER)
    labels._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    for number, bar in bars:
        if bar.own:
            label = series.points[number].data_label
            label.text_frame.word_wrap = False
            run = label.text_frame.paragraphs[0].add_run()
            run.text, run.font.bold, run.font.size = bar.label, True, Pt(size + LARGER)
            label.position = XL_LABEL_POSITION.OUTSIDE_END


def _mended(space: Any, planned: Plan) -> None:
    """Ids that a schema allows, square corners, British English, and a fixed area for the bars."""
    ids = {old: str(number) for number, old in enumerate(dict.fromkeys(space.xpath(".//c:axId/@val")), 111111)}
    for element in space.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", ids[element.get("val")])
    if space.find(qn("c:roundedCorners")) is None:
        space.find(qn("c:date1904")).addnext(parse_xml(f'<c:roundedCorners {C} val="0"/>'))
    _patch.in_language(space)
    area = space.find(f"{qn('c:chart')}/{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    edges = "".join(f'<c:{side} val="{share:.4f}"/>' for side, share in zip("xywh", planned.area, strict=True))
    area.insert(0, parse_xml(
        f'<c:layout {C}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{edges}</c:manualLayout></c:layout>"
    ))
