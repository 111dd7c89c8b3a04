"""The one place that writes files: whole or not at all, never outside a given folder, the same bytes each time."""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from kit.errors import UsageError

DEFAULT_EPOCH = 1_767_225_600
"""Seconds from 1970: 1 January 2026, the date that files carry when SOURCE_DATE_EPOCH is not set."""


def build_time() -> datetime:
    """The date and time (UTC) that made files carry: SOURCE_DATE_EPOCH, else a fixed one, never the clock.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(given or DEFAULT_EPOCH), UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is '{given[:60]}'; it must be a whole number of seconds since 1970"
        raise UsageError(message) from None


def today() -> date:
    """The day on which the age of things is judged: that of SOURCE_DATE_EPOCH, else the clock's (UTC)."""
    return build_time().date() if os.environ.get("SOURCE_DATE_EPOCH") else datetime.now(UTC).date()


def inside(folder: Path, name: str) -> Path:
    """The path of `name` below `folder`. Raises UsageError if it would lie elsewhere."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise UsageError(f"'{name}' would be written outside {folder}")
    return path


def write(path: Path, data: bytes | str) -> bool:
    """Write a file whole, or leave what was there; text as UTF-8 with LF. Returns whether anything changed.

    Raises UsageError where the place can't be written.
    """
    content = data.encode() if isinstance(data, str) else data
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"can't write {path}: {error.strerror or error}") from error
    return True


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new, empty folder to fill, which takes the place of `folder` when all went well.

    If the work fails or is killed, `folder` stays as it was; a half-filled one is removed by the next run.
    All that is in it can be read by all, whatever the umask. Raises UsageError where the system lets nobody write.
    """
    folder = folder.resolve()
    fresh = folder.with_name(f".{folder.name}.new")
    old = folder.with_name(f".{folder.name}.old")
    if old.exists() and not folder.exists():
        old.rename(folder)  # killed between the two renames below: put the last good one back
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        yield fresh
        _open_to_all(fresh)
    except OSError as error:  # a full disk, a folder that others own
        shutil.rmtree(fresh, ignore_errors=True)
        said = f" ({error.filename})" if error.filename else ""
        raise UsageError(f"can't write {folder}: {(error.strerror or str(error)).lower()}{said}") from error
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if folder.exists() and not _exchanged(fresh, folder):
        folder.rename(old)
    if not folder.exists():
        fresh.rename(folder)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)


def _open_to_all(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could change places at one stroke, so that there is never none: Linux and macOS can.

    Linux's renameat2(2) with RENAME_EXCHANGE, macOS's renamex_np(2) with RENAME_SWAP; both are 2.
    """
    here, paths = -100, (os.fsencode(one), os.fsencode(other))
    try:
        system = ctypes.CDLL(None)
        if hasattr(system, "renameat2"):
            return bool(system.renameat2(here, paths[0], here, paths[1], 2) == 0)
        return bool(system.renamex_np(*paths, 2) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def zip_of(name: str, files: Mapping[str, bytes], when: datetime) -> bytes:
    """Files as a zip in which they lie below `name`, in the order given, all dated `when`: the same bytes each time."""
    held = io.BytesIO()
    stamp = max(when.timetuple()[:6], (1980, 1, 1, 0, 0, 0))  # a zip knows no earlier date
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(f"{name}/{path}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # else it would name the system that made it
            archive.writestr(entry, data)
    return held.getvalue()


def zip_folder(folder: Path, name: str) -> bytes:
    """A folder as a zip whose files lie below `name`, sorted."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return zip_of(name, {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}, build_time())
