"""A library to draw from, workshops made to measure, and LibreOffice to look at them with."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest

from kit import deck
from kit.library import Library
from kit.load import read
from kit.model import Record
from kit.model.workshop import Workshop
from kit.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
WHEN = datetime(2026, 11, 23, tzinfo=UTC)
NOWHERE = Settings(site_url=None, repository=None, branch="main", contact=None)
SOMEWHERE = Settings(site_url="https://example.org/handbook/", repository=None, branch="main", contact=None)


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
    return deck.render(taster, library, SOMEWHERE, WHEN)


def workshop(*slides: dict[str, Any], **fields: Any) -> Workshop:
    """A workshop of these slides; what a test doesn't care about is filled in."""
    whole = [{"section": "One", "minutes": 1, "script": "Say this.", **slide} for slide in slides]
    return Workshop.model_validate(
        {
            "id": "test",
            "name": "A test",
            "summary": "Only a test.",
            "audience": "Testers.",
            "minutes": sum(slide["minutes"] for slide in whole),
            "outcomes": ["Know that it works"],
            "slides": whole,
            "origin": "ours",
            **fields,
        }
    )


def with_records(library: Library, *records: Record) -> Library:
    """A library with some records changed or added."""
    changed = {record.ref: record for record in records}
    copy = Library(library.folder)
    for record in library.records.values():
        copy.add(changed.pop(record.ref, record))
    for record in changed.values():
        copy.add(record)
    return copy


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
