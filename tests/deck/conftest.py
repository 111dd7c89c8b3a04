"""A library to draw from, workshops made to measure, and LibreOffice to look at them with."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from builder import NOWHERE, ROOT, SOMEWHERE, WHEN, with_records

from kit import deck
from kit.library import Library
from kit.load import read
from kit.model import Activity
from kit.model.workshop import Workshop
from kit.running import running
from kit.settings import Settings

__all__ = ["NOWHERE", "ROOT", "SOMEWHERE", "WHEN", "with_records"]


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own records."""
    return read(ROOT / "data")


@pytest.fixture(scope="session")
def taster(library: Library) -> Workshop:
    found = library.get("workshop/taster")
    assert isinstance(found, Workshop)
    return found


@pytest.fixture(scope="session")
def taster_deck(taster: Workshop, library: Library) -> bytes:
    return render(taster, library, SOMEWHERE)


def workshop(*slides: dict[str, Any], parts: list[dict[str, Any]] | None = None, **fields: Any) -> Workshop:
    """A workshop of one talk with these slides, or of some parts; what a test doesn't care about is filled in."""
    whole = [{"minutes": 1, "script": "Say this.", **slide} for slide in slides]
    parts = parts or [{"part": "input", "name": "One", "slides": whole}]
    talks = [slide for part in parts for slide in part.get("slides", [])]
    return Workshop.model_validate(
        {
            "id": "test",
            "order": 1,
            "name": "A test",
            "summary": "Only a test.",
            "audience": "Testers.",
            "group": {"fewest": 2, "ideal": 8, "most": 16},
            "minutes": sum(slide["minutes"] for slide in talks) or 1,
            "outcomes": ["Know that it works"],
            "invite": ["Everyone"],
            "room": "One with a door.",
            "before": [{"when": "The day before", "do": ["Sleep"]}],
            "parts": parts,
            "after": [{"when": "The day after", "do": ["Write"]}],
            "origin": "ours",
            **fields,
        }
    )


def activity(*steps: dict[str, Any], **fields: Any) -> Activity:
    """An activity of these steps; what a test doesn't care about is filled in."""
    whole = [
        {"name": f"Step {number}", "minutes": 5, "grouping": "pairs", "do": ["Talk"], "script": "Talk now.", **step}
        for number, step in enumerate(steps, 1)
    ]
    return Activity.model_validate(
        {
            "id": "try",
            "name": "A try",
            "summary": "Only a try.",
            "aim": "begin",
            "purpose": "To try.",
            "not_when": ["Never"],
            "in_room": ["Anyone"],
            "group": {"fewest": 2, "ideal": 8, "most": 16},
            "room": "Any.",
            "materials": [],
            "prepare": {"minutes": 0, "do": ["Nothing"]},
            "minutes": sum(step["minutes"] for step in whole),
            "steps": whole,
            "output": "A thought",
            "debrief": ["What was easy?", "What was not?"],
            "quiet": "Count to ten.",
            "heated": "Stop, and breathe.",
            "variations": {
                "shorter": {"minutes": [4] * len(whole), "how": "Talk faster."},
                "remote": "Use rooms of two.",
                "large": "Use two rooms.",
            },
            "access": {"before": ["Ask"], "during": ["A reader at each table"]},
            "risks": [{"risk": "Nobody comes.", "response": "Wait."}],
            "follow_up": ["Write"],
            "draws_on": ["principle/respect"],
            "origin": "ours",
            **fields,
        }
    )


def render(made: Workshop, library: Library, settings: Settings = NOWHERE, **more: Any) -> bytes:
    """A workshop's deck in the general version."""
    return deck.render(running(made, library), library, settings, WHEN, **more)


def opened(data: bytes) -> Any:
    """A deck as python-pptx reads it back."""
    return pptx.Presentation(BytesIO(data))


@pytest.fixture
def to_pdf(tmp_path: Path) -> Callable[[bytes], Path]:
    """LibreOffice's rendering of a deck."""

    def convert(data: bytes) -> Path:
        source = tmp_path / "deck.pptx"
        source.write_bytes(data)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{tmp_path}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(tmp_path),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return tmp_path / "deck.pdf"

    return convert
