"""A follow-up for one team: the same two hours, what the summary shows, and nothing of a small group."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from builder import NOWHERE, ROOT, WHEN
from deck.looking import astray_in, outside
from reports import Made, fourteen, nobody, theirs

from kit import deck, packs
from kit.deck.lint import lint
from kit.errors import UsageError
from kit.followup import RATING, Tailored, tailored
from kit.followup.words import INSTEAD
from kit.library import Library
from kit.model import Workshop
from kit.model.base import Retired
from kit.model.slides import CaseSlide, DiscussionSlide, StatementSlide, TableSlide
from kit.model.summary import Summary
from kit.model.workshop import LONGEST
from kit.results.summary import to_json
from kit.running import Running


def workshop(library: Library) -> Workshop:
    found = library.get("workshop/follow-up")
    assert isinstance(found, Workshop)
    return found


def built(made: Made, library: Library, **changed: Any) -> Tailored:
    return tailored(workshop(library), made.summary.model_copy(update=changed), library)


def discussions(run: Running) -> list[DiscussionSlide]:
    """Those about statements; the activities have some of their own."""
    talks = [one for one in run.stretches if one.kind == "input"]
    return [slide for one in talks for moment in one.moments for slide in moment.slides
            if isinstance(slide, DiscussionSlide)]


def table(run: Running) -> TableSlide:
    return next(slide for slide in run.slides if isinstance(slide, TableSlide))


def cases(run: Running) -> list[str]:
    return [slide.case for slide in run.slides if isinstance(slide, CaseSlide)]


def saved(summary: Summary, folder: Path) -> str:
    """Its file."""
    path = folder / "summary.json"
    path.write_text(to_json(summary), "utf-8")
    return str(path)


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(ROOT / "scripts" / name), *arguments], capture_output=True, text=True,
                          check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def made(library: Library) -> Made:
    return fourteen(library)


@pytest.fixture(scope="module")
def run(made: Made, library: Library) -> Running:
    return built(made, library).run


@pytest.mark.parametrize("talks", [1, 2, 3])
def test_it_takes_as_long_as_the_workshop_with_a_change_often_enough(talks: int, made: Made, library: Library) -> None:
    run = built(made, library, mixed_first=made.summary.mixed_first[:talks]).run
    assert run.minutes == run.workshop.minutes == 120
    assert len(discussions(run)) == talks
    sat = longest = 0
    for one in run.stretches:
        sat = sat + one.minutes if one.kind == "input" else 0
        longest = max(longest, sat, one.minutes)
    assert 20 < longest <= LONGEST


def test_titles_and_parts_have_names_of_their_own(run: Running) -> None:
    titles = [moment.title for moment in run.moments]
    assert len(set(titles)) == len(titles)
    names = [one.name for one in run.stretches]
    assert len(set(names)) == len(names)


def test_the_three_most_mixed_statements_are_discussed_in_their_order(run: Running, made: Made) -> None:
    names = {one.id: one.name for one in made.summary.statements}
    wanted = [f"{place}. {names[one]}" for place, one in enumerate(made.summary.mixed_first[:3], 1)]
    assert [slide.title for slide in discussions(run)] == wanted
    assert all(slide.script and slide.watch and slide.access for slide in discussions(run))


def test_a_discussion_tells_the_habits_at_both_ends_of_the_answers_and_a_next_step(
    run: Running, made: Made, library: Library
) -> None:
    first = made.summary.mixed_first[0]
    record: Any = library.get(f"statement/{first}")
    found = next(one for one in made.summary.statements if one.id == first)
    assert found.everyone
    assert found.everyone.spread
    low, high = (record.levels[key].habit for key in found.everyone.spread)
    level = next(one.level for one in made.summary.priorities if one.statement == first)
    prompts = discussions(run)[0].prompts
    assert prompts[0].endswith(low)
    assert prompts[1].endswith(high)
    assert prompts[2].endswith(record.levels[level].next.text)


def test_its_activity_and_cases_are_those_that_priorities_point_to(run: Running, made: Made) -> None:
    see = [ref for one in made.summary.priorities for ref in one.see]
    assert set(cases(run)) <= set(see)
    assert len(cases(run)) == 2
    ids = [one.ref for one in run.activities]
    assert RATING not in ids
    assert ids[-1] == "activity/paired-commitments"
    assert ids[-2] in see


def test_a_withdrawn_or_unknown_record_is_left_out_and_said(made: Made, library: Library) -> None:
    whole = built(made, library)
    gone = cases(whole.run)[0]
    less = Library(library.folder)
    for ref, record in library.records.items():
        less.add(record.model_copy(update={"retired": Retired(reason="Gone.")}) if ref == gone else record)
    first, *rest = made.summary.priorities
    odd = first.model_copy(update={"see": ["case/no-such", "../../\x1b[31m", *first.see]})
    found = tailored(workshop(less), made.summary.model_copy(update={"priorities": [odd, *rest]}), less)
    assert gone not in cases(found.run)
    assert len(cases(found.run)) == 2
    assert {line.split(":")[0] for line in found.lines} == {gone, "case/no-such", "../../[31m"}
    assert not whole.lines


def test_the_picture_says_in_words_what_each_shown_group_sees(run: Running, made: Made) -> None:
    shown = table(run)
    assert shown.head == ["Statement", "Staff", "People who use it"]
    assert not any(char.isdigit() for row in shown.rows for cell in row for char in cell)
    assert len(shown.rows) == 6


def test_a_group_that_is_not_shown_is_on_no_slide(library: Library) -> None:
    small = fourteen(library, sizes=(8, 2, 0), since=False)
    run = built(small, library).run
    assert table(run).head == ["Statement", "Our answers go"]
    said = " ".join(slide.script for slide in discussions(run))
    assert "People who use it" not in said
    assert "Staff see" not in said


def test_a_summary_that_was_changed_to_show_a_small_group_is_not_followed(made: Made, library: Library) -> None:
    groups = [one.model_copy(update={"responses": 2} if one.role == "people" else {}) for one in made.summary.groups]
    assert table(built(made, library, groups=groups).run).head == ["Statement", "Staff"]
    hidden = [one.model_copy(update={"shown": False}) for one in made.summary.groups]
    run = built(made, library, groups=hidden).run
    assert table(run).head == ["Statement", "Our answers go"]
    assert "see" not in " ".join(slide.script for slide in discussions(run)).split("in the middle")


def test_too_few_answers_are_refused(library: Library) -> None:
    with pytest.raises(UsageError, match="too few answers to build on"):
        built(nobody(library), library)
    with pytest.raises(UsageError, match="too few answers to build on"):
        built(fourteen(library), library, mixed_first=[])


def test_another_workshop_is_refused(made: Made, library: Library) -> None:
    taster = library.get("workshop/taster")
    assert isinstance(taster, Workshop)
    with pytest.raises(UsageError, match="'follow-up' for a team, and no other"):
        tailored(taster, made.summary, library)


def test_a_brought_assessment_is_discussed_without_next_steps(library: Library) -> None:
    brought = theirs(library)
    sent = [one.model_copy(update={"see": ["case/keyring"]}) for one in brought.summary.priorities]
    run = built(brought, library, priorities=sent).run
    assert run.minutes == 120
    assert len(discussions(run)) == 3
    assert not any("To try next" in prompt for slide in discussions(run) for prompt in slide.prompts)
    assert cases(run) == [slide.case for part in workshop(library).parts if part.part == "input"
                          for slide in part.slides if isinstance(slide, CaseSlide)]


@pytest.mark.parametrize(("dates", "text"), [
    (["2026-05-01", "2026-11-23"], "in May 2027"), (["2026-08-31"], "in February 2027"),
    (None, "six months from today"), (["<b>soon"], "six months from today"), (["2026-1٣-01"], "six months from today"),
])
def test_it_names_a_month_to_answer_again(dates: list[str] | None, text: str, made: Made, library: Library) -> None:
    run = built(made, library, dates=dates).run
    last = [slide for slide in run.slides if isinstance(slide, StatementSlide)][-1]
    assert text in last.text


def test_results_that_stay_in_the_room_say_so(library: Library) -> None:
    assert "stay with the people in the room" in (table(built(fourteen(library, True), library).run).watch or "")
    assert "stay with the people in the room" not in (table(built(fourteen(library), library).run).watch or "")


def test_nothing_speaks_of_the_private_rating_any_more(run: Running, library: Library) -> None:
    before = str(workshop(library).model_dump())
    for old in INSTEAD:
        assert repr(old)[1:-1] in before, old
    after = str(run.workshop.model_dump())
    for word in ("strips", "rating form", "the rating", "private rating"):
        assert word not in after


@pytest.mark.parametrize("which", [fourteen, theirs])
def test_the_deck_is_sound_whatever_the_summary_says(which: Any, library: Library) -> None:
    data = deck.render(built(which(library), library).run, library, NOWHERE, WHEN)
    assert lint(data) == []
    with ZipFile(BytesIO(data)) as archive:
        links = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"evil.example" not in links


def test_guide_run_sheet_and_handouts_follow(run: Running, library: Library) -> None:
    names = {part.name: part for part in packs.contents(run, library, NOWHERE, WHEN)}
    assert {"slides.pptx", "guide.pdf", "run-sheet.xlsx"} <= set(names)
    assert all(part.data for part in names.values())


@pytest.mark.libreoffice
@pytest.mark.parametrize("which", [fourteen, theirs])
def test_it_stays_within_its_places(which: Any, library: Library, tmp_path: Path) -> None:
    data = deck.render(built(which(library), library).run, library, NOWHERE, WHEN)
    (tmp_path / "deck.pptx").write_bytes(data)
    subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless", "--convert-to",
                    "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")], check=True, capture_output=True,
                   timeout=180)
    assert outside(tmp_path / "deck.pdf") == []
    assert astray_in(data, tmp_path / "deck.pdf") == []


def test_the_command_makes_a_deck_and_tells_what_it_left_out(made: Made, tmp_path: Path) -> None:
    first, *rest = made.summary.priorities
    odd = first.model_copy(update={"see": ["case/no-such"]})
    sent = saved(made.summary.model_copy(update={"priorities": [odd, *rest]}), tmp_path)
    target = tmp_path / "ours.pptx"
    done = script("make_deck.py", "follow-up", "--results", sent, "--sector", "housing", "--organisation", "Elm Road",
                  "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == "case/no-such: no longer in the handbook, so it is left out"
    assert target.is_file()


@pytest.mark.parametrize("name", ["make_deck.py", "make_pack.py"])
def test_bad_or_thin_results_get_one_line(name: str, library: Library, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}", "utf-8")
    few = saved(nobody(library).summary, tmp_path)
    for sent, words in ((str(bad), "is not a summary"), (few, "too few answers to build on")):
        done = script(name, "follow-up", "--results", sent, "--out", str(tmp_path / "out"))
        assert done.returncode == 2
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()
