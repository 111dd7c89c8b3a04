"""What the site says to machines: the files beside its pages, and what each page's head holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from markupsafe import Markup

from kit.errors import UsageError
from kit.handbook import feed, headers, social, structured
from kit.handbook.site import KIND_NAMES, Site, View, embedded
from kit.model import Brand, Record


@dataclass(frozen=True)
class Head:
    """What a page says of itself, as it is and not escaped."""

    page: str
    """Path of the page below the site's root, without an ending; empty for the start page."""
    title: str
    description: str
    record: Record | None = None
    """The record it was made from."""


def published(site: Site) -> bool:
    """Whether this edition has an address of its own; the one that opens from disk has none, whatever is set."""
    return bool(site.settings.site_url) and site.directory_urls


def files(site: Site, names: Iterable[str]) -> dict[str, str]:
    """The files beside the pages, by path, given the names of all others. The edition from disk needs none."""
    if not site.directory_urls:
        return {}
    made = {
        headers.HOSTS: headers.hosts(names), headers.NGINX: headers.nginx(site.settings), "robots.txt": robots(site),
    }
    if published(site):
        made[feed.FEED] = feed.feed(site)
    return made


def robots(site: Site) -> str:
    """Search engines may read everything; where the address is set they are told of the map."""
    said = f"\nSitemap: {site.settings.site_url}sitemap.xml\n" if published(site) else ""
    return f"User-agent: *\nAllow: /\n{said}"


def head(view: View, about: Head) -> Markup:
    """The tags of a page's head that the theme knows nothing of."""
    site = view.site
    data = structured.about_page(site, about.page, about.record) if published(site) else None
    return view.render(
        "head.html", about=about, brand=site.library.one(Brand), published=published(site), card=card(site, about),
        address=f"{site.settings.site_url}{view.here}", picture=f"{site.settings.site_url}{social.name(about.page)}",
        size=social.SIZE, data=embedded(data) if data else None, feed=feed.FEED,
        language=structured.language(site),
    )


def card(site: Site, about: Head) -> social.Card:
    """What a page's picture says."""
    kicker = KIND_NAMES.get(about.record.kind, "") if about.record else ""
    return social.Card(kicker, about.title or site.library.one(Brand).name)


def picture(site: Site, about: Head, folder: Path) -> tuple[str, Path]:
    """Where a page's picture goes below the site's root, and the file to put there, from a folder of those drawn."""
    return social.name(about.page), social.kept(card(site, about), site.library.one(Brand), folder)


def server_headers(view: View, form: str) -> Markup:
    """What a server should send, as text to copy: the bare headers ("plain"), or a whole block for "nginx"."""
    texts = {"plain": headers.lines(), "nginx": headers.nginx(view.site.settings)}
    if form not in texts:
        raise UsageError(f"no headers for '{form}'; there are {', '.join(texts)}")
    return Markup('<pre><code>{}</code></pre>').format(texts[form])


def host_file(view: View, name: str, words: str) -> Markup:
    """A link to a file for servers; its bare name in the edition from disk, which has none."""
    if not view.site.directory_urls:
        return Markup("<code>{}</code>").format(name)
    return Markup('<a href="{}">{}</a>').format(view.to(name), words)


def issues(view: View, words: str) -> Markup:
    """A link to the forms where anyone can tell us something; bare words where no repository is set."""
    repository = view.site.settings.repository
    if not repository:
        return Markup("<strong>{}</strong>").format(words)
    return Markup('<a href="{}">{}</a>').format(f"{repository}/issues/new/choose", words)


def said(title: str) -> str:
    """A title as it is, from the HTML that MkDocs made of it."""
    return unescape(Markup(title).striptags())
