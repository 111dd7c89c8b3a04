"""Names for new parts of a package, counted instead of looked up.

python-pptx goes through every relationship of the file for each new notes page or chart, so that the time for a deck
grows with the square of its slides.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Deck


@contextmanager
def counted(deck: Deck) -> Iterator[None]:
    """Within, a deck's package gives the first free name of each kind without a search.

    Only parts whose names come from the package may be added meanwhile, and slides.
    """
    package: Any = deck.part.package
    taken = {part.partname for part in package.iter_parts()}
    last: dict[str, int] = {}

    def next_partname(pattern: str) -> PackURI:
        number = last.get(pattern, 0) + 1
        while pattern % number in taken:
            number += 1
        last[pattern] = number
        return PackURI(pattern % number)

    package.next_partname = next_partname
    try:
        yield
    finally:
        del package.next_partname
