"""Try ten thousand spoilt files and print what came of them, or try those that are named. Exit 1 if any broke."""

from __future__ import annotations

import sys
import time

from .cases import FULL, names
from .pool import try_all
from .seeds import CORPUS
from .table import findings, reasons, table
from .worker import Tried


def main(wanted: list[str]) -> int:
    """Run it; the exit status."""
    every = wanted or [*sorted(path.name for path in CORPUS.iterdir() if path.suffix != ".md"), *names(FULL)]
    began, done, broken = time.monotonic(), 0, 0

    def told(tried: Tried) -> None:
        nonlocal done, broken
        done += 1
        broken += tried.came == "finding"
        if wanted:
            print(f"{tried.name} ({tried.how}): {tried.came} in {tried.seconds:.2f} s", *tried.said, sep="\n    ")
        elif done % 500 == 0:
            print(f"{done:,} of {len(every):,}, {broken} findings, {time.monotonic() - began:.0f} s", flush=True)

    tried = try_all(every, told)
    if not wanted:
        print("", *table(tried), "", "Why files were refused, most often first:", *reasons(tried), sep="\n")
    print(*findings(tried), f"{broken} findings in {len(tried):,} cases, {time.monotonic() - began:.0f} s", sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
