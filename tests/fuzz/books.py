"""A zip spoilt as only zips can be: its members, its directory, and the XML of a workbook or a deck within."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from random import Random
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from .spoil import bytes_of
from .values import TEXTS

Members = dict[str, bytes]

NUMBERS = ["", "0", "-1", "1", "2", "999999", "2147483648", "99999999999999999999", "1e308", "-1e999", "NaN", "0x10",
           "1.5", "\u0661", "x"]
ADDRESSES = ["A0", "ZZZ1", "XFD1048576", "XFE1048577", "AAAA1", "A99999999", "a1", "1A", "", "A1:B2", "B3", "E7"]
KINDS = ["s", "b", "e", "d", "n", "str", "inlineStr", "float", "percentage", "date", "time", "boolean", "void", "x", ""]
TARGETS = ["../../etc/passwd", "/xl/workbook.xml", "http://example.org/", "worksheets/sheet99.xml", "",
           "worksheets/sheet1.xml"]
PIECES = ["<x/>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<![CDATA[x]]>", "<?xml-stylesheet href='a'?>",
          "<c r='A1'/>",
          "<row r='1048576'/>", "<c r='XFD9' t='s'><v>99999999</v></c>", "<f>1/0</f>", "<v>1e400</v>", "</row>", "\x00",
          "<table:table-cell table:number-columns-repeated='16384'/>", "<mergeCell ref='A1:XFD1048576'/>", "&#0;",
          "<table:table-row table:number-rows-repeated='1048576'/>", "<text:s text:c='99999999'/>", "<a>" * 300,
          "<dimension ref='A1:XFD1048576'/>", "<si><t>x</t></si>", "<!-- -- -->"]


_SHORT_TEXTS = [one[:2_000] for one in TEXTS if "\0" not in one]


def opened(data: bytes) -> Members:
    """Every member of a zip by its name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def closed(members: list[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    """The members as a zip; the same name may come twice."""
    held = BytesIO()
    with catch_warnings(), ZipFile(held, "w", method) as archive:
        simplefilter("ignore")
        for name, content in members:
            entry = ZipInfo(name, (2026, 11, 23, 0, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, content)
    return held.getvalue()


def zip_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """The bytes of the file, or its directory."""
    name = random.choice(["bytes", "directory", "method", "flags", "end", "in front", "behind"])
    held = bytearray(data)
    found = [one.start() for one in re.finditer(rb"PK\x01\x02", data)]
    entry = random.choice(found) if found else 0
    offset = {"directory": random.choice([16, 20, 24, 28, 42]), "method": 10, "flags": 8}.get(name)
    if name == "bytes":
        said, spoilt = bytes_of(data, random)
        return f"zip: {said}", spoilt[:5_000_000]
    if offset:
        struct.pack_into("<H", held, entry + offset, random.choice([0, 1, 8, 9, 14, 93, 99, 255, 65_535]))
    elif name == "end":
        held[-22:] = bytes_of(bytes(held[-22:]), random)[1][:1_000]
    elif name == "in front":
        held[0:0] = random.choice([b"MZ", b"PK\x03\x04", b"%PDF", random.randbytes(40), data])
    else:
        held += random.choice([b"\0" * 70_000, data, b"PK\x05\x06" + b"\0" * 18, random.randbytes(40)])
    return f"zip: {name}", bytes(held)


def members_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """Members dropped, swapped, renamed, doubled, added, emptied or swollen."""
    pairs = list(opened(data).items())
    at, to = random.randrange(len(pairs)), random.randrange(len(pairs))
    name = random.choice(["gone", "swapped", "renamed", "twice", "many", "empty", "bomb", "stored", "outside",
                          "another order"])
    match name:
        case "gone":
            del pairs[at]
        case "swapped":
            pairs[at], pairs[to] = (pairs[at][0], pairs[to][1]), (pairs[to][0], pairs[at][1])
        case "renamed":
            old, content = pairs[at]
            pairs[at] = (random.choice([old.upper(), old + "x", "x", "xl/worksheets/x.xml"]), content)
        case "twice":
            pairs.append((pairs[at][0], pairs[to][1]))
        case "many":
            count = random.choice([50, 600])
            pairs += [(f"{random.choice(['', 'xl/worksheets/'])}m{n}.xml", b"<x/>") for n in range(count)]
        case "empty":
            pairs[at] = (pairs[at][0], b"")
        case "bomb":
            pairs[at] = (pairs[at][0], random.choice([b" ", b"\0", b"<a>"]) * random.choice([900_000, 9_000_000]))
        case "outside":
            pairs.append((random.choice(["../x.xml", "/etc/passwd", "C:\\x", "a" * 3_000, "xl/\n.xml"]), b"<x/>"))
        case "another order":
            random.shuffle(pairs)
    return f"members: {name}", closed(pairs, ZIP_STORED if name == "stored" else ZIP_DEFLATED)


def xml_of(data: bytes, random: Random) -> tuple[str, bytes]:
    """One or a few things changed in one XML member, most often in those that hold cells."""
    members = opened(data)
    parts = [name for name in members if name.endswith((".xml", ".rels"))]
    likely = [name for name in parts if _LIKELY.search(name)]
    part = random.choice(likely if likely and random.random() < 0.8 else parts)
    name, text = "", members[part].decode("utf-8", "replace")
    for _ in range(random.choice([1, 1, 2, 6])):
        name, text = _changed(text, random)
    members[part] = text.encode("utf-8", "replace")
    return f"xml: {name}", closed(list(members.items()))


_LIKELY = re.compile(r"sheet|content|workbook|custom|meta|shared|slide|presentation")


def _changed(text: str, random: Random) -> tuple[str, str]:
    name = random.choice(["attribute", "address", "kind", "repeated", "value", "element gone", "element twice",
                          "piece put in", "relationship", "words", "cut short", "encoding", "attribute gone"])
    match name:
        case "attribute":
            return name, _swap(text, r'="([^"]*)"', random, [*NUMBERS, *KINDS])
        case "address":
            return name, _swap(text, r'\br="([A-Z]+[0-9]+)"', random, ADDRESSES)
        case "kind":
            return name, _swap(text, r'(?:\bt|value-type)="([^"]*)"', random, KINDS)
        case "repeated":
            return name, _swap(text, r'(?:repeated|spanned|spans|count|uniqueCount|text:c)="([^"]*)"', random, NUMBERS)
        case "value":
            return name, _swap(text, r"<v>([^<]*)</v>", random, [*NUMBERS, *_SHORT_TEXTS])
        case "relationship":
            return name, _swap(text, r'(?:Target|r:id|Id)="([^"]*)"', random, TARGETS)
        case "words":
            return name, _swap(text, r">([^<]+)<", random, TEXTS)
        case "attribute gone":
            return name, _swap(text, r'( [\w:]+="[^"]*")', random, [""])
        case "encoding":
            return name, _swap(text, r'encoding="([^"]*)"', random, ["UTF-16", "x", "", "cp037", "utf-7"])
        case "cut short":
            return name, text[: random.randrange(len(text) + 1)]
    found = list(re.finditer(r"<(\w[\w:]*)\b[^>]*(?:/>|>[^<]*</\1>)", text))
    at = random.choice(found).span() if found else (0, 0)
    if name == "element gone":
        return name, text[: at[0]] + text[at[1] :]
    if name == "element twice":
        return name, text[: at[1]] + text[at[0] : at[1]] * random.choice([1, 3, 200]) + text[at[1] :]
    return name, text[: at[0]] + random.choice(PIECES) + text[at[0] :]


def _swap(text: str, pattern: str, random: Random, choices: list[str]) -> str:
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    start, end = random.choice(found).span(1)
    return text[:start] + random.choice(choices) + text[end:]


__all__ = ["members_of", "xml_of", "zip_of"]
