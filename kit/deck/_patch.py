"""What python-pptx leaves out of a presentation, put in as XML. Nothing outside this package sees it."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree  # type: ignore[import-untyped, unused-ignore]
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from kit.deck._oxml import LANG, NS, THEME, fill, fixed_id, slide_number
from kit.deck.layouts import POINTS, Style
from kit.deck.sheet import Para

_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office PowerPoint</Application>"
    b"<PresentationFormat>Widescreen</PresentationFormat></Properties>"
)
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_LINK_COLOUR = (
    f'<a:extLst {NS}><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


_MARKS = {
    "none": f"<a:buNone {NS}/>",
    "dot": f'<a:buChar {NS} char="•"/>',
    "number": f'<a:buAutoNum {NS} type="arabicPeriod"/>',
}


def strip_inheritance(deck: Deck) -> None:
    """Remove what python-pptx's own template brings: 4:3, printer settings, a thumbnail, American English."""
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)
    for owner, kind in ((deck.part.rels, "/printerSettings"), (deck.part.package._rels, "/thumbnail")):
        for key in [key for key, relation in owner.items() if relation.reltype.endswith(kind)]:
            owner.pop(key)
    for relation in deck.part.package.iter_rels():
        if not relation.is_external and str(relation.target_part.partname) == "/docProps/app.xml":
            relation.target_part._blob = _APP
    in_language(deck.element)


def replace_child(parent: Any, tag: str, xml: str) -> None:
    """Put new XML where a child stood."""
    parent.replace(parent.find(qn(tag)), parse_xml(xml))


def list_layout(master: Any, relation: str) -> None:
    """Enter a layout in the master's list, under an id that neither master nor layout has."""
    entries = master.find(qn("p:sldLayoutIdLst"))
    used = [int(entry.get("id")) for entry in entries]
    entry = etree.SubElement(entries, qn("p:sldLayoutId"))
    entry.set("id", str(max([2147483648, *used]) + 1))
    entry.set(qn("r:id"), relation)


def in_language(root: Any, language: str = LANG) -> None:
    """Mark all text below an element as written in a language: British English if none is named."""
    for run in root.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, etree.Element(qn("a:rPr")))
    for tag in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for element in root.iter(qn(tag)):
            element.set("lang", language)


def describe(shape: Any, text: str) -> None:
    """Give a shape its text for people who don't see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def list_marks(paragraph: Any, para: Para, style: Style, first: bool) -> None:
    """Set what differs from the place's own list style: bullet, a number to go on from, direction."""
    properties = paragraph._p.get_or_add_pPr()
    if para.right_to_left:
        properties.set("rtl", "1")
        properties.set("algn", "r")
    if para.before > style.before:
        paragraph.space_before = Pt(para.before)
    if para.bullet != style.bullet:
        indent = Style(style.size, bullet=para.bullet).indent * 12700
        properties.set("marL", str(indent))
        properties.set("indent", str(-indent))
        if para.bullet == "dot":
            properties.append(parse_xml(f'<a:buFont {NS} typeface="Arial"/>'))
    if para.bullet == "number" and first and para.number > 1:
        properties.append(parse_xml(f'<a:buAutoNum {NS} type="arabicPeriod" startAt="{para.number}"/>'))
    elif para.bullet != style.bullet:
        properties.append(parse_xml(_MARKS[para.bullet]))


def link_in_text_colour(run: Any) -> None:
    """Keep a link in the colour of the text around it, which is known to be legible."""
    run._r.find(f".//{qn('a:hlinkClick')}").append(parse_xml(_LINK_COLOUR))


def ground(shape: Any, colour: str) -> None:
    """Give a placeholder a ground of its own."""
    properties = shape._element.find(qn("p:spPr"))
    properties.append(parse_xml(f'<a:prstGeom {NS} prst="rect"><a:avLst/></a:prstGeom>'))
    properties.append(_filled(colour))


def coloured(font: Any, colour: str) -> None:
    """Set the colour of some text."""
    font.fill.solid()
    if colour.startswith("#"):
        font.fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour[1:]))  # type: ignore[no-untyped-call]
    else:
        font.fill.fore_color.theme_color = MSO_THEME_COLOR.from_xml(THEME.get(colour, colour))


def recoloured(chart: Any, colour: str | None) -> None:
    """Give a chart's text the colour of the text around it, where that is not the theme's first."""
    if colour not in {None, "tx1"}:
        for name in list(chart._chartSpace.iter(qn("a:schemeClr"))):
            if name.get("val") == "tx1":
                name.getparent().getparent().replace(name.getparent(), _filled(str(colour)))


def _filled(colour: str) -> Any:
    return parse_xml(fill(colour).replace("<a:solidFill>", f"<a:solidFill {NS}>"))


def table_cell(cell: Any, colour: str, pad: tuple[float, float]) -> None:
    """A cell's ground, white rules and padding (inches)."""
    across, down = (round(value * 914400) for value in pad)
    properties = cell._tc.get_or_add_tcPr()
    for child in list(properties):
        properties.remove(child)
    for side, value in (("marL", across), ("marR", across), ("marT", down), ("marB", down)):
        properties.set(side, str(value))
    properties.set("anchor", "ctr")
    for side in ("lnL", "lnR", "lnT", "lnB"):
        properties.append(parse_xml(f'<a:{side} {NS} w="38100" cap="flat" cmpd="sng">{fill("paper")}</a:{side}>'))
    properties.append(_filled(colour))


def to_type_in(paragraph: Any, size: int) -> None:
    """An empty cell's paragraph, whose type has a size in points when people write there."""
    end = etree.SubElement(paragraph._p, qn("a:endParaRPr"))
    end.set("lang", LANG)
    end.set("sz", str(size * 100))


def plain_table(frame: Any, head_column: bool) -> None:
    """Drop the table's ready-made style, and say which cells are headings."""
    properties = frame._element.graphic.graphicData.tbl.tblPr
    for child in list(properties):
        properties.remove(child)
    properties.attrib.clear()
    properties.set("firstRow", "1")
    if head_column:
        properties.set("firstCol", "1")
    properties.append(parse_xml(f"<a:tableStyleId {NS}>{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}</a:tableStyleId>"))


def footers(slide: Any, text: str, number: int) -> None:
    """Copy the footer and the slide's number from the layout, as PowerPoint does and python-pptx doesn't."""
    tree = slide.shapes._spTree
    words = f'<a:r><a:rPr lang="{LANG}"/><a:t>{escape(text)}</a:t></a:r>'
    body = {"ftr": words, "sldNum": slide_number(str(number))}
    for holder in slide.slide_layout.placeholders:
        mark = holder.element.xpath(".//p:ph")[0]
        if mark.get("type") in body:
            free = max(int(value) for value in tree.xpath(".//p:cNvPr/@id")) + 1
            tree.append(parse_xml(
                f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{free}" name={quoteattr(holder.name)}/><p:cNvSpPr>'
                f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{mark.get("type")}" idx="{mark.get("idx")}"/>'
                f'</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{body[mark.get("type")]}</a:p></p:txBody></p:sp>'
            ))


def list_notes_master(deck: Deck) -> None:
    """Name the notes master in the presentation; without this Keynote loses the notes."""
    found = [key for key, relation in deck.part.rels.items() if relation.reltype == RELATIONSHIP_TYPE.NOTES_MASTER]
    if found and deck.element.find(qn("p:notesMasterIdLst")) is None:
        entries = parse_xml(f'<p:notesMasterIdLst {NS}><p:notesMasterId r:id="{found[0]}"/></p:notesMasterIdLst>')
        deck.element.find(qn("p:sldMasterIdLst")).addnext(entries)


def sections(deck: Deck, parts: list[tuple[str, list[int]]]) -> None:
    """Group slides, by their ids, into named sections."""
    lists = "".join(
        f'<p14:section name={quoteattr(name)} id="{fixed_id(f"section {number} {name}")}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{slide}"/>' for slide in slides) + "</p14:sldIdLst></p14:section>"
        for number, (name, slides) in enumerate(parts)
    )
    holder = deck.element.find(qn("p:extLst"))
    if holder is None:
        holder = etree.SubElement(deck.element, qn("p:extLst"))
    listed = f'<p14:sectionLst xmlns:p14="{_P14}">{lists}</p14:sectionLst>'
    holder.insert(0, parse_xml(f'<p:ext {NS} uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">{listed}</p:ext>'))


def emu_from_points(points: float) -> int:
    """A length in EMU."""
    return round(points / POINTS * 914400)
