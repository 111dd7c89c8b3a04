"""Every sector's version of every workshop, with how much of it is the sector's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.library import Library
from kit.model import Sector, Workshop
from kit.running import Own, own, running, variant_of


@dataclass(frozen=True)
class Version:
    """A workshop for one sector."""

    workshop: Workshop
    sector: Sector
    own: Own
    varied: bool
    """Whether the sector has a variant at all."""

    @property
    def general(self) -> str:
        """Where the general stands in, in words."""
        if not self.varied:
            return "everywhere"
        return f"it has {', '.join(self.own.lacks)}" if self.own.lacks else "nowhere"


def workshops(library: Library) -> list[Workshop]:
    """The workshops in their order, without those withdrawn."""
    return sorted((one for one in library.all(Workshop) if one.retired is None), key=lambda one: (one.order, one.id))


def versions(library: Library) -> Iterator[Version]:
    """Each workshop with each sector, in order."""
    for workshop in workshops(library):
        for sector in library.all(Sector):
            if sector.retired is None:
                found = own(running(workshop, library, sector))
                yield Version(workshop, sector, found, variant_of(library, sector) is not None)


__all__ = ["Version", "versions", "workshops"]
