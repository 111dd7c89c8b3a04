"""Faults in a .pptx that schema validators miss: broken packages, clashing ids, slides that shut people out."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from kit.deck.layouts import LEAST, SMALL

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_TYPES = "[Content_Types].xml"
_DRAWN = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml")
_SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")


@dataclass
class Package:
    """The parts of a file, read once."""

    names: list[str]
    trees: dict[str, Any] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)

    @property
    def slides(self) -> dict[str, Any]:
        """The slides' own parts."""
        return {name: tree for name, tree in sorted(self.trees.items()) if _SLIDE.fullmatch(name)}


def lint(data: bytes) -> list[str]:
    """Every fault found in a presentation, one line each; nothing when it is sound."""
    try:
        package = _read(data)
    except BadZipFile as error:
        return [f"not a zip archive: {error}"]
    found = list(_archive(package))
    if _TYPES not in package.trees or "ppt/presentation.xml" not in package.trees:
        return [*found, "not a presentation"]
    for check in CHECKS:
        found += check(package)
    return found


def _read(data: bytes) -> Package:
    with ZipFile(BytesIO(data)) as archive:
        package = Package([info.filename for info in archive.infolist()])
        for name in dict.fromkeys(package.names):
            if name.endswith((".xml", ".rels")):
                try:
                    package.trees[name] = etree.fromstring(archive.read(name))
                except etree.XMLSyntaxError as error:
                    package.broken[name] = error.msg
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
            targets = {entry.get("Id"): _target(entry, source) for entry in tree}
            reached.update(target for target in targets.values() if target)
            yield from (f"{name}: leads to {target}, which is missing" for target in targets.values()
                        if target and target not in package.names)
            yield from (f"{source}: uses relationship {used}, which it does not have"
                        for used in _used(package.trees.get(source)) if used not in targets)
    for name in sorted(set(package.names) - reached):
        if not name.endswith(".rels"):
            yield f"{name}: nothing leads to it"


def _target(entry: Any, source: str) -> str | None:
    if entry.get("TargetMode") == "External":
        return None
    target = entry.get("Target")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def _used(tree: Any) -> Iterator[str]:
    for element in tree.iter() if tree is not None else ():
        for key, value in element.attrib.items():
            if key.startswith(_R) and value:
                yield value


def _ids(package: Package) -> Iterator[str]:
    presentation = package.trees["ppt/presentation.xml"]
    slides = [int(entry.get("id")) for entry in presentation.iter(_P + "sldId")]
    if len(set(slides)) != len(slides) or not all(256 <= number < 2**31 for number in slides):
        yield "presentation: slide ids repeat or are out of range"
    large = [entry.get("id") for entry in presentation.iter(_P + "sldMasterId")]
    large += [entry.get("id") for tree in package.trees.values() for entry in tree.iter(_P + "sldLayoutId")]
    if len(set(large)) != len(large):
        yield "presentation: ids of masters and layouts clash"
    if any("/notesMasters/" in name for name in package.names) and presentation.find(_P + "notesMasterIdLst") is None:
        yield "presentation: names no notes master, so Keynote would lose the notes"


def _sections(package: Package) -> Iterator[str]:
    presentation = package.trees["ppt/presentation.xml"]
    slides = sorted(entry.get("id") for entry in presentation.iter(_P + "sldId"))
    held = sorted(entry.get("id") for entry in presentation.iter(_P14 + "sldId"))
    if held != slides:
        yield "presentation: the sections do not hold each slide once"


def _shapes(package: Package) -> Iterator[str]:
    for name, tree in sorted(package.trees.items()):
        if not _DRAWN.fullmatch(name):
            continue
        ids = [shape.get("id") for shape in tree.iter(_P + "cNvPr")]
        if len(set(ids)) != len(ids):
            yield f"{name}: ids of shapes repeat"
        for table in tree.iter(_A + "tbl"):
            columns = len(table.find(_A + "tblGrid"))
            if any(len(row.findall(_A + "tc")) != columns for row in table.iter(_A + "tr")):
                yield f"{name}: a table's rows differ from its grid"


def _title(tree: Any) -> Any:
    """The shape that holds a slide's title, or None."""
    for shape in tree.iter(_P + "sp"):
        mark = shape.find(f".//{_P}ph")
        if mark is not None and mark.get("type") in {"title", "ctrTitle"}:
            return shape
    return None


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(_A + "t")).strip()


def _titles(package: Package) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for name, tree in package.slides.items():
        title = _title(tree)
        if title is None or not _words(title):
            yield f"{name}: has no title"
            continue
        seen[_words(title)] += 1
        drawn = (_P + "sp", _P + "pic", _P + "graphicFrame", _P + "grpSp")
        if next(shape for shape in tree.find(f"{_P}cSld/{_P}spTree") if shape.tag in drawn) is not title:
            yield f"{name}: the title is not the first thing read"
    yield from (f"{count} slides have the title '{title}'" for title, count in seen.items() if count > 1)


def _alternatives(package: Package) -> Iterator[str]:
    for name, tree in package.slides.items():
        for shape in tree.iter(_P + "pic", _P + "graphicFrame"):
            about = next(shape.iter(_P + "cNvPr"))
            if not about.get("descr") and not any(child.tag.endswith("}decorative") for child in about.iter()):
                yield f"{name}: '{about.get('name')}' has no text for people who don't see it"
        for shape in tree.iter(_P + "sp"):
            if shape.find(f".//{_P}ph") is not None and not _words(shape):
                yield f"{name}: a placeholder is empty"
        if any(table.get("firstRow") != "1" for table in tree.iter(_A + "tblPr")):
            yield f"{name}: a table has no heading row"


def _languages(package: Package) -> Iterator[str]:
    for name, tree in sorted(package.trees.items()):
        if not _DRAWN.fullmatch(name):
            continue
        runs = [run.find(_A + "rPr") for run in tree.iter(_A + "r", _A + "fld")]
        if any(look is None or look.get("lang") != "en-GB" for look in runs):
            yield f"{name}: some text is not marked as British English"


def _sizes(package: Package) -> Iterator[str]:
    for name, tree in package.slides.items():
        for shape in tree.iter(_P + "sp", _P + "graphicFrame"):
            label = str(next(shape.iter(_P + "cNvPr")).get("name"))
            least = SMALL if label in {"Source", "Sources", "Footer", "Slide number"} else LEAST
            sizes = [int(look.get("sz")) / 100 for look in shape.iter(_A + "rPr", _A + "defRPr") if look.get("sz")]
            if sizes and min(sizes) < least:
                yield f"{name}: '{label}' has type of {min(sizes):g} points; at least {least} is needed"


def _notes(package: Package) -> Iterator[str]:
    for name in package.slides:
        relations = package.trees.get(f"ppt/slides/_rels/{posixpath.basename(name)}.rels")
        kinds = [entry.get("Type", "") for entry in relations] if relations is not None else []
        if not any(kind.endswith("/notesSlide") for kind in kinds):
            yield f"{name}: has no notes"


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    _content_types, _relationships, _ids, _sections, _shapes, _titles, _alternatives, _languages, _sizes, _notes,
)
"""Everything that is looked for, in order."""
