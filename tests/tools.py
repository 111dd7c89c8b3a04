#!/usr/bin/env python3
"""The browser, LibreOffice and the rest that tests drive: whether they are here and work, and how to get them.

Run as a script it installs what is missing where the system's package manager can: on Debian and Ubuntu, as root or
with a password-free sudo; elsewhere it says what to install. With CI=true a tool that is missing at the end is a
failure, so that a green run has tested everything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kit.console import err, say


def which(*commands: str) -> str | None:
    """The path of the first command that is installed."""
    return next((found for command in commands if (found := shutil.which(command))), None)


def _runs(*command: str) -> bool:
    """Whether a command starts and ends well; a missing system library keeps it from that."""
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except OSError:
        return False


def _driver() -> bool:
    """Whether Playwright's own driver starts: it brings Node, which needs a library that a bare system lacks."""
    from playwright._impl._driver import compute_driver_executable  # noqa: PLC0415  # installed with the tests only

    node, _ = compute_driver_executable()
    return _runs(str(node), "--version")


def _arial() -> bool:
    """Whether LibreOffice finds Arial or its metric twin; with another face, text that fits would seem to run over."""
    match = shutil.which("fc-match")
    if not match:
        return sys.platform != "linux"
    face = subprocess.run([match, "-f", "%{family}", "Arial"], capture_output=True, text=True, check=False).stdout
    return any(name in face for name in ("Arial", "Liberation Sans", "Arimo"))


def _office() -> bool:
    """Whether LibreOffice has its word processor too (some systems install it in parts), and finds Arial's like."""
    found = which("soffice", "libreoffice")
    whole = sys.platform != "linux" or (found is not None and (Path(found).resolve().parent / "libswlo.so").exists())
    return whole and _arial()


@dataclass(frozen=True)
class Tool:
    """Something that tests drive."""

    name: str
    commands: tuple[str, ...]
    packages: str
    """Debian's packages."""
    works: Callable[[], bool] = lambda: True


TOOLS = {
    "browser": Tool("chromium", ("chromium", "chromium-browser", "google-chrome", "chrome"),
                    "chromium libatomic1", _driver),
    "libreoffice": Tool("LibreOffice", ("soffice", "libreoffice"),
                        "libreoffice-impress libreoffice-calc libreoffice-writer fonts-liberation fontconfig", _office),
    "poppler": Tool("pdftoppm", ("pdftoppm",), "poppler-utils"),
    "node": Tool("Node with npm", ("npm",), "nodejs npm"),
    "nginx": Tool("nginx", ("nginx", "/usr/sbin/nginx"), "nginx-light"),
}
"""Each tool by the marker of the tests that drive it."""


@cache
def command(marker: str) -> str | None:
    """The path of a tool's command; None where it is not installed or would not work."""
    tool = TOOLS[marker]
    path = which(*tool.commands)
    return path if path and tool.works() else None


def missing() -> list[Tool]:
    """The tools that are not here, or would not work."""
    command.cache_clear()
    return [tool for marker, tool in TOOLS.items() if command(marker) is None]


def _privileged() -> list[str] | None:
    """How to run a command as root, or None where we can't."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and _runs(sudo, "-n", "true") else None


def install(packages: list[str]) -> None:
    """Install Debian packages, quietly; what fails is found missing afterwards."""
    prefix = _privileged()
    if prefix is None or not shutil.which("apt-get"):
        return
    say(f"Installing {', '.join(packages)} with apt-get (once)")
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*environment, "apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    get = [*environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(get, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    """Install what can be installed, and say what could not be."""
    if gone := missing():
        install([name for tool in gone for name in tool.packages.split()])
    gone = missing()
    for tool in gone:
        err.print(f"{tool.name} is not here, or does not work: the tests that drive it will be skipped. "
                  f"On Debian: apt-get install {tool.packages}", markup=False)
    return 1 if gone and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
