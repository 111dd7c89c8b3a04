"""The handbook's pages as a plain project of MkDocs with Material: the same words, already Markdown, and no code."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from benchmarks.measure import PYTHON, tool

ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*?)</article>', re.DOTALL)


def plain_project(site: Path, folder: Path) -> Path:
    """A project with one Markdown page for each page of a built site, put into Markdown by pandoc."""
    docs = folder / "docs"
    for page in sorted(site.rglob("index.html")):
        found = ARTICLE.search(page.read_text("utf-8"))
        target = docs / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_markdown(found[1] if found else ""), "utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_settings(docs), sort_keys=False), "utf-8")
    return folder


def command(project: Path) -> list[str]:
    """What builds it."""
    return [PYTHON, "-m", "mkdocs", "build", "--quiet", "-f", str(project / "mkdocs.yml"),
            "-d", str(project / "site")]


def _markdown(html: str) -> str:
    """An article as Markdown; charts and forms, which Markdown has no words for, stay as they are."""
    done = subprocess.run([tool("pandoc", "pandoc"), "--from=html", "--to=gfm", "--wrap=none"], input=html,
                          capture_output=True, text=True, check=True)
    return done.stdout


def _settings(docs: Path) -> dict[str, Any]:
    """The theme, the search and the extensions of ours; the same few pages in the navigation."""
    top = sorted({path.relative_to(docs).as_posix() for path in docs.glob("*/index.md")})
    return {
        "site_name": "Plain", "docs_dir": str(docs), "nav": ["index.md", *top], "not_in_nav": "*\n",
        "theme": {"name": "material", "font": False,
                  "features": ["navigation.tabs", "navigation.indexes", "navigation.top", "search.highlight",
                               "toc.follow"]},
        "plugins": [{"search": {"lang": "en"}}],
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "admonition", {"toc": {"permalink": False}}],
        "validation": {"links": {"not_found": "ignore", "unrecognized_links": "ignore"}},
    }
