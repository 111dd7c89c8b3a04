"""The limits bite: what takes too long, too much, or breaks, is a finding."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any, cast

import pytest

from .cases import Case
from .targets import Reader, Unclean
from .worker import _ring, try_it

CASE = Case("yaml", "terms.yml", b"- id: one\n", "by hand")


class _Broken:
    """A reader that does what it was told instead of reading."""

    class fence:
        _process = None

    def __init__(self, does: Any) -> None:
        self.does = does

    def lines(self, case: Case) -> list[str]:
        return cast(list[str], self.does())


@pytest.fixture
def reader() -> Iterator[Reader]:
    found = Reader()
    yield found
    found.close()


def test_a_traceback_is_a_finding() -> None:
    tried = try_it(CASE, "x", cast(Reader, _Broken(lambda: list[str]().pop())))
    assert (tried.came, tried.said[0]) == ("finding", "IndexError: pop from empty list")


def test_two_seconds_of_a_processor_are_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever() -> None:
        while True:
            pass

    monkeypatch.setattr("fuzz.worker.SECONDS", 0.2)
    before = signal.signal(signal.SIGPROF, _ring)
    try:
        tried = try_it(CASE, "x", cast(Reader, _Broken(forever)))
    finally:
        signal.signal(signal.SIGPROF, before)
    assert (tried.came, tried.said[0]) == ("finding", "took more than 0.2 s")


@pytest.mark.parametrize("line", ["", "two\nlines", "a bell \x07", "\u202ebackwards", "Traceback (most recent)"])
def test_a_line_that_nobody_should_read_is_a_finding(
    line: str, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reader, "_targets", {"yaml": lambda case: [line]})
    with pytest.raises(Unclean):
        reader.lines(CASE)


def test_a_record_that_is_not_whole_is_refused_in_plain_lines(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fuzz.worker.MEMORY", float("inf"))  # the tests' own process holds more than a worker may
    tried = try_it(CASE, "x", reader)
    assert tried.came == "refused"
    assert tried.said[0].startswith("data/terms.yml:1: term/one: name: field 'name' is missing")
