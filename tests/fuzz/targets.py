"""Who reads each kind of file, as the commands do, and what may be said of it: nothing, or a few plain lines."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import cast

from builder import SOUND, sound

from kit.check import problems
from kit.deck.adopt import adopt
from kit.errors import KitError, printable
from kit.followup import version
from kit.form import form
from kit.library import Library
from kit.load import read
from kit.model.assessment import Assessment
from kit.model.workshop import Workshop
from kit.reading.fence import Fence
from kit.reading.files import sources
from kit.reading.gather import given
from kit.reading.settle import Settler
from kit.reading.told import Given, Refused
from kit.results.bring import read_brought
from kit.results.instrument import Instrument, of_assessment, of_brought
from kit.results.summary import read_summary, summary_of, to_json
from kit.results.tally import Tally

from .cases import Case
from .seeds import ROOT

LONGEST = 2_000
"""Characters of a line that people are to read."""


class Unclean(Exception):
    """Something was said that nobody should have to read."""


class Reader:
    """Everything that reads, in a folder of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.fence = Fence(seconds=10)
        self.sound = sound(self.folder / "sound").folder

    def close(self) -> None:
        """Stop the process that opens workbooks, and clear up."""
        self.fence.__exit__(None)
        shutil.rmtree(self.folder, ignore_errors=True)

    @cached_property
    def library(self) -> Library:
        """The project's own records, sound or not."""
        return read(ROOT / "data")

    @cached_property
    def instrument(self) -> Instrument:
        """What the responses answer."""
        return of_assessment(cast(Assessment, self.library.get("assessment/quick")), self.library)

    def ready(self) -> None:
        """Read what every case needs, before any is timed."""
        assert self.instrument.statements

    def lines(self, case: Case) -> list[str]:
        """What is said of a case: nothing where it is sound. Raises whatever the readers raise, and Unclean."""
        found = self._targets[case.kind](case)
        if case.kind != "yaml":  # a problem makes itself printable; the rest is made so where it is shown
            found = [printable(line) for line in found]
        for line in found:
            if not line.strip() or line != printable(line) or len(line) > LONGEST or "Traceback" in line:
                raise Unclean(f"a line that can't be read: {line[:300]!r}")
        return found

    @property
    def _targets(self) -> dict[str, Callable[[Case], list[str]]]:
        return {"yaml": self._records, "brought": self._brought, "summary": self._summary, "template": self._template,
                **dict.fromkeys(("xlsx", "ods", "json", "csv"), self._responses)}

    @contextmanager
    def _laid(self, case: Case) -> Iterator[Path]:
        path = self.folder / "one" / case.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.data)
        try:
            yield path
        finally:
            shutil.rmtree(self.folder / "one")

    def _records(self, case: Case) -> list[str]:
        """A file of the smallest folder in its place there; a real one alone, where what is missing says nothing."""
        if case.file not in SOUND:
            with self._laid(case):
                return self._said(self.folder / "one", case, ["is missing: it holds the "])
        path = self.sound / case.file
        path.write_bytes(case.data)
        try:
            return self._said(self.sound, case, [])
        finally:
            path.write_text(SOUND[case.file], "utf-8")

    def _said(self, folder: Path, case: Case, but: list[str]) -> list[str]:
        most = case.data.count(b"\n") + case.data.count(b"\r") + 1
        found = problems(read(folder))
        for one in found:
            if one.file.endswith(case.file) and not 0 <= one.line <= most:
                raise Unclean(f"line {one.line} of {most}: {one}")
        return [str(one) for one in found if not any(words in one.message for words in but)]

    def _responses(self, case: Case) -> list[str]:
        settler, tally, said = Settler(self.instrument), Tally(self.instrument), list[str]()
        with self._laid(case) as path:
            (source,) = sources([path])
            for found in given(source, self.fence):
                said += self._counted(found, settler, tally)
        if tally.responses.total():
            to_json(summary_of(tally, 5, False, []))
        return said

    def _counted(self, found: Given | Refused, settler: Settler, tally: Tally) -> list[str]:
        if isinstance(found, Refused):
            return [f"refused: {found}"]
        try:
            whole = settler.settle(found)
        except Refused as refused:
            return [f"refused: {refused}"]
        return [*whole.warnings, *tally.add(whole.response, "a file")]

    def _brought(self, case: Case) -> list[str]:
        with self._laid(case) as path:
            try:
                found = read_brought(path)
            except KitError as error:
                return [str(error).replace(str(path), path.name)]
        form(found, self.library)
        of_brought(found)
        return []

    def _summary(self, case: Case) -> list[str]:
        workshop = cast(Workshop, self.library.get("workshop/follow-up"))
        with self._laid(case) as path:
            try:
                earlier = read_summary(path)
                summary_of(Tally(self.instrument), 5, False, [], earlier)
                return list(version(workshop, self.library, None, path)[1])
            except KitError as error:
                return str(error).replace(str(path), path.name).splitlines()

    def _template(self, case: Case) -> list[str]:
        with self._laid(case) as path:
            try:
                adopt(path)
            except KitError as error:
                return [str(error).replace(str(path), path.name)]
        return []


def refused(kind: str, lines: list[str]) -> bool:
    """Whether what was said means that the file, or something in it, was not taken."""
    responses = kind in ("xlsx", "ods", "json", "csv")
    return any(line.startswith("refused: ") for line in lines) if responses else bool(lines)


__all__ = ["Reader", "Unclean", "refused"]
