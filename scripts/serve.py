#!/usr/bin/env python3
"""A live preview at http://127.0.0.1:8000/ that follows changes in data/, docs/ and kit/."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from kit import packs
from kit.console import EditionFolder, run, say, spoken_errors
from kit.edition import build_folder, opened

ROOT = Path(__file__).resolve().parent.parent


class _Restart(FileSystemEventHandler):
    """Stops the preview when the code changes, so that it starts again with the new code."""

    def __init__(self, preview: "subprocess.Popen[bytes]") -> None:
        self.preview = preview
        self.changed = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        written = event.event_type in {"modified", "created", "moved", "deleted"}
        name = str(event.src_path)
        if written and not event.is_directory and "__pycache__" not in name and not Path(name).name.startswith("."):
            self.changed = True
            self.preview.terminate()


def _preview(address: str, edition: Path | None) -> bool:
    """Show the handbook until it ends. Returns whether the code changed, so it should start again."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--watch", "data"]
    chosen = {"HANDBOOK_EDITION": str(edition.resolve()) if edition else ""}
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **chosen}) as preview:
        handler = _Restart(preview)
        observer = Observer()
        observer.schedule(handler, str(ROOT / "kit"), recursive=True)
        observer.start()
        try:
            preview.wait()
        except KeyboardInterrupt:
            preview.wait()
        finally:
            observer.stop()
            observer.join()
    return handler.changed


def main(
    address: Annotated[str, typer.Option(help="Host and port to show it at.")] = "127.0.0.1:8000",
    edition: EditionFolder = None,
) -> None:
    """Make the downloads once, then show the handbook until Ctrl+C."""
    with spoken_errors():
        library, settings = opened(ROOT, ROOT / "data", edition)
        packs.make(library, settings, build_folder(ROOT, edition) / "downloads",
                   lambda name, done, total: say(f"Made {name} ({done} of {total})"))
    while _preview(address, edition):
        say("The code has changed; starting again.")


if __name__ == "__main__":
    run(main)
