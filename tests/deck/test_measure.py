"""Widths and heights of text, against what is known of Arial."""

from __future__ import annotations

import pytest

from kit.deck.layouts import Style
from kit.deck.measure import LINE, advance, fits, height, lines, whole, words
from kit.deck.sheet import Para, said
from kit.text import Run

PLAIN = Style(20)


@pytest.mark.parametrize(("text", "width"), [("W", 0.944), ("i", 0.222), (" ", 0.278), ("m", 0.833), ("", 0)])
def test_letters_have_arials_widths(text: str, width: float) -> None:
    assert advance(text) == pytest.approx(width, abs=0.001)


def test_bold_is_wider() -> None:
    assert advance("together", bold=True) > advance("together")


def test_an_emoji_counts_as_wide() -> None:
    assert advance("🎉") > 1


def test_a_word_may_run_through_several_styles() -> None:
    para = Para((Run("co-"), Run("pro", bold=True), Run("duction works")))
    assert [round(width, 1) for _, width in words(para, 10, bold=False)] == [
        round((advance("co-") + advance("pro", bold=True) + advance("duction")) * 10, 1),
        round(advance("works") * 10, 1),
    ]


@pytest.mark.parametrize(("width", "count"), [(1000, 1), (135, 2), (68, 3)])
def test_lines_break_between_words(width: float, count: int) -> None:
    assert lines(said("nobody asked me that"), width, 20) == count


def test_a_word_too_long_for_a_line_goes_on_over_the_next() -> None:
    # 40 letters of 18.9 points in 180 points: nine to a line, so five lines; one more for safety is all right.
    assert lines(said("W" * 40), 180, 20) in {5, 6}


def test_height_counts_lines_and_the_space_between_paragraphs() -> None:
    spaced = Style(20, before=10)
    assert height([said("a"), said("b")], 500, 20, spaced) == pytest.approx(2 * 20 * LINE + 10)


def test_scripts_that_arial_lacks_get_taller_lines() -> None:
    assert height([said("الناس")], 500, 20, PLAIN) > height([said("people")], 500, 20, PLAIN)
    assert height([said("“café” – naïve")], 500, 20, PLAIN) == height([said("people")], 500, 20, PLAIN)


def test_only_the_smallest_type_may_break_a_word() -> None:
    style = Style(30, smallest=18)
    long = [said("interdepartmental")]
    assert not whole(long, 150, 30, style)
    assert not fits(long, (150, 500), 30, style)
    assert fits(long, (100, 500), 18, style)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [("a b", 2), ("a (b) c", 3), ("say ( b ) now", 3), ("50 % of", 2), ("what ?", 1), (" a ", 1), ("", 0)],
)
def test_brackets_and_marks_hold_on_to_their_neighbours(text: str, stretches: int) -> None:
    assert len(words(said(text), 20, bold=False)) == stretches


def test_no_width_is_lost_between_words() -> None:
    text = "say ( b ) now, and then"
    total = sum(space + width for space, width in words(said(text), 10, bold=False))
    assert total == pytest.approx(advance(text) * 10)
