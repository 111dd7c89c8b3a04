"""A local edition: our records with a council's own beside them and its own words in them, in one library.

    data/ --kit.load--> ours --about, merge--> ours and theirs --kit.check--> a library, and settings, for any command

The one place where an edition enters. Nothing of ours is edited: what is merged lives in memory. Every problem names
the edition's own file and line.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kit.check import checked
from kit.edition.about import FILE, dressed, keeping, read_about
from kit.edition.merge import merge
from kit.errors import UsageError
from kit.library import Library
from kit.load import read as read_ours
from kit.local import Local
from kit.settings import Settings, load_settings


def read(data: Path, edition: Path | None = None) -> Library:
    """Our records, with an edition's where one is given. Problems are collected, not raised.

    Raises UsageError where a folder can't be used.
    """
    library = read_ours(data)
    if edition is None:
        return library
    folder = edition.resolve()
    if not folder.is_dir():
        raise UsageError(f"{edition} is not a folder; give the one that has {FILE} in it")
    if not (folder / FILE).is_file():
        raise UsageError(f"{edition} holds no {FILE}; docs/contribute/local-edition.md says what to write in it")
    theirs = Library(folder, shown=folder.name)
    about = read_about(theirs)
    if about is None:
        library.problems += theirs.problems
        return library
    local = Local(folder, about.edition, about.logo)
    library.edition = local
    library.edition = merge(library, local)
    dressed(library, theirs, about)
    keeping(library, theirs, about)
    library.problems += theirs.problems
    library.warnings += theirs.warnings
    return library


def load(data: Path, edition: Path | None = None) -> Library:
    """The same, sound and complete. Raises DataError with every problem at once, or UsageError."""
    return checked(read(data, edition))


def settings_of(library: Library, ours: Settings) -> Settings:
    """What a publisher has set: ours, or all of the edition's in its place."""
    if library.edition is None:
        return ours
    about = library.edition.about
    return replace(
        ours, site_url=f"{about.site_url.rstrip('/')}/" if about.site_url else None, branch=about.branch,
        repository=about.repository.rstrip("/") if about.repository else None, contact=about.contact,
    )


def opened(root: Path, data: Path, edition: Path | None = None) -> tuple[Library, Settings]:
    """All that a command works with: the records, sound, and the settings. Raises DataError or UsageError."""
    library = load(data, edition)
    return library, settings_of(library, load_settings(root))


def build_folder(root: Path, edition: Path | None) -> Path:
    """Where a command leaves what it makes unless it is told: an edition's things lie apart from ours."""
    return root / "build" / "editions" / edition.resolve().name if edition else root / "build"


__all__ = ["build_folder", "load", "opened", "read", "settings_of"]
