"""Builds only the pages of the handbook, as a command to be measured: DATA OUT."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.measure import ROOT
from kit.handbook.build import build_site

if __name__ == "__main__":
    data, out = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as none:
        build_site(ROOT, out, Path(none), lambda _: None, data)
