"""The forms that people fill in on GitHub: whole, plain, and asking for no more than is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from builder import ROOT

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")
TOP = {"name", "description", "title", "labels", "body"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "options", "multiple", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What each sort of question may have, after GitHub's syntax for issue forms."""

each = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def parsed(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def questions(path: Path) -> list[dict[str, Any]]:
    return [one for one in parsed(path)["body"] if one["type"] != "markdown"]


def test_there_is_a_form_for_each_thing_people_bring() -> None:
    assert {path.stem for path in FORMS} == {"new-case", "correction", "aged-claim", "activity-tried"}


@each
def test_a_form_has_the_shape_that_github_reads(path: Path) -> None:
    form = parsed(path)
    assert set(form) <= TOP
    assert all(isinstance(form[key], str) and form[key].strip() for key in ("name", "description"))
    for one in form["body"]:
        assert set(one) <= {"type", "id", "attributes", "validations"}
        assert set(one["attributes"]) <= ATTRIBUTES[one["type"]]


@each
def test_questions_have_names_of_their_own_and_words(path: Path) -> None:
    asked = questions(path)
    ids = [one["id"] for one in asked]
    labels = [one["attributes"]["label"] for one in asked]
    assert len(ids) == len(set(ids))
    assert len(labels) == len(set(labels))
    assert all(label.strip() for label in labels)


@each
def test_something_is_required_and_most_forms_are_short(path: Path) -> None:
    asked = questions(path)
    needed = [one for one in asked if one.get("validations", {}).get("required") is True]
    assert 1 <= len(needed) <= 5
    assert len(asked) <= 7


@each
def test_choices_are_words_and_differ(path: Path) -> None:
    for one in questions(path):
        if one["type"] == "dropdown":
            options = one["attributes"]["options"]
            assert all(isinstance(option, str) for option in options)  # Yes without quotes would be true
            assert len(options) == len(set(options)) > 1


@each
def test_people_are_told_that_anybody_can_read_it(path: Path) -> None:
    told = " ".join(one["attributes"]["value"] for one in parsed(path)["body"] if one["type"] == "markdown")
    assert "Anybody can read" in told


def test_the_other_papers_are_there_and_name_no_address() -> None:
    for name in ("CODE_OF_CONDUCT.md", "SECURITY.md", ".github/pull_request_template.md"):
        text = (ROOT / name).read_text("utf-8")
        assert len(text) > 400
        assert "@" not in text
        assert "http" not in text
