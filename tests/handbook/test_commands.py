"""Every command and option is told of in the handbook, as the commands themselves tell of it."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from builder import script

from kit.errors import KitError
from kit.handbook.commands import Command, command_list, commands, make_list, targets
from kit.handbook.site import View

from .conftest import ROOT, Read

SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
TOLD = {Path(one.name).name: one for one in commands(ROOT / "scripts")}
SHORTEST = 15
"""Characters that it takes to say something of an option."""

each_script = pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def page(site_folder: Path) -> Read:
    return Read((site_folder / "contribute/commands/index.html").read_text("utf-8"))


def options(command: Command) -> set[str]:
    return {name for option in command.options for name in option.name.split(", ")}


@each_script
def test_the_page_has_every_script(path: Path, page: Read, view: View) -> None:
    assert f"scripts/{path.name}" in page.text
    for option in TOLD[path.name].options:
        assert option.name in page.text
        assert view.plain(option.words) in page.text


@each_script
def test_the_page_knows_every_option_that_help_shows(path: Path) -> None:
    ran = script(path.stem, "--help", COLUMNS="200", NO_COLOR="1", TERM="dumb")
    assert ran.status == 0, ran.errors
    shown = re.findall(r"^[│ *]+(--[a-z-]+)(?:[ ,]+(--no-[a-z-]+))?", "\n".join(ran.lines), re.MULTILINE)
    assert shown, "--help shows at least itself"
    assert {name for pair in shown for name in pair if name} - {"--help"} == {
        name for name in options(TOLD[path.name]) if name.startswith("--")
    }


@each_script
def test_every_option_is_explained(path: Path) -> None:
    one = TOLD[path.name]
    assert len(one.words) >= SHORTEST
    assert len(one.ends) >= SHORTEST
    for option in one.options:
        assert len(option.words) >= SHORTEST, f"{option.name} of {one.name} needs help words"
        assert option.words.strip(". ").lower() != option.name.strip("-").lower()
        assert " — " not in option.words


def test_the_page_has_every_target_of_make(page: Read) -> None:
    help_text = subprocess.run(["make", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^make ([a-z-]+)", help_text, re.MULTILINE)
    assert {"handbook", "test"} < set(names)
    assert names == [one.name for one in targets(ROOT / "Makefile")]
    for one in targets(ROOT / "Makefile"):
        assert f"make {one.name}" in page.text
        assert len(one.words) >= SHORTEST, f"make {one.name} needs words after ##"


def test_defaults_name_no_place_on_a_machine(view: View) -> None:
    html = unescape(str(command_list(view)) + str(make_list(view)))
    assert str(ROOT) not in html
    assert "if left out, <code>data</code>" in html


def test_choices_and_repetition_are_told(view: View) -> None:
    html = str(command_list(view))
    assert "one of xlsx, pdf, docx, json" in html
    assert "as often as you like" in html


def test_nothing_that_only_the_tests_install_is_needed_to_tell_of_the_scripts() -> None:
    """`make handbook` installs less than `make test`."""
    pinned = {
        lock: set(re.findall(r"^([a-z0-9-]+)==", (ROOT / f"{lock}.lock").read_text("utf-8"), re.MULTILINE))
        for lock in ("requirements", "requirements-test")
    }
    only_tests = pinned["requirements-test"] - pinned["requirements"]
    assert "playwright" in only_tests
    blocked = {name.replace("-", "_") for name in only_tests}
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({sorted(blocked)!r}))\n"
        "from kit.handbook.commands import ROOT, commands; print(len(commands(ROOT / 'scripts')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.stderr == ""
    assert int(ran.stdout) == len(SCRIPTS)


def test_a_script_that_breaks_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text("import nowhere_at_all\n", "utf-8")
    with pytest.raises(KitError, match=r"scripts/odd\.py can't be read for the handbook: ModuleNotFoundError"):
        commands(tmp_path)


def test_a_folder_without_scripts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="holds no scripts"):
        commands(tmp_path)
