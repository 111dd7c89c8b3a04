"""Problems as lines, as JSON and as annotations, and where each says to read about its rule."""

from __future__ import annotations

import json

from kit.errors import Problem
from kit.findings import Format, annotation, lines

WRONG = Problem("data/a.yml", 3, "term/x", "name", "is bad", "mend", rule="reading-age")
OLD = Problem("data/a.yml", 4, "term/x", "as_of", "is old", rule="look-again", level="warning")
UNREAD = Problem("data/b.yml", 0, "", "", "is empty")
SITE = "https://example.org/h/"


def test_text_has_a_line_each_and_says_sound_only_where_nothing_is_wrong() -> None:
    assert lines([WRONG, OLD], 7, Format.text) == [
        "data/a.yml:3: term/x: name: is bad; mend [reading-age]",
        "data/a.yml:4: term/x: as_of: is old [look-again, a warning]",
    ]
    assert lines([OLD], 7, Format.text)[-1] == "7 records, all sound; 1 to look at again"
    assert lines([], 7, Format.text) == ["7 records, all sound"]


def test_json_says_where_to_read_about_each_rule() -> None:
    found = json.loads("\n".join(lines([WRONG, UNREAD], 7, Format.json, SITE)))
    assert [one["read"] for one in found["problems"]] == [f"{SITE}contribute/rules/#rule-reading-age", ""]


def test_annotation_has_level_place_title_and_where_to_read() -> None:
    assert annotation(OLD, SITE) == (
        "::warning file=data/a.yml,line=4,title=look-again::data/a.yml:4: term/x: as_of: is old [look-again, a warning]"
        f" ({SITE}contribute/rules/#rule-look-again)"
    )
    assert annotation(UNREAD, SITE) == "::error file=data/b.yml,line=1::data/b.yml: is empty"


def test_annotation_of_a_handbook_that_is_not_published_points_nowhere() -> None:
    assert annotation(WRONG).endswith("mend [reading-age]")
