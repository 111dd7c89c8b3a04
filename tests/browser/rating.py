"""A rating filled in on the page, and the files that it saves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from kit.model.response import Answer, Response, Square, Squares

STAFF, PEOPLE = "I work in the service", "I use the service, or care for someone who does"
KEY = "fixers-to-facilitators/rating"


def begin(page: Page, role: str = STAFF, form: str = "the quick check") -> None:
    page.get_by_label(form).check()
    page.get_by_label(role).check()
    page.get_by_role("button", name="Begin", exact=True).click()


def heading(page: Page) -> Locator:
    return page.locator("#rate-step h2").first


def typed(page: Page, signs: str, role: str = STAFF) -> None:
    """Answers from paper, up to the results."""
    page.get_by_label(role).check()
    page.get_by_role("button", name="Type in answers from paper").click()
    page.get_by_label("Answers, 8 signs").fill(signs)
    page.get_by_role("button", name="Use these answers").click()
    page.get_by_role("button", name="See the results").click()
    expect(heading(page)).to_have_text("What you see")


def saved(page: Page, button: str = "Save as a file") -> tuple[str, str]:
    """The name and the text of the file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes().decode("utf-8")


def kept(page: Page) -> dict[str, Any] | None:
    """What the browser keeps."""
    found: str | None = page.evaluate("key => localStorage.getItem(key)", KEY)
    return json.loads(found) if found else None


def offered(name: str, text: str | bytes) -> dict[str, Any]:
    """A file for an input."""
    held = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "application/octet-stream", "buffer": held}


def bring(page: Page, responses: list[Response]) -> None:
    """Open responses on "Bring results together", a file each."""
    files = [offered(f"{one.id}.json", json.dumps(one.model_dump())) for one in responses]
    page.locator("#together-files").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name="The picture together")).to_be_focused()


def answered(role: str, number: int, answers: list[str], statements: list[str], notes: str = "") -> Response:
    """A response to the quick check as somebody would have saved it."""
    return Response(
        id=f"{role}-{number}", assessment="quick", assessment_version=1, role=role, date="2026-11-23",
        answers=[Answer(statement=statement, version=1, answer=answer, notes=notes)
                 for statement, answer in zip(statements, answers, strict=True)],
        position=Squares(today=Square(plans="professionals", delivers="together")),
    )
