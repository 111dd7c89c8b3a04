"""The rules that records keep, as a page for those who write them: made from the rules themselves."""

from __future__ import annotations

from markupsafe import Markup

from kit.check.rules import FAMILIES, anchor
from kit.handbook.site import View


def rules(view: View) -> Markup:
    """Every rule by family: what it asks, why, an example, and how to break it on purpose."""
    return view.render("fragment_rules.html", families=FAMILIES, anchor=anchor)
