"""Texts of a summary, which anyone may have changed, as words that slides can hold."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Controls, marks that turn the order of letters, halves of characters, and what no font has."""

_WORD = 30
"""Letters of a word that a title has room for."""


def bare(text: str, most: int) -> str:
    """A text on one line, at most so many characters, without anything that is no letter. Never empty."""
    seen = "".join(" " if char.isspace() else char for char in text
                   if char.isspace() or unicodedata.category(char) not in _UNSEEN)
    line = " ".join(seen.split()) or "…"
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def heading(text: str, most: int = 70) -> str:
    """The same as a slide's title, in which a word without end would leave its place."""
    return bare(" ".join(word if len(word) <= _WORD else word[: _WORD - 1] + "…" for word in text.split()), most)


def words(text: str, most: int = 90) -> str:
    """The same as Markdown in which no mark and no link means anything; at most twice as long."""
    return _MARKS.sub(r"\\\1", bare(text, most))


__all__ = ["bare", "heading", "words"]
