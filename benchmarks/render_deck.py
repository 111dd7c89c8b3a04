"""Draws a deck from records already read, as a command to be measured: KEPT OUT; first, --keep WORKSHOP KEPT."""

from __future__ import annotations

import argparse
import pickle
from dataclasses import replace
from math import ceil
from pathlib import Path

from benchmarks.measure import ROOT
from kit import deck
from kit.check import load
from kit.files import build_time
from kit.library import Library
from kit.model import Workshop
from kit.running import Running, running
from kit.settings import load_settings


def kept(name: str, slides: int) -> tuple[Running, Library]:
    """A workshop and its records; its stretches over and over until it has that many slides."""
    library = load(ROOT / "data")
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    whole = running(workshop, library)
    if slides:
        once = len(deck.sheets(whole, library, load_settings(ROOT)))
        whole = replace(whole, stretches=whole.stretches * ceil(slides / once))
    return whole, library


def main() -> None:
    """Keep what a deck is made from, or make it."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--keep")
    asked.add_argument("--slides", type=int, default=0)
    asked.add_argument("paths", nargs="+", type=Path)
    said = asked.parse_args()
    if said.keep:
        said.paths[0].write_bytes(pickle.dumps(kept(said.keep, said.slides)))
        return
    run, library = pickle.loads(said.paths[0].read_bytes())  # our own file, written a moment ago
    said.paths[1].write_bytes(deck.render(run, library, load_settings(ROOT), build_time()))


if __name__ == "__main__":
    main()
