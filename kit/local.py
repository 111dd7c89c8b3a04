"""What is local in a library: the edition whose records it holds too, and which words are that edition's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.model.edition import Edition

_CALLED = {"as_of": "date", "cell": "place on the matrix", "plain": "plain words"}
"""Fields whose names say little to a reader."""


@dataclass(frozen=True)
class Logo:
    """An edition's logo, looked at and found harmless."""

    name: str
    """The name it is published by: `logo.svg`, `logo.png`."""
    alt: str
    """What it shows, for people who don't see it."""
    data: bytes

    @property
    def place(self) -> str:
        """Where it lies below the handbook's assets, apart from ours."""
        return f"local/{self.name}"


@dataclass(frozen=True)
class Local:
    """A local edition, read."""

    folder: Path
    about: Edition
    logo: Logo | None = None
    added: frozenset[str] = frozenset()
    """References of the records that the edition brings."""
    changed: Mapping[str, tuple[str, ...]] | None = None
    """The fields that it changes, by the record's reference."""
    hidden: frozenset[str] = frozenset()
    """References of the fields of service that it leaves out, and of what belongs to them: they have no pages."""

    def fields(self, ref: str) -> tuple[str, ...]:
        """The fields of a record that the edition changes."""
        return (self.changed or {}).get(ref, ())

    def owns(self, ref: str, field: str = "") -> bool:
        """Whether a record, or one of its fields, is in the edition's own words."""
        return ref in self.added or bool(field and field in self.fields(ref))

    def says(self, ref: str) -> str:
        """What to tell a reader of a record: "Local: added by Little Marsh Council"; nothing where it is all ours."""
        who = self.about.organisation
        if ref in self.added:
            return f"Local: added by {who}"
        named = ", ".join(_CALLED.get(field, field.replace("_", " ")) for field in self.fields(ref))
        return f"Local: changed by {who} ({named})" if named else ""

    def data(self) -> dict[str, object]:
        """All that changes what is made, for a fingerprint."""
        return {
            "about": self.about.model_dump(mode="json"), "logo": self.logo.data.hex() if self.logo else "",
            "added": sorted(self.added), "changed": dict(self.changed or {}), "hidden": sorted(self.hidden),
        }


__all__ = ["Local", "Logo"]
