"""From records and pages to a finished site: MkDocs run in this process, strictly, with every warning an error."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from kit.errors import KitError
from kit.handbook import state
from kit.handbook.linkcheck import broken_links
from kit.handbook.site import Site
from kit.settings import forget_empty

Watcher = Callable[[str], None]


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains of, to say it once and in one place."""

    def __init__(self, step: Watcher) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        self.step = step

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            self.lines.append(_one_line(record.getMessage()))
        elif "Building" in record.getMessage() or "Cleaning" in record.getMessage():
            self.step("Building the pages")


_MACROS = re.compile(
    r"^\[macros\] - ERROR .*?_File_: `([^`]+)`\s+_(?:Line \d+ in Markdown file:_|\w+_:)\s+([^\n]+)", re.DOTALL
)


def _one_line(message: str) -> str:
    """What went wrong on a page, without the macros plugin's traceback."""
    found = _MACROS.search(message)
    return f"docs/{found[1]}: {found[2].strip(' *')}" if found else message


def build_site(
    root: Path, out: Path, downloads: Path, step: Watcher, data: Path, offline: bool = False,
    edition: Path | None = None,
) -> Site:
    """Build the handbook of a project into a folder, and check every link in it.

    Raises KitError with MkDocs' complaints, or with the broken links, one a line.
    """
    forget_empty()
    os.environ["HANDBOOK_OFFLINE"] = "true" if offline else "false"
    log = logging.getLogger("mkdocs")
    handler = _Warnings(step)
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(out), strict=True)
        extra: Any = config.extra
        extra["data_folder"], extra["downloads_folder"] = str(data), str(downloads)
        extra["edition_folder"] = str(edition) if edition else ""
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, MkDocsException, SystemExit) as error:
        said = [*handler.lines, str(error)] if not isinstance(error, Abort | SystemExit) else handler.lines
        raise KitError("\n".join(line for line in said if line) or "MkDocs stopped without saying why") from None
    finally:
        log.removeHandler(handler)
    if handler.lines:
        raise KitError("\n".join(handler.lines))
    step("Checking every link")
    if broken := broken_links(out):
        raise KitError("\n".join(broken))
    return state.current().site
