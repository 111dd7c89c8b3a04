"""Templates as organisations have them, made by script: each a way in which a real one differs from ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pptx
from PIL import Image
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from kit.deck._oxml import NS

_MAIN = b"presentationml.presentation.main+xml"


def saved(deck: Any) -> bytes:
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def xml(text: str) -> Any:
    """An element with the usual names declared."""
    head, rest = re.match(r"(<[\w:]+)(.*)", text, re.S).groups()  # type: ignore[union-attr]
    return parse_xml(f"{head} {NS} {rest}")


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """A package with each part changed, or dropped where the change gives None, and others added."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in archive.namelist():
            content = change(name, archive.read(name))
            if content is not None:
                made.writestr(name, content)
        for name, content in added.items():
            made.writestr(name, content)
    return target.getvalue()


def in_face(data: bytes, face: str) -> bytes:
    """A template whose theme has a face that the machine has, so that a rendering shows what was measured."""
    def change(name: str, content: bytes) -> bytes:
        if not name.startswith("ppt/theme/"):
            return content
        return re.sub(rb'(<a:latin typeface=")[^"]*', rb"\g<1>" + face.encode(), content)

    return changed(data, change)


def picture() -> BytesIO:
    target = BytesIO()
    Image.new("RGB", (40, 20), "#884422").save(target, "PNG")
    target.seek(0)
    return target


def with_examples(deck: Any) -> Any:
    """Example slides with notes and a picture that only they use."""
    for layout in list(deck.slide_layouts)[:3]:
        slide = deck.slides.add_slide(layout)
        slide.shapes.add_picture(picture(), Inches(1), Inches(1))
        slide.notes_slide.notes_text_frame.text = "An example's notes."
        if slide.shapes.title is not None:
            slide.shapes.title.text = "An example slide"
    return deck


def usual() -> bytes:
    """PowerPoint's own layouts, 4:3, with three example slides."""
    return in_face(saved(with_examples(pptx.Presentation())), "Arial")


def plain() -> bytes:
    """The same with examples of ordinary pages only: saving, LibreOffice gives every layout the last one's measures."""
    deck = pptx.Presentation()
    for number in (0, 3, 1):
        deck.slides.add_slide(deck.slide_layouts[number]).shapes.title.text = "An example slide"
    return in_face(saved(deck), "Arial")


def potx() -> bytes:
    """The same saved as a template."""
    def change(name: str, content: bytes) -> bytes:
        return content.replace(_MAIN, b"presentationml.template.main+xml") if "Content_Types" in name else content

    return changed(usual(), change)


def dark() -> bytes:
    """16:9, layouts with names of its own, five of the usual gone, a dark ground, colours that clash, a footer."""
    deck = with_examples(pptx.Presentation())
    deck.slide_width, deck.slide_height = Inches(40 / 3), Inches(7.5)
    names = ["Deckblatt", "Inhalt", "Kapitel", "Zwei Spalten", "Vergleich", "Nur Titel"]
    layouts = list(deck.slide_layouts)
    for layout in layouts[6:]:
        deck.slide_layouts.remove(layout)
    for layout, name in zip(layouts, names, strict=False):
        layout.element.find(".//{*}cSld").set("name", name)
        layout.element.attrib.pop("type", None)
    _wider(deck.slide_master)
    for layout in layouts[:6]:
        _wider(layout)
        for holder in layout.placeholders:
            if "footer" in holder.name.lower():
                holder.text_frame.text = "Example Council"
    data = in_face(saved(deck), "Liberation Sans")
    return changed(data, _darkened)


def _wider(page: Any) -> None:
    """Geometry of a 4:3 page stretched to 16:9."""
    for shape in page.placeholders:
        if shape.element.spPr.xfrm is not None:
            shape.left, shape.width = round(shape.left * 4 / 3), round(shape.width * 4 / 3)


def _darkened(name: str, content: bytes) -> bytes:
    if name.startswith("ppt/slideMasters/slideMaster"):
        light, night = b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
        assert light in content
        content = content.replace(light, night)
    if name.startswith("ppt/theme/theme1"):
        content = re.sub(rb"(<a:accent1>).*?(</a:accent1>)", rb'\1<a:srgbClr val="FFF200"/>\2', content, flags=re.S)
    return content


def bare() -> bytes:
    """One layout with nothing but a title, and no place for a footer."""
    deck = pptx.Presentation()
    keep = deck.slide_layouts[5]
    for layout in list(deck.slide_layouts):
        if layout is not keep:
            deck.slide_layouts.remove(layout)
    for holder in list(keep.placeholders):
        if "Title" not in holder.name:
            holder.element.getparent().remove(holder.element)
    return in_face(saved(deck), "Arial")


def crowded() -> bytes:
    """The title last in the file, a picture beside the text, small type, all in capitals, wide lines."""
    deck = pptx.Presentation()
    for layout in deck.slide_layouts:
        title = next((one for one in layout.placeholders if one.placeholder_format.idx == 0), None)
        if title is not None:
            title.element.getparent().append(title.element)
    content = deck.slide_layouts[1]
    for holder in content.placeholders:
        if holder.placeholder_format.idx == 1:
            holder.left, holder.top, holder.width, holder.height = Inches(0.5), Inches(2), Inches(6), Inches(4)
    for style in deck.slide_master.element.iter("{*}bodyStyle"):
        for run in style.iter("{*}defRPr"):
            run.set("sz", str(int(Pt(14).pt * 100)))
    for style in deck.slide_master.element.iter("{*}titleStyle"):
        for run in style.iter("{*}defRPr"):
            run.set("cap", "all")
    return in_face(saved(deck), "DejaVu Sans")


def painted() -> bytes:
    """A dark ground under white text, without a word of it in the map of colours."""
    deck = pptx.Presentation()
    ground = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="10243F"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    page = deck.slide_master.element.find("{*}cSld")
    page.replace(page[0], xml(ground))
    for name in ("titleStyle", "bodyStyle"):
        for fill in deck.slide_master.element.find(f".//{{*}}{name}").iter("{*}solidFill"):
            fill.getparent().replace(fill, xml('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'))
    return in_face(saved(deck), "Arial")


KINDS: dict[str, Callable[[], bytes]] = {
    "usual": usual, "potx": potx, "dark": dark, "bare": bare, "crowded": crowded, "painted": painted,
}
