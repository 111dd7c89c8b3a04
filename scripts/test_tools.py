#!/usr/bin/env python3
"""Find the browser and LibreOffice that the tests drive; install them where the system's package manager can.

Debian and Ubuntu only, and only as root or with a password-free sudo; elsewhere it says what to install. With
CI=true a tool that is missing at the end is a failure, so that a green run has tested everything.
"""

import os
import shutil
import subprocess
import sys

from kit.console import err, say

TOOLS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome", "chrome"), "chromium", "the browser tests"),
    "LibreOffice": (("soffice", "libreoffice"), "libreoffice-impress libreoffice-calc", "the rendering tests"),
    "pdftoppm": (("pdftoppm",), "poppler-utils", "the rendering tests"),
}
"""For each tool: its commands, Debian's packages, and what can't be tested without it."""


def missing() -> dict[str, tuple[str, str]]:
    """The tools that are not here, with their packages and what they are for."""
    return {
        name: (packages, purpose)
        for name, (commands, packages, purpose) in TOOLS.items()
        if not any(shutil.which(command) for command in commands)
    }


def _privileged() -> list[str] | None:
    """How to run a command as root, or None where we can't."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    sudo = shutil.which("sudo")
    allowed = sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    return [str(sudo), "-n"] if allowed else None


def install(packages: list[str]) -> None:
    """Install Debian packages, quietly; what fails is found missing afterwards."""
    prefix = _privileged()
    if prefix is None or not shutil.which("apt-get"):
        return
    say(f"Installing {', '.join(packages)} with apt-get (once)")
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*environment, "apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    command = [*environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    """Install what can be installed, and say what could not be."""
    if gone := missing():
        install([name for packages, _ in gone.values() for name in packages.split()])
    gone = missing()
    for name, (packages, purpose) in gone.items():
        err.print(f"{name} is not here: {purpose} will be skipped. On Debian: apt-get install {packages}", markup=False)
    return 1 if gone and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
