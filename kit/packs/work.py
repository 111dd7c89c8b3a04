"""Every download made: only those whose inputs changed, on all processors at once, and the list of them written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from datetime import datetime
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from kit import printing, word, workbook
from kit.edition import read
from kit.errors import KitError
from kit.files import build_time, inside, write
from kit.form import form
from kit.library import Library
from kit.model import Assessment, Sector, Workshop
from kit.packs.contents import contents, pack, slug
from kit.packs.stale import Fingerprints
from kit.running import running
from kit.settings import Settings

MANIFEST = "manifest.json"
KEYS = "made.json"
"""What each job was made from, so that the next run can tell what changed."""
FOLDER = "packs"


@dataclass(frozen=True)
class Made:
    """One file made, as the manifest lists it."""

    name: str
    """Path below the downloads folder."""
    title: str
    what: str
    """One line for the page that offers it."""
    record: str
    """Reference of the record it was made from."""
    size: int
    """Bytes."""
    form: str = ""
    """What sort of file: "pack", "slides", "guide", "run sheet" …"""
    sector: str = ""
    """Id of the sector that the version is for; empty for the general one."""


@dataclass(frozen=True)
class Job:
    """Files that are made together: a workshop's pack in one version, or a self-assessment's forms."""

    record: str
    sector: str
    key: str
    """Fingerprint of all that they are made from."""

    @property
    def name(self) -> str:
        """What to call it while it is made: `half-day-housing`. A workshop and a self-assessment may share one."""
        return "-".join(filter(None, (self.record.partition("/")[2], self.sector)))

    @property
    def place(self) -> str:
        """What no other job is called, by which its files are remembered: `workshop/half-day/housing`."""
        return "/".join(filter(None, (self.record, self.sector)))


Written = list[tuple[Made, bytes]]
Told = Callable[[str, int, int], None]
"""Told what was made, how many are done, and how many there are to do."""


def jobs(library: Library, settings: Settings, when: datetime) -> Iterator[Job]:
    """Everything that people can download, in the order of the records; a workshop's general version first."""
    prints = Fingerprints(library, settings, when)
    for workshop in library.all(Workshop):
        for sector in (None, *library.all(Sector)):
            if workshop.retired is None and (sector is None or sector.retired is None):
                yield Job(workshop.ref, sector.id if sector else "", prints.workshop(workshop, sector))
    for assessment in library.all(Assessment):
        if assessment.retired is None:
            yield Job(assessment.ref, "", prints.assessment(assessment))


def do(job: Job, library: Library, settings: Settings, when: datetime) -> Written:
    """Make a job's files."""
    record = library.get(job.record)
    if isinstance(record, Assessment):
        return _forms(record, library, settings, when)
    assert isinstance(record, Workshop)
    return _pack(record, job.sector, library, settings, when)


def _pack(workshop: Workshop, sector: str, library: Library, settings: Settings, when: datetime) -> Written:
    field = library.get(f"sector/{sector}") if sector else None
    run = running(workshop, library, field if isinstance(field, Sector) else None)
    made, name = contents(run, library, settings, when), f"{FOLDER}/{slug(run)}"
    title = f"{workshop.name} ({field.title})" if field else workshop.name
    whole = pack(run, made, library, settings, when)
    what = "Everything in one zip: slides, guide, run sheet, handouts, and a note that says which is which."
    found = [(Made(f"{name}.zip", f"{title}: the whole pack", what, workshop.ref, len(whole), "pack", sector), whole)]
    for part in made:
        entry = Made(f"{name}-{part.name}", f"{title}: {part.form}", part.what, workshop.ref, len(part.data), part.form,
                     sector)
        found.append((entry, part.data))
    return found


def _forms(assessment: Assessment, library: Library, settings: Settings, when: datetime) -> Written:
    asked = form(assessment, library)
    given = (asked, library, settings, when)
    made = [
        (".xlsx", "workbook", "Choose from lists, and see what you said on other sheets.", workbook.render(*given)),
        (".pdf", "paper", "Print it, with boxes to tick and room to write.", printing.render(*given)),
        ("-large-print.pdf", "large print", "The same on paper, in type of 18 points or more.",
         printing.render(*given, large=True)),
        ("-tally.pdf", "tally sheet", "For the wall, on A3: mark what people chose, and see where it lies apart.",
         printing.tally(*given)),
        (".docx", "Word", "For you to change. Nobody reads it back by machine.", word.render(*given)),
    ]
    return [
        (Made(f"{assessment.id}-checklist{end}", f"{assessment.name}: {_CALLED[kind]}", what, assessment.ref, len(data),
              kind), data)
        for end, kind, what, data in made
    ]


_CALLED = {"workbook": "the workbook", "paper": "on paper", "large print": "in large print",
           "tally sheet": "the tally sheet", "Word": "in Word"}
"""What to call each form, after the assessment's name."""


def make(library: Library, settings: Settings, folder: Path, told: Told) -> list[Made]:
    """Make every stale download and the manifest; remove what no longer belongs there. Gives the whole list."""
    when, wanted = build_time(), list(jobs(library, settings, build_time()))
    held = _held(folder)
    kept = {job.place: held[job.place][1] for job in wanted if _fresh(job, held, folder)}
    stale = [job for job in wanted if job.place not in kept]
    for number, (job, made) in enumerate(_done(stale, library, settings, when), 1):
        for entry, data in made:
            write(inside(folder, entry.name), data)
        kept[job.place] = [entry for entry, _ in made]
        _remember(folder, wanted, kept)  # each time, so that a run that is stopped loses nothing
        told(job.name, number, len(stale))
    _remember(folder, wanted, kept)
    every = [one for job in wanted for one in kept[job.place]]
    write(folder / MANIFEST, json.dumps([asdict(one) for one in every], indent=1) + "\n")
    _clear(folder, {one.name for one in every} | {KEYS, MANIFEST})
    return every


def _remember(folder: Path, wanted: list[Job], kept: dict[str, list[Made]]) -> None:
    keys = {
        job.place: {"key": job.key, "files": [asdict(one) for one in kept[job.place]]}
        for job in wanted if job.place in kept
    }
    write(folder / KEYS, json.dumps(keys, indent=1) + "\n")


def _held(folder: Path) -> dict[str, tuple[str, list[Made]]]:
    """What an earlier run left, by job: its key and its files. Nothing where that can't be read."""
    try:
        found = json.loads((folder / KEYS).read_text("utf-8"))
        return {name: (one["key"], [Made(**entry) for entry in one["files"]]) for name, one in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _fresh(job: Job, held: dict[str, tuple[str, list[Made]]], folder: Path) -> bool:
    key, files = held.get(job.place, ("", []))
    paths = [(inside(folder, one.name), one.size) for one in files]
    return key == job.key and all(path.is_file() and path.stat().st_size == size for path, size in paths)


def _done(stale: list[Job], library: Library, settings: Settings, when: datetime) -> Iterator[tuple[Job, Written]]:
    """The jobs as they get done: one here, many in as many processes as there are processors."""
    workers = min(os.cpu_count() or 1, len(stale))
    if workers < 2:
        yield from ((job, do(job, library, settings, when)) for job in stale)
        return
    given = (library.folder, _edition(library), settings, when)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, given)
    try:
        waiting = {pool.submit(_work, job): job for job in stale}
        for future in as_completed(waiting):
            yield waiting[future], future.result()
    except BrokenProcessPool:
        raise KitError("a process that made packs was stopped, perhaps for want of memory; run it again") from None
    finally:
        pool.shutdown(cancel_futures=True)


_given: list[tuple[Library, Settings, datetime]] = []
"""What every job of a worker process needs; read once."""


def _edition(library: Library) -> Path | None:
    return library.edition.folder if library.edition else None


def _begin(folder: Path, edition: Path | None, settings: Settings, when: datetime) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _given[:] = [(read(folder, edition), settings, when)]


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for its next job for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _work(job: Job) -> Written:
    return do(job, *_given[0])


def _clear(folder: Path, keep: set[str]) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in keep:
            path.unlink()


__all__ = ["Job", "Made", "do", "jobs", "make"]
