"""Real files to begin with: the project's own records, and what is in `seeds/`.

`blank.xlsx` is a form as the kit makes it, `filled.xlsx` the same filled in, `libreoffice.xlsx` and `libreoffice.ods`
what LibreOffice saved of that; the rest is what the browser and the scripts write.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pptx
from builder import ROOT, SOUND

HERE = Path(__file__).parent
SEEDS, CORPUS = HERE / "seeds", HERE / "corpus"


@cache
def records() -> list[tuple[str, bytes]]:
    """Every YAML file of the project by its path below `data/`."""
    data = ROOT / "data"
    return [(path.relative_to(data).as_posix(), path.read_bytes()) for path in sorted(data.rglob("*.yml"))]


def record(random: Random) -> tuple[str, bytes]:
    """One of them. The longest are rarer than the rest, as they say the same many times over."""
    name, data = random.choice(records())
    return (name, data) if len(data) < 30_000 or random.random() < 0.3 else record(random)


def small(random: Random) -> tuple[str, bytes]:
    """One file of the smallest sound folder."""
    name = random.choice(list(SOUND))
    return name, SOUND[name].encode()


@cache
def held(name: str) -> bytes:
    """One of `seeds/`."""
    return (SEEDS / name).read_bytes()


@cache
def template() -> bytes:
    """A template as PowerPoint would hold it, with the pages that python-pptx brings."""
    target = BytesIO()
    pptx.Presentation().save(target)
    return target.getvalue()


__all__ = ["CORPUS", "ROOT", "SEEDS", "held", "record", "records", "small", "template"]
