"""Typst, held so that print is the same everywhere: our fonts, our date, and nothing evaluated."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst

from kit import fonts
from kit.errors import KitError

TEMPLATES = Path(__file__).parent
MOST_UNKNOWN = 200
"""Characters without a letterform that a document may hold before we give up on it."""

_UNKNOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
"""How Typst names a character in a message that can't be printed: `\\u{e000}`."""
_NO_FONT_BEYOND = 0x2E80
"""From here on (Chinese, Japanese, Korean, emoji), apart from other forms of Arabic, no font we carry has anything."""
_ARABIC_FORMS = range(0xFB50, 0xFF00)


@cache
def _compiler_fonts() -> Any:
    """Liberation Sans, and the fonts inside Typst for what it lacks; never the machine's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts.FOLDER)])


def typeset(template: str, data: object, when: datetime) -> bytes:
    """A template below this folder, filled with data that JSON can hold, as tagged PDF/UA-1.

    A character that no font has is replaced by its name in brackets, so that nothing is lost silently.
    Raises KitError if there are too many of them.
    """
    text = json.dumps(data, ensure_ascii=False)
    for _ in range(MOST_UNKNOWN):
        try:
            return _compile(template, text, when)
        except typst.TypstError as error:
            unknown = _UNKNOWN.search(str(error))
            if not unknown:
                raise
            text = _named(text, _ESCAPED.sub(lambda found: chr(int(found[1], 16)), unknown[1]))
    raise KitError(f"{template}: the text has more than {MOST_UNKNOWN} characters that no font can show")


def _compile(template: str, text: str, when: datetime) -> bytes:
    made = typst.compile(
        str(TEMPLATES / template), root=str(TEMPLATES), font_paths=_compiler_fonts(), ignore_system_fonts=True,
        sys_inputs={"data": text, "year": str(when.year), "month": str(when.month), "day": str(when.day)},
        pdf_standards=["ua-1"], timestamp=when,
    )
    assert isinstance(made, bytes)
    return _packed(made)


def _packed(data: bytes) -> bytes:
    """The same document with its tags compressed, which Typst leaves as they are: about half the size."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


def _named(text: str, unknown: str) -> str:
    """The text with characters that can't be shown replaced: those just met, and all that are as far out."""
    gone = {char for char in text if ord(char) >= _NO_FONT_BEYOND and ord(char) not in _ARABIC_FORMS} | set(unknown)
    return text.translate({ord(char): _name(char) for char in gone})


def _name(char: str) -> str:
    if unicodedata.category(char) in {"Mn", "Cf", "Cn", "Cc", "Sk"}:
        return ""
    return f"[{unicodedata.name(char, f'U+{ord(char):04X}').lower()}]"


__all__ = ["typeset"]
