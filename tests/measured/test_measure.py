"""What is measured is measured: whole commands, their failures said, their figures as tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from builder import ROOT

from benchmarks.measure import PYTHON, CannotMeasure, Spread, alternating, machine, once, several, tool
from benchmarks.table import Chapter, table

NOTHING = [PYTHON, "-c", ""]


def test_time_and_memory_are_those_of_the_command(tmp_path: Path) -> None:
    took, held = once([PYTHON, "-c", "import time; x = bytearray(80_000_000); time.sleep(0.3)"], tmp_path)
    assert 0.3 < took < 30
    assert held > 80_000_000 > once(NOTHING, tmp_path)[1]


def test_first_run_does_not_count_and_each_begins_afresh(tmp_path: Path) -> None:
    begun: list[int] = []
    found = several(NOTHING, 3, tmp_path, before=lambda: begun.append(1))
    assert len(begun) == 4
    assert len(found.seconds) == len(found.peak) == 3


def test_commands_take_turns(tmp_path: Path) -> None:
    said = tmp_path / "turns.txt"
    write = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
    commands = {name: [PYTHON, "-c", write, str(said), name] for name in "ab"}
    assert set(alternating(commands, 2, tmp_path)) == {"a", "b"}
    assert said.read_text("utf-8") == "ababab"


def test_a_command_that_fails_and_a_tool_that_is_missing_are_said(tmp_path: Path) -> None:
    with pytest.raises(CannotMeasure, match=r"ended with 3: .*no luck"):
        once([PYTHON, "-c", "import sys; print('no luck'); sys.exit(3)"], tmp_path)
    with pytest.raises(CannotMeasure, match="no-such-tool is not here; on Debian: apt-get install something"):
        tool("no-such-tool", "something")


def test_spread_is_told_with_its_ends() -> None:
    assert str(Spread((2.0, 1.0, 4.0), (1, 1, 1))) == "2.00 s (1.00 to 4.00)"
    assert Spread((1.0,), (123_400_000,)).memory == "123 MB"


def test_machine_and_versions_are_recorded() -> None:
    told = dict(machine())
    assert {"Processor", "Memory", "System", "Python", "Libraries", "Date", "Load before"} == set(told)
    assert all(told.values())


def test_tables_are_markdown() -> None:
    assert table(["a", "b"], [["1|2", "3\n4"]]) == "| a | b |\n| --- | ---: |\n| 1\\|2 | 3 4 |"
    assert str(Chapter("T", "G", ["h"], [["x"]], ["So."])) == "## T\n\nGoal: G\n\n| h |\n| --- |\n| x |\n\nSo."


def test_unknown_measurement_gets_one_line() -> None:
    done = subprocess.run([sys.executable, "-m", "benchmarks", "decks"], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("no measurement 'decks'; there are handbook, ")
    assert len(done.stderr.splitlines()) == 1
