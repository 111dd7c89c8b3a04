"""How much room faces of type take beside Arial: we measure with Arial, and a template may ask for another."""

from __future__ import annotations

UNKNOWN = (1.2, 1.2)
"""A face that we know nothing of is taken to be as wide and as tall as the roomiest in common use."""

_FACES: dict[str, tuple[float, float]] = {
    "arial": (1.0, 1.0), "helvetica": (1.0, 1.0), "helvetica neue": (1.02, 1.02), "liberation sans": (1.0, 1.0),
    "arimo": (1.0, 1.0), "arial narrow": (1.0, 1.0), "calibri": (1.0, 1.02), "calibri light": (1.0, 1.02),
    "carlito": (1.0, 1.02), "candara": (1.0, 1.02), "corbel": (1.0, 1.02), "aptos": (1.02, 1.07),
    "aptos display": (1.02, 1.07), "segoe ui": (1.04, 1.12), "segoe ui light": (1.04, 1.12),
    "segoe ui semibold": (1.1, 1.12), "tahoma": (1.03, 1.02), "trebuchet ms": (1.02, 1.0), "verdana": (1.2, 1.02),
    "dejavu sans": (1.2, 1.0), "gill sans mt": (1.0, 1.0), "franklin gothic book": (1.0, 1.0),
    "century gothic": (1.16, 1.03), "frutiger": (1.05, 1.02), "times new roman": (1.0, 1.0), "garamond": (1.0, 1.0),
    "liberation serif": (1.0, 1.0), "cambria": (1.02, 1.0), "georgia": (1.08, 1.0), "open sans": (1.1, 1.14),
    "noto sans": (1.1, 1.14), "source sans pro": (1.0, 1.06), "roboto": (1.02, 1.0), "lato": (1.0, 1.0),
    "inter": (1.08, 1.02), "montserrat": (1.24, 1.03), "poppins": (1.2, 1.26), "raleway": (1.1, 1.0),
}
"""Width of the letters and height of a line, in those of Arial; by name in small letters. Narrower ones count as 1."""


def room(typeface: str) -> tuple[float, float]:
    """Width and height of a face in widths and heights of Arial's."""
    return _FACES.get(typeface.strip().lower(), UNKNOWN)


__all__ = ["UNKNOWN", "room"]
