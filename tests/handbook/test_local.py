"""A local edition's name stands in the theme's pages as text, whatever is written in it."""

from __future__ import annotations

from pathlib import Path

from browser.sites import ROOT
from builder import NOWHERE, sound
from jinja2 import Template
from mkdocs.config import load_config

from kit.handbook.local import dress
from kit.handbook.site import Site
from kit.local import Local
from kit.model.edition import Edition

NAME = 'Bath & "Wells" <b>'
SAFE = "Bath &amp; &#34;Wells&#34; &lt;b&gt;"


def test_a_name_is_escaped_once_where_the_theme_escapes_and_where_it_does_not(tmp_path: Path) -> None:
    library = sound(tmp_path).library()
    library.edition = Local(tmp_path, Edition(name=NAME, organisation="A council", about=NAME))
    config = load_config(str(ROOT / "mkdocs.yml"))
    dress(config, Site(library, NOWHERE))
    page = Template("{{ c.site_name }}|{{ c.site_name | e }}|{{ c.site_description }}|{{ c.site_author }}")
    assert page.render(c=config) == "|".join([SAFE] * 4)
