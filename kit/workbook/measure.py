"""How tall a row must be for its text, since merged cells never grow by themselves."""

from __future__ import annotations

from functools import cache
from math import ceil

from PIL import ImageFont

from kit import fonts

LEADING = 1.24
"""Height of a line in a cell, as a share of the size of its type."""


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts.face(bold=bold)), 100)


def points(width: float) -> float:
    """What a column of a width in characters leaves for indented text, in points."""
    return (7 * width + 5) * 0.75 - 13


def count(text: str, width: float, size: float, bold: bool = False) -> int:
    """Lines that a text takes in a column `width` characters wide, in type of `size` points."""
    room = points(width) * 100 / size * 0.96
    return sum(_wrapped(line, room, _font(bold)) for line in text.split("\n"))


def _wrapped(line: str, room: float, font: ImageFont.FreeTypeFont) -> int:
    lines, used, space = 1, 0.0, font.getlength(" ")
    for word in line.split(" "):
        width = font.getlength(word)
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        used += width + (space if used else 0)
        if used > room:  # a word longer than the column is broken
            lines, used = lines + ceil(used / room) - 1, used % room
    return lines


def height(*cells: tuple[str, float, float], pad: float = 10) -> float:
    """Points that a row needs: the tallest of its cells, each given as text, width and size."""
    return max(count(text, width, size) * size * LEADING for text, width, size in cells) + pad


__all__ = ["count", "height", "points"]
