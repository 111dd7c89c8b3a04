"""The updates as an Atom feed, for feed readers: RFC 4287, https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

import re
from html import escape
from xml.etree import ElementTree as ET

from kit import text
from kit.handbook.site import Site
from kit.handbook.structured import language
from kit.model import Brand, Update
from kit.refs import Address, address
from kit.wording import STATUSES, when

FEED = "feed.xml"
"""Where the feed lies below the site's root."""
PAGE = "see/since-2009"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold."""


def feed(site: Site) -> str:
    """Every update in use, newest knowledge first. The site's address must be set: a feed is read far from it."""
    home = site.settings.site_url or ""
    brand = site.library.one(Brand)
    updates = [record for record in site.library.all(Update) if record.retired is None]
    updates.sort(key=lambda one: (moment(one.as_of), one.id), reverse=True)
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language(site)})
    _add(root, "id", home + FEED)
    _add(root, "title", f"{brand.name}: what has changed since 2009")
    _add(root, "subtitle", "Each update carries the date of the newest source it rests on.")
    _add(root, "updated", moment(updates[0].as_of) if updates else "2009-12-01T00:00:00Z")
    _add(root, "link", rel="self", type="application/atom+xml", href=home + FEED)
    _add(root, "link", rel="alternate", type="text/html", href=home + site.url(Address(PAGE)))
    _add(_add(root, "author"), "name", brand.name)
    for update in updates:
        _entry(root, site, update)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def moment(date: str) -> str:
    """A year, a month or a day as Atom writes a time: the first moment of it."""
    year, month, day = [*date.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _entry(root: ET.Element, site: Site, update: Update) -> None:
    here = (site.settings.site_url or "") + site.url(address(update))
    entry = _add(root, "entry")
    _add(entry, "id", here)
    _add(entry, "title", f"{update.name}: {STATUSES[update.standings[0].status].lower()}")
    _add(entry, "updated", moment(update.as_of))
    _add(entry, "link", rel="alternate", type="text/html", href=here)
    _add(entry, "summary", site.view("").plain(update.summary).replace("\n", " "))
    _add(entry, "content", _content(site, update), type="html")


def _content(site: Site, update: Update) -> str:
    """What the paper said, what is known now, and how to put it, with whole addresses."""
    parts = [("In 2009", update.then), ("Now", update.now), ("How to put it", update.say or "")]
    said = "".join(f"<h2>{heading}</h2>{_html(site, value)}" for heading, value in parts if value)
    return f"{said}<p>As of {escape(when(update.as_of))}.</p>"


def _html(site: Site, value: str) -> str:
    home = site.settings.site_url or ""

    def linked(ref: str, words: str) -> str:
        return f'<a href="{escape(home + site.url(address(site.library.get(ref))))}">{words}</a>'

    return text.html(value, linked, site.name)


def _add(parent: ET.Element, tag: str, words: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = _UNFIT.sub("", words) or None
    return child
