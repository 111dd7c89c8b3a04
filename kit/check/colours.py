"""The rule about colours: text can be read on its ground."""

from __future__ import annotations

from collections.abc import Iterator

from kit.check.contrast import contrast
from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.model import Brand


@rule(
    "contrast", wrong='sun: "#E0A526" on paper: "#FFFFFF", at_least: 4.5', right='ink: "#1B1F2A" on paper: "#FFFFFF"',
    firm="People with weak sight could not read it, and the law asks for it.",
)
def contrasts(look: Look) -> Iterator[Problem]:
    """Each pair of the brand's colours reaches the contrast that it promises.

    Text of a usual size needs 4.5 to 1 (WCAG 2.2, AA); large letters and pictures need 3 to 1.
    """
    for brand in look.library.all(Brand):
        colours = brand.colours.model_dump()
        for number, pair in enumerate(brand.pairs):
            unknown = [name for name in (pair.front, pair.back) if name not in colours]
            if unknown:
                yield look.library.problem(brand.ref, ("pairs", number), f"no colour '{unknown[0]}'")
                continue
            ratio = contrast(colours[pair.front], colours[pair.back])
            if ratio < pair.at_least:
                message = f"{pair.front} on {pair.back} has a contrast of {ratio:.2f}; at least {pair.at_least:g}"
                yield look.library.problem(brand.ref, ("pairs", number), message)


RULES = (contrasts,)
