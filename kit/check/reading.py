"""Rules about how hard a text is to read, and how long."""

from __future__ import annotations

from collections.abc import Iterator

from kit.check.reading_age import age, hardest_words
from kit.check.rule import Look, rule
from kit.check.speech import read_out, sentences
from kit.errors import Problem
from kit.model import Term
from kit.model.assessment import RATERS, Statement
from kit.model.base import Layers
from kit.text import plain
from kit.yamltree import Path

OLDEST = 11.0
"""The reading age that a plain layer may ask for, and a statement as a whole."""
OLDEST_LINE = 13.0
"""The same for one line of a statement: a single short sentence measures too roughly for less."""
FEWEST = 5
"""Words; what is shorter can't be measured."""
LONGEST_SENTENCE = 40
"""Words."""
LONGEST_TEXT, LONGEST_TERM = 300, 120
"""Words."""


@rule(
    "reading-age", wrong="plain: Organisational transformation necessitates multidisciplinary collaboration.",
    right="plain: To change how a service works, people with different skills have to work together.",
)
def reading_age(look: Look) -> Iterator[Problem]:
    """The `plain` layer, and the statements of the self-assessments, can be read at the age of eleven.

    Anyone reads less well when tired, worried or on a phone. The age is counted after Flesch and Kincaid, from the
    length of sentences and words. It can't see sense, so a text may pass and still be hard. One line of a statement is
    too short to measure well, and may come out two years higher.
    """
    for record in look.library.records.values():
        if isinstance(record, Layers) and record.retired is None:
            yield from _too_hard(look, record.ref, ("plain",), record.plain, OLDEST)
        elif isinstance(record, Statement) and record.retired is None:
            lines = list(_lines(record))
            for path, text in lines:
                yield from _too_hard(look, record.ref, path, text, OLDEST_LINE)
            yield from _too_hard(look, record.ref, (), " ".join(text for _, text in lines), OLDEST)


def _lines(statement: Statement) -> Iterator[tuple[Path, str]]:
    """All that people must read to answer."""
    yield from ((("wording", rater), statement.wording[rater]) for rater in RATERS)
    yield from ((("levels", name, "habit"), level.habit) for name, level in statement.levels.each())


def _too_hard(look: Look, ref: str, path: Path, text: str, oldest: float) -> Iterator[Problem]:
    words = plain(text, look.library.name)
    found = age(words)
    if found > oldest and len(words.split()) >= FEWEST:
        hard = ", ".join(f"'{word}'" for word in hardest_words(words))
        hint = "shorter sentences" + (f", and plainer words for {hard}" if hard else "")
        yield look.library.problem(ref, path, f"reads at an age of {found:.1f}; at most {oldest:g} here", hint)


@rule(
    "long-sentence", wrong="text: a sentence of more than 40 words", right="text: two sentences, or a list",
)
def long_sentence(look: Look) -> Iterator[Problem]:
    """No sentence of a record has more than 40 words.

    At that length a reader has lost the beginning before the end, and so has an audience when it is read out.
    """
    for record, path, text in look.texts:
        if len(text) > LONGEST_SENTENCE * 3:  # no sentence of so many words is shorter
            for sentence in sentences(read_out(text)):
                words = sentence.split()
                if len(words) > LONGEST_SENTENCE:
                    begins = " ".join(words[:4])
                    message = f"'{begins} ...' is a sentence of {len(words)} words; at most {LONGEST_SENTENCE}"
                    yield look.library.problem(record.ref, path, message, "make it two, or a list")


@rule("long-text", wrong="text: 460 words", right="text: 300 words at most; 120 in the glossary")
def long_text(look: Look) -> Iterator[Problem]:
    """A text of a record has 300 words at most, one in the glossary 120.

    The page of a record is read on a phone. What needs more room is often two records. The shorter layers (`summary`,
    `plain`) and single lines have limits of their own, which the models keep.
    """
    for record, path, text in look.texts:
        most = LONGEST_TERM if isinstance(record, Term) else LONGEST_TEXT
        count = len(read_out(text).split())
        if count > most:
            yield look.library.problem(record.ref, path, f"has {count} words; at most {most}", "say less, or link")


RULES = (reading_age, long_sentence, long_text)
