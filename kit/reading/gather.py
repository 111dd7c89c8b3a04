"""All files into one tally, one after the other, and a table of what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from kit.errors import UsageError, printable
from kit.model.summary import FileRead
from kit.reading.fence import Fence
from kit.reading.files import Source, kind, text_of
from kit.reading.rows import read_rows
from kit.reading.saved import read_saved
from kit.reading.settle import Settler
from kit.reading.told import Given, Refused
from kit.reading.workbook import responses
from kit.results.instrument import Instrument
from kit.results.tally import Tally

_REASONS = 12
"""Different things said of one file; the rest is counted."""


@dataclass
class Outcome:
    """What became of one file."""

    name: str
    counted: int = 0
    """Responses; only for those who run the command, as it may tell the size of a group that is hidden."""
    left_out: int = 0
    said: dict[str, int] = field(default_factory=dict)
    """Each warning or reason, and how often."""

    def say(self, lines: Iterable[str]) -> None:
        """Note what is to be said of it."""
        for line in lines:
            self.said[line] = self.said.get(line, 0) + 1

    def read(self) -> FileRead:
        """The same for the summary."""
        how = "accepted with warnings" if self.said else "accepted"
        why = [printable(line) if count == 1 else f"{printable(line)} ({count} times)" for line, count in
               list(self.said.items())[:_REASONS]]
        if len(self.said) > _REASONS:
            why.append(f"and {len(self.said) - _REASONS} more")
        return FileRead.model_validate({"file": self.name, "how": how if self.counted else "refused", "why": why})


@dataclass
class Gathered:
    """What came of all files."""

    tally: Tally
    outcomes: list[Outcome]

    def read(self) -> list[FileRead]:
        """The table of what was read."""
        return [one.read() for one in self.outcomes]


def gather(
    sources: Sequence[Source], instrument: Instrument, step: Callable[[], None] = lambda: None
) -> Gathered:
    """Read every file into a tally; `step` is called after each. Nothing that a file holds stops the rest."""
    tally, settler, outcomes = Tally(instrument), Settler(instrument), list[Outcome]()
    with Fence() as fence:
        for source in sources:
            outcome = Outcome(source.name)
            outcomes.append(outcome)
            for found in given(source, fence):
                _take(found, tally, settler, outcome)
            step()
    return Gathered(tally, outcomes)


def given(source: Source, fence: Fence) -> Iterator[Given | Refused]:
    """The responses of one file, as it gives them; a refusal where it, or one of them, can't be used."""
    try:
        yield from _read(source, fence)
    except Refused as refused:
        yield refused


def _read(source: Source, fence: Fence) -> Iterator[Given | Refused]:
    found = kind(source)
    if found == "workbook":
        yield from responses(fence.form(source.path))
        return
    text, warnings = text_of(source)
    read = (read_saved if found == "json" else read_rows)(text)
    first = next(read, None)
    if isinstance(first, Given):
        first.warnings.extend(warnings)
    yield from chain([first] if first else [], read)


def _take(found: Given | Refused, tally: Tally, settler: Settler, outcome: Outcome) -> None:
    """Count a response, or say why not."""
    try:
        if isinstance(found, Refused):
            raise found
        settled = settler.settle(found)
    except Refused as refused:
        outcome.left_out += 1
        outcome.say([str(refused)])
        return
    before = tally.responses.total()
    outcome.say([*settled.warnings, *tally.add(settled.response, outcome.name)])
    outcome.counted += tally.responses.total() - before


def assessment_named(sources: Sequence[Source]) -> str:
    """The assessment of the first response that can be read. Raises UsageError where none can."""
    with Fence() as fence:
        for source in sources:
            for found in given(source, fence):
                if isinstance(found, Given):
                    return found.response.assessment.removeprefix("assessment/")
    raise UsageError("no file says which assessment it answers; name it with --assessment")


__all__ = ["Gathered", "Outcome", "assessment_named", "gather", "given"]
