"""XML of the template's parts, which python-pptx reads but cannot write. Nothing outside this package sees it.

Lengths come in inches and leave as EMU (914,400 to the inch); sizes of type come in points and leave as hundredths.
"""

from __future__ import annotations

import math
import uuid
from xml.sax.saxutils import escape, quoteattr

from kit.deck.layouts import Box, Layout, Mark, Slot, Style

LANG = "en-GB"
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
THEME = {
    "ink": "tx1", "paper": "bg1", "primary": "tx2", "wash": "bg2",
    "accent": "accent1", "warm": "accent2", "sun": "accent3", "violet": "accent4", "muted": "accent5",
}
"""The theme's name for each of our colours."""

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_ACCENTED = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
_BULLETS = {
    "none": "<a:buNone/>",
    "dot": f'{_ACCENTED}<a:buFont typeface="Arial"/><a:buChar char="•"/>',
    "number": f'{_ACCENTED}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>',
}


def emu(inches: float) -> int:
    """A length in EMU."""
    return round(inches * 914400)


def fixed_id(name: str) -> str:
    """An identifier in braces that is the same on every machine."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"fixers-to-facilitators:{name}")).upper() + "}"


def fill(colour: str) -> str:
    """A plain ground in one of our colours, in one of a theme's, or in "#RRGGBB"."""
    if colour.startswith("#"):
        return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'
    return f'<a:solidFill><a:schemeClr val="{THEME.get(colour, colour)}"/></a:solidFill>'


def _place(box: Box) -> str:
    return (f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/><a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>')


def level(number: int, style: Style) -> str:
    """How paragraphs of one depth look."""
    indent = style.indent * 12700
    return (
        f'<a:lvl{number}pPr marL="{indent}" indent="{-indent}" algn="{style.align}" defTabSz="914400" rtl="0" '
        f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{style.before * 100}"/></a:spcBef>{_BULLETS[style.bullet]}'
        f'<a:defRPr lang="{LANG}" sz="{style.size * 100}" b="{int(style.bold)}" kern="1200">{fill(style.colour)}'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def _lens(box: Box) -> str:
    """The part that two circles share: an arc of each."""
    radius = emu(box.h) / 2 / 0.81745
    half = round(math.degrees(math.asin(0.81745)) * 60000)
    wide, tall, size = emu(box.w), emu(box.h), round(radius)
    arc = '<a:arcTo wR="{0}" hR="{0}" stAng="{1}" swAng="{2}"/>'
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{tall}"><a:moveTo><a:pt x="{wide // 2}" y="0"/></a:moveTo>'
        f'{arc.format(size, 21600000 - half, 2 * half)}{arc.format(size, 10800000 - half, 2 * half)}<a:close/>'
        f'</a:path></a:pathLst></a:custGeom>'
    )


def decoration(number: int, mark: Mark) -> str:
    """A shape that is only for the eye, and says so."""
    look = {
        "rect": f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(mark.colour)}<a:ln><a:noFill/></a:ln>',
        "disc": f'<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>{fill(mark.colour)}<a:ln><a:noFill/></a:ln>',
        "lens": f"{_lens(mark.box)}{fill(mark.colour)}<a:ln><a:noFill/></a:ln>",
        "ring": '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/>'
                f'<a:ln w="{round(mark.weight * 12700)}">{fill(mark.colour)}</a:ln>',
    }[mark.shape]
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Decoration {number}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(mark.box)}{look}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>'
        f'<a:p><a:endParaRPr lang="{LANG}"/></a:p></p:txBody></p:sp>'
    )


def placeholder(number: int, slot: Slot) -> str:
    """A place for people to put something."""
    kind = [f'type="{slot.type}"'] if slot.type else []
    kind += [f'idx="{slot.idx}"'] if slot.idx is not None else []
    kind += ['hasCustomPrompt="1"'] if slot.type not in {"ftr", "sldNum", None} else []
    ground = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(slot.fill)}' if slot.fill else ""
    pad = emu(slot.pad)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(slot.name)}/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph {" ".join(kind)}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_place(slot.box)}{ground}</p:spPr><p:txBody>'
        f'<a:bodyPr lIns="{pad}" tIns="{pad}" rIns="{pad}" bIns="{pad}" anchor="{slot.style.anchor}"><a:normAutofit/>'
        f'</a:bodyPr><a:lstStyle>{level(1, slot.style)}</a:lstStyle>'
        f'<a:p>{_prompt(slot)}<a:endParaRPr lang="{LANG}"/></a:p></p:txBody></p:sp>'
    )


def _prompt(slot: Slot) -> str:
    if slot.type == "sldNum":
        return slide_number("‹#›")
    return f'<a:r><a:rPr lang="{LANG}"/><a:t>{escape(slot.prompt)}</a:t></a:r>'


def slide_number(shown: str) -> str:
    """A field that shows the slide's number."""
    return f'<a:fld id="{fixed_id("slide number")}" type="slidenum"><a:rPr lang="{LANG}"/><a:t>{shown}</a:t></a:fld>'


def page(layout: Layout, footers: tuple[Slot, ...], marks: tuple[Mark, ...]) -> str:
    """The content of a layout: its ground, its decorations, then its placeholders in reading order."""
    shapes = [decoration(100 + number, mark) for number, mark in enumerate((*layout.marks, *marks))]
    shapes += [placeholder(2 + number, slot) for number, slot in enumerate((*layout.slots, *footers))]
    ground = f"<p:bg><p:bgPr>{fill(layout.ground)}<a:effectLst/></p:bgPr></p:bg>"
    tree = f"<p:spTree>{_GROUP}{''.join(shapes)}</p:spTree>"
    return f"<p:cSld {NS} name={quoteattr(layout.name)}>{ground}{tree}</p:cSld>"


def new_layout() -> str:
    """A layout with nothing in it."""
    return (f'<p:sldLayout {NS} preserve="1" userDrawn="1"><p:cSld><p:spTree>{_GROUP}</p:spTree></p:cSld>'
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>")


def master(slots: tuple[Slot, ...]) -> str:
    """The content of the slide master."""
    placed = [placeholder(2 + number, slot) for number, slot in enumerate(slots)]
    shapes = "".join(placed).replace(' hasCustomPrompt="1"', "")
    return (f'<p:cSld {NS}><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
            f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>")


def text_styles(title: Style, levels: tuple[Style, ...], other: Style) -> str:
    """The master's styles: titles, body text by depth, and everything else."""
    depths = [*levels, *[levels[-1]] * (9 - len(levels))]
    body = "".join(level(number, style) for number, style in enumerate(depths, 1))
    rest = "".join(level(number, other) for number in range(1, 10))
    return (f"<p:txStyles {NS}><p:titleStyle>{level(1, title)}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
            f"<p:otherStyle>{rest}</p:otherStyle></p:txStyles>")


def theme(name: str, font: str, colours: dict[str, str]) -> bytes:
    """A flat theme: our colours, one family of type, no shadows and no gradients."""
    scheme = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in colours.items())
    face = f'<a:latin typeface={quoteattr(font)}/><a:ea typeface=""/><a:cs typeface=""/>'
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    rule = '<a:ln w="{}" cap="flat" cmpd="sng" algn="ctr">' + flat + '<a:prstDash val="solid"/></a:ln>'
    lines = "".join(rule.format(width) for width in (6350, 12700, 19050))
    title = quoteattr(name)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name={title}><a:themeElements>'
        f"<a:clrScheme name={title}>{scheme}</a:clrScheme>"
        f"<a:fontScheme name={title}><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name={title}><a:fillStyleLst>{flat * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f'<a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>'
        f"<a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()
