"""The picture that shows when somebody shares a link: a page's title in our colours, drawn with Pillow.

Only drawn where the site's address is set, since those who show it need a whole one (https://ogp.me).
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from kit.files import write
from kit.fonts import face
from kit.model import Brand

SIZE = (1200, 630)
"""Pixels, as those who show such pictures ask for."""
FOLDER = "assets/social"
"""Where the pictures lie below the site's root."""
_MARGIN = 80
_TOP, _FOOT = 210, 520
"""Pixels from the top between which the title stands."""
_SIZES = range(84, 35, -4)
"""Sizes of type for the title, in pixels: the largest at which it fits."""
_DRAWING = "1"
"""Goes up when the drawing changes, so that pictures kept from before are drawn again."""


@dataclass(frozen=True)
class Card:
    """What a picture says."""

    kicker: str
    """What sort of page it is, above the title."""
    title: str

    @property
    def alt(self) -> str:
        """The picture in words."""
        return f"{self.kicker}: {self.title}" if self.kicker else self.title


def name(page: str) -> str:
    """Where the picture of a page lies, given the page's path: `see/cases/taff-housing`."""
    return f"{FOLDER}/{page.strip('/').replace('/', '.') or 'start'}.png"


def kept(card: Card, brand: Brand, folder: Path) -> Path:
    """A picture's file in the folder of those drawn before; drawn now if it isn't there."""
    said = repr((_DRAWING, PIL.__version__, card, brand.name, brand.tagline, brand.logo, brand.colours))
    path = folder / f"{hashlib.sha256(said.encode()).hexdigest()[:24]}.png"
    if not path.is_file():
        write(path, draw(card, brand))
    return path


def draw(card: Card, brand: Brand) -> bytes:
    """The picture as a PNG; the same bytes each time."""
    colours = brand.colours
    image = Image.new("RGB", SIZE, colours.primary)
    pen = ImageDraw.Draw(image)
    left = _MARGIN
    if brand.logo == "logo.svg":  # another's mark is not ours to draw
        image.paste(_mark(colours.primary, colours.sun, colours.paper), (_MARGIN - 8, 56))
        left += 128
    pen.text((left, 97), brand.name, colours.paper, _font(36, bold=True), anchor="lm")
    if card.kicker:
        pen.text((_MARGIN, _TOP), card.kicker, colours.sun, _font(34, bold=True), anchor="ls")
    font, lines = _fitted(card.title)
    step = round(font.size * 1.2)
    for number, line in enumerate(lines):
        pen.text((_MARGIN, _TOP + 30 + number * step), line, colours.paper, font, anchor="lt")
    pen.rectangle((0, _FOOT + 20, SIZE[0], SIZE[1]), colours.wash)
    pen.text((_MARGIN, _FOOT + 66), brand.tagline, colours.primary, _font(30), anchor="lm")
    held = io.BytesIO()
    few = image.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(held, "PNG", compress_level=6)  # three times as quick as the smallest, and a tenth larger
    return held.getvalue()


@cache
def _font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face(bold=bold)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _mark(ground: str, shared: str, line: str) -> Image.Image:
    """Two circles that overlap, and the part they share, drawn large and made small so that edges are smooth."""
    big = Image.new("RGB", (800, 800), ground)
    circles = [(100 + x, 250, 400 + x, 550) for x in (65, 235)]
    masks = []
    for box in circles:
        mask = Image.new("L", big.size)
        ImageDraw.Draw(mask).ellipse(box, 255)
        masks.append(mask)
    both = Image.composite(masks[0], Image.new("L", big.size), masks[1])
    big.paste(shared, mask=both)
    for box in circles:
        ImageDraw.Draw(big).ellipse(box, outline=line, width=40)
    return big.crop((100, 200, 700, 600)).resize((120, 80), Image.Resampling.LANCZOS)


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The title in the largest type that fits, and its lines; what fits at no size is cut off with an ellipsis."""
    room = SIZE[0] - 2 * _MARGIN
    for size in _SIZES:
        font = _font(size, bold=True)
        lines = _lines(title, font, room)
        fits = all(font.getlength(line) <= room for line in lines)
        if fits and len(lines) * size * 1.2 <= _FOOT - _TOP - 40:
            return font, lines
    most = int((_FOOT - _TOP - 40) / (font.size * 1.2))
    return font, [*lines[: most - 1], lines[most - 1][:40] + " …"] if len(lines) > most else lines


def _lines(title: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
