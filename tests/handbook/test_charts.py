"""Bar charts: true to their figures, said in words, and nothing let through."""

from __future__ import annotations

import re

import pytest

from kit.handbook.charts import BAR, LETTER, WIDTH, Bar, bars, svg
from kit.model import Evidence

from .conftest import Read

ITEMS = [Bar("Half", 5, "5 people", False), Bar("Whole", 10, "10 people", True), Bar("None", 0, "0 people", False)]


def test_bars_are_as_long_as_their_figures() -> None:
    drawn = svg("c", "T", "D", ITEMS)
    half, whole, none = map(float, re.findall(r'<rect [^>]*width="([\d.]+)"', drawn))
    assert half == pytest.approx(whole / 2, abs=0.1)
    assert 0 < none < whole / 50
    assert whole + 10 + len("10 people") * LETTER <= WIDTH


def test_a_long_figure_leaves_its_bar_some_length() -> None:
    drawn = svg("c", "T", "D", [Bar("A", 1, "x" * 80, False)])
    assert float(re.findall(r'<rect [^>]*width="([\d.]+)"', drawn)[0]) >= 80


def test_a_chart_says_what_it_shows() -> None:
    read = Read(svg("teeth", "A & B", 'Of <those> "asked"', ITEMS))
    assert read.slips == []
    assert read.elements[0][1]["aria-labelledby"] == "teeth-t teeth-d"
    assert read.elements[0][1]["role"] == "img"
    assert {"teeth-t", "teeth-d"} <= set(read.attributes("id"))
    assert 'A & BOf <those> "asked"' in read.text


def test_a_chart_escapes_what_it_is_given() -> None:
    drawn = svg("c", "</title><script>", "<x>", [Bar("<b>", 1, '"&<', False)])
    assert "script" not in [tag for tag, _ in Read(drawn).elements]
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn
    assert "&amp;&lt;" in drawn


def test_later_figures_look_different() -> None:
    kinds = re.findall("chart__bar--(paper|later)", svg("c", "T", "D", ITEMS))
    assert kinds == ["paper", "later", "paper"]


def test_charts_without_bars_or_lengths() -> None:
    assert "<rect" not in svg("c", "T", "D", [])
    assert svg("c", "T", "D", [Bar("A", 0, "0", False)]).count(f'height="{BAR}"') == 1


def test_bars_from_records() -> None:
    record = Evidence.model_validate({
        "id": "x", "name": "X", "claim": "C", "value": None, "low": 3, "high": 10, "unit": "per cent",
        "population": "not said", "place": "not said", "year": "not said", "produced_by": "not said",
        "interest": "not known", "about": [], "origin": "paper", "source": {"part": "1"},
    })
    assert bars([record], [""]) == [Bar("X", 10, "3 to 10 per cent", False)]
    with pytest.raises(ValueError, match="argument 2"):
        bars([record], [])
