"""What search engines can read off a page: JSON-LD in schema.org's words, for definitions, the glossary and cases.

See https://schema.org/DefinedTermSet and https://schema.org/Article. Values are Python's own until `embedded` writes
them, which lets no text leave the script element it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kit.handbook.site import Site
from kit.model import Brand, Case, Definition, Record, Reference, Term
from kit.model.base import NOT_SAID
from kit.model.edition import ENGLISH
from kit.refs import PAGES, Address, address

Node = dict[str, Any]

WORKS = {
    "book": "Book", "chapter": "Chapter", "report": "Report", "article": "ScholarlyArticle", "news": "NewsArticle",
    "web": "WebPage", "law": "Legislation",
}
"""schema.org's types for our forms of reference; the rest are a CreativeWork."""


def about_page(site: Site, page: str, record: Record | None) -> Node | None:
    """What there is to say of a page, given its path and the record it was made from. Most pages have nothing."""
    if isinstance(record, Case):
        return case(site, record)
    for kind, name in ((Definition, "What people have meant by co-production"), (Term, "Glossary")):
        home = PAGES[kind.kind].partition("#")[0]
        if page == home:
            return term_set(site, home, name, site.library.all(kind))
    return None


def term_set(site: Site, page: str, name: str, records: Iterable[Definition | Term]) -> Node:
    """Definitions, or words of the glossary, as a set of terms."""
    home = _absolute(site, Address(page))
    return {
        "@context": "https://schema.org", "@type": "DefinedTermSet", "@id": home, "url": home, "name": name,
        "inLanguage": language(site),
        "hasDefinedTerm": [_term(site, home, record) for record in records if record.retired is None],
    }


def _term(site: Site, home: str, record: Definition | Term) -> Node:
    here = _absolute(site, address(record))
    node: Node = {
        "@type": "DefinedTerm", "@id": here, "url": here, "termCode": record.id, "name": record.name,
        "description": _plain(site, record.summary), "inDefinedTermSet": home,
    }
    if isinstance(record, Definition):
        when = f", {record.year}" if record.year else ""
        node["disambiguatingDescription"] = f"{record.who}{when}. {record.field}."
    elif record.also:
        node["alternateName"] = list(record.also)
    if works := site.web.citations(record):
        node["subjectOf"] = [work(one) for one in works]
    return node


def case(site: Site, record: Case) -> Node:
    """A case as an article about a programme, with its sources."""
    here = _absolute(site, address(record))
    node: Node = {
        "@context": "https://schema.org", "@type": "Article", "@id": here, "url": here, "mainEntityOfPage": here,
        "headline": record.name, "description": _plain(site, record.summary), "inLanguage": language(site),
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "name": site.library.one(Brand).name, "url": _absolute(site, Address(""))},
        "about": [{"@type": "Thing", "name": record.name}, *(_topic(site, ref) for ref in record.principles)],
    }
    places = [name for name in (record.place, record.country) if name not in (NOT_SAID, "Several")]
    if places:
        node["contentLocation"] = {"@type": "Place", "name": ", ".join(dict.fromkeys(places))}
    if works := site.web.citations(record):
        node["citation"] = [work(one) for one in works]
    return node


def _topic(site: Site, ref: str) -> Node:
    record = site.library.get(ref)
    return {"@type": "DefinedTerm", "name": record.title, "url": _absolute(site, address(record))}


def work(reference: Reference) -> Node:
    """A source as a creative work."""
    node: Node = {"@type": WORKS.get(reference.form, "CreativeWork"), "name": reference.name}
    if reference.authors:
        node["author"] = list(reference.authors)
    if reference.date or reference.year:
        node["datePublished"] = reference.date or str(reference.year)
    if reference.doi:
        node["sameAs"] = f"https://doi.org/{reference.doi}"
    if reference.url and reference.link != "dead":
        node["url"] = reference.url
    return node


def language(site: Site) -> str:
    """The tag of the language that the handbook's words are in."""
    return site.library.edition.about.language if site.library.edition else ENGLISH


def _absolute(site: Site, place: Address) -> str:
    """A whole address: what is read far from its page has no use for a relative one."""
    return f"{site.settings.site_url or ''}{site.url(place)}"


def _plain(site: Site, text: str) -> str:
    return site.view("").plain(text).replace("\n", " ")
