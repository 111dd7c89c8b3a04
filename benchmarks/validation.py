"""Checking the records: against yamllint, which only looks at their spelling as YAML, and as they grow."""

from __future__ import annotations

from pathlib import Path

from benchmarks.many import multiplied
from benchmarks.measure import PYTHON, ROOT, alternating
from benchmarks.table import Chapter

RULES = "{extends: relaxed, rules: {line-length: disable}}"


def against_yamllint(folder: Path, runs: int, times: tuple[int, ...]) -> Chapter:
    """Shape, references and editorial rules of every record, beside yamllint on the same files."""
    rows, said = [], []
    for many in times:
        data = multiplied(folder / "checked", many)
        commands = {
            "ours": [PYTHON, str(ROOT / "scripts/validate.py"), "--data", str(data)],
            "theirs": [PYTHON, "-m", "yamllint", "-d", RULES, str(data)],
        }
        took = alternating(commands, runs if many == 1 else 1, folder)
        size = sum(path.stat().st_size for path in data.rglob("*.yml"))
        rows += [[f"validate.py, {size / 1e6:.1f} MB of YAML", str(took["ours"]), took["ours"].memory],
                 [f"yamllint, the same {size / 1e6:.1f} MB", str(took["theirs"]), took["theirs"].memory]]
        said.append(f"At {many} times the records, ours takes "
                    f"{took['ours'].median / took['theirs'].median:.2f} times as long as yamllint.")
    return Chapter("Validation against yamllint", "three times the time of yamllint on the same files, or less",
                   ["What", "Time, median (range)", "Memory"], rows, said)
