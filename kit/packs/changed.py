"""Which packs a change touches: those whose fingerprints differ from the ones before it."""

from __future__ import annotations

from pathlib import Path

from kit.check import load
from kit.errors import KitError
from kit.files import build_time
from kit.library import Library
from kit.model import Assessment
from kit.packs.stale import code
from kit.packs.work import Job, jobs
from kit.settings import Settings


def changed(library: Library, settings: Settings, root: Path, before: Path) -> list[Job]:
    """The jobs of the packs that come out otherwise than they did.

    `root` and `before` are the whole project with the change and without it. Where the code, the libraries or the
    shape of the records changed, every pack may have, and counts.
    """
    now = [job for job in jobs(library, settings, build_time()) if not job.record.startswith(f"{Assessment.kind}/")]
    lock = "requirements.lock"
    if not _same(root / lock, before / lock) or code(root / "kit") != code(before / "kit"):
        return now
    try:
        then = {(job.record, job.sector): job.key for job in jobs(load(before / "data"), settings, build_time())}
    except KitError:  # what was sound by the rules before is not by those of today
        return now
    return [job for job in now if then.get((job.record, job.sector)) != job.key]


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


__all__ = ["changed"]
