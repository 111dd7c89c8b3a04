"""Faults in a .pptx that schema validators miss: broken packages, clashing ids, slides that shut people out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from kit.deck.lint_slides import ON_SLIDES
from kit.deck.package import DRAWN, SLIDE, A, P, Package, R, target, targets

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_TYPES = "[Content_Types].xml"
_CHART = re.compile(r"ppt/charts/[^/]+\.xml")


def lint(data: bytes, ours: bool = True) -> list[str]:
    """Every fault found in a presentation, one line each; nothing when it is sound.

    What lies on layouts and masters is judged only where they are `ours`.
    """
    try:
        package = _read(data, ours)
    except BadZipFile as error:
        return [f"not a zip archive: {error}"]
    found = list(_archive(package))
    if _TYPES not in package.trees or "ppt/presentation.xml" not in package.trees:
        return [*found, "not a presentation"]
    for check in CHECKS:
        found += check(package)
    return found


def _read(data: bytes, ours: bool) -> Package:
    with ZipFile(BytesIO(data)) as archive:
        package = Package([info.filename for info in archive.infolist()], ours)
        for name in dict.fromkeys(package.names):
            if name.endswith((".xml", ".rels")):
                try:
                    package.trees[name] = etree.fromstring(archive.read(name))
                except etree.XMLSyntaxError as error:
                    package.broken[name] = error.msg
            elif "/embeddings/" in name:
                package.embedded[name] = archive.read(name)
    return package


def _archive(package: Package) -> Iterator[str]:
    for name, count in Counter(package.names).items():
        if count > 1:
            yield f"{name}: stands in the archive {count} times"
    for name, message in package.broken.items():
        yield f"{name}: is not well-formed: {message}"


def _content_types(package: Package) -> Iterator[str]:
    types = package.trees[_TYPES]
    parts = {entry.get("PartName").lstrip("/") for entry in types if entry.tag.endswith("Override")}
    endings = {entry.get("Extension").lower() for entry in types if entry.tag.endswith("Default")}
    for name in sorted(parts - set(package.names)):
        yield f"{name}: has a content type but is missing"
    for name in sorted(set(package.names) - parts - {_TYPES}):
        ending = name.rpartition(".")[2].lower()
        if ending not in endings or ending == "xml":
            yield f"{name}: has no content type"


def _relationships(package: Package) -> Iterator[str]:
    reached = {_TYPES}
    for name, tree in package.trees.items():
        if name.endswith(".rels"):
            source = name.replace("_rels/", "").removesuffix(".rels")
            targets = {entry.get("Id"): target(entry, source) for entry in tree}
            reached.update(target for target in targets.values() if target)
            yield from (f"{name}: leads to {target}, which is missing" for target in targets.values()
                        if target and target not in package.names)
            yield from (f"{source}: uses relationship {used}, which it does not have"
                        for used in _used(package.trees.get(source)) if used not in targets)
    for name in sorted(set(package.names) - reached):
        if not name.endswith(".rels"):
            yield f"{name}: nothing leads to it"


def _used(tree: Any) -> Iterator[str]:
    for element in tree.iter() if tree is not None else ():
        for key, value in element.attrib.items():
            if key.startswith(R) and value:
                yield value


def _ids(package: Package) -> Iterator[str]:
    presentation = package.trees["ppt/presentation.xml"]
    slides = [int(entry.get("id")) for entry in presentation.iter(P + "sldId")]
    if len(set(slides)) != len(slides) or not all(256 <= number < 2**31 for number in slides):
        yield "presentation: slide ids repeat or are out of range"
    large = [entry.get("id") for entry in presentation.iter(P + "sldMasterId")]
    large += [entry.get("id") for tree in package.trees.values() for entry in tree.iter(P + "sldLayoutId")]
    if len(set(large)) != len(large):
        yield "presentation: ids of masters and layouts clash"
    if any("/notesMasters/" in name for name in package.names) and presentation.find(P + "notesMasterIdLst") is None:
        yield "presentation: names no notes master, so Keynote would lose the notes"


def _sections(package: Package) -> Iterator[str]:
    presentation = package.trees["ppt/presentation.xml"]
    slides = sorted(entry.get("id") for entry in presentation.iter(P + "sldId"))
    held = sorted(entry.get("id") for entry in presentation.iter(_P14 + "sldId"))
    if held != slides:
        yield "presentation: the sections do not hold each slide once"
    sections = list(presentation.iter(_P14 + "section"))
    if len({section.get("id") for section in sections}) != len(sections):
        yield "presentation: ids of sections repeat"
    if any(not (section.get("name") or "").strip() for section in sections):
        yield "presentation: a section has no name"


def _shapes(package: Package) -> Iterator[str]:
    for name, tree in sorted(package.trees.items()):
        if not DRAWN.fullmatch(name):
            continue
        ids = [shape.get("id") for shape in tree.iter(P + "cNvPr")]
        if len(set(ids)) != len(ids) and (package.ours or SLIDE.fullmatch(name)):
            yield f"{name}: ids of shapes repeat"
        for table in tree.iter(A + "tbl"):
            columns = len(table.find(A + "tblGrid"))
            if any(len(row.findall(A + "tc")) != columns for row in table.iter(A + "tr")):
                yield f"{name}: a table's rows differ from its grid"


def _charts(package: Package) -> Iterator[str]:
    for name, tree in sorted(package.trees.items()):
        if not _CHART.fullmatch(name):
            continue
        axes = {axis.get("val") for axis in tree.iter(_C + "axId")}
        crossed = {axis.get("val") for axis in tree.iter(_C + "crossAx")}
        if not crossed <= axes or not all(value.isdigit() and int(value) < 2**32 for value in axes):
            yield f"{name}: ids of axes do not pair, or are out of range"
        data = tree.find(_C + "externalData")
        held = targets(package, name)
        book = held.get(data.get(f"{R}id")) if data is not None else None
        if book is None or not _opens(package.embedded.get(book, b"")):
            yield f"{name}: has no sheet of figures that people could edit"


def _opens(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.testzip() is None and "xl/workbook.xml" in archive.namelist()
    except BadZipFile:
        return False


def _core(package: Package) -> Iterator[str]:
    tree = package.trees.get("docProps/core.xml")
    held = {etree.QName(entry).localname: (entry.text or "").strip() for entry in tree} if tree is not None else {}
    for name in ("title", "creator", "subject", "created", "modified"):
        if not held.get(name):
            yield f"docProps/core.xml: has no {name}"
    if held.get("language") != "en-GB":
        yield "docProps/core.xml: does not say that the language is British English"


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    _content_types, _relationships, _ids, _sections, _shapes, _charts, _core, *ON_SLIDES,
)
"""Everything that is looked for, in order."""
