"""What came of a run, counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from .worker import Tried


def table(tried: Iterable[Tried]) -> list[str]:
    """Rows in Markdown: one a kind and family of what was done, and one for all."""
    every = list(tried)
    rows = ["| What was sent | Cases | Sound | Refused | Findings | Slowest, s | Most memory, MB |",
            "|---|---:|---:|---:|---:|---:|---:|"]
    for key, held in _by(every, lambda one: f"{_kind(one)}, {one.how.partition(':')[0]}"):
        rows.append(_row(key, held))
    return [*rows, _row("**all**", every)]


def _row(name: str, held: list[Tried]) -> str:
    came = Counter(one.came for one in held)
    most = max((one.memory for one in held), default=0) / 1_000_000
    slowest = max((one.seconds for one in held), default=0.0)
    counts = " | ".join(f"{came[what]:,}" for what in ("sound", "refused", "finding"))
    return f"| {name} | {len(held):,} | {counts} | {slowest:.2f} | {most:.0f} |"


def reasons(tried: Iterable[Tried], most: int = 25) -> list[str]:
    """The commonest first lines of refusals, without what differs from case to case."""
    found = Counter(f"{_kind(one)}: {_same(one.said[0])}" for one in tried if one.came == "refused" and one.said)
    return [f"{count:>6,}  {said}" for said, count in found.most_common(most)]


def findings(tried: Iterable[Tried]) -> Iterator[str]:
    """Each finding with what it is and where."""
    for one in tried:
        if one.came == "finding":
            yield f"{one.name} ({one.how}): {'; '.join(one.said)}"


def _kind(one: Tried) -> str:
    return re.split("[:-]", one.name, maxsplit=1)[0]


def _by(tried: list[Tried], key: Callable[[Tried], str]) -> list[tuple[str, list[Tried]]]:
    found: dict[str, list[Tried]] = {}
    for one in tried:
        found.setdefault(key(one), []).append(one)
    return sorted(found.items())


def _same(line: str) -> str:
    line = re.sub(r"^[\w./-]+\.(yml|json|csv|pptx)(:\d+)?: ", "", line)
    line = re.sub(r"^[a-z]+/\S+: ", "", line)
    return re.sub(r"\d[\d,]*", "N", re.sub(r"'[^']*'", "'…'", line))[:110]


__all__ = ["findings", "reasons", "table"]
