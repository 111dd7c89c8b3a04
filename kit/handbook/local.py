"""A local edition's own name, address, logo and language on the handbook's pages."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from kit.handbook.site import Site

_HTML = re.compile(r'(<html\b[^>]*\blang=")[^"]*(")')


def dress(config: MkDocsConfig, site: Site) -> None:
    """Put what an edition says of itself in the place of what `mkdocs.yml` says of us."""
    local = site.library.edition
    if local is None:
        return
    about = local.about
    # The theme writes some of these as they stand, and escapes others: what is marked as escaped suits both.
    config.site_name = config.site_author = escape(about.name)
    config.site_description = escape(about.intro)
    config.site_url = site.settings.site_url or ""
    if local.logo:
        theme: Any = config.theme
        theme["logo"] = theme["favicon"] = logo_place(site)


def logo_place(site: Site) -> str:
    """Where an edition's logo lies below the site's root."""
    local = site.library.edition
    return f"assets/{local.logo.place}" if local and local.logo else ""


def in_language(html: str, site: Site) -> str:
    """A page, marked as what the edition is written in, so that screen readers choose the right voice."""
    local = site.library.edition
    if local is None:
        return html
    return _HTML.sub(rf"\g<1>{local.about.language}\g<2>", html, count=1)


__all__ = ["dress", "in_language", "logo_place"]
