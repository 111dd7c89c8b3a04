"""Editions of the handbook to open: each built once a run, whichever worker asks first, and served below a path."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kit import packs
from kit.check import load
from kit.handbook.build import build_site
from kit.library import Library
from kit.model.base import Retired
from kit.settings import load_settings

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/handbook/"
PACKED = ("workshop/taster", "workshop/board", "sector/housing")
"""What the tests' editions have packs for."""
LEAVE_OUT = "X-Without-Search"
"""A request's header that asks for an empty search index: to build it takes most of the time of opening a page."""
PUBLISHER = {
    "site_url": "https://handbook.example/handbook/",
    "repository": "https://github.example/someone/handbook",
    "contact": "hello@handbook.example",
}
"""What the publisher of an edition has set."""
PATIENCE = 180
"""Seconds to wait for another worker's build."""


@dataclass(frozen=True)
class Edition:
    """A built handbook, and where a browser finds it."""

    folder: Path
    address: str
    """Ends in a slash."""


def shared(factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all workers of this run have in common."""
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def once(place: Path, make: Callable[[Path], object]) -> Path:
    """A folder that `make` fills, once among all workers; the others wait for it."""
    fresh, failed = place.with_name(f"{place.name}.new"), place.with_name(f"{place.name}.failed")
    try:
        place.with_name(f"{place.name}.lock").mkdir()
    except FileExistsError:
        return _wait(place, failed)
    try:
        fresh.mkdir()
        make(fresh)
    except BaseException as error:
        failed.write_text(f"{type(error).__name__}: {error}", "utf-8")
        raise
    return fresh.rename(place)


def _wait(place: Path, failed: Path) -> Path:
    for _ in range(PATIENCE * 10):
        if place.is_dir():
            return place
        if failed.is_file():
            pytest.fail(f"{place.name} was not built: {failed.read_text('utf-8')}", pytrace=False)
        time.sleep(0.1)
    pytest.fail(f"{place.name} was not built in {PATIENCE} s", pytrace=False)


def few() -> Library:
    """The library as if most workshops and sectors were withdrawn: a few packs stand for the many."""
    whole = load(ROOT / "data")
    gone = Retired(reason="Left out of the tests of the site.")
    found = Library(whole.folder)
    for record in whole.records.values():
        out = record.kind in ("workshop", "sector") and record.ref not in PACKED
        found.add(record.model_copy(update={"retired": gone}) if out else record)
    return found


def downloads(factory: pytest.TempPathFactory) -> Path:
    """What people download, made from the records: the packs of two workshops, general and for one sector."""

    def make(place: Path) -> None:
        packs.make(few(), load_settings(ROOT), place, lambda name, done, whole: None)

    return once(shared(factory) / "downloads", make)


def built(
    factory: pytest.TempPathFactory, name: str, *, root: Path = ROOT, data: Path = ROOT / "data", offline: bool = False,
    local: Path | None = None,
) -> Path:
    """An edition of the handbook, built."""
    made = downloads(factory)
    return once(shared(factory) / name, lambda out: build_site(root, out, made, lambda _: None, data, offline, local))


def project(place: Path, **settings: str) -> Path:
    """A project like this one, with settings of its own at the top of its mkdocs.yml."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "kit").symlink_to(ROOT / "kit")
    shutil.copytree(ROOT / "docs", place / "docs")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    for key, value in settings.items():
        config, found = re.subn(rf"^( *{key}:)[^#\n]*", rf'\1 "{value}" ', config, count=1, flags=re.MULTILINE)
        assert found, f"mkdocs.yml sets no {key}"
    (place / "mkdocs.yml").write_text(config, "utf-8")
    return place


def published(factory: pytest.TempPathFactory) -> Path:
    """An edition whose publisher has set address, repository and contact, built."""
    root = once(shared(factory) / "project", lambda place: project(place, **PUBLISHER))
    return built(factory, "site-with-project", root=root)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path as a plain host does: what is missing gets the site's own 404 page."""

    prefix = PREFIX

    def do_GET(self) -> None:
        index = Path(self.translate_path(self.path))
        if LEAVE_OUT in self.headers and index.name == "search_index.json":
            bare = {**json.loads(index.read_text("utf-8")), "docs": []}
            self._answer(HTTPStatus.OK, "application/json", json.dumps(bare).encode())
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        found = urlsplit(path).path
        below = found.removeprefix(self.prefix) if found.startswith(self.prefix) else "outside/nowhere"
        return super().translate_path(f"/{below}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        return self._answer(code, "text/html; charset=utf-8", Path(self.directory, "404.html").read_bytes())

    def _answer(self, code: int, form: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", form)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, prefix: str = PREFIX) -> Iterator[Edition]:
    """A folder at an address on this machine."""
    handler = type("_Here", (_Handler,), {"prefix": prefix})
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield Edition(folder, f"http://127.0.0.1:{server.server_port}{prefix}")
        server.shutdown()
        thread.join()
