"""A YAML file as plain values, every one knowing its line and how it was written.

Read from the parser's events instead of through a constructor, so that what YAML does silently is said aloud:
duplicate keys are found, anchors and tags refused, and a plain `NO`, `12:30`, `2009-12-01` or `010` stays a
`Misread` that no field accepts, instead of becoming false, 750, a date or 8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn, cast

import yaml
from yaml.resolver import Resolver

Path = tuple[str | int, ...]
"""Where a value stands: `(3, "exchange", 0, "gives")`."""

DEEPEST = 12
"""Levels of nesting; records need four."""

_SAFE_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_SAFE_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML 1.1 and to no editor: lines would be counted wrongly."""
_MEANING = {"bool": "a yes/no value", "timestamp": "a date", "int": "a number", "float": "a number",
            "merge": "a merge", "value": "a default value", "null": "nothing"}


@dataclass(frozen=True)
class Misread:
    """A plain scalar that YAML takes for something its writer hardly meant."""

    raw: str
    meaning: str
    """What YAML makes of it: "a yes/no value"."""


@dataclass
class Tree:
    """One file's content."""

    value: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    """The line, from 1, on which each value (or its key) stands."""
    raws: dict[Path, str] = field(default_factory=dict)
    """Scalars as written, without quotes."""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong though the file can be read on."""

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(frozen=True)
class Fault:
    """Something wrong at a line of the file."""

    line: int
    path: Path
    message: str
    hint: str = ""


class Unreadable(Exception):
    """The file can't be read as YAML at all."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def parse(text: str) -> Tree:
    """Read a file's text. Raises Unreadable with the first fault that makes it no YAML."""
    if found := _BREAKS.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"has a line separator (U+{ord(found[0]):04X}), which does not show"
        raise Unreadable(Fault(line, (), message, "delete it"))
    reader = _Reader(text)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_syntax_fault(error, text)) from None
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1  # libyaml counts bytes
        raise Unreadable(Fault(line, (), "has a character that YAML does not allow", "delete it")) from None


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    unclosed = "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or "")
    if unclosed and error.context_mark:
        return Fault(error.context_mark.line + 1, (), "opens a quote that is never closed", "close it")
    lines = re.split("\r\n?|\n", text)
    number = min(mark.line + 1, len(lines)) if mark else 0  # the end is a line further where no break ends the text
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    column = mark.column if mark else 0
    if "\t" in line[: len(line) - len(line.lstrip())] or line[column : column + 1] == "\t":
        return Fault(number, (), "has a tab", "indent with two spaces")
    problem = (error.problem or "can't be read").replace("did not find expected", "expected")
    hint = "look at the indentation and the quotes just above"
    if "mapping values" in problem:
        hint = "put text that holds a colon and a space in quotes, or mend the indentation"
    return Fault(number, (), f"is not YAML here: {problem}", hint)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.resolver = Resolver()
        self.tree = Tree()

    def document(self) -> Tree:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.tree.value = self._value(next(self.events), ())
                break
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._refuse(event, "holds a second document", "delete the line of three dashes")
        return self.tree

    def _refuse(self, event: yaml.Event, message: str, hint: str = "") -> NoReturn:
        raise Unreadable(Fault(_line(event), (), message, hint))

    def _bare(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, "uses an anchor or alias (& or *)", "write the value out, or put it in quotes")
        if tag := getattr(event, "tag", None):
            tag = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"uses a tag ({tag})", "write the value without it, or put it in quotes")

    def _value(self, event: yaml.Event, path: Path) -> object:
        self.tree.lines.setdefault(path, _line(event))
        self._bare(event)
        if len(path) > DEEPEST:
            self._refuse(event, f"is nested more than {DEEPEST} levels deep", "if it is text, put it in quotes")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return self._scalar(cast(yaml.ScalarEvent, event), path)

    def _sequence(self, path: Path) -> list[object]:
        found: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*path, len(found))))
        return found

    def _mapping(self, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._bare(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "has a field whose name is not a plain word", "if it is text, put it in quotes")
            name, line = str(event.value), _line(event)
            here = (*path, name)
            if name in found:
                first = self.tree.lines[here]
                message = f"field '{name}' is given twice (first in line {first})"
                self.tree.faults.append(Fault(line, here, message, "keep one"))
                here = (*path, f"{name} again")
            self.tree.lines[here] = line
            value = self._value(next(self.events), here)
            found.setdefault(name, value)
        return found

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> object:
        raw = str(event.value)
        self.tree.raws[path] = raw
        if not event.implicit[0]:  # quoted, or a block
            return raw
        tag = str(self.resolver.resolve(yaml.ScalarNode, raw, (True, False))).rpartition(":")[2]  # type: ignore[no-untyped-call]
        match tag:
            case "str":
                return raw
            case "null":
                return None
            case "bool" if raw in {"true", "false"}:
                return raw == "true"
            case "int" if _SAFE_INT.fullmatch(raw):
                return int(raw)
            case "float" if _SAFE_FLOAT.fullmatch(raw):
                return float(raw)
        return Misread(raw, _MEANING.get(tag, "something else"))
