"""What a reader of files says: a refusal, or responses with what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kit.model.response import Response
from kit.reading.refusal import Refused


@dataclass(frozen=True)
class Given:
    """A response as it was read, before its words are looked up."""

    response: Response
    warnings: list[str] = field(default_factory=list)


__all__ = ["Given", "Refused"]
