"""Whether a tag may become a release: its version is that of the code, and CHANGELOG.md tells of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kit import __version__
from kit.errors import KitError, UsageError

_TAG = re.compile(r"v(\d+\.\d+\.\d+)")
_HEADING = re.compile(r"^## (.*?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """A version that is ready to go out."""

    version: str
    """Without the tag's "v": `0.2.0`."""
    date: str
    """As CHANGELOG.md says it: `2026-12-01`."""
    notes: str
    """Markdown: what CHANGELOG.md says below the version's heading."""


def checked(root: Path, tag: str) -> Release:
    """The release that a tag stands for.

    Raises UsageError for a tag of another shape; KitError where pyproject.toml, `kit.__version__` or CHANGELOG.md say
    otherwise, all of it at once.
    """
    found = _TAG.fullmatch(tag)
    if not found:
        raise UsageError(f"the tag is '{tag[:60]}'; expected v and three numbers, such as v0.2.0")
    version, wrong = found[1], []
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    for name, said in (("pyproject.toml", project), ("kit/__init__.py", __version__)):
        if said != version:
            wrong.append(f"{name}: version is {said}; the tag says {version}")
    sections = _sections((root / "CHANGELOG.md").read_text("utf-8"))
    dated = re.compile(rf"{re.escape(version)} \((\d{{4}}-\d\d-\d\d)\)")
    headings = [heading for heading in sections if dated.fullmatch(heading)]
    if not headings:
        wrong.append(f"CHANGELOG.md: no heading '## {version} (YYYY-MM-DD)'; "
                     f"there are: {', '.join(sections) or 'none'}")
    elif not sections[headings[0]]:
        wrong.append(f"CHANGELOG.md: nothing stands below '## {headings[0]}'")
    if wrong:
        raise KitError("\n".join(wrong))
    return Release(version, headings[0].rpartition("(")[2].rstrip(")"), sections[headings[0]])


def _sections(changelog: str) -> dict[str, str]:
    """What stands below each heading of the second level."""
    _, *parts = _HEADING.split(changelog)
    return {heading: text.strip() for heading, text in zip(parts[::2], parts[1::2], strict=True)}


__all__ = ["Release", "checked"]
