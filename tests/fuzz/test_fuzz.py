"""The short run: every file that once broke something, and some hundreds of new ones. `make fuzz` tries the rest."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from .cases import SHORT, case, names
from .pool import try_all
from .seeds import CORPUS
from .table import findings, table
from .worker import Tried

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory and time are Unix's")

KEPT = sorted(path.name for path in CORPUS.iterdir() if path.suffix != ".md")


def check(tried: list[Tried], count: int) -> None:
    assert list(findings(tried)) == []
    assert len(tried) == count


def test_files_that_once_broke_something_break_it_no_more() -> None:
    check(try_all(KEPT), len(KEPT))


def test_spoilt_files_are_taken_or_refused_in_plain_lines_within_the_limits() -> None:
    wanted = names(SHORT, beginning=1_000_000)  # others than those of the full run
    tried = try_all(wanted)
    check(tried, len(wanted))
    came = Counter(one.came for one in tried)
    assert came["refused"] > len(wanted) / 4, "hardly anything was spoilt"
    assert came["sound"] > len(wanted) / 20, "nothing could be read, not even what is hardly spoilt"


@pytest.mark.parametrize("kind", SHORT)
def test_a_case_is_the_same_file_each_time(kind: str) -> None:
    assert case(f"{kind}:17") == case(f"{kind}:17")
    assert case(f"{kind}:17").data != case(f"{kind}:18").data


def test_table_counts_what_came() -> None:
    tried = [Tried("yaml:1", "lines: line gone", "sound", [], 0.5, 1_000_000),
             Tried("yaml:2", "lines: line moved", "refused", ["no"], 0.1, 3_000_000),
             Tried("yaml-kept.yml", "kept", "finding", ["IndexError: x"])]
    assert table(tried)[2:] == [
        "| yaml, kept | 1 | 0 | 0 | 1 | 0.00 | 0 |", "| yaml, lines | 2 | 1 | 1 | 0 | 0.50 | 3 |",
        "| **all** | 3 | 1 | 1 | 1 | 0.50 | 3 |",
    ]
    assert list(findings(tried)) == ["yaml-kept.yml (kept): IndexError: x"]
