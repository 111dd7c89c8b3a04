"""The page's style sheet: the brand's colours, light and dark, and a shade for every level."""

from __future__ import annotations

from pathlib import Path

from kit.model import Brand

DARK = {
    "ink": "#e7e9ee", "paper": "#14171f", "wash": "#1f2430", "primary": "#c3d9f2", "accent": "#8fd3cd",
    "warm": "#f2a48f", "muted": "#b3bac6", "line": "#4a5261", "tint": "#1d3a3a",
}
"""The dark scheme's own."""
_TINT, _LINE = "#ddedeb", "#c9c5bb"


def sheet(brand: Brand, levels: int, stays: str) -> str:
    """The whole style sheet, as text that holds nothing but what is ours; on paper each page says what `stays` says."""
    light = brand.colours.model_dump() | {"tint": _TINT, "line": _LINE}
    shades = [_mixed(brand.colours.primary, 0.14 + 0.86 * place / max(levels - 1, 1)) for place in range(levels)]
    parts = "".join(
        f".part-{place} {{ fill: {shade}; }} .on-part-{place} {{ fill: {_ink(shade, brand)}; }}\n"
        for place, shade in enumerate(shades)
    )
    # As wide as it takes for no figure to touch the next.
    parts += f"@media screen {{ .counts {{ min-width: {24 + 3.7 * (levels + 3):.1f}rem; }} }}\n"
    if stays:
        parts += f'@page {{ @bottom-center {{ content: "{stays}"; font: bold 9pt sans-serif; }} }}\n'
    own = Path(__file__).with_name("page.css").read_text("utf-8")
    return (
        f":root {{ color-scheme: light dark; {_set(light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_set(DARK)} }} }}\n{parts}{own}"
    )


def _set(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _mixed(colour: str, share: float) -> str:
    """A colour mixed with white: all of it at a share of 1."""
    return "#" + "".join(f"{round(255 - (255 - int(colour[at:at + 2], 16)) * share):02x}" for at in (1, 3, 5))


def _ink(ground: str, brand: Brand) -> str:
    """Whichever of ink and paper can be read on a shade."""
    light = max(int(ground[at:at + 2], 16) for at in (1, 3, 5)) > 0xA8
    return brand.colours.ink if light else brand.colours.paper


__all__ = ["DARK", "sheet"]
