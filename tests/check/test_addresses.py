"""Addresses on the web: safe, whole, their owner's own, and silent about who follows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import addresses


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(addresses.RULES)


def reference(data: Data, url: str, more: str = "") -> Data:
    return data.change("references/paper.yml", "name: The paper", f'name: The paper\n  url: "{url}"{more}')


def text(data: Data, words: str) -> Data:
    return data.change("terms.yml", "text: The whole of it.", f"text: >-\n    {words}")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.org/a", "'http://example.org/a' begins with http"),
        ("https://www.scribd.com/document/1", "scribd.com shares other people's documents"),
        ("https://uk.scribd.com/document/1", "uk.scribd.com shares other people's documents"),
        ("https://example.org/a?utm_source=x", "'utm_source=' in the address only tracks readers; leave it out"),
        ("https://example.org/a?id=1&fbclid=", "'fbclid=' in the address only tracks readers; leave it out"),
        ("https://doi.org/10.1111/puar.12765", "is the address of a DOI; write 10. and what follows in `doi`"),
    ],
)
def test_address_of_a_reference_that_is_not_as_it_should_be_is_found(url: str, said: str, data: Data) -> None:
    (line,) = found(reference(data, url))
    assert line.startswith(f"references/paper.yml:6: reference/one: url: {said}")


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?id=1&page=2", "https://example.org/utm_source", "https://notscribd.com/a", "https://["],
)
def test_address_as_it_should_be_is_let_through(url: str, data: Data) -> None:
    assert found(reference(data, url)) == []


def test_dead_address_stays_as_it_was(data: Data) -> None:
    assert found(reference(data, "http://example.org/a", "\n  link: dead")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("See [it](http://example.org).", "'http://example.org' begins with http"),
        ("See [it](example.org).", "'example.org' is no web address"),
        ("See [it](https://example.org/a b).", "'https://example.org/a b' is no web address"),
        ("See [it](../cases/one.md).", "'../cases/one.md' is no web address"),
        ("See [it](javascript:alert).", "'javascript:alert' is no web address"),
        ("See https://example.org/a now.", "'https://example.org/a' is no link as it stands"),
        ("See www.example.org now.", "'www.example.org' is no link as it stands"),
        ("See [it](https://issuu.com/a).", "issuu.com shares other people's documents"),
        ("See [it](https://example.org/?gclid=1).", "'gclid=' in the address only tracks readers"),
        ("See doi:10.1111/puar.12765 for it.", "'doi:10.1111/puar.12765' is a bare DOI"),
        ("See 10.1111/puar.12765 for it.", "'10.1111/puar.12765' is a bare DOI"),
    ],
)
def test_link_in_a_text_that_is_not_as_it_should_be_is_found(words: str, said: str, data: Data) -> None:
    lines = found(text(data, words))
    assert lines[0].startswith(f"terms.yml:5: term/one: text: {said}")
    assert len(lines) == 1


@pytest.mark.parametrize(
    "words",
    ["See [it](https://example.org/a_(b)).", "See [[case/one]] and [[case/one|it]].", "Write to [us](mailto:a@b.org).",
     "It rose by 10.5/year.", "Versions 10.1 and 10.2."],
)
def test_link_as_it_should_be_is_let_through(words: str, data: Data) -> None:
    assert found(text(data, words)) == []
