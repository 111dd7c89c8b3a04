"""An edition's logo in pixels, drawn by Typst; and, for one that nobody has looked at yet, drawn behind a fence.

A drawing of a few lines can ask for the work of years (masks within masks) or stop the program that draws it, so the
first time is in a process of its own, with a clock: `python -m kit.edition.drawing`, SVG in, PNG out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from kit import fonts
from kit.local import Logo

SECONDS = 5.0
"""How long a logo may take to draw; ours takes a hundredth of one, and the process that draws it half of one."""
FIRST = 64
"""Pixels of its height, the first time."""
_HOME = Path(__file__).resolve().parents[2]


def picture(logo: Logo, high: int, ground: str = "#FFFFFF") -> bytes:
    """A logo as a PNG so many pixels high, on a ground of a colour that goes a little beyond it: what slides take."""
    drawn = Image.open(BytesIO(_drawn(logo.data, high) if logo.name.endswith(".svg") else logo.data)).convert("RGBA")
    drawn = drawn.resize((max(round(drawn.width * high / drawn.height), 1), high), Image.Resampling.LANCZOS)
    edge = high // 10
    plate = Image.new("RGBA", (drawn.width + 2 * edge, high + 2 * edge), ground)
    plate.alpha_composite(drawn, (edge, edge))
    held = BytesIO()
    plate.convert("RGB").save(held, "PNG")
    return held.getvalue()


def fenced(svg: bytes) -> tuple[int, int] | None:
    """Width and height of an SVG drawn for the first time, in pixels; None where that fails or takes too long."""
    path = os.pathsep.join(filter(None, [str(_HOME), os.environ.get("PYTHONPATH", "")]))
    try:
        ran = subprocess.run([sys.executable, "-m", __name__], input=svg, capture_output=True, timeout=SECONDS,
                             check=True, env={**os.environ, "PYTHONPATH": path})
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    return Image.open(BytesIO(ran.stdout)).size


def _drawn(svg: bytes, high: int) -> bytes:
    """An SVG in pixels, with a clear ground."""
    page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    files: Any = {"main.typ": f'{page}#image("logo.svg", height: 72pt)'.encode(), "logo.svg": svg}
    made = typst.compile(
        files, format="png", ppi=float(high), ignore_system_fonts=True, font_paths=[str(fonts.FOLDER)],
    )
    assert isinstance(made, bytes)
    return made


if __name__ == "__main__":
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read(), FIRST))

__all__ = ["fenced", "picture"]
