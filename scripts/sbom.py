#!/usr/bin/env python3
"""List what a release is made of (an SBOM in CycloneDX): every locked package, with hashes and licence."""

from pathlib import Path
from typing import Annotated

import typer

from kit.console import run, say, spoken_errors
from kit.files import write
from kit.release import sbom

ROOT = Path(__file__).resolve().parent.parent


def main(
    out: Annotated[Path, typer.Option(help="Where the list goes.")] = ROOT / "build" / "sbom.cdx.json",
) -> None:
    """Write the list; the same lock file gives the same bytes."""
    with spoken_errors():
        found = sbom(ROOT)
        write(out, found)
        say(f"Wrote {out}")


if __name__ == "__main__":
    run(main)
