"""A clean copy of the project in a folder of its own, and builds of it as different people on different machines."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from builder import ROOT

LEFT = ("site", "build")
"""What a build writes. What begins with a dot is left as well, but for `.github`."""
SMALL = "taster"
"""The one workshop that a small copy makes a pack for."""
NOBODY = 65534
"""A user without rights, by the number that Debian and most others give it."""
EPOCH = "1798761600"
"""1 January 2027."""
ADDRESS = "https://example.org/handbook/"
"""Where it is published: with an address there is more to make, as a sitemap and pictures for shared links."""


@dataclass(frozen=True)
class Machine:
    """Where and by whom a build is made."""

    umask: int
    settings: dict[str, str] = field(default_factory=dict)
    user: int | None = None
    """None: whoever runs the tests."""


HERE = Machine(0o022, {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
ELSEWHERE = Machine(
    0o077, {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4711", "HOME": "/nonexistent"}, NOBODY
)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A temporary folder that another user may enter; pytest's own may not be."""
    place = Path(tempfile.mkdtemp(prefix="build-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


def project(place: Path, small: bool = False) -> Path:
    """A copy of all that a build reads. A small one withdraws most workshops and all fields: one pack is made."""
    place.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__", ".*")
    for part in ROOT.iterdir():
        if part.name in LEFT or (part.name.startswith(".") and part.name != ".github"):
            continue
        if part.is_dir():
            shutil.copytree(part, place / part.name, ignore=ignore)
        else:
            shutil.copy(part, place / part.name)
    if small:
        _withdraw(place / "data")
    return place


def _withdraw(data: Path) -> None:
    gone = "retired: {reason: Left out of the tests of the build.}\n"
    for path in data.glob("workshops/*.yml"):
        if path.stem != SMALL:
            path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n{gone}", "utf-8")
    sectors = data / "sectors.yml"
    sectors.write_text(re.sub(r"(?m)^(- id: .*)$", rf"\1\n  {gone.rstrip()}", sectors.read_text("utf-8")), "utf-8")


def command(place: Path, *arguments: str | Path) -> list[str]:
    """How a copy is built: its own script, in this environment."""
    return [sys.executable, str(place / "scripts" / "build.py"), *map(str, arguments)]


def environment(place: Path, **settings: str) -> dict[str, str]:
    """What a build of a copy finds around it: the copy's own code first."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "TMPDIR")}
    return {**kept, "PYTHONPATH": str(place), "SOURCE_DATE_EPOCH": EPOCH, "HANDBOOK_SITE_URL": ADDRESS,
            "PYTHONDONTWRITEBYTECODE": "1", **settings}


def build(place: Path, machine: Machine, patience: float = 120) -> Path:
    """Build a copy as if on a machine, in `patience` seconds; give its site. Raises AssertionError if it fails."""
    prefix: list[str] = []
    if machine.user is not None and may_be(machine.user):
        prefix = as_user(machine.user)
        for path in [place, *place.rglob("*")]:
            os.chown(path, machine.user, machine.user)
    done = subprocess.run(
        [*prefix, *command(place)], cwd=place, env=environment(place, **machine.settings), umask=machine.umask,
        capture_output=True, text=True, check=False, timeout=patience,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return place / "site"


def as_user(user: int) -> list[str]:
    """What runs a command as another user, who may read this Python even where it lies in root's own folder."""
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--inh-caps=+dac_read_search",
            "--ambient-caps=+dac_read_search"]


def may_be(user: int) -> bool:
    """Whether we may act as another user: only root may, with util-linux's setpriv."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return False
    return subprocess.run([*as_user(user), sys.executable, "-c", "import yaml"], check=False, cwd="/").returncode == 0


def contents(site: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and folder below a site by its path: its mode, and its bytes (nothing for a folder)."""
    return {
        path.relative_to(site).as_posix(): (stat.S_IMODE(path.stat().st_mode),
                                            path.read_bytes() if path.is_file() else b"")
        for path in sorted(site.rglob("*"))
    }


def differences(one: Path, other: Path) -> list[str]:
    """What differs between two sites, one line a file."""
    first, second = contents(one), contents(other)
    found = [f"{name}: only in the {'first' if name in first else 'second'}" for name in first.keys() ^ second.keys()]
    for name in first.keys() & second.keys():
        if first[name][1] != second[name][1]:
            found.append(f"{name}: {_where(first[name][1], second[name][1])}")
        elif first[name][0] != second[name][0]:
            found.append(f"{name}: mode {first[name][0]:o} and {second[name][0]:o}")
    return sorted(found)


def _where(one: bytes, other: bytes) -> str:
    pairs = enumerate(zip(one, other, strict=False))
    at = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return f"from byte {at}: {one[max(at - 20, 0) : at + 20]!r} and {other[max(at - 20, 0) : at + 20]!r}"
