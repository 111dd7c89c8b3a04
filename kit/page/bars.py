"""Bars as SVG: a group's answers to a statement, in parts. The same figures stand in the table's cells beside."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

WIDTH, HEIGHT = 200, 22
_ROOM = 12
"""Units that a part needs for its figure."""


def bar(counts: Sequence[int], most: int) -> Markup:
    """A bar as long as its counts are of `most`; each part has the class of its place, `part-0` and on."""
    parts, start, levels = [], 0.0, len(counts) - 3
    for place, count in enumerate(counts):
        if not count:
            continue
        wide = WIDTH * count / max(most, 1)
        name = f"part-{place}" if place < levels else f"apart-{place - levels}"
        parts.append(f'<rect class="{name}" x="{start + 0.5:.1f}" y="1" width="{max(wide - 1, 1):.1f}" '
                     f'height="{HEIGHT - 2}"/>')
        if wide >= _ROOM:
            parts.append(f'<text class="on-{name}" x="{start + wide / 2:.1f}" y="15.5">{count}</text>')
        start += wide
    # Hidden from screen readers, which read the figures in the cells of the same row.
    return Markup(f'<svg class="bar" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
                  f'{"".join(parts)}</svg>')


def swatch(place: int, levels: int) -> Markup:
    """The look of an answer's part, for the head of its column."""
    name = f"part-{place}" if place < levels else f"apart-{place - levels}"
    return Markup('<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false">'
                  f'<rect class="{name}" x="1" y="1" width="10" height="10"/></svg>')


__all__ = ["HEIGHT", "WIDTH", "bar", "swatch"]
