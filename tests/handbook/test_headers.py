"""The headers: one source for servers, hosts, pages and readers; and no page that would need an exception."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from builder import NOWHERE, SOMEWHERE

from kit.errors import UsageError
from kit.handbook import headers
from kit.handbook.publish import host_file, server_headers
from kit.handbook.site import Site, View
from kit.library import Library

from .conftest import Read, page

SCRIPTS = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)


def test_the_policy_makes_no_exceptions() -> None:
    assert not re.search("unsafe|nonce|sha256|https?:|\\*", headers.SECURITY["Content-Security-Policy"])
    assert headers.POLICY["default-src"] == "'none'"


def test_no_page_runs_a_script_or_wears_a_style_that_is_written_into_it(site_folder: Path) -> None:
    pages = sorted(site_folder.rglob("*.html"))
    assert len(pages) > 140
    for path in pages:
        html = path.read_text("utf-8")
        inline = [words for marks, words in SCRIPTS.findall(html) if "src=" not in marks and "json" not in marks]
        assert inline == [], path
        found = Read(html)
        assert not [tag for tag, _ in found.elements if tag == "style"], path
        named = [name for _, attrs in found.elements for name in attrs if name == "style" or name.startswith("on")]
        assert named == [], path


def test_every_page_brings_the_policy_before_anything_is_loaded(site_folder: Path) -> None:
    for path in site_folder.rglob("*.html"):
        head = path.read_text("utf-8").partition("</head>")[0]
        if 'http-equiv="refresh"' in head:
            continue  # an old address: it loads nothing but an icon
        elements = Read(head).elements
        said = [attrs.get("content") for _, attrs in elements if attrs.get("http-equiv") == "Content-Security-Policy"]
        assert said == [headers.page_policy()], path
        loads = next(number for number, (tag, _) in enumerate(elements) if tag in ("link", "script"))
        policy = next(number for number, (_, attrs) in enumerate(elements) if "http-equiv" in attrs)
        assert policy < loads


def test_what_browsers_ignore_in_a_page_is_left_to_the_server() -> None:
    assert "frame-ancestors" not in headers.page_policy()
    assert "frame-ancestors 'none'" in headers.SECURITY["Content-Security-Policy"]


def test_the_site_holds_the_files_that_the_page_shows(site_folder: Path) -> None:
    shown = page(site_folder, "contribute/hosting-the-site").text
    assert headers.lines() in shown
    assert (site_folder / headers.NGINX).read_text("utf-8") in shown
    rules = (site_folder / headers.HOSTS).read_text("utf-8")
    for name, value in headers.SECURITY.items():
        assert f"\n  {name}: {value}\n" in rules


def test_only_files_that_are_there_and_named_after_their_content_are_kept_for_long(site_folder: Path) -> None:
    rules = (site_folder / headers.HOSTS).read_text("utf-8").splitlines()
    kept = [rules[number - 1] for number, line in enumerate(rules) if headers.FOREVER in line]
    assert len(kept) >= 3
    for path in kept:
        assert (site_folder / path.lstrip("/")).is_file()
        assert re.search(r"\.[0-9a-f]{8}\.min\.", path)


def test_an_address_cannot_write_into_nginxs_settings() -> None:
    block = headers.nginx(replace(SOMEWHERE, site_url="https://a.example/x;}$uri{y/"))
    assert "location /x%3B%7D%24uri%7By/ {" in block
    assert headers.nginx(replace(SOMEWHERE, site_url="https://a;b/")).count("server_name a%3Bb;") == 2


def test_nginx_is_told_the_address_that_is_set() -> None:
    block = headers.nginx(SOMEWHERE)
    assert "server_name example.org;" in block
    assert "location /handbook/ {" in block
    assert "error_page 404 /handbook/404.html;" in block
    assert "location / {" in headers.nginx(NOWHERE)


def test_a_form_that_is_not_there_is_said(view: View) -> None:
    with pytest.raises(UsageError, match="no headers for 'iis'; there are plain, nginx"):
        server_headers(view, "iis")


def test_the_edition_from_disk_names_no_file_that_it_lacks(view: View, library: Library) -> None:
    assert host_file(view, "_headers", "_headers") == '<a href="../../_headers">_headers</a>'
    disk = Site(library, NOWHERE, directory_urls=False).view("contribute/hosting-the-site.html")
    assert host_file(disk, "_headers", "_headers") == "<code>_headers</code>"
