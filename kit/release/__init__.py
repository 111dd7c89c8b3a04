"""What a release is made of: its tag checked, its notes taken from CHANGELOG.md, its files gathered.

    tag --checked--> the version and its notes
    site, offline edition, packs, checklists, SBOM --gather--> build/release/
"""

from __future__ import annotations

from kit.release.gathered import gather
from kit.release.materials import sbom
from kit.release.notes import Release, checked

__all__ = ["Release", "checked", "gather", "sbom"]
