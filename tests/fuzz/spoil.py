"""A file spoilt: its bytes, its lines, or what it says. Each gives the new bytes and the name of what was done."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import yaml

from .values import TEXTS, spoilt

MARKS = [b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\r\n", b"\t", b"\x1b[2J",
         b"\xe2\x80\xa8", b"\xc2\x85", b"\x7f", b"'", b'"', b"{", b"[", b"&a ", b"*a ", b"!!python/object ",
         b"<<: *a\n", b"--- \n", b"...\n", b"? ", b"|", b">", b"#", b": ", b"- ", b"%YAML 9.9\n", b"\n\n", b",",
         b"}", b"]", b"@", b"`"]
LINES = ["&a x: *a", "<<: {id: x}", "id: again", "- id: again", "? [a, b]\n: c", "x: !!binary aGVsbG8=",
         "x: !!set {a}", "--- {}", "...", "%TAG ! tag:x,2000:", "\tx: y", "x: 'open", 'x: "\\ud800"',
         'x: "\\x00"', "x: |9\n  a", "x: >-",
         "x: [a, [b, [c", "- - - - - - - - - - - - - - - a",
         "x: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: b",
         "retired: yes", "aliases: [a, a, a]", "origins: {id: ours}", "name: !name x", "x: &a [*a]", "on_purpose: x"]


def bytes_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """Some bytes changed without a thought for what they are."""
    held = bytearray(data or b" ")
    name = random.choice(["flipped", "cut short", "a mark put in", "a piece gone", "a piece twice", "other encoding",
                          "huge", "deep", "noise", "begins with a mark"])
    at, to = sorted(random.randrange(len(held) + 1) for _ in range(2))
    match name:
        case "flipped":
            for _ in range(random.choice([1, 1, 3, 30])):
                held[random.randrange(len(held))] ^= 1 << random.randrange(8)
        case "cut short":
            del held[at:]
        case "a mark put in":
            for _ in range(random.choice([1, 1, 2, 20])):
                place = random.randrange(len(held) + 1)
                held[place:place] = random.choice(MARKS)
        case "a piece gone":
            del held[at : min(to, at + random.choice([1, 10, 100, 10_000]))]
        case "a piece twice":
            held[at:at] = held[at : min(to, at + 2_000)] * random.choice([1, 2, 50])
        case "other encoding":
            text = bytes(held).decode("utf-8", "replace")
            return name, text.encode(random.choice(["utf-16", "utf-16-le", "utf-32", "cp1252", "cp037"]), "replace")
        case "huge":
            held = held * (random.choice([1_000_001, 900_000, 300_000]) // len(held) + 1)
        case "deep":
            opening = random.choice([b"[", b"{a: ", b"- ", b"{", b"? ", b'{"a":', b"<a>"])
            held[at:at] = opening * random.choice([20, 3_000])
        case "noise":
            held[at:to] = random.randbytes(min(to - at, 200))
        case _:
            held[0:0] = random.choice(MARKS)
    return name, bytes(held)


def lines_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """Lines of a text taken away, doubled, moved, indented otherwise or put in."""
    lines = data.decode("utf-8", "replace").split("\n")
    at = random.randrange(len(lines))
    name = random.choice(["line gone", "line twice", "line moved", "indented", "line put in", "sign gone",
                          "words put in"])
    match name:
        case "line gone":
            del lines[at : at + random.choice([1, 1, 3])]
        case "line twice":
            lines[at:at] = lines[at : at + random.choice([1, 2, 8])]
        case "line moved":
            lines.insert(random.randrange(len(lines)), lines.pop(at))
        case "indented":
            lines[at] = random.choice(["  ", "   ", "\t", ""]) + lines[at].lstrip(random.choice([" ", ""]))
        case "line put in":
            indent = len(lines[at]) - len(lines[at].lstrip())
            lines.insert(at, " " * indent + random.choice(LINES))
        case "sign gone":
            sign = random.choice([":", "-", '"', "'", "]", "[", "}", ",", "|", " "])
            lines[at] = lines[at].replace(sign, "", 1)
        case _:
            words, text = lines[at], random.choice(TEXTS).encode("utf-8", "replace").decode()
            place = random.randrange(len(words) + 1)
            lines[at] = words[:place] + text + words[place:]
    return name, "\n".join(lines).encode()


def yaml_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """What a YAML file says, with a thing or three changed, written afresh."""
    value: Any = yaml.load(data, Loader=yaml.CSafeLoader)
    name = ""
    for _ in range(random.choice([1, 1, 1, 3])):
        name, value = spoilt(value, random)
    text = yaml.safe_dump(value, allow_unicode=random.random() < 0.7, sort_keys=False, width=10_000)
    return name, text.encode("utf-8", "surrogatepass")


def json_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """The same for JSON."""
    value: Any = json.loads(data)
    name = ""
    for _ in range(random.choice([1, 1, 1, 3])):
        name, value = spoilt(value, random)
    return name, json.dumps(value, ensure_ascii=random.random() < 0.3).encode("utf-8", "surrogatepass")


def csv_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """Cells of a CSV changed, and its separators."""
    rows = [line.split(",") for line in data.decode("utf-8-sig").splitlines()]
    name = random.choice(["cell", "cell", "column", "separator", "many rows"])
    match name:
        case "cell":
            row = random.choice(rows)
            row[random.randrange(len(row))] = random.choice(TEXTS).encode("utf-8", "replace").decode()
        case "column":
            column = random.randrange(len(rows[0]))
            rows = [row[:column] + row[column + 1 :] for row in rows]
        case "many rows":
            rows = rows[:1] + rows[1:] * random.choice([20, 300])
    sign = random.choice([";", "\t", "|", " "]) if name == "separator" else ","
    return name, "\n".join(sign.join(row) for row in rows).encode()


__all__ = ["bytes_of", "csv_of", "json_of", "lines_of", "yaml_of"]
