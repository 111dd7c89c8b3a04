"""A small sound data folder, in which one thing at a time can be broken, and the command that judges it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from kit.check import problems
from kit.check.rule import Look, Rule, tried
from kit.errors import Problem
from kit.library import Library
from kit.load import read
from kit.model import Record
from kit.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
WHEN = datetime(2026, 11, 23, tzinfo=UTC)
"""The date that made files carry in tests."""
NOWHERE = Settings(site_url=None, repository=None, branch="main", contact=None)
"""A handbook that says not where it lives."""
SOMEWHERE = Settings(site_url="https://example.org/handbook/", repository=None, branch="main", contact=None)
HANDS = ("professionals", "together", "community")

_LAYERS = "summary: In a line.\n{0}plain: In plain words.\n{0}text: The whole of it.\n"
_SOURCE = '{0}origin: paper\n{0}source: {{part: "3"}}\n'


def _each(text: str, name: str = "one") -> str:
    return f"id: {name}\n{text}" + _LAYERS.format("") + _SOURCE.format("")


def _listed(text: str, name: str = "one") -> str:
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    return f"- id: {name}\n{lines}" + _SOURCE.format("  ")


_LEVEL = "{habit: We do., next: {text: Try., see: [case/one]}}"
_STEP = "{name: Step, means: It means this.}"
_LEVELS = ("fixing", "asking", "sharing", "facilitating")

SOUND = {
    "actions.yml": _listed(
        "name: Ask someone\nagenda: agenda/one\nrole: managers\nwhy: Because.\nfirst_move: Ask.\nknow: You see it.\n"
        "takes: an hour\nsee_also: [case/one]"
    ),
    "activities/one.yml": (
        "id: one\nname: Sort it\nsummary: In a line.\naim: understand\npurpose: To see.\nnot_when: [Never.]\n"
        "in_room: [Them.]\ngroup: {fewest: 4, ideal: 8, most: 12}\nroom: A room.\nmaterials: [Cards]\n"
        "prepare: {minutes: 5, do: [Print.]}\nminutes: 6\nsteps:\n"
        "  - {name: Sort, minutes: 4, grouping: pairs, do: [Sort.], script: Sort them.}\n"
        "  - {name: Say, minutes: 2, grouping: all, do: [Say.], script: Say why.}\n"
        "output: A sorted pile.\ndebrief: [What?, So what?]\nquiet: Wait.\nheated: Pause.\n"
        "variations: {shorter: {minutes: [3, 0], how: Sort only.}, remote: On a board., large: In rooms.}\n"
        "access: {before: [Ask.], during: [Read it.]}\n"
        "risks: [{risk: Haste., response: Wait.}]\nfollow_up: [Ask again.]\n"
        "prompts: [Who was asked?]\n"
        "cards: [{name: One, text: It happens., answer: It is., cell: matrix/together-together}]\n"
        "takes_examples: true\nhandouts: [{kind: cards, name: Cards, each: pair}]\ndraws_on: [case/one]\norigin: ours\n"
    ),
    "agenda/one.yml": _each(
        "order: 1\nname: One\nbarrier: A wall.\npromised: not said\nbecame: Unknown.\ndirections: []\n"
    ),
    "agenda/two.yml": _each(
        "order: 2\nname: Two\nbarrier: A wall.\npromised: not said\nbecame: Unknown.\n"
        "directions: [direction/one]\nafter: [agenda/one]\n",
        "two",
    ),
    "assessments/one.yml": (
        "id: one\nname: One\nsummary: In a line.\nminutes: 5\nversion: 1\nit_is: [A start.]\nit_is_not: [A test.]\n"
        "instructions: [Choose.]\nwho_sees: [You.]\nafterwards: [Talk.]\n"
        f"scale: {{{', '.join(f'{level}: {_STEP}' for level in _LEVELS)}}}\n"
        "apart: {dont_know: {name: Unknown, next: Ask.}, does_not_apply: {name: Not here, next: Say why.}}\n"
        "position: {name: Where, ask: Who?, plans: Plans, delivers: Does, today: Now, wanted: Then, caption: Look.}\n"
        "statements: [statement/one]\norigin: ours\n"
    ),
    "brand.yml": (
        "id: one\nname: One\ntagline: One line.\nfont: Arial\ncolours:\n"
        '  ink: "#1B1F2A"\n  paper: "#FFFFFF"\n  wash: "#F3F1EC"\n  primary: "#12355B"\n  accent: "#0B6E69"\n'
        '  warm: "#B5462F"\n  sun: "#E0A526"\n  violet: "#6B4E9B"\n  muted: "#55626B"\n'
        "pairs:\n  - {front: ink, back: paper, at_least: 4.5}\n"
        "logo: logo.svg\nlogo_alt: A logo.\nlicence: Free.\nattribution: Theirs.\norigin: ours\n"
    ),
    "cases/one.yml": _each(
        "name: One\nplace: Cardiff\ncountry: Wales\nyears: not said\nsectors: [sector/one]\n"
        "principles: [principle/one]\ncell: matrix/together-together\ncell_why: Our reading.\n"
        "exchange:\n  - who: A tenant\n    gives: Time.\n    gets: not said\n"
        "results: not said\ntoday: {text: Unknown., as_of: null}\nlesson: Ask.\nfirst_move: Ask today.\n"
    ),
    "commitments/one.yml": _each("order: 1\nname: One\nasks: [A thing.]\ncaution: Take care.\n"),
    "definitions.yml": _listed(
        "name: One\nwho: Someone\nyear: 2009\nfield: Care\nsummary: In a line.\nsense: In our words.\n"
        "shares: [deliver]\nadds: []\nleaves_out: []"
    )
    + _listed(
        "name: Two\nwho: Someone else\nyear: 2013\nfield: Care\nsummary: In a line.\nsense: In our words.\n"
        "shares: [plan]\nadds: []\nleaves_out: []\nfollows: definition/one",
        "two",
    ),
    "dimensions.yml": _listed("order: 1\nname: One\nsummary: In a line.\nquestion: What?\nsee_also: [principle/one]"),
    "directions.yml": _listed("order: 1\nname: One\n" + _LAYERS.format("")),
    "distinctions/one.yml": _each(
        "order: 1\nname: consultation\nlooks_like: []\nmissing: []\nwould_make_it: []\nworth: Much.\ncell: null\n"
        "cases: [case/one]\n"
    ),
    "events.yml": _listed('date: "2009"\nname: One\ntext: It happened.'),
    "evidence.yml": _listed(
        "name: One\nclaim: Half of them.\nvalue: 6\nunit: people\npopulation: not said\nplace: not said\n"
        "year: not said\nproduced_by: not said\ninterest: not known\nabout: [case/one]\n"
        "arithmetic:\n  inputs: [{label: A, value: 2, unit: people}, {label: B, value: 3, unit: times}]\n"
        "  operation: product\n  printed: 6\n  rounding: 0.5\n  agrees: true\n  note: Done again."
    ),
    "hosting.yml": _listed(
        'order: 1\nname: Paying people\nsummary: In a line.\ntext: Get advice first.\nas_of: "2026-11"'
    ),
    "matrix.yml": "".join(
        _listed(
            f"name: Cell\nplans: {plans}\ndelivers: {delivers}\nlegible: true\nprinted: Words.\nsummary: In a line.\n"
            "text: The whole of it.\nnext_move: Ask.",
            f"{plans}-{delivers}",
        )
        for plans in HANDS
        for delivers in HANDS
    ),
    "people.yml": _listed("name: Someone\nrole: A thinker.\nsummary: In a line.\ntext: The whole of it."),
    "pressures/one.yml": _each("order: 1\nname: One\nsigns: [A queue.]\nanswer: Ask.\n"),
    "principles/one.yml": _each(
        "order: 1\nname: One\nlooks_like: []\nfalls_short: []\nquestion: Who?\nfirst_move: Ask.\n"
    ),
    "references/paper.yml": _listed(
        'form: report\nauthors: ["Boyle, D."]\nyear: 2009\nname: The paper\n'
        f"endnotes: [{', '.join(map(str, range(1, 67)))}]"
    ),
    "sectors.yml": _listed("name: Housing\nstarts: []\nwatch: []\n" + _LAYERS.format("")),
    "shifts.yml": _listed(
        "order: 1\nname: From telling to asking\nfixer: I tell.\nfacilitator: I ask.\nwhy: Because.\nmonday: Ask.\n"
        "principles: [principle/one]"
    ),
    "statements.yml": _listed(
        "name: One\nversion: 1\ndimension: dimension/one\n"
        "wording: {professionals: We ask., people: I am asked., commissioners: We ask them.}\n"
        f"levels: {{{', '.join(f'{level}: {_LEVEL}' for level in _LEVELS)}}}\n"
        "evidence: {ask: What?, counts: This., does_not: That.}"
    ),
    "terms.yml": _listed("name: One\n" + _LAYERS.format("")) + _listed("name: Two\n" + _LAYERS.format(""), "two"),
    "updates.yml": _listed(
        "name: One\nsummary: In a line.\nthen: Then.\nnow: Now.\nstandings: [{status: ended}]\n"
        'bears_on: [case/one]\nconfidence: seen\nas_of: "2013"\nchecked: "2026-11"'
    ),
    "variants/one.yml": (
        "id: one\nname: Housing\nsector: sector/one\nsummary: In a line.\n"
        "cases: [{case: case/one, title: One, script: Tell it.}]\n"
        "examples: [{name: Ours, text: It happens., answer: It is not., about: case/one}]\n"
        "prompts: [{activity: activity/one, prompts: [Who was not asked?]}]\norigin: ours\n"
    ),
    "workshops/one.yml": (
        "id: one\norder: 1\nname: One\nsummary: In a line.\naudience: Anyone.\n"
        "group: {fewest: 4, ideal: 8, most: 12}\nminutes: 10\noutcomes: [Know it.]\ninvite: [Them.]\nroom: A room.\n"
        "before: [{when: The day before, do: [Ask.]}]\nafter: [{when: The day after, do: [Thank.]}]\nparts:\n"
        "  - part: input\n    name: Start\n    slides:\n"
        "      - {kind: title, minutes: 4, script: Hello.}\n"
        "  - part: activity\n    activity: activity/one\norigin: ours\n"
    ),
}
"""Every file of a sound folder: the fewest records that pass every check."""


@dataclass
class Data:
    """A data folder that a test may break."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Data:
        """Put a file in the folder, or in place of the one that is there."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def change(self, name: str, old: str, new: str) -> Data:
        """Replace the first occurrence of some text of a file; it must be there."""
        content = (self.folder / name).read_text("utf-8")
        assert old in content, f"{name} has no {old!r}"
        return self.write(name, content.replace(old, new, 1))

    def append(self, name: str, text: str) -> Data:
        """Add text at the end of a file."""
        return self.write(name, (self.folder / name).read_text("utf-8") + text)

    def remove(self, name: str) -> Data:
        """Delete a file."""
        (self.folder / name).unlink()
        return self

    def library(self) -> Library:
        return read(self.folder)

    def problems(self) -> list[Problem]:
        """Everything that the checks find, in order."""
        return problems(self.library())

    def found(self) -> list[str]:
        """The same, as the lines that people read."""
        return [str(problem) for problem in self.problems()]

    def breaks(self, rules: Iterable[Rule], today: date | None = None) -> list[str]:
        """What breaks these rules, as lines without the folder's name and the rule's."""
        found = sorted(tried(Look(self.library(), today), rules))
        return [str(replace(problem, rule="")).removeprefix("data/") for problem in found]


def sound(folder: Path) -> Data:
    """A sound folder of the fewest records, at `folder`/data."""
    data = Data(folder / "data")
    for name, content in SOUND.items():
        data.write(name, content)
    return data


def real(folder: Path) -> Data:
    """A copy of the project's own records at `folder`/data."""
    shutil.copytree(ROOT / "data", folder / "data")
    return Data(folder / "data")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    lines: list[str]
    """What it printed, on stdout."""
    errors: list[str]


def script(
    name: str, *arguments: str | Path, before: Callable[[], None] | None = None, cwd: Path | None = None,
    patience: float = 60, **extra: str,
) -> Ran:
    """Run one of the project's scripts as people do, for `patience` seconds at most. `extra` joins its environment."""
    command = [sys.executable, str(ROOT / "scripts" / f"{name}.py"), *map(str, arguments)]
    found = subprocess.run(
        command, capture_output=True, timeout=patience, check=False, preexec_fn=before, cwd=cwd,
        env={**os.environ, **extra},
    )
    out, err = (stream.decode("utf-8", "backslashreplace") for stream in (found.stdout, found.stderr))
    return Ran(found.returncode, out.splitlines(), err.splitlines())


def validate(data: Data, *arguments: str, before: Callable[[], None] | None = None, **extra: str) -> Ran:
    """Run scripts/validate.py over a folder, on a day in November 2026."""
    extra.setdefault("SOURCE_DATE_EPOCH", str(int(WHEN.timestamp())))
    return script("validate", "--data", data.folder, *arguments, before=before, cwd=None, patience=60, **extra)


def with_records(library: Library, *records: Record) -> Library:
    """A library with some records changed or added."""
    changed = {record.ref: record for record in records}
    copy = Library(library.folder)
    for record in library.records.values():
        copy.add(changed.pop(record.ref, record))
    for record in changed.values():
        copy.add(record)
    return copy
