"""The fields of each record in the order of its kind, every comment staying with the field below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, SequenceNode

from kit.contribute.fields import in_order
from kit.mend.edits import Edit
from kit.model import Record
from kit.yamltree import parse

SAID = "fields put in the order of their kind"
_KEPT = "fields can't be put in order without changing what the record says; left as they are"


def fields(text: str, model: type[Record]) -> Iterator[Edit]:
    """Records whose fields stand in another order than the kind's. Those in braces are left alone."""
    order = in_order(model)
    value = parse(text).value
    records = value if isinstance(value, list) else [value]
    if all(_ranked(list(one), order) == list(one) for one in records if isinstance(one, dict)):
        return  # the slower reading, which knows the places, is not needed
    root = YAML().compose(text)
    nodes = root.value if isinstance(root, SequenceNode) else [root]
    ends = [*(node.start_mark.line for node in nodes[1:]), text.rstrip().count("\n") + 1]
    for node, end in zip(nodes, ends, strict=True):
        if isinstance(node, MappingNode) and not node.flow_style:
            yield from _record(text, node, end, order)


def _ranked(names: list[str], order: list[str]) -> list[str]:
    """Names in order; one that the kind doesn't know stays behind the one before it."""
    ranks: dict[str, int] = {}
    rank = -1
    for name in names:
        rank = order.index(name) if name in order else rank
        ranks[name] = rank
    return sorted(names, key=lambda name: ranks[name])


def _record(text: str, node: MappingNode, end: int, order: list[str]) -> Iterator[Edit]:
    names = [str(key.value) for key, _ in node.value]
    wanted = _ranked(names, order)
    if wanted == names or len(set(names)) < len(names):
        return
    column, first = node.start_mark.column, node.start_mark.line
    lines = text.split("\n")
    dash = lines[first][:column]
    region = [" " * column + lines[first][column:], *lines[first + 1 : end]]
    starts = [key.start_mark.line - first for key, _ in node.value]
    blocks, tail = _blocks(region, starts, column)
    placed = [blocks[names.index(name)] for name in wanted]
    head = next(number for number, line in enumerate(placed[0]) if not _aside(line, column))
    placed[0][head] = dash + placed[0][head][column:]
    start = sum(len(line) + 1 for line in lines[:first])
    old = "\n".join(lines[first:end])
    new = "\n".join(line for block in [*placed, tail] for line in block)
    yield Edit(start, start + len(old), new, first + 1, SAID, _KEPT)


def _blocks(region: list[str], starts: list[int], column: int) -> tuple[list[list[str]], list[str]]:
    """The lines of each field, with the comments above it, and what stands below the last."""
    blocks = [region[here:there] for here, there in zip(starts, [*starts[1:], len(region)], strict=True)]
    carried: list[str] = []
    for number, block in enumerate(blocks):
        kept = len(block)
        while kept > 1 and _aside(block[kept - 1], column):
            kept -= 1
        below = block[kept:]
        if number + 1 < len(blocks) and not any(line.strip() for line in below):
            kept, below = len(block), []  # blank lines alone stay where they are
        blocks[number] = carried + block[:kept]
        carried = below
    return blocks, carried


def _aside(line: str, column: int) -> bool:
    """Whether a line is blank, or a comment no deeper than the record's fields."""
    return re.fullmatch(rf" {{0,{column}}}#.*|\s*", line) is not None
