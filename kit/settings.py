"""What a publisher of the handbook sets, in one place: the top of `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from kit.errors import UsageError


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
    try:
        with path.open("rb") as stream:
            config = yaml_load(stream) or {}
    except OSError as error:
        raise UsageError(f"can't read {path.name}: {error.strerror}") from error
    except ConfigurationError as error:
        raise UsageError(f"can't read {path.name}: {' '.join(str(error).split())}") from error
    return from_config(config)


def from_config(config: object) -> Settings:
    """The settings within an MkDocs configuration, as a mapping."""
    top = _mapping(config)
    project = _mapping(_mapping(top.get("extra")).get("project"))
    site = str(top.get("site_url") or "").strip()
    return Settings(
        site_url=site.rstrip("/") + "/" if site else None,
        repository=str(project.get("repository") or "").rstrip("/") or None,
        branch=str(project.get("branch") or "main"),
        contact=str(project.get("contact") or "") or None,
    )


def _mapping(value: Any) -> Any:
    return value if hasattr(value, "get") else {}
