"""The page of what this is built with: every dependency, what it is for, its version and its true licence."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from builder import ROOT

from kit.errors import UsageError
from kit.handbook.api import data_version
from kit.handbook.dependencies import Dependency, actions, dependencies, for_handbook, for_tests, node, plain, versions
from kit.handbook.site import View
from kit.library import Library

EVERY = [*for_handbook(), *for_tests()]
TOLD = {
    "Apache-2.0": "Apache Software License", "MIT": "MIT License", "MPL-2.0": "Mozilla Public License 2.0",
    "BSD-2-Clause": "BSD License",
}
"""How packages that don't yet give an SPDX expression say it."""


def test_lists_each_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=]", one)[0] for one in project["dependencies"]]
    assert [one.name for one in for_handbook()] == names
    assert len(for_tests()) == len(project["optional-dependencies"]["test"])


@pytest.mark.parametrize("one", [*EVERY, *node()], ids=lambda one: one.name)
def test_each_says_what_it_is_for_and_is_locked(one: Dependency) -> None:
    assert 2 <= len(one.why.split()) <= 18, f"say after it in pyproject.toml what it is for: {one.name}"
    assert one.licence, f"say its licence after a semicolon: {one.name}"
    assert re.match(r"\d", one.version)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_each_licence_is_what_the_package_itself_says(one: Dependency) -> None:
    try:
        found = distribution(one.name)
    except PackageNotFoundError:
        pytest.fail(f"{one.name} is not installed")
    said = [found.metadata.get("License-Expression") or "", (found.metadata.get("License") or "")[:200],
            *(found.metadata.get_all("Classifier") or [])]
    files = [file for file in found.files or [] if re.search(r"LICEN[CS]E|COPYING", file.name)]
    said += [file.read_text("utf-8")[:200] for file in files]
    assert any(one.licence in text or TOLD.get(one.licence, one.licence) in text for text in said), said


def test_every_action_of_the_workflows_is_there_once() -> None:
    names = [name for name, _, _ in actions()]
    assert "actions/checkout" in names
    assert len(names) == len(set(names))


def test_names_are_compared_as_pip_does() -> None:
    assert plain("ruamel.yaml") == plain("Ruamel_YAML") == "ruamel-yaml"


def test_an_unknown_list_is_refused(view: View) -> None:
    with pytest.raises(UsageError, match="there are: running, testing, node"):
        dependencies(view, "all")


def test_the_data_has_a_version_that_changes_with_any_record(library: Library, view: View) -> None:
    first = data_version(library)
    assert re.fullmatch(r"[0-9a-f]{12}", first)
    assert first in str(versions(view))
    changed = Library(library.folder)
    for record in library.records.values():
        changed.add(record)
    assert data_version(changed) == first
    one = next(iter(library.records.values()))
    changed.records[one.ref] = one.model_copy(update={"origin": "ours" if one.origin != "ours" else "later"})
    assert data_version(changed) != first


def test_the_order_of_the_files_has_no_say_in_it(library: Library) -> None:
    turned = Library(library.folder)
    for record in reversed(list(library.records.values())):
        turned.add(record)
    assert data_version(turned) == data_version(library)
