"""What may be written in a field, in plain words: read off the models' types.

The handbook says it on its pages on kinds, and `scripts/new.py` in its questions and in the files that it begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import AfterValidator, BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from kit.model.base import NOT_SAID, SLUG, Line, Markdown, Plain, RefTo

_BARE: dict[Any, str] = {
    Any: "any value", str: "plain text", int: "a whole number", float: "a number", bool: "`true` or `false`",
    NoneType: "`null`",
}
_PATTERNS = {
    SLUG: "an id: lower-case letters, digits and single hyphens",
    r"^#": 'a colour, `"#RRGGBB"`, in quotes',
    r"^https": "a web address that begins with http:// or https://",
    r"^\d{4}(": 'a year, month or day, in quotes: `"2009"`, `"2009-12"`, `"2009-12-31"`',
    r"^10\.": "a DOI, which begins with `10.`",
    r"^[^\s@": "an e-mail address",
    r"^[0-9a-f]{12}": "a mark of twelve letters and digits",
    r"^[A-Za-z]{2,3}(-": "a language tag, such as `en-GB` or `cy`",
}
"""What a pattern asks for, by how it begins."""


def _validators(hint: Any) -> set[Any]:
    return {item.func for item in get_args(hint)[1:] if isinstance(item, AfterValidator)}


_ONE_LINE, _SIXTY_WORDS = _validators(Line), _validators(Plain)


@dataclass(frozen=True)
class Sort:
    """What a value may be."""

    words: str
    """In a line of Markdown: "one line of text, at most 160 characters"."""
    pieces: tuple[type[BaseModel], ...] = ()
    """The models of the fields that the value has, where it has fields of its own."""


def sort(hint: Any, required: bool = True) -> Sort:
    """A type as its writer needs to know it. Of a field that may be left out, `null` is not worth a word."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(args[0], _flat(args[1:]), required)
    if args == (NOT_SAID,):
        return Sort(f"`{NOT_SAID}` where the source is silent")
    if origin is Literal:
        values = [f"`{str(value).lower() if isinstance(value, bool) else value}`" for value in args]
        return Sort(values[0] if len(values) == 1 else f"one of {', '.join(values)}")
    if origin in (Union, UnionType):
        return _either([arg for arg in args if required or arg is not NoneType])
    if origin is list:
        each = sort(args[0])
        inside = "has fields of its own" if each.pieces else f"is {each.words}"
        return Sort(f"a list; each {inside}", each.pieces)
    if origin is dict:
        return Sort(f"names, and for each {sort(args[1]).words}")
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Sort("fields of its own", (hint,))
    return Sort(_BARE[hint])


def _either(args: list[Any]) -> Sort:
    found = [sort(arg) for arg in args]
    pieces = tuple(piece for one in found for piece in one.pieces)
    words = list(dict.fromkeys(one.words for one in found))
    return Sort(", or ".join(words), pieces)


def _annotated(base: Any, marks: list[Any], required: bool) -> Sort:
    """A type with what is said beside it: what it refers to, its form, its limits."""
    found = sort(base, required)
    words = _text(marks) if base is str else found.words
    limits = _limits(base, marks)
    if get_origin(base) is list and limits:
        return Sort(words.replace("a list", f"a list of {' and '.join(limits)}", 1), found.pieces)
    return Sort(", ".join([words, *limits]), found.pieces)


def _flat(marks: Iterable[Any]) -> list[Any]:
    """Every single mark: Pydantic's `Field` and `StringConstraints` hold several."""
    flat: list[Any] = []
    for mark in marks:
        if isinstance(mark, FieldInfo):
            flat += _flat(mark.metadata)
        elif isinstance(mark, StringConstraints):
            flat += [MinLen(mark.min_length)] if mark.min_length else []
            flat += [MaxLen(mark.max_length)] if mark.max_length else []
            flat.append(mark)
        else:
            flat.append(mark)
    return flat


def _text(marks: list[Any]) -> str:
    for mark in marks:
        if isinstance(mark, RefTo):
            kinds = " or ".join(f"`{kind}/…`" for kind in mark.kinds)
            return f"a record, written {kinds}" if kinds else "a record of any kind, written `kind/id`"
    for mark in marks:
        for start, words in _PATTERNS.items():
            if str(getattr(mark, "pattern", None) or "").startswith(start):
                return words
    validators = {mark.func for mark in marks if isinstance(mark, AfterValidator)}
    for mark in marks:
        if isinstance(mark, Markdown):
            return "one line of text" if mark.inline else "text, in as many paragraphs as it needs"
    return "one line of text without links" if validators & _ONE_LINE else "plain text"


def _limits(base: Any, marks: list[Any]) -> list[str]:
    """The limits in words. Of several of a sort the last, which is the narrower, counts."""
    unit = " characters" if base is str else ""
    said: dict[str, str] = {}
    for mark in marks:
        match mark:
            case MaxLen(most):
                said["most"] = f"at most {most}{unit}"
            case MinLen(fewest) if base is not str:
                said["fewest"] = f"at least {fewest}" if fewest > 1 else "at least one"
            case Ge(value) | Gt(value):
                said["low"] = f"{value} or more" if isinstance(mark, Ge) else f"more than {value}"
            case Le(value) | Lt(value):
                said["high"] = f"at most {value}"
            case AfterValidator(func=func) if func in _SIXTY_WORDS:
                said["most"] = "at most 60 words"
    return list(said.values())


__all__ = ["Sort", "sort"]
