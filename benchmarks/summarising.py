"""Bringing responses together: time and memory for more and more of them."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from benchmarks.measure import PYTHON, ROOT, several
from benchmarks.table import Chapter
from kit.check import load
from kit.model import Assessment, Statement
from kit.model.assessment import LEVELS, RATERS
from kit.model.response import APART, Answer, Response

IN_A_FILE = 10_000
"""Responses in one file: what a group of organisations might send together."""
SEED = 2009


def made(folder: Path, many: int) -> Path:
    """A folder of files with that many responses to the full assessment, no two alike, some with notes."""
    library = load(ROOT / "data")
    assessment = library.get("assessment/full")
    assert isinstance(assessment, Assessment)
    statements = [library.get(ref) for ref in assessment.statements]
    dice = random.Random(SEED)
    folder.mkdir(parents=True)
    for start in range(0, many, IN_A_FILE):
        group = [_response(number, assessment, statements, dice)
                 for number in range(start, min(start + IN_A_FILE, many))]
        (folder / f"{start:06}.json").write_text(json.dumps(group), "utf-8")
    return folder


def _response(
    number: int, assessment: Assessment, statements: Sequence[object], dice: random.Random
) -> dict[str, object]:
    answers = []
    for statement in statements:
        assert isinstance(statement, Statement)
        answer = dice.choice([*LEVELS, *LEVELS, *APART])
        notes = f"What was seen, number {number}." if dice.random() < 0.1 else ""
        answers.append(Answer(statement=statement.id, version=statement.version, answer=answer, notes=notes))
    return Response(
        id=str(UUID(int=dice.getrandbits(128), version=4)), assessment=assessment.id,
        assessment_version=assessment.version, role=dice.choice(list(RATERS)),
        date=str(date(2026, 1, 1) + timedelta(days=dice.randrange(300))), answers=answers,
    ).model_dump(mode="json")


def growth(folder: Path, runs: int, sizes: tuple[int, ...]) -> Chapter:
    """The summary alone, and with its workbook, PDF and page."""
    rows = []
    for many in sizes:
        sent = made(folder / f"responses-{many}", many)
        command = [PYTHON, str(ROOT / "scripts/summarise.py"), str(sent)]
        alone = several([*command, "--json"], runs if many <= IN_A_FILE else 1, folder)
        all_ = several([*command, "--out", str(folder / f"summary-{many}")], 1, folder)
        rows.append([f"{many:,}", str(alone), alone.memory, str(all_), all_.memory])
    return Chapter(
        "Bringing responses together", "memory that grows only by the answers themselves",
        ["Responses", "Summary: time", "Memory", "With workbook, PDF and page: time", "Memory"], rows,
    )
