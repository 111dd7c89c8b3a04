"""Every rule, by family and by name: what validation tries, and what the handbook explains."""

from __future__ import annotations

from collections.abc import Iterator

from kit.check import addresses, age, colours, reading, references, sources, whole, words, workshops
from kit.check.rule import Look, Rule, rule
from kit.errors import Problem
from kit.shape import near

PAGE = "contribute/rules"
"""The page of the handbook that explains the rules; each has an anchor."""


@rule(
    "on-purpose", wrong="on_purpose: {reeding-age: Because.}",
    right="""on_purpose: {reading-age: "The law's own words are needed here."}""",
    firm="It is how the others are broken on purpose.",
)
def on_purpose(look: Look) -> Iterator[Problem]:
    """`on_purpose` names rules that there are, that can be broken, and that the record does break; each with a reason.

    Whoever reads the record next can see that it was meant, and why. What excuses nothing any more is taken out, so
    that it does not hide the next slip.
    """
    for record in look.library.records.values():
        for name in record.on_purpose:
            known = BY_NAME.get(name)
            if known is None:
                hint = near(name, [one.name for one in RULES if not one.firm]) or f"they are listed in {PAGE}"
                yield look.library.problem(record.ref, ("on_purpose", name), f"no rule '{name}'", hint)
            elif known.firm:
                message = f"'{name}' can't be broken on purpose"
                yield look.library.problem(record.ref, ("on_purpose", name), message, known.firm.rstrip("."))


FAMILIES: dict[str, tuple[Rule, ...]] = {
    "Words": words.RULES,
    "Easy to read": reading.RULES,
    "Who says so": sources.RULES,
    "How old it is": age.RULES,
    "Links to the web": addresses.RULES,
    "Links to records": references.RULES,
    "The whole": whole.RULES,
    "Workshops": workshops.RULES,
    "Colours": colours.RULES,
    "Exceptions": (on_purpose,),
}
"""All rules under the headings of the handbook's page."""

RULES: tuple[Rule, ...] = tuple(one for family in FAMILIES.values() for one in family)
BY_NAME: dict[str, Rule] = {one.name: one for one in RULES}


def anchor(name: str) -> str:
    """Where on its page a rule is explained."""
    return f"rule-{name}"


def read_about(name: str, site: str | None = None) -> str:
    """Where to read about a rule: its address on a published handbook, or below the root of one that is not."""
    return f"{site or ''}{PAGE}/#{anchor(name)}" if name in BY_NAME else ""
