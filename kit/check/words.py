"""Rules about words: those that we do not use, those that are spelt the British way, and the dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.model import Record, Reference

AVOID = {
    r"service users?": "say people who use services",
    r"hard[ -]to[ -]reach": "say who, and what keeps them out",
    r"(dis)?empower\w*": "say what people can now do",
    r"stakeholders?": "say who",
    r"customer journeys?|your journey": "say what happens",
    r"safe space": "promise what you can keep: who hears what, and how to leave",
    r"leverag\w+": "use",
    r"holistic\w*": "say what belongs together",
    r"robust(ly|ness)?": "say how it was tested, or leave it out",
    r"utilis\w+": "use",
    r"going forward": "from now on, or leave it out",
}
"""Words that this project does not use, and what to write in their place."""

AMERICAN = {
    r"(?:re|dis)?organiz\w*": "organis...",
    r"recogniz\w*": "recognis...",
    r"realiz\w*": "realis...",
    r"prioritiz\w*": "prioritis...",
    r"summariz\w*": "summaris...",
    r"emphasiz\w*": "emphasis...",
    r"personaliz\w*": "personalis...",
    r"minimiz\w*": "minimis...",
    r"maximiz\w*": "maximis...",
    r"criticiz\w*": "criticis...",
    r"apologiz\w*": "apologis...",
    r"specializ\w*": "specialis...",
    r"analyz\w*": "analys...",
    r"utiliz\w*": "use",
    r"colors?|colored": "colour",
    r"behaviors?|behavioral": "behaviour",
    r"centers?|centered": "centre",
    r"neighbor\w*": "neighbour",
    r"favor\w*": "favour",
    r"labor(?:s|ed|ers?)?": "labour",
    r"honor(?:s|ed|able)?": "honour",
    r"defense": "defence",
    r"fulfills?|fulfillment": "fulfil",
    r"enroll(?:s|ment)": "enrol",
    r"travel(?:ed|ers?|ing)": "travelled, traveller",
    r"cancel(?:ed|ing)": "cancelled",
    r"label(?:ed|ing)": "labelled",
    r"counsel(?:ed|ing|ors?)": "counsellor",
    r"gray": "grey",
    r"gotten": "got",
    r"pediatric\w*": "paediatric",
    r"programs?": "programme, unless it runs on a computer",
}
"""American spellings that slip in most often, and the British one."""


@rule(
    "words-to-avoid", wrong="text: It empowers service users.",
    right="text: People who use it now choose who visits.",
)
def words_to_avoid(look: Look) -> Iterator[Problem]:
    """Some words are left out, because they say little or put people down. Titles and quoted words keep theirs.

    "Hard to reach" blames the people who were not reached. "Stakeholders" hides who is meant. Each has something
    plainer to say in its place, and the check says what.
    """
    for record, path, text in look.said:
        if not isinstance(record, Reference):
            yield from _found(look, (record, path, text), AVOID, "is a word to avoid")


@rule("british-spelling", wrong="text: They organize it in the center.", right="text: They organise it in the centre.")
def british_spelling(look: Look) -> Iterator[Problem]:
    """Words are spelt as in Britain. Titles, quoted words and names of people and bodies keep their own spelling.

    Most who read this work in British services, and two spellings of one word make a search miss half of it. It is a
    short list of what slips in most, not a spelling checker.
    """
    for record, path, text in look.said:
        if not isinstance(record, Reference):
            yield from _found(look, (record, path, text), AMERICAN, "is spelt the American way")


@rule("dash-as-pause", wrong="text: It works \N{EM DASH} most of the time.", right="text: It works, most of the time.")
def dash_as_pause(look: Look) -> Iterator[Problem]:
    """No long dash makes a pause: use a full stop, a comma, a colon or brackets.

    Two short sentences are easier to read than one with a turn in it, and screen readers skip the dash or say its name.
    """
    for record, path, text in look.said:
        if "\N{EM DASH}" in text or " \N{EN DASH} " in text:
            yield look.library.problem(record.ref, path, "has a dash for a pause", "use a full stop or a comma")


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_ANY = {id(words): _pattern(words) for words in (AVOID, AMERICAN)}
_EACH = {id(words): [(_pattern({one: ""}), hint) for one, hint in words.items()] for words in (AVOID, AMERICAN)}


def _found(
    look: Look, place: tuple[Record, tuple[str | int, ...], str], words: Mapping[str, str], message: str
) -> Iterator[Problem]:
    record, path, text = place
    if not _ANY[id(words)].search(text):  # nearly always; the rest is for the few
        return
    for pattern, hint in _EACH[id(words)]:
        found = next((one for one in pattern.finditer(text) if words is AVOID or not _is_name(text, one)), None)
        if found:
            yield look.library.problem(record.ref, path, f"'{found[0]}' {message}", hint)


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word with a capital stands within a sentence, as in "World Health Organization"."""
    before = text[: found.start()].rstrip(" \n\"'(*")
    return found[0][0].isupper() and bool(before) and before[-1] not in ".!?:"


RULES = (words_to_avoid, british_spelling, dash_as_pause)
