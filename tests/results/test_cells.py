"""Text that no spreadsheet takes for a formula, and that is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.results.cells import guarded, to_csv, unguarded

from .asked import response


@given(st.text() | st.from_regex(r"'*[=+\-@\t\r].*"))
def test_what_is_read_back_is_what_was_written(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text() | st.from_regex(r"'*[=+\-@\t\r].*"))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["", "it's", "'quoted'", "a=b", "1+1"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


def test_csv_has_a_mark_a_header_and_a_row_an_answer() -> None:
    text = to_csv([response("people", "asking", said="=1+1", today=("together", ""))])
    first, *rows = text.split("\r\n")
    assert first.startswith("\ufeffresponse_id,assessment,assessment_version,role,team,date,statement,")
    assert rows == [",small,1,people,,,s1,1,asking,'=1+1,", ",small,1,people,,,position/today/plans,,together,,", ""]
