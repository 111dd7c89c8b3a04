"""Time and memory of whole commands, over several runs, and on which machine."""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


class CannotMeasure(Exception):
    """A tool is missing, or a command failed; says so in a line."""


@dataclass(frozen=True)
class Spread:
    """What several runs of the same took."""

    seconds: tuple[float, ...]
    peak: tuple[int, ...]
    """Bytes that the command held at most, the largest of its processes."""

    @property
    def median(self) -> float:
        """Seconds."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        return f"{self.median:.2f} s ({min(self.seconds):.2f} to {max(self.seconds):.2f})"

    @property
    def memory(self) -> str:
        """The median of the peaks, in words."""
        return f"{statistics.median(self.peak) / 1e6:,.0f} MB"


_LAUNCH = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
status = subprocess.call(sys.argv[2:], stdout=2, stderr=2)
took = time.perf_counter() - began
with open(sys.argv[1], "w") as told:
    json.dump([status, took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss], told)
"""
"""Starts a command from a small process: what the system tells of a child's memory begins with its parent's."""


def once(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> tuple[float, int]:
    """Seconds and peak bytes of a command. Raises CannotMeasure, with the end of what it said, where it fails."""
    log, told = folder / "said.txt", folder / "told.json"
    with log.open("wb") as said:
        launch = [PYTHON, "-S", "-E", "-c", _LAUNCH, str(told), *command]
        around = {**os.environ, **(environment or {})}
        subprocess.run(launch, cwd=ROOT, check=True, stdout=said, stderr=said, env=around)
    status, took, peak = json.loads(told.read_text("utf-8"))
    if status:
        raise CannotMeasure(f"{Path(command[0]).name} ended with {status}: {log.read_text('utf-8')[-600:]}")
    return took, peak * (1 if sys.platform == "darwin" else 1024)


def several(
    command: Sequence[str], runs: int, folder: Path, before: Callable[[], object] = lambda: None,
    environment: Mapping[str, str] | None = None,
) -> Spread:
    """A command run several times after one that doesn't count, each time after `before`, which isn't timed."""
    found = []
    for _ in range(runs + (runs > 1)):
        before()
        found.append(once(command, folder, environment))
    counted = found[1:] if runs > 1 else found
    return Spread(tuple(one for one, _ in counted), tuple(held for _, held in counted))


def alternating(commands: Mapping[str, Sequence[str]], runs: int, folder: Path) -> dict[str, Spread]:
    """Several commands in turn, so that a machine that slows down slows them all; the first round doesn't count."""
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            one = once(command, folder)
            if number:
                found[name].append(one)
    return {name: Spread(tuple(took for took, _ in all_), tuple(held for _, held in all_))
            for name, all_ in found.items()}


def tool(name: str, packages: str = "") -> str:
    """The path of a command. Raises CannotMeasure where it isn't installed."""
    if found := shutil.which(name):
        return found
    raise CannotMeasure(f"{name} is not here" + (f"; on Debian: apt-get install {packages}" if packages else ""))


def told(command: Sequence[str]) -> str:
    """The first line of what a command says, such as its version."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]


def machine() -> list[tuple[str, str]]:
    """On what all this was measured."""
    names = ("mkdocs", "mkdocs-material", "python-pptx", "pydantic", "xlsxwriter", "typst")
    return [
        ("Processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("Memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"),
        ("System", f"{platform.system()} {platform.release()}, {platform.freedesktop_os_release()['PRETTY_NAME']}"
         if sys.platform == "linux" else platform.platform()),
        ("Python", platform.python_version()),
        ("Libraries", ", ".join(f"{name} {version(name)}" for name in names)),
        ("Date", time.strftime("%Y-%m-%d", time.gmtime())),
        ("Load before", f"{os.getloadavg()[0]:.1f}"),
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
