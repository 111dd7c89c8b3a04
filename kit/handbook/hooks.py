"""MkDocs asks, this answers: the thin adapter between MkDocs' events and our pure functions.

Record pages are rendered to HTML outright, beside Markdown and Jinja, which makes them quick and keeps what a
record says from being read as a template. See https://www.mkdocs.org/user-guide/configuration/#hooks.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from kit.check import load
from kit.errors import KitError
from kit.files import write
from kit.handbook import api, pages, planner, state, style
from kit.handbook.links import wiki_links
from kit.handbook.searching import slim
from kit.handbook.site import Download, Site
from kit.handbook.terms import Marker
from kit.handbook.toc import contents
from kit.model import Brand, Term
from kit.refs import Address
from kit.settings import from_config

MADE = "build/downloads"
"""Where the kit leaves what people download; copied into the site as it is."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the records afresh, once a build."""
    root = Path(config.config_file_path).parent
    extra: Any = config.extra
    if "iframe-worker" in str(extra.get("polyfills")):
        extra["polyfills"] = ["assets/js/iframe-worker.js"]  # ours, instead of the plugin's, which another host has
    data = Path(extra.get("data_folder") or root / "data")
    try:
        library = load(data)
    except KitError as error:
        raise PluginError(f"The records are not sound; nothing was built.\n{error}") from None
    site = Site(library, from_config(config), directory_urls=config.use_directory_urls)
    made = Path(extra.get("downloads_folder") or root / MADE)
    manifest = made / "manifest.json"
    if manifest.is_file():
        site.downloads = [Download(**entry) for entry in json.loads(manifest.read_text(encoding="utf-8"))]
    state.start(site, made, Marker(library.all(Term)))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made from records: pages, the data for programs, the style sheet, downloads, redirects."""
    now = state.current()
    now.site.index_pages = {
        file.src_uri.removesuffix("/index.md") for file in files if file.src_uri.endswith("/index.md")
    }
    for page in pages.record_pages(now.site):
        uri = f"{page.path}.md"
        now.pages[uri] = page
        # The theme puts both into its pages as they are.
        title, description = escape(page.title), escape(_plain(page.description))
        meta = json.dumps({"title": title, "description": description, "hide": ["navigation"]})
        files.append(File.generated(config, uri, content=f"---\n{meta}\n---\n"))
    made: dict[str, str] = {
        "api/handbook.json": api.handbook(now.site),
        "api/handbook.schema.json": api.schema(),
        "assets/css/brand.css": style.css(now.site.library.one(Brand)),
        planner.BODIES: planner.bodies(now.site.view(now.site.url(Address(planner.PAGE)))),
    }
    for redirect in pages.redirects(now.site):
        old = f"{redirect.old}/index.html" if config.use_directory_urls else f"{redirect.old}.html"
        made[old] = str(now.site.view(old).render("redirect.html", target=redirect.new))
    for uri, content in made.items():
        files.append(File.generated(config, uri, content=content))
    for download in now.site.downloads:
        source = str(now.downloads / download.name)
        files.append(File.generated(config, f"downloads/{download.name}", abs_src_path=source))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn `[[kind/id]]` on pages that a person wrote into links that MkDocs checks."""
    try:
        return wiki_links(markdown, page.file.src_uri, state.current().site, files)
    except KitError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}") from None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in what the records say, mark glossary words, and read the contents off the result."""
    now = state.current()
    view = now.site.view(page.url)
    made = now.pages.get(page.file.src_uri)
    if made:
        html = str(pages.render(view, made.record))
    html = now.fill(html)
    skip = frozenset({made.record.ref} if made else ())
    if page.meta.get("terms", True):
        html = now.marker.mark(html, view.href, lambda term: view.plain(term.summary), skip)
    deep = 3 if page.meta.get("contents") == "deep" else 2
    if page.meta.get("contents") != "none":
        page.toc = contents(html, deep)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Point "Edit this" at the YAML file of the page's record, or at the page's own file."""
    now = state.current()
    made = now.pages.get(page.file.src_uri)
    settings = now.site.settings
    if made:
        page.edit_url = now.site.view(page.url).edit(made.record)
    elif settings.repository:
        page.edit_url = f"{settings.repository}/edit/{settings.branch}/docs/{page.file.src_uri}"
    context["project"] = settings
    return context


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Let templates without a page (404) name the settings too."""
    env.globals["project"] = state.current().site.settings
    env.globals["brand"] = state.current().site.library.one(Brand)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Take out of the search index what says nothing. Comes between the search plugin and the offline one."""
    index = Path(config.site_dir) / "search/search_index.json"
    if index.is_file():
        found = slim(json.loads(index.read_text(encoding="utf-8")))
        write(index, json.dumps(found, separators=(",", ":")))


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """A live preview follows the records too."""
    server.watch(str(Path(config.config_file_path).parent / "data"))
    return server


def _plain(text: str) -> str:
    return state.current().site.view("").plain(text).replace("\n", " ")
