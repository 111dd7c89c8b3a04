"""How hard a text is to read, after Flesch and Kincaid: the years of school in the United States that it takes.

J. P. Kincaid and others, Derivation of New Readability Formulas for Navy Enlisted Personnel (1975). Add five for an
age. Syllables are counted by rule, as usual: groups of vowels, without those that English leaves silent at the end.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
_END = re.compile(r"(?<=[.!?])[\"”']?\s+")
_SILENT = re.compile(r"([^laeiouy]es|[^dt]ed|[^laeiouy]e)$")
_SPOKEN_ES = ("ses", "ces", "zes", "ges", "ches", "shes", "xes")
"""Endings whose vowel is heard."""


def syllables(word: str) -> int:
    """Syllables of an English word; at least one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if len(letters) <= 3:
        return 1
    if not letters.endswith(_SPOKEN_ES):
        letters = _SILENT.sub(lambda found: found[0][0], letters)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", letters.removeprefix("y"))))


def grade(text: str) -> float:
    """The grade of a text of whole sentences."""
    sentences = [part for part in _END.split(text.strip()) if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def age(text: str) -> float:
    """The age at which a text of whole sentences is read."""
    return grade(text) + 5


def hardest_words(text: str, most: int = 3) -> list[str]:
    """The words with the most syllables, three at least, hardest first."""
    counted = {word: syllables(word) for word in _WORD.findall(text) if not word[0].isupper()}
    return sorted((word for word, many in counted.items() if many >= 3), key=lambda word: -counted[word])[:most]
