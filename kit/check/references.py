"""Every reference leads to a record of the right kind, no chain bites its tail, and aliases are free."""

from __future__ import annotations

from collections.abc import Iterator

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.library import Library
from kit.model import KINDS, Record
from kit.model.base import RefTo
from kit.refs import Link, links, stray
from kit.shape import near, nearest

_NOWHERE = "It would lead the reader nowhere."


@rule("reference", wrong="cases: [case/taf-housing]", right="cases: [case/taff-housing]", firm=_NOWHERE)
def leads_somewhere(look: Look) -> Iterator[Problem]:
    """Every reference, in a field or in a text, leads to a record that is there, and of a kind that the field takes.

    Pages, slides and forms make links of them, both ways.
    """
    for record in look.library.records.values():
        for link in links(record):
            yield from _link(look.library, record, link)


@rule("link-to-a-record", wrong="text: See [[Taff Housing]].", right="text: See [[case/taff-housing]].", firm=_NOWHERE)
def well_formed(look: Look) -> Iterator[Problem]:
    """A link to a record is written `[[kind/id]]`, or `[[kind/id|the words to show]]`.

    Anything else between double square brackets would reach the reader as brackets.
    """
    for record in look.library.records.values():
        for path, found in stray(record):
            message = f"'{found.strip()}' is no link to a record"
            yield look.library.problem(record.ref, path, message, "write [[kind/id]] or [[kind/id|words]]")


@rule(
    "circle", wrong="follows: definition/a  # which follows this one", right="follows: definition/b", firm=_NOWHERE,
)
def no_circle(look: Look) -> Iterator[Problem]:
    """What follows, comes after or replaces something else comes to an end: it never leads back to itself.

    A reader who is sent on from record to record has to arrive.
    """
    yield from _cycles(look.library)


@rule("alias-taken", wrong="aliases: [keyring]  # the id of another case", right="aliases: [key-ring]", firm=_NOWHERE)
def aliases_free(look: Look) -> Iterator[Problem]:
    """An older id in `aliases` belongs to one record only.

    Its address leads to the record of today, and can't lead to two.
    """
    yield from _aliases(look.library)


def _link(library: Library, record: Record, link: Link) -> Iterator[Problem]:
    kind, _, name = link.target.partition("/")
    if kind not in KINDS:
        hint = near(kind, list(KINDS))
        yield library.problem(record.ref, link.path, f"no kind '{kind}' (in '{link.target}')", hint)
    elif link.rule.kinds and kind not in link.rule.kinds:
        wanted = " or ".join(link.rule.kinds)
        right = sorted((ref for ref in library.claimed if ref.partition("/")[0] in link.rule.kinds), reverse=True)
        known = {ref.partition("/")[2]: ref for ref in right}
        close = nearest(name, sorted(known))
        hint = f"did you mean '{known[close]}'?" if close else ""
        yield library.problem(record.ref, link.path, f"'{link.target}' is a {kind}; expected a {wanted}", hint)
    elif link.target not in library.claimed and kind not in library.unsure:
        ids = sorted(other.partition("/")[2] for other in library.claimed if other.startswith(f"{kind}/"))
        yield library.problem(record.ref, link.path, f"no {kind} '{name}'", near(name, ids))


def _cycles(library: Library) -> Iterator[Problem]:
    """A chain of references that must come to an end and doesn't; said once, at its first record."""
    steps: dict[RefTo, dict[str, list[Link]]] = {}
    for record in library.records.values():
        for link in links(record):
            if link.rule.acyclic:
                steps.setdefault(link.rule, {}).setdefault(record.ref, []).append(link)
    for chains in steps.values():
        done: set[str] = set()
        for start in sorted(chains):
            yield from _follow(library, chains, start, [], done)


def _follow(
    library: Library, steps: dict[str, list[Link]], here: str, trail: list[str], done: set[str]
) -> Iterator[Problem]:
    if here in done or here not in steps:
        return
    trail.append(here)
    for link in steps[here]:
        if link.target in trail:
            circle = [*trail[trail.index(link.target):], link.target]
            message = f"goes round in a circle: {' > '.join(circle)}"
            yield library.problem(here, link.path, message, "one of these must go")
        else:
            yield from _follow(library, steps, link.target, trail, done)
    trail.pop()
    done.add(here)


def _aliases(library: Library) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for record in library.records.values():
        for number, alias in enumerate(record.aliases):
            ref = f"{record.kind}/{alias}"
            holder = ref if ref in library.records else seen.get(ref)
            if holder:
                yield library.problem(record.ref, ("aliases", number), f"'{alias}' is taken by {holder}")
            seen.setdefault(ref, record.ref)


RULES = (leads_somewhere, well_formed, no_circle, aliases_free)
