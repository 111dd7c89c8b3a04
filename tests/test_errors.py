"""A problem is one line, and what a script says of it ends with the right status."""

from __future__ import annotations

import pytest

from kit.console import spoken_errors
from kit.errors import DataError, KitError, Problem, UsageError, printable


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("data/a.yml", 3, "term/x", "name", "is bad", "mend"), "data/a.yml:3: term/x: name: is bad; mend"),
        (Problem("data/a.yml", 0, "", "", "is empty"), "data/a.yml: is empty"),
        (Problem("data/a.yml", 3, "term/x", "", "is wrong"), "data/a.yml:3: term/x: is wrong"),
        (Problem("data/a\n.yml", 1, "", "", "is\todd", "see\r\nbelow"), r"data/a\n.yml:1: is\todd; see\r\nbelow"),
    ],
)
def test_problem_is_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_problems_are_sorted_by_file_and_line_and_said_once() -> None:
    one, two, ten = (Problem("b", 1, "", "", "x"), Problem("a", 2, "", "", "x"), Problem("a", 10, "", "", "x"))
    assert DataError([one, ten, two, one]).problems == [two, ten, one]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("é ’ 日本 😀", "é ’ 日本 😀"), ("\x1b[31m", r"\x1b[31m"), ("a\u2028b", r"a\u2028b"), ("\udcff", r"\udcff")],
)
def test_letters_are_shown_and_controls_are_spelt_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (DataError([Problem("a", 1, "", "", "x")]), 1, "a:1: x\n1 problem found; nothing was built.\n"),
        (DataError([Problem("a", n, "", "", "x") for n in (1, 2)]), 1,
         "a:1: x\na:2: x\n2 problems found; nothing was built.\n"),
        (UsageError("[b]no[/b] such\nfile :smile:"), 2, "[b]no[/b] such\\nfile :smile:\n"),
        (KitError("can't"), 1, "can't\n"),
    ],
)
def test_error_is_spoken_on_stderr_and_ends_with_its_status(
    error: KitError, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught, spoken_errors():
        raise error
    assert caught.value.code == status
    assert capsys.readouterr() == ("", said)


def test_what_is_no_error_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), spoken_errors():
        raise ZeroDivisionError


def test_names_and_messages_as_long_as_a_book_are_cut_short() -> None:
    line = str(Problem("data/a.yml", 1, "term/" + "x" * 5_000, "y" * 5_000, "z" * 5_000, "mend " * 5_000))
    assert len(line) < 1_700
    assert line.startswith("data/a.yml:1: term/xxx")
    assert line.count("…") == 4


def test_what_turns_the_direction_of_writing_is_spelt_out() -> None:
    assert printable("name \u202eeman\u2066") == r"name \u202eeman\u2066"
    assert printable("naïve “co-production” 共同 مشترك") == "naïve “co-production” 共同 مشترك"
