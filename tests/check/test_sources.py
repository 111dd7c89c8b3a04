"""Who says so: origins have their sources, and figures too."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import sources


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(sources.RULES)


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


@pytest.mark.parametrize(
    ("provenance", "said"),
    [
        ("origin: paper", ["source: is missing; say which part of the paper says it"]),
        ("origin: later", ["sources: is missing; say which later source says it"]),
        ("origin: ours", []),
        ("origin: ours\n  origins: {text: later}", ["sources: is missing; say which later source says it"]),
        ("origin: ours\n  origins: {text: paper}", ["source: is missing; say which part of the paper says it"]),
        ("origin: later\n  sources: [reference/one]", []),
        ("origin: ours\n  origins: {txet: ours}", ["origins.txet: this kind has no field 'txet'"]),
    ],
)
def test_a_record_says_where_it_comes_from(provenance: str, said: list[str], data: Data) -> None:
    data.change("terms.yml", 'origin: paper\n  source: {part: "3"}', provenance)
    assert [line.split("term/one: ")[1] for line in found(data)] == said


CLAIMS = {
    "Research shows that it helps.": "Research shows", "Many studies have found a gain.": "studies have found",
    "It saved 20 per cent.": "20 per cent", "It saved 3.5% a year.": "3.5%", "It cost £2 million.": "£2 million",
}
HINT = "add `source` or `sources`, or link to the evidence"


def ours(data: Data, text: str) -> Data:
    """A term of our own, without a source, that says this."""
    data.change("terms.yml", 'paper\n  source: {part: "3"}', "ours")
    return data.change("terms.yml", "The whole of it.", text)


@pytest.mark.parametrize("text", CLAIMS)
def test_claim_without_a_source_is_found(text: str, data: Data) -> None:
    said = f"text: '{CLAIMS[text]}' is a claim, and nothing says where it comes from; {HINT}"
    assert found(ours(data, text)) == [f"terms.yml:5: term/one: {said}"]


@pytest.mark.parametrize(
    "text",
    [
        "It saved a fifth ([[evidence/one]]): 20 per cent.", "Ask what the studies are.", "Bring evidence.",
        "Take 20 chairs.",
    ],
)
def test_link_beside_a_claim_is_enough_and_no_claim_needs_none(text: str, data: Data) -> None:
    assert found(ours(data, text)) == []


def test_claim_in_a_record_with_a_source_is_let_through(data: Data) -> None:
    assert found(data.change("terms.yml", "The whole of it.", "Research shows that 20 per cent do.")) == []


def test_evidence_of_our_own_needs_a_source_whatever_it_says(data: Data) -> None:
    data.change("evidence.yml", 'origin: paper\n  source: {part: "3"}', "origin: ours")
    assert found(data) == ["evidence.yml:1: evidence/one: states something without a source; add `source` or `sources`"]
