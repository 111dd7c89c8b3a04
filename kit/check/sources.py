"""Rules of honesty: who says so?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.model import Brand, Definition, Evidence, Record, Reference, Update
from kit.text import refs_in

_CLAIM = re.compile(
    r"\b(?:research|studies|stud(?:y|ies)|evidence|trials?|surveys?|experts?) "
    r"(?:has |have )?(?:shows?|shown|finds?|found|suggests?|proves?|proved|proven|says?|agrees?)\b"
    r"|\b\d[\d,.]* ?(?:per cent|%)|[£$€]\d[\d,.]*(?: ?(?:million|billion))?",
    re.IGNORECASE,
)
_SHOWS_WHERE = ("reference/", "evidence/", "case/", "update/")
_MUST_SAY = Evidence | Update | Definition
"""Kinds that are nothing but a claim."""


@rule(
    "source-missing", wrong="origin: later  # and no sources", right="origin: later, sources: [reference/robling-2016]",
    firm="`origin` promises the reader a source. If there is none, the origin is `ours`.",
)
def source_missing(look: Look) -> Iterator[Problem]:
    """What the paper says names the part of the paper; what a later source says names that source.

    `origin` shows beside the record wherever it shows. A reader must be able to go and look.
    """
    for record in _that_state(look):
        origins = {record.origin, *record.origins.values()}
        if record.source is None and "paper" in origins:
            yield look.library.problem(record.ref, ("source",), "is missing; say which part of the paper says it")
        if "later" in origins and not record.sources:
            yield look.library.problem(record.ref, ("sources",), "is missing; say which later source says it")


@rule(
    "claim-without-source", wrong="why: Research shows that meals cut visits by 20 per cent.",
    right="why: Meals cut visits by a fifth in one town ([[evidence/meals-visits]]).",
)
def claim_without_source(look: Look) -> Iterator[Problem]:
    """A figure, or "research shows", has a source: in the record's `source` or `sources`, or by a link beside it.

    Figures travel. Whoever repeats ours in a meeting will be asked where it comes from. A record that is nothing but a
    claim (evidence, an update, a definition) always needs one.
    """
    for record in _that_state(look):
        if isinstance(record, _MUST_SAY) and not _has_source(record) and record.origin == "ours":
            yield look.library.problem(record.ref, (), "states something without a source", "add `source` or `sources`")
    for record, path, text in look.texts:
        if isinstance(record, Reference | Brand | _MUST_SAY) or _has_source(record):
            continue
        found = _CLAIM.search(text)
        if found and not any(ref.startswith(_SHOWS_WHERE) for ref in refs_in(text)):
            message = f"'{found[0]}' is a claim, and nothing says where it comes from"
            yield look.library.problem(record.ref, path, message, "add `source` or `sources`, or link to the evidence")


@rule(
    "origin-of-a-field", wrong="origins: {frist_move: ours}", right="origins: {first_move: ours}",
    firm="It would say nothing about anything.",
)
def origin_of_a_field(look: Look) -> Iterator[Problem]:
    """`origins` names fields that the record's kind has.

    A misspelt field would leave our own suggestion standing as if the paper had made it.
    """
    for record in _that_state(look):
        for name in record.origins:
            if name not in type(record).model_fields:
                yield look.library.problem(record.ref, ("origins", name), f"this kind has no field '{name}'")


def _that_state(look: Look) -> Iterator[Record]:
    return (one for one in look.library.records.values() if not isinstance(one, Reference | Brand))


def _has_source(record: Record) -> bool:
    return record.source is not None or bool(record.sources)


RULES = (source_missing, claim_without_source, origin_of_a_field)
