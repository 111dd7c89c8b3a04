#!/usr/bin/env python3
"""Take the README's two pictures: the start page of the built handbook, and a slide of the taster."""

import functools
import http.server
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from kit.console import run, say, spoken_errors
from kit.files import write

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "docs" / "assets" / "pictures"
SLIDE = 6
"""The slide to show: the matrix, counted from 1."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def handbook() -> bytes:
    """The start page, 1280 by 860 pixels, as a web server shows it."""
    # Of the tests' dependencies: the handbook, which tells of this command, is built without them.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    serve = functools.partial(_Quiet, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        picture = page.screenshot()
        browser.close()
    server.shutdown()
    return picture


def slide() -> bytes:
    """One slide of the taster, 1000 pixels wide."""
    with tempfile.TemporaryDirectory() as folder:
        deck = ROOT / "site" / "downloads" / "taster.pptx"
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(deck)]
        subprocess.run(convert, check=True, capture_output=True)
        number = str(SLIDE)
        page = ["-f", number, "-l", number, "-scale-to-x", "1000", "-scale-to-y", "-1"]
        command = ["pdftoppm", "-png", "-singlefile", *page, f"{folder}/taster.pdf", f"{folder}/slide"]
        subprocess.run(command, check=True)
        return Path(folder, "slide.png").read_bytes()


def main() -> None:
    """Run it after `make handbook`. Needs what the tests need: chromium, LibreOffice and pdftoppm."""
    with spoken_errors():
        write(PLACE / "handbook.png", handbook())
        write(PLACE / "slide.png", slide())
        say(f"Two pictures in {PLACE.relative_to(ROOT)}")


if __name__ == "__main__":
    run(main)
