"""What a publisher of the handbook sets, in one place: the top of `mkdocs.yml`, or the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from kit.errors import UsageError

VARIABLES = {
    "site_url": "HANDBOOK_SITE_URL", "repository": "HANDBOOK_REPOSITORY", "contact": "HANDBOOK_CONTACT",
}
"""The environment variable that sets each, over what `mkdocs.yml` says."""


@dataclass(frozen=True)
class Settings:
    """Where this handbook lives. What is None is hidden wherever it would show."""

    site_url: str | None
    """Address of the published handbook, ending in a slash."""
    repository: str | None
    """Address of the repository's web page, without a slash at the end."""
    branch: str
    """The branch that "Edit this" opens."""
    contact: str | None
    """An e-mail address or web page."""


def load_settings(root: Path) -> Settings:
    """Read them from `mkdocs.yml`. Raises UsageError where it can't be read."""
    path = root / "mkdocs.yml"
    forget_empty()
    try:
        with path.open("rb") as stream:
            config = yaml_load(stream) or {}
    except OSError as error:
        raise UsageError(f"can't read {path.name}: {error.strerror}") from error
    except ConfigurationError as error:
        raise UsageError(f"can't read {path.name}: {' '.join(str(error).split())}") from error
    return from_config(config)


def forget_empty() -> None:
    """Take variables that are set to nothing out of the environment, so that they don't hide what the file says.

    A workflow passes a variable that nobody has given a value as an empty one.
    """
    for name in VARIABLES.values():
        if not os.environ.get(name, "-").strip():
            del os.environ[name]


def from_config(config: object) -> Settings:
    """The settings within an MkDocs configuration, as a mapping. Raises UsageError for what can't be linked to."""
    top = _mapping(config)
    project = _mapping(_mapping(top.get("extra")).get("project"))
    site = _web("site_url", top.get("site_url"))
    contact = str(project.get("contact") or "").strip()
    if "@" not in contact or "/" in contact:
        _web("contact", contact, "an e-mail address or a web address")
    return Settings(
        site_url=f"{site}/" if site else None,
        repository=_web("repository", project.get("repository")) or None,
        branch=str(project.get("branch") or "main"),
        contact=contact or None,
    )


def _web(name: str, value: object, expected: str = "a web address") -> str:
    """A web address without a slash at the end; empty where none is set."""
    found = str(value or "").strip()
    try:
        parts = urlsplit(found)
        clean = found.isprintable() and not set(found) & set(" \"'<>")
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and clean
    except ValueError:
        sound = False
    if found and not sound:
        message = f"{name} is '{found[:80]}'; expected {expected}, such as https://example.org/handbook/"
        raise UsageError(f"{message} (set in mkdocs.yml, or by {VARIABLES[name]})")
    return found.rstrip("/")


def _mapping(value: Any) -> Any:
    return value if hasattr(value, "get") else {}
