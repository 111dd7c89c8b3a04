"""The brand as a style sheet: whole, readable, and light on paper."""

from __future__ import annotations

from kit.check.contrast import contrast
from kit.handbook.style import DARK, css
from kit.library import Library
from kit.model import Brand


def test_the_style_sheet_wears_the_brand(library: Library) -> None:
    brand = library.one(Brand)
    sheet = css(brand)
    for name, colour in brand.colours.model_dump().items():
        assert f"--brand-{name}: {colour};" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_dark_scheme_is_for_screens_and_can_be_read(library: Library) -> None:
    light, _, dark = css(library.one(Brand)).partition("@media screen")
    assert "slate" not in light
    assert DARK["paper"] in dark
    for name in ("ink", "link", "muted"):
        for ground in ("paper", "wash"):
            assert contrast(DARK[name], DARK[ground]) >= 4.5, f"{name} on {ground}"
