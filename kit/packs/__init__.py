"""What goes together: a workshop's files in one zip, which of them are stale, and many made at once.

    workshop + sector --contents--> files --files.zip_of--> pack
    every job --stale--> those whose inputs changed --work--> downloads/ and manifest.json

The only package that knows several renderers. Each file is made by a pure function and written by `kit.files`, so
the same records give the same bytes.
"""

from __future__ import annotations

from kit.packs.contents import Part, contents, pack, slug
from kit.packs.work import Job, Made, jobs, make

__all__ = ["Job", "Made", "Part", "contents", "jobs", "make", "pack", "slug"]
