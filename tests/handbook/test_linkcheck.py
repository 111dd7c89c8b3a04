"""Every link of the built site leads somewhere, and nothing is loaded from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.handbook.linkcheck import broken_links


def site(folder: Path, body: str, **others: str) -> Path:
    """A site of two pages and an asset; `body` is that of the page a/index.html."""
    pages = {
        "index.html": '<h1 id="top">Start</h1><a href="a/">A</a>', "a/index.html": body, "b c.html": "<p id=x>B</p>",
        "style.css": "", **others,
    }
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<a href="..">up</a><a href="../#top">top</a><a href="#here" id="here">here</a>',
        '<a href="../b%20c.html#x">B</a><link rel="stylesheet" href="../style.css">',
        "<a href=../index.html>unquoted</a>",
        '<a href="https://elsewhere.example/">out</a><a href="mailto:a@b.example">post</a>',
        '<link rel="canonical" href="https://elsewhere.example/a/">',
        '<!-- <a href="gone/">not shown</a> -->',
        '<a href="#">menu</a><img src="data:image/png;base64,AA==">',
        '<span id="caf&eacute;"></span><a href="#caf%C3%A9">accents</a>',
    ],
)
def test_links_that_lead_somewhere(body: str, tmp_path: Path) -> None:
    assert broken_links(site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('<a href="../gone/">x</a>', "a/index.html: '../gone/' leads nowhere"),
        ('<a class="y" href="b.html">x</a>', "a/index.html: 'b.html' leads nowhere"),
        ("<img src=none.png>", "a/index.html: 'none.png' leads nowhere"),
        ('<script src="none.js"></script>', "a/index.html: 'none.js' leads nowhere"),
        ('<a href="/a/">x</a>', "a/index.html: '/a/' leads nowhere"),
        ('<a href="../../outside.html">x</a>', "a/index.html: '../../outside.html' leads nowhere"),
        ('<a href="../#gone">x</a>', "a/index.html: '../#gone' names no place on that page"),
        ('<a href="#gone">x</a>', "a/index.html: '#gone' names no place on that page"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "a/index.html: loads https://cdn.example/x.js from another host",
        ),
        ('<img src="//cdn.example/x.png">', "a/index.html: loads //cdn.example/x.png from another host"),
        (
            '<link rel="stylesheet" href="https://fonts.example/css">',
            "a/index.html: loads https://fonts.example/css from another host",
        ),
        ('<iframe src="https://x.example/"></iframe>', "a/index.html: loads https://x.example/ from another host"),
    ],
)
def test_links_that_do_not(body: str, line: str, tmp_path: Path) -> None:
    assert broken_links(site(tmp_path, body)) == [line]


def test_every_fault_is_told(tmp_path: Path) -> None:
    body = '<a href="one/">x</a><a href="two/">x</a>'
    found = broken_links(site(tmp_path, body, **{"z.html": '<a href="three/">x</a>'}))
    assert [line.split("'")[1] for line in found] == ["one/", "two/", "three/"]


def test_the_built_site_is_sound_and_large(site_folder: Path) -> None:
    assert len(list(site_folder.rglob("*.html"))) > 90
    assert broken_links(site_folder) == []


def test_the_check_would_see_a_fault_in_the_built_site(site_folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "see/cases/index.html"
    page.parent.mkdir(parents=True)
    page.write_text((site_folder / "see/cases/index.html").read_text("utf-8"), "utf-8")
    assert any("'taff-housing/' leads nowhere" in line for line in broken_links(tmp_path))
