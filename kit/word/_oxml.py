"""The WordprocessingML that python-docx has no words for (ECMA-376, part 1, chapter 17; [MS-DOCX] for the boxes)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
BOX = "☐"


def element(name: str, **attributes: object) -> Any:
    """An element such as `w:shd`, with attributes of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def language(document: Document, code: str) -> None:
    """Say for the whole document which language it is in."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=code, eastAsia=code, bidi="ar-SA"))


def font(style: ParagraphStyle, name: str) -> None:
    """Set a style in a typeface for all scripts; the theme's own would win otherwise."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in _THEMED:
        fonts.attrib.pop(qn(f"w:{key}"), None)
    for key in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{key}"), name)


def head_row(table: Table) -> None:
    """Mark the first row as the table's heading: it is said with every cell, and repeated on every page."""
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_rows(table: Table) -> None:
    """Let no row break across pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))


def described(table: Table, title: str, text: str) -> None:
    """Give a table a title and a description, which a screen reader says before it."""
    properties = table._tbl.tblPr
    properties.append(element("w:tblCaption", val=title))
    properties.append(element("w:tblDescription", val=text))


def borders(table: Table, colour: str) -> None:
    """Thin lines around every cell, and room within."""
    properties = table._tbl.tblPr
    lines = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lines.append(element(f"w:{side}", val="single", sz=4, space=0, color=colour))
    margins = element("w:tblCellMar")
    for side, width in (("top", 35), ("left", 100), ("bottom", 35), ("right", 100)):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    look = properties.find(qn("w:tblLook"))
    layout = properties.find(qn("w:tblLayout"))
    (look if layout is None else layout).addprevious(lines)
    look.addprevious(margins)


def shade(cell: _Cell, colour: str) -> None:
    """Colour the ground of a cell."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def box(paragraph: Paragraph, number: int, name: str) -> None:
    """A box to tick with a click or the space bar, with a name for those who hear it."""
    paragraph._p.append(parse_xml(
        f'<w:sdt xmlns:w="{_W}" xmlns:w14="{_W14}"><w:sdtPr><w:alias w:val=""/><w:id w:val="{number}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr>'
        f"<w:t>{BOX}</w:t></w:r></w:sdtContent></w:sdt>"
    ))
    paragraph._p[-1].find(f".//{qn('w:alias')}").set(qn("w:val"), name[:64])


def link(paragraph: Paragraph, text: str, url: str, style: str) -> None:
    """A text that leads to an address."""
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.style = style
    made.append(run._r)
    paragraph._p.append(made)


def field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out: PAGE, NUMPAGES."""
    made = element("w:fldSimple", instr=code)
    run = paragraph.add_run("1")
    made.append(run._r)
    paragraph._p.append(made)


def numbering(document: Document, style: str) -> int:
    """A numbered list of its own that begins at 1, after the one of a list style; its id."""
    root = document.part.numbering_part.element
    found = document.styles[style].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    number = root.num_having_numId(int(found))
    made = root.add_num(number.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def packed(document: Document) -> bytes:
    """The document's bytes, without what python-docx's template brings along: see `_LEFT_OUT`."""
    held, target = BytesIO(), BytesIO()
    document.save(held)
    with ZipFile(held) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for info in source.infolist():
            if info.filename not in _LEFT_OUT:
                copy.writestr(info, _cleared(info.filename, source.read(info)))
    return target.getvalue()


_LEFT_OUT = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml")
"""A picture of somebody's first page, and the styles once more, for Word 2010 alone, as they were before ours."""
_ROOT: Mapping[str, str] = {"w14": _W14, "mc": _MC}


def _cleared(name: str, content: bytes) -> bytes:
    if name.endswith(".rels"):
        return re.sub(rb"<Relationship [^>]*(?:thumbnail|stylesWithEffects)[^>]*/>", b"", content)
    if name == "[Content_Types].xml":
        return re.sub(rb'<(?:Default Extension="jpeg"|Override PartName="/word/stylesWith)[^>]*/>', b"", content)
    if name == "word/document.xml":  # the boxes' namespace, declared where readers that don't know it look
        wanted = [f'xmlns:{prefix}="{uri}"' for prefix, uri in _ROOT.items()]
        content = content.replace(f' xmlns:w14="{_W14}"'.encode(), b"").replace(f' xmlns:mc="{_MC}"'.encode(), b"")
        content = re.sub(rb' mc:Ignorable="[^"]*"', b"", content)
        opening = f'<w:document {" ".join(wanted)} mc:Ignorable="w14"'.encode()
        return content.replace(b"<w:document", opening, 1)
    return content


__all__ = [
    "BOX", "borders", "box", "described", "element", "field", "font", "head_row", "keep_rows", "language", "link",
    "numbering", "packed", "shade",
]
