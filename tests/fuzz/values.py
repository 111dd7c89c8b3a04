"""Values put in place of what stands in a file: wrong types, far too much, nothing, and what a reader might act on."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

Place = tuple[Any, ...]

TEXTS = [
    "", " ", "\n", "\t", "x" * 300, "x" * 50_000, "\u0000", "\u200b", "\ufeff", "\ud800", "\U0001f600" * 50,
    "\u202eabc", "e\u0301" * 400, "{{ 7 * 7 }}", "{% raw %}", "<script>alert(1)</script>", "&lt;", "]]>",
    "%s%n", "../../etc/passwd",
    "=1+1", "-", "--", "---", "~", "null", "NO", "yes", "12:30", "1.10", "010", "0x1f", "1e400", ".inf", ".nan",
    "2009-13-45", "[[", "[[case/taff-housing]]", "[[case/none|words]]", "[[case/taff-housing|", "[[" * 2_000, "]]",
    "[" * 3_000, "*" * 3_000, "> " * 3_000, "- " * 2_000, "`" * 3_001, "(" * 3_000, "![a](b)",
    "[a](javascript:alert(1))", "http://[", "https://example.org:99999/", "a\\", "\"'", "#", ": ", "a: b", "&a",
    "*a", "!!int", "|", ">", "%", "@",
    "_" * 3_000, "<" * 5_000, "&" * 5_000, "\\" * 5_000, "~" * 3_000, "a" * 200 + "!" * 200, "1" * 5_000, "\x85",
    "\u2028",
]
OTHERS: list[Any] = [
    None, True, False, 0, -1, 1, 10**30, -(10**400), 0.1, -0.0, 1e308, float("inf"), float("nan"), [], {}, [[]], [None],
    {"a": "b"}, [["a"]], {"": ""}, {"id": "x"}, [1, "a", None, {}], ["a"] * 5_000, {f"k{n}": n for n in range(3_000)},
]
KEYS = ["", "id", "kind", "nam", "name ", "Name", "origin", "__class__", "text", "x" * 3_000, "\u0000", "1",
        "null", "-"]


def places(value: Any, here: Place = ()) -> Iterator[Place]:
    """Where everything stands in a value, the whole first."""
    yield here
    pairs: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in pairs:
        yield from places(held, (*here, key))


def at(value: Any, place: Place) -> Any:
    """What stands at a place."""
    for key in place:
        value = value[key]
    return value


def spoilt(value: Any, random: Random) -> tuple[str, Any]:
    """A value with one thing changed, and what was done."""
    whole = {"": copy.deepcopy(value)}  # so that the whole has a place of its own to stand in
    place = random.choice(list(places(whole))[1:])
    held, key = at(whole, place[:-1]), place[-1]
    name = random.choice(list(CHANGES))
    CHANGES[name](held, key, random, whole[""])
    return name, whole.get("")


def _taken(held: Any, key: Any, random: Random, whole: Any) -> None:
    del held[key]


def _renamed(held: Any, key: Any, random: Random, whole: Any) -> None:
    if not isinstance(held, dict):
        return _moved(held, key, random, whole)
    letters = list(str(key)) or ["x"]
    letters[random.randrange(len(letters))] = random.choice("aexz_ 9")
    name = random.choice([*KEYS, "".join(letters), random.choice(list(held))])
    held[name] = held.pop(key)
    return None


def _replaced(held: Any, key: Any, random: Random, whole: Any) -> None:
    held[key] = copy.deepcopy(random.choice(random.choice([TEXTS, OTHERS])))


def _nested(held: Any, key: Any, random: Random, whole: Any) -> None:
    inner = held[key]
    for _ in range(random.choice([1, 1, 2, 5, 11, 30, 90])):
        inner = [inner] if random.random() < 0.5 else {random.choice(["a", "id", str(key)[:20]]): inner}
    held[key] = inner


def _swapped(held: Any, key: Any, random: Random, whole: Any) -> None:
    """Something from elsewhere in the same file stands here."""
    held[key] = copy.deepcopy(at(whole, random.choice(list(places(whole)))))


def _moved(held: Any, key: Any, random: Random, whole: Any) -> None:
    if isinstance(held, list):
        held.insert(random.randrange(len(held) + 1), copy.deepcopy(held[key]))
    else:
        held[f"{key}"[:40] + "s"] = held[key]


def _many(held: Any, key: Any, random: Random, whole: Any) -> None:
    inner, times = held[key], random.choice([2, 10, 300])
    held[key] = [copy.deepcopy(inner) for _ in range(times)] if not isinstance(inner, list | str) else inner * times


CHANGES = {"taken away": _taken, "renamed": _renamed, "another type": _replaced, "nested": _nested,
           "from elsewhere": _swapped, "doubled": _moved, "many": _many}

__all__ = ["CHANGES", "OTHERS", "TEXTS", "spoilt"]
