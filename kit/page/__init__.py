"""A web page that opens from disk: one file, which asks nobody for anything and runs no script.

    Report --templates, bars--> HTML

Its policy (Content-Security-Policy) allows its own style sheet and nothing else. Everything put into it is escaped.
"""

from __future__ import annotations

import base64
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kit import __version__
from kit.library import Library
from kit.model import Brand
from kit.model.assessment import HANDS
from kit.page.bars import bar, swatch
from kit.page.style import sheet
from kit.report.pieces import EVERYONE, Report


def render(told: Report, library: Library) -> str:
    """The text of `summary.html`; the same text from the same report."""
    brand = library.one(Brand)
    style = sheet(brand, len(told.levels), told.stays)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("kit.page", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )
    return environment.get_template("report.html").render(
        told=told, brand=brand, version=__version__, hands=HANDS, everyone=EVERYONE, bar=bar, swatch=swatch,
        placings=list(zip(told.placings[::2], told.placings[1::2], strict=True)),
        # Made by us from the brand's colours, so nothing in it can end the element.
        style=Markup(style), policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
                                    "form-action 'none'",
    )


__all__ = ["render"]
