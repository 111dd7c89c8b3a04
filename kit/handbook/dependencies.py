"""What this handbook is made with, read from where it is set: pyproject.toml, the lock files, the workflows."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kit import __version__
from kit.errors import UsageError
from kit.handbook.api import data_version
from kit.handbook.site import View

ROOT = Path(__file__).resolve().parents[2]
"""The project itself: what it leans on is the same whatever records are drawn."""

_REMARK = re.compile(r'^\s*"([^"]+)",?\s*(?:#\s*(.*))?$', re.MULTILINE)
_NAME = re.compile(r"[\w.-]+")
_LOCKED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
_ACTION = re.compile(r"uses:\s*([\w./-]+)@([0-9a-f]{40})\s*#\s*v?(\S+)")


@dataclass(frozen=True)
class Dependency:
    """Something that others made and this project could not do without."""

    name: str
    version: str
    """The one that is locked; empty where none is."""
    why: str
    """What it is for, in one line."""
    licence: str
    """Its SPDX expression: `MIT`."""


def for_handbook(root: Path = ROOT) -> list[Dependency]:
    """What the handbook is made with."""
    return _listed(root, _project(root)["dependencies"], "requirements.lock")


def for_tests(root: Path = ROOT) -> list[Dependency]:
    """What the tests, the checks and the releases need besides."""
    return _listed(root, _project(root)["optional-dependencies"]["test"], "requirements-test.lock")


def node(root: Path = ROOT) -> list[Dependency]:
    """What a test installs with npm, where npm is."""
    lock = json.loads((root / "tests/github/package-lock.json").read_text("utf-8"))
    return [
        Dependency(path.removeprefix("node_modules/"), one["version"], "the workflows, checked by a second reader",
                   one["license"])
        for path, one in lock["packages"].items() if path
    ]


def actions(root: Path = ROOT) -> list[tuple[str, str, str]]:
    """What the workflows call: each action's name, its version, and the commit that it is pinned to."""
    texts = [path.read_text("utf-8") for path in (root / ".github/workflows").glob("*.yml")]
    return sorted({(name, version, commit) for text in texts for name, commit, version in _ACTION.findall(text)})


def locked(path: Path) -> dict[str, str]:
    """The version of each package of a lock file, by its name as pip compares names."""
    return {plain(name): version for name, version in _LOCKED.findall(path.read_text("utf-8"))}


def plain(name: str) -> str:
    """A package's name as pip compares names (PEP 503): `ruamel.yaml` is `ruamel-yaml`."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _project(root: Path) -> Any:
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]


def _listed(root: Path, wanted: list[str], lock: str) -> list[Dependency]:
    remarks = dict(_REMARK.findall((root / "pyproject.toml").read_text("utf-8")))
    versions, found = locked(root / lock), []
    for one in wanted:
        name = _NAME.match(one)
        assert name
        why, _, licence = remarks.get(one, "").rpartition("; ")
        found.append(Dependency(name[0], versions.get(plain(name[0]), ""), why, licence))
    return found


LISTS: dict[str, Callable[[], list[Dependency]]] = {"running": for_handbook, "testing": for_tests, "node": node}


def versions(view: View) -> Markup:
    """The versions of this very handbook: of its code, and of its records."""
    library = view.site.library
    return Markup("<p>This handbook was made by version <strong>{}</strong> of the code, from <strong>{}</strong> "
                  "records. The version of its data is <strong><code>{}</code></strong>.</p>").format(
        __version__, len(library.records), data_version(library))


def dependencies(view: View, which: str) -> Markup:
    """A table of what the handbook is made with ("running"), the tests need ("testing"), or npm brings ("node")."""
    if which not in LISTS:
        raise UsageError(f"no list of dependencies '{which}'; there are: {', '.join(LISTS)}")
    return view.render("fragment_dependencies.html", which=which, found=LISTS[which]())


def pinned_actions(view: View) -> Markup:
    """A table of the actions that the workflows call."""
    return view.render("fragment_actions_pinned.html", found=actions())


__all__ = [
    "actions", "dependencies", "for_handbook", "for_tests", "locked", "node", "pinned_actions", "plain", "versions",
]
