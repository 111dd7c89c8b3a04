"""Charts: native, with every figure said in words, and nothing that a schema refuses."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx.enum.chart import XL_CHART_TYPE

from kit.deck.bars import fits, plan
from kit.deck.pages import BY_NAME
from kit.deck.sheet import Bar, Chart
from kit.library import Library
from kit.model import Evidence
from kit.wording import figure

from .conftest import opened, render, with_records, workshop

SLOT = BY_NAME["Chart"].slot("chart")


def chart(*bars: Bar) -> Chart:
    return Chart(bars, "#,##0", "A chart.")


def evidence(library: Library, called: str, **change: object) -> Evidence:
    found = library.get("evidence/expert-patients-gp-visits")
    assert isinstance(found, Evidence)
    return found.model_copy(update={"id": called, "name": called.title(), "qualifier": None, **change})


@pytest.fixture
def figures(library: Library) -> Library:
    return with_records(
        library,
        evidence(library, "old", value=7, origin="paper"),
        evidence(library, "hedged", value=40, qualifier="up to", origin="paper"),
        evidence(library, "new", value=None, low=1, high=2.5, origin="later"),
    )


def drawn(records: Library, *names: str, **more: object) -> tuple[object, bytes]:
    slide = {"kind": "chart", "title": "Some figures", "evidence": [f"evidence/{name}" for name in names],
             "caption": "Look.", **more}
    data = render(workshop(slide), records)
    return next(shape for shape in opened(data).slides[1].shapes if shape.has_chart), data


def test_it_is_native_and_its_figures_can_be_edited(figures: Library) -> None:
    shape, data = drawn(figures, "old", "hedged", labels=["Before the course", "After the whole course"])
    made = shape.chart  # type: ignore[attr-defined]
    assert made.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(made.plots[0].categories) == ["Before the course", "After the whole course"]
    assert tuple(made.plots[0].series[0].values) == (7, 40)
    with ZipFile(BytesIO(data)) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".xlsx")]
        sheet = load_workbook(BytesIO(archive.read(name))).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == list(made.plots[0].categories)


def test_figures_carry_their_units_and_their_hedges(figures: Library) -> None:
    shape, _ = drawn(figures, "old", "hedged")
    series = shape.chart.plots[0].series[0]  # type: ignore[attr-defined]
    assert series.data_labels.number_format == '#,##0"%"'
    assert series.points[1].data_label.text_frame.text == "up\u00a0to\u00a040%"


def test_later_figures_have_another_colour_and_a_word(figures: Library) -> None:
    shape, _ = drawn(figures, "old", "new")
    plot = shape.chart.plots[0]  # type: ignore[attr-defined]
    assert list(plot.categories) == ["Old", "New (later)"]
    colours = [series.format.fill.fore_color.theme_color for series in plot.series]
    assert len(set(colours)) == len(plot.series) == 2


def test_figures_of_one_time_have_one_colour(figures: Library) -> None:
    shape, _ = drawn(figures, "old", "hedged", labels=["2009", "2014"])
    assert len(shape.chart.plots[0].series) == 1  # type: ignore[attr-defined]


def test_years_stand_upright(figures: Library) -> None:
    shape, _ = drawn(figures, "old", "hedged", labels=["2009", "2014"])
    assert shape.chart.chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED  # type: ignore[attr-defined]


def test_the_text_for_people_who_do_not_see_it_says_every_figure(figures: Library) -> None:
    shape, _ = drawn(figures, "old", "hedged", "new")
    alt = shape._element.xpath(".//p:cNvPr/@descr")[0]  # type: ignore[attr-defined]
    for name in ("old", "hedged", "new"):
        found = figures.get(f"evidence/{name}")
        assert isinstance(found, Evidence)
        assert figure(found) in alt


def test_no_id_is_negative_and_nothing_clutters(figures: Library) -> None:
    shape, _ = drawn(figures, "old", "new")
    space = shape.chart._chartSpace  # type: ignore[attr-defined]
    ids = space.xpath(".//c:axId/@val") + space.xpath(".//c:crossAx/@val")
    assert all(int(one) > 0 for one in ids)
    assert len(set(ids)) == 2
    assert not space.xpath(".//c:majorGridlines | .//c:legend")
    assert set(space.xpath(".//*[local-name()='defRPr' or local-name()='rPr']/@lang")) == {"en-GB"}


def test_the_same_figures_give_the_same_bytes(figures: Library) -> None:
    assert drawn(figures, "old", "new")[1] == drawn(figures, "old", "new")[1]


def test_long_names_part_a_chart_in_two(figures: Library) -> None:
    names = ["A name that takes a good many words and fills several lines of its own"] * 6
    assert not fits(chart(*(Bar(name, 1, "1%") for name in names)), SLOT)
    long = with_records(figures, *(evidence(figures, f"e{n}", name=names[n], value=n) for n in range(6)))
    slide = {"kind": "chart", "title": "Many", "evidence": [f"evidence/e{n}" for n in range(6)], "caption": "Look."}
    slides = list(opened(render(workshop(slide), long)).slides)[1:-1]
    assert [one.shapes.title.text_frame.text for one in slides] == ["Many (1 of 2)", "Many (2 of 2)"]


def test_the_axis_leaves_room_for_the_longest_label() -> None:
    short = plan(chart(Bar("A name", 10, "10%"), Bar("Another of some length", 5, "5%")), SLOT)
    long = plan(chart(Bar("A name", 10, "up to 10 of whatever it is"), Bar("Another of some length", 5, "5%")), SLOT)
    assert 10 < short.reach < long.reach
