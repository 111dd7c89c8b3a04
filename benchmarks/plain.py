"""The handbook's pages as a plain project of MkDocs with Material: the same words, already Markdown, and no code."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from benchmarks.measure import PYTHON, ROOT, tool

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
    """Our own theme, features, navigation and extensions, without anything of ours that runs."""
    with (ROOT / "mkdocs.yml").open("rb") as stream:
        ours: dict[str, Any] = yaml_load(stream)
    theme = {name: value for name, value in ours["theme"].items() if name not in ("custom_dir", "logo", "favicon")}
    return {
        "site_name": ours["site_name"], "docs_dir": str(docs), "nav": _moved(ours["nav"]), "not_in_nav": "*\n",
        "theme": theme, "plugins": [{"search": {"lang": "en"}}], "markdown_extensions": ours["markdown_extensions"],
        "validation": {"links": {"not_found": "ignore", "unrecognized_links": "ignore"}},
    }


def _moved(nav: Any) -> Any:
    """The navigation, each page where the built site has it: `a/b.md` is `a/b/index.md`."""
    if isinstance(nav, list):
        return [_moved(one) for one in nav]
    if isinstance(nav, dict):
        return {name: _moved(one) for name, one in nav.items()}
    return nav if nav.endswith("index.md") else nav.replace(".md", "/index.md")
