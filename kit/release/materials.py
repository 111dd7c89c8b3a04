"""What a release is made of, as a CycloneDX list (an SBOM): every package that is locked, with hashes and licence.

Two readings by the field's own tool are put together: the lock file knows every package and its hashes, for any
system; the environment knows licences and who needs whom. See https://cyclonedx.org/specification/overview/.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kit.errors import KitError, UsageError
from kit.files import build_time

SPEC = "1.6"
"""The version of CycloneDX; 1.6 is also ECMA-424."""
TOOL = "cyclonedx_py"
FONT = {
    "type": "file", "bom-ref": "liberation-sans", "name": "Liberation Sans", "version": "2.1.5",
    "description": "The typeface in kit/fonts, put into every PDF.",
    "licenses": [{"license": {"id": "OFL-1.1"}}],
}
"""What stands in the repository though others made it."""

Part = dict[str, Any]


def sbom(root: Path) -> str:
    """The list, as JSON: the same for the same lock file, dated by SOURCE_DATE_EPOCH.

    Raises UsageError where the tool that reads them is not installed, KitError where it refuses.
    """
    if find_spec(TOOL) is None:
        raise UsageError("cyclonedx-bom is not installed; `make sbom` installs it with what the tests need")
    listed = _read("requirements", str(root / "requirements.lock"), "--pyproject", str(root / "pyproject.toml"))
    installed = _read("environment", sys.executable)
    known: dict[str, Part] = {_key(part["name"]): part for part in installed["components"]}
    locked: dict[str, list[Part]] = defaultdict(list)
    for part in listed["components"]:
        locked[_key(part["name"])].append(part)
        part["bom-ref"] = part["purl"]
        part.pop("description", None)  # the line of the lock file, which says nothing more
        found = known.get(_key(part["name"]), {})
        part.update({field: found[field] for field in ("description", "licenses") if field in found})
    listed["dependencies"] = _needs(listed["metadata"]["component"]["bom-ref"], locked, installed, root)
    listed["components"].append(FONT)
    listed["metadata"]["timestamp"] = build_time().isoformat()
    return json.dumps(listed, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _needs(own: str, locked: dict[str, list[Part]], installed: Part, root: Path) -> list[Part]:
    """Who needs whom, among what is locked, beginning with what this project itself asks for.

    A name that is locked in two versions (one for older Pythons) stands for both.
    """
    names = {part["bom-ref"]: _key(part["name"]) for part in installed["components"]}
    edges = {own: {_key(one) for one in _asked(root)}}
    for one in installed["dependencies"]:
        for part in locked.get(names.get(one["ref"], ""), []):
            edges[part["bom-ref"]] = {names[ref] for ref in one.get("dependsOn", []) if ref in names}
    every = [own, *(part["bom-ref"] for parts in locked.values() for part in parts)]
    found = {
        ref: sorted(part["bom-ref"] for name in edges.get(ref, ()) for part in locked.get(name, [])) for ref in every
    }
    found[own].append(FONT["bom-ref"])
    return [{"ref": ref, "dependsOn": needs} if needs else {"ref": ref}
            for ref, needs in {**found, FONT["bom-ref"]: []}.items()]


def _asked(root: Path) -> list[str]:
    found: list[str] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    return found


def _key(name: str) -> str:
    """A package's name as pip compares names (PEP 503), without the version asked for."""
    found = re.match(r"[\w.-]+", name)
    return re.sub(r"[-_.]+", "-", found[0] if found else name).lower()


def _read(what: str, *given: str) -> Any:
    """What the tool makes of a lock file or an environment."""
    asked = [sys.executable, "-m", TOOL, what, *given, "--output-reproducible", "--spec-version", SPEC]
    ran = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode:
        said = ran.stderr.strip().splitlines() or ["without saying why"]
        raise KitError(f"cyclonedx-py could not read the {what}: {said[-1]}")
    return json.loads(ran.stdout)


__all__ = ["sbom"]
