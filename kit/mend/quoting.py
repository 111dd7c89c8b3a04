"""Quotes round a value, wherever the loader says that it needs them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kit.mend.edits import Edit, applied, text_value
from kit.model import Record
from kit.shape import build
from kit.yamltree import Fault, Path, Tree, Unreadable, parse

_COLOUR = re.compile(r"^(?:\s*- )?\s*[a-z_]+:\s+(#[0-9A-Fa-f]{6})\s*$|^\s*-\s+(#[0-9A-Fa-f]{6})\s*$")
_COLON = re.compile(r"^\s*(?:- )?\s*[a-z_]+: +([^\s\"'\[\]{}|>&*!%@`#,?-][^#]*?:(?: [^#]*?)?)\s*$")


def misread(text: str, model: type[Record]) -> Iterator[Edit]:
    """Values that YAML takes for a date, a time, a number, a yes or a comment where the kind wants text."""
    tree = parse(text)
    faults = [one for one in _faults(tree, model) if one[0] in tree.raws]
    if not faults:
        return  # the slower reading, which knows the places, is not needed
    scalars = {path: node for path, node in _nodes(YAML().compose(text), ()) if isinstance(node, ScalarNode)}
    for path, fault in faults:
        raw = tree.raws[path]
        if fault.hint.startswith("put it in quotes") and path in scalars and scalars[path].style is None:
            node = scalars[path]
            if text[node.start_mark.index : node.end_mark.index] == raw:
                yield _quoted(node.start_mark.index, raw, tree.line(path), path)
        elif fault.message == "has no value":
            yield from _colour(text, tree, path)


def colons(text: str) -> Iterator[Edit]:
    """Text with a colon in it that keeps the file from being read. Nothing unless quotes make it readable."""
    found: list[Edit] = []
    while True:
        try:
            parse(applied(text, found))
        except Unreadable as error:
            edit = _colon(text, error.fault)
            if edit is None or edit in found:
                return
            found.append(edit)
        else:
            yield from found
            return


def _faults(tree: Tree, model: type[Record]) -> Iterator[tuple[Path, Fault]]:
    """What the kind's model says of each record of a file, with its place in the file."""
    records = list(enumerate(tree.value)) if isinstance(tree.value, list) else [(None, tree.value)]
    for number, value in records if tree.value is not None else []:
        base: Path = () if number is None else (number,)
        for fault in build(model, value, tree, base)[1]:
            yield (*base, *fault.path), fault


def _nodes(node: Node | None, path: Path) -> Iterator[tuple[Path, Node]]:
    if node is None:
        return
    yield path, node
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _nodes(value, (*path, str(key.value)))
    elif isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            yield from _nodes(item, (*path, number))


def _quoted(start: int, raw: str, line: int, path: Path) -> Edit:
    new = json.dumps(raw, ensure_ascii=False)
    means = ((path, text_value(raw)),) if path else ()
    return Edit(start, start + len(raw), new, line, f"{new[:60]} put in quotes", means=means)


def _colour(text: str, tree: Tree, path: Path) -> Iterator[Edit]:
    number = tree.line(path)
    line = text.split("\n")[number - 1]
    if found := _COLOUR.match(line):
        group = 1 if found[1] else 2
        start = sum(len(one) + 1 for one in text.split("\n")[: number - 1]) + found.start(group)
        yield _quoted(start, found[group], number, path)


def _colon(text: str, fault: Fault) -> Edit | None:
    lines = text.split("\n")
    found = _COLON.match(lines[fault.line - 1]) if "mapping values" in fault.message else None
    if not found:
        return None
    start = sum(len(one) + 1 for one in lines[: fault.line - 1]) + found.start(1)
    return _quoted(start, found[1], fault.line, ())
