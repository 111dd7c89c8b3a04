"""A template without its example slides and without anything that leads out of it, as XML and relationships.

Nothing outside this package sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KEPT = ("/slideMaster", "/theme", "/presProps", "/viewProps", "/tableStyles", "/font", "/notesMaster",
         "/handoutMaster")
"""What a presentation may lead to, by the end of the relationship's type. All else belongs to its slides."""
_PACKAGE = ("/officeDocument", "/extended-properties")
"""What the package leads to at its root. Properties of the document are made afresh."""
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office PowerPoint</Application></Properties>"
)
"""In place of the template's own, which lists its slides."""
_LISTS = ("p:custShowLst", "p:photoAlbum", "p:custDataLst", "p:modifyVerifier", "p:smartTags")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def emptied(deck: Deck) -> None:
    """Drop the slides, and with them notes, media, comments and sections; drop what leads out of the file."""
    root = deck.element
    for entries in root.findall(qn("p:sldIdLst")):
        for entry in list(entries):
            entries.remove(entry)
    for tag in _LISTS:
        for element in root.findall(qn(tag)):
            root.remove(element)
    for extension in list(root.iter(qn("p:ext"))):
        if extension.get("uri") == _SECTIONS:
            extension.getparent().remove(extension)
    _loose(deck.part, _KEPT)
    _loose(deck.part.package, _PACKAGE)
    for relation in deck.part.package._rels.values():
        if relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = _APP
    _notes_master(deck)
    for part in _parts(deck.part):
        _closed(part)
    for master in deck.slide_masters:
        for layout in master.slide_layouts:
            _told_apart(layout)


def _told_apart(layout: Any) -> None:
    """Give the places of a layout an index each. LibreOffice writes none, and slides find their places by it."""
    seen = {"0"}
    for mark in layout.element.xpath(".//p:nvPr/p:ph"):
        if mark.get("type") not in {"title", "ctrTitle"}:
            if mark.get("idx", "0") in seen:
                mark.set("idx", str(max(map(int, seen)) + 1))
            seen.add(mark.get("idx"))


def _loose(owner: Any, kept: tuple[str, ...]) -> None:
    """Cut the relationships that are not to stay."""
    relations = owner._rels
    for key in [key for key, one in relations.items() if not one.reltype.endswith(kept)]:
        relations.pop(key)


def _notes_master(deck: Deck) -> None:
    """Drop a notes master that has no place for notes; a usable one takes its place when notes are written."""
    for key, relation in list(deck.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.NOTES_MASTER:
            part = relation.target_part
            holders = part._element.xpath(".//p:nvPr/p:ph/@type") if isinstance(part, XmlPart) else []
            themed = any(one.reltype == RELATIONSHIP_TYPE.THEME for one in part.rels.values())
            if "body" not in holders or not themed:
                deck.part._rels.pop(key)
                for element in deck.element.findall(qn("p:notesMasterIdLst")):
                    deck.element.remove(element)


def _parts(first: Part) -> Iterator[Part]:
    """Every part that a part leads to, itself first."""
    seen, waiting = {first}, [first]
    while waiting:
        part = waiting.pop()
        yield part
        for relation in part.rels.values():
            if not relation.is_external and relation.target_part not in seen:
                seen.add(relation.target_part)
                waiting.append(relation.target_part)


def _closed(part: Part) -> None:
    """Cut a part's relationships that lead out of the file, and what uses them."""
    out = [key for key, relation in part.rels.items() if relation.is_external]
    for key in out:
        if isinstance(part, XmlPart):
            _unused(part._element, key)
        part._rels.pop(key)


def _unused(root: Any, key: str) -> None:
    """Take away what uses a relationship: a link from its text, a linked picture or object with its shape."""
    for element in list(root.iter(etree.Element)):
        names = [name for name, value in element.attrib.items() if name.startswith(_R) and value == key]
        if not names:
            continue
        if element.tag in {qn("a:hlinkClick"), qn("a:hlinkHover"), qn("a:hlinkMouseOver")}:
            element.getparent().remove(element)
        elif element.tag == qn("a:blip") and element.get(f"{_R}embed"):
            for name in names:
                element.attrib.pop(name)
        else:
            _gone(element)


def _gone(element: Any) -> None:
    """Remove the shape, the ground or the timing that an element belongs to."""
    tags = {qn(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "cxnSp", "bg", "control", "timing", "transition")}
    holder = next((one for one in (element, *element.iterancestors()) if one.tag in tags), element)
    if holder.getparent() is not None:
        holder.getparent().remove(holder)


__all__ = ["emptied"]
