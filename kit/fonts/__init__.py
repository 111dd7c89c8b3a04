"""Liberation Sans, the metric twin of Arial, carried along so that print and measuring never depend on a system.

The four faces are Debian's build of Liberation Fonts 2, under the SIL Open Font License 1.1 (see LICENSE.txt).
"""

from __future__ import annotations

from pathlib import Path

FAMILY = "Liberation Sans"
FOLDER = Path(__file__).parent


def face(bold: bool = False, italic: bool = False) -> Path:
    """The file of one of the four faces."""
    style = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
    return FOLDER / f"LiberationSans-{style[bold, italic]}.ttf"
