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
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from kit.edition import build_folder, load, settings_of
from kit.errors import KitError
from kit.files import write
from kit.handbook import api, headers, kinds, local, pages, planner, publish, state, style
from kit.handbook.links import wiki_links
from kit.handbook.searching import slim
from kit.handbook.site import Download, Site
from kit.handbook.terms import Marker
from kit.handbook.toc import contents
from kit.model import Brand, Term
from kit.refs import Address
from kit.settings import from_config

PICTURES = "build/social"
"""Where pictures for shared links are kept, so that each is drawn once."""
_serving: list[bool] = []


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a live preview, which puts a script of its own into every page."""
    _serving[:] = [command == "serve"]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the records afresh, once a build."""
    root = Path(config.config_file_path).parent
    extra: Any = config.extra
    if "iframe-worker" in str(extra.get("polyfills")):
        extra["polyfills"] = ["assets/js/iframe-worker.js"]  # ours, instead of the plugin's, which another host has
    data = Path(extra.get("data_folder") or root / "data")
    edition = Path(extra["edition_folder"]) if extra.get("edition_folder") else None
    try:
        library = load(data, edition)
    except KitError as error:
        raise PluginError(f"The records are not sound; nothing was built.\n{error}") from None
    site = Site(library, settings_of(library, from_config(config)), directory_urls=config.use_directory_urls)
    local.dress(config, site)
    made = Path(extra.get("downloads_folder") or build_folder(root, edition) / "downloads")
    manifest = made / "manifest.json"
    if manifest.is_file():
        site.downloads = [Download(**entry) for entry in json.loads(manifest.read_text(encoding="utf-8"))]
    state.start(site, made, Marker(library.all(Term)))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made from records: pages, the data for programs, the style sheet, downloads, redirects."""
    now = state.current()
    if not publish.published(now.site):
        config.theme.static_templates.discard("sitemap.xml")  # it would hold nothing
        if template := files.get_file_from_path("sitemap.xml"):
            files.remove(template)
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
    for told in kinds.kind_pages():
        now.kinds[f"{told.path}.md"] = told
        files.append(File.generated(config, f"{told.path}.md", content=f"---\n{json.dumps(told.meta)}\n---\n"))
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
    edition = now.site.library.edition
    if edition and edition.logo:
        files.append(File.generated(config, local.logo_place(now.site), content=edition.logo.data))
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
    made, told = now.pages.get(page.file.src_uri), now.kinds.get(page.file.src_uri)
    if made:
        html = str(pages.render(view, made.record))
    if told:
        html = str(kinds.render(view, told))
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
    elif settings.repository and now.site.library.edition is None:  # an edition's repository holds none of our pages
        told = now.kinds.get(page.file.src_uri)
        file = told.source if told else f"docs/{page.file.src_uri}"
        page.edit_url = f"{settings.repository}/edit/{settings.branch}/{file}"
    if not now.site.directory_urls:
        page.canonical_url = None  # the copy on disk is not what the web holds under a like name
    about = _about(page)
    page.meta["description"] = escape(about.description)
    context["head"] = publish.head(now.site.view(page.url), about)
    context["project"] = settings
    return context


def _about(page: Page) -> publish.Head:
    """What a page says of itself."""
    made = state.current().pages.get(page.file.src_uri)
    path = page.file.src_uri.removesuffix(".md").removesuffix("index").strip("/")
    if made:
        return publish.Head(path, made.title, _plain(made.description), made.record)
    title = "" if page.is_homepage else publish.said(str(page.title or ""))
    return publish.Head(path, title, publish.said(str(page.meta.get("description") or "")))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say in what language the page is."""
    return local.in_language(output, state.current().site)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page that says that a page isn't here."""
    return local.in_language(output_content, state.current().site)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Let templates without a page (404) name the settings too; add what machines read, now that pages have titles."""
    site = state.current().site
    env.globals["project"] = site.settings
    env.globals["edition"] = site.library.edition
    env.globals["brand"] = site.library.one(Brand)
    if site.directory_urls and _serving != [True]:  # files on a disk are nobody's "self"
        env.globals["policy"] = headers.page_policy()
    for uri, content in publish.files(site, [file.dest_uri for file in files]).items():
        files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED))
    if publish.published(site) and _serving != [True]:
        drawn = Path(config.config_file_path).parent / PICTURES
        for page in [file.page for file in files.documentation_pages() if file.page]:
            uri, path = publish.picture(site, _about(page), drawn)
            files.append(File.generated(config, uri, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED))
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
    if edition := state.current().site.library.edition:
        server.watch(str(edition.folder))
    return server


def _plain(text: str) -> str:
    return state.current().site.view("").plain(text).replace("\n", " ")
