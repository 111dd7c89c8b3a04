"""What validation found, as people, programs and pull requests read it."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum

from kit.check.rules import read_about
from kit.errors import Problem


class Format(StrEnum):
    """How problems are printed: for people, for programs, or as annotations on a pull request."""

    text = "text"
    json = "json"
    github = "github"


def lines(found: list[Problem], records: int, form: Format, site: str | None = None) -> list[str]:
    """What to print of the problems found among so many records. `site` is the published handbook, if there is one."""
    match form:
        case Format.json:
            problems = [{**asdict(one), "read": read_about(one.rule, site)} for one in found]
            return json.dumps({"records": records, "problems": problems}, indent=2).splitlines()
        case Format.github:
            return [annotation(one, site) for one in found]
    wrong = any(one.level == "error" for one in found)
    end = [] if wrong else [f"{records} records, all sound" + _counted(len(found))]
    return [*(str(one) for one in found), *end]


def annotation(problem: Problem, site: str | None = None) -> str:
    """A problem as GitHub's workflow command, shown beside the line of the file in a pull request.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    title = f",title={_escaped(problem.rule, ':,')}" if problem.rule else ""
    place = f"file={_escaped(problem.file, ':,')},line={max(problem.line, 1)}{title}"
    read = f" ({read_about(problem.rule, site)})" if problem.rule and site else ""
    return f"::{problem.level} {place}::{_escaped(f'{problem}{read}')}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{also}" else letter for letter in text)


def _counted(warnings: int) -> str:
    return f"; {warnings} to look at again" if warnings else ""
