#!/usr/bin/env python3
"""Bring filled forms together: what each role sees, where people differ, and where to begin."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from kit import page, printing, workbook
from kit.console import EditionFolder, RecordsFolder, err, hand_over, run, say, spoken_errors
from kit.edition import build_folder, opened
from kit.errors import KitError
from kit.files import build_time, inside, write
from kit.library import Library
from kit.model.summary import Summary
from kit.reading.files import sources
from kit.reading.gather import Gathered, assessment_named, gather
from kit.report import report
from kit.results import wording
from kit.results.bring import instrument
from kit.results.instrument import Instrument
from kit.results.summary import checked, read_summary, summary_of, to_json
from kit.results.suppress import Smallest
from kit.settings import Settings

ROOT = Path(__file__).resolve().parent.parent

Maker = Callable[[Summary, Instrument, Library, Settings], bytes | str]
MAKERS: dict[str, Maker] = {
    "summary.json": lambda summary, *_: to_json(summary),
    "summary.xlsx": lambda summary, asked, library, settings: workbook.report(
        report(summary, asked, library, settings), library, build_time()),
    "summary.pdf": lambda summary, asked, library, settings: printing.report(
        report(summary, asked, library, settings), library, settings, build_time()),
    "summary.html": lambda summary, asked, library, settings: page.render(
        report(summary, asked, library, settings), library),
}
"""What is made of a summary, by the name of its file."""


@contextmanager
def _progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr, where somebody is looking."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)


def _table(found: Gathered) -> Table:
    table = Table("file", "responses", "how it went", "why", title="What was read", title_justify="left")
    for one in found.outcomes:
        read = one.read()
        table.add_row(*(Text(cell) for cell in (read.file, str(one.counted), read.how, "; ".join(read.why))))
    return table


def _told(summary: Summary) -> None:
    """The summary in a few lines."""
    asked = summary.assessment
    if summary.too_few:
        say(f"{asked.name}: too few responses to show anything; a group needs {summary.smallest_group}")
        return
    groups = "; ".join(wording.group(one, asked) for one in summary.groups if one.role or one.responses != 0)
    say(f"{asked.name}: {summary.responses} responses ({groups})")
    by_id = {one.id: one for one in summary.statements}
    for number, name in enumerate(summary.mixed_first[:3], 1):
        say(f"{number}. {by_id[name].name}: {wording.mixed(by_id[name])}")
    if summary.since and summary.since.few_new:
        err.print("Only a few responses differ from the earlier summary: side by side, the two may show what those few "
                  "said. Keep one of them to yourself.", markup=False)


def _made(folder: Path, summary: Summary, asked: Instrument, library: Library, settings: Settings) -> list[Path]:
    """Write what is made of a summary; return where."""
    targets = {inside(folder, name): make for name, make in MAKERS.items()}
    with _progress("Making", len(targets)) as step:
        for target, make in targets.items():
            write(target, make(summary, asked, library, settings))
            step()
    return list(targets)


def main(
    responses: Annotated[list[Path], typer.Argument(help="Filled forms (.xlsx, .ods, .json, .csv), or folders.")],
    assessment: Annotated[
        str | None, typer.Option(help="Its id, or your own FILE.yml; else what the first response says.")
    ] = None,
    smallest_group: Annotated[int | None, typer.Option(help="Smaller groups are not shown apart (5).")] = None,
    in_room: Annotated[
        bool, typer.Option("--in-room", help="The results stay with the people in the room, who agreed: 3 will do.")
    ] = False,
    since: Annotated[Path | None, typer.Option(help="An earlier summary.json, to see what moved.")] = None,
    out: Annotated[Path | None, typer.Option(help="The folder to write to; build/summary if not given.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary; write only if --out is given.")] = False,
    data: RecordsFolder = ROOT / "data",
    edition: EditionFolder = None,
) -> None:
    """Exit 0 when a summary is made, 1 if nothing could be read, 2 if the arguments can't be used."""
    with spoken_errors():
        usual = Smallest.in_room if in_room else Smallest.usual
        smallest = checked(usual if smallest_group is None else smallest_group, in_room)
        earlier = read_summary(since) if since else None
        files, (library, settings) = sources(responses), opened(ROOT, data, edition)
        asked = instrument(assessment or assessment_named(files), library)
        with _progress("Reading", len(files)) as step:
            found = gather(files, asked, step)
        if not json:
            err.print(_table(found))
        if not found.tally.responses:
            raise KitError("no response could be read; nothing was written")
        summary = summary_of(found.tally, smallest, in_room, found.read(), earlier)
        hand_over(to_json(summary)) if json else _told(summary)
        folder = out or (None if json else build_folder(ROOT, edition) / "summary")
        if folder:
            for target in _made(folder, summary, asked, library, settings):
                if not json:
                    say(f"Wrote {target}")


if __name__ == "__main__":
    run(main)
