"""How much room text takes, from the letters' own widths. Everything is in points.

Liberation Sans has the widths of Arial, so what is measured here holds where Arial is installed and where its
twin stands in. A margin of two in a hundred covers what renderers do differently.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from PIL import ImageFont

from kit.deck.layouts import Style
from kit.deck.sheet import Para
from kit.fonts import face

MARGIN = 0.98
"""The share of a box that we let text fill."""
LINE = 1.2
"""Height of a line of Arial, in sizes of its type. The face itself asks for 1.149; LibreOffice 7.4 gives it 1.2."""
TALL = 1.65
"""Height of a line in scripts that Arial lacks, whose stand-ins are taller."""
WIDE = 1.4
"""Width of an ideograph or an emoji, in sizes of its type, with room to spare."""

_WORDS = re.compile(r"\S+|\s+")
_OPENING = "([{‘“¡¿"
_CLOSING = ")]}!?;:,./%’”"
_FIRST_TALL = 0x0590
_LATIN_AGAIN = range(0x1E00, 0x2C00)
_FIRST_WIDE = 0x2E80


@cache
def _font(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face(bold, italic)), 1000, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=50_000)
def advance(text: str, bold: bool = False, italic: bool = False) -> float:
    """Width of a stretch of text at a size of one point."""
    wide = sum(ord(letter) >= _FIRST_WIDE for letter in text)
    narrow = "".join(letter for letter in text if ord(letter) < _FIRST_WIDE)
    return _font(bold, italic).getlength(narrow) / 1000 + wide * WIDE


def _line_height(text: str) -> float:
    tall = any(ord(letter) >= _FIRST_TALL and ord(letter) not in _LATIN_AGAIN for letter in text)
    return TALL if tall else LINE


def words(para: Para, size: float, bold: bool) -> list[tuple[float, float]]:
    """Width of each stretch of a paragraph that stays on one line, and of the space before it."""
    found: list[tuple[float, float]] = []
    gap = space = width = 0.0
    last = ""
    for text, step in _tokens(para, size, bold):
        if text.isspace():
            space += step
        elif width and space and not _joined(last, text):
            found.append((gap, width))
            gap, width, space = space, step, 0.0
        else:
            gap = gap if width else space
            width, space = (width + space if width else 0.0) + step, 0.0
        last = last if text.isspace() else text
    return [*found, (gap, width)] if width else found


def _tokens(para: Para, size: float, bold: bool) -> Iterator[tuple[str, float]]:
    for run in para.runs:
        for token in _WORDS.findall(run.text):
            yield token, advance(token, bold or run.bold, run.italic) * size


def _joined(before: str, after: str) -> bool:
    """Whether two words stay on one line though a space parts them: brackets hold on to what they enclose."""
    return before[-1] in _OPENING or after[0] in _CLOSING


def lines(para: Para, width: float, size: float, bold: bool = False) -> int:
    """How many lines a paragraph takes. A word wider than the line goes on over the next ones."""
    count, reach = 1, 0.0
    for space, word in words(para, size, bold):
        if reach and reach + space + word > width:
            count, reach = count + 1, word
        else:
            reach += space + word
        if reach > width:
            # A letter at a time: each full line may lose up to one letter's width at its end.
            over = math.ceil(reach / max(width - size, size)) - 1
            count, reach = count + over, min(width, max(reach - over * (width - size), size))
    return count


def indent(para: Para, style: Style) -> float:
    """How far a paragraph's text stands in."""
    return Style(style.size, bullet=para.bullet).indent if para.bullet != style.bullet else style.indent


def height(paragraphs: Sequence[Para], width: float, size: float, style: Style) -> float:
    """Height of paragraphs set in a style at a size, within a width."""
    total = 0.0
    for number, para in enumerate(paragraphs):
        count = lines(para, (width * MARGIN - indent(para, style)) / style.wide, size, style.bold)
        total += count * size * _line_height(para.text) * style.line + (max(style.before, para.before) if number else 0)
    return total


def whole(paragraphs: Sequence[Para], width: float, size: float, style: Style) -> bool:
    """Whether every word stays whole within a width."""
    return all(
        word * style.wide <= width * MARGIN - indent(para, style)
        for para in paragraphs for _, word in words(para, size, style.bold)
    )


def fits(paragraphs: Sequence[Para], room: tuple[float, float], size: float, style: Style) -> bool:
    """Whether paragraphs stay within a width and a height. Only the smallest type may break a word."""
    width, tall = room
    if size > style.smallest and not whole(paragraphs, width, size, style):
        return False
    return height(paragraphs, width, size, style) <= tall * MARGIN
