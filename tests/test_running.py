"""How a workshop runs: every minute in its place, and a field's own cases, examples and prompts where it has any."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from builder import Data, sound

from kit.errors import UsageError
from kit.library import Library
from kit.model import Activity, Sector, Workshop
from kit.model.activity import Reading
from kit.model.slides import AnySlide, CaseSlide, DiscussionSlide
from kit.running import Running, adapted, only, own, prompts_for, running, sector_called, variant_of

DISCUSSION = "slides: [{kind: discussion, title: Talk, question: Why?, script: Ask.}]"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def run(data: Data, sector: str | None = None) -> Running:
    library = data.library()
    return running(library.all(Workshop)[0], library, sector_called(library, sector))


def with_case(data: Data, swap: int | None = 1) -> Data:
    """The workshop with a case on a slide that a field's own may replace."""
    more = f", swap: {swap}" if swap else ""
    title = "      - {kind: title, minutes: 4, script: Hello.}"
    slide = f"      - {{kind: case, case: case/two, title: General, minutes: 0, script: Tell.{more}}}"
    data.write("cases/two.yml", (data.folder / "cases/one.yml").read_text("utf-8").replace("id: one", "id: two"))
    return data.change("workshops/one.yml", title, f"{title}\n{slide}")


def the_case(found: Running) -> CaseSlide:
    (slide,) = [one for one in found.slides if isinstance(one, CaseSlide)]
    return slide


def test_every_part_and_moment_begins_where_the_one_before_ends(data: Data) -> None:
    found = run(data)
    assert [(one.name, one.start, one.minutes, one.kind) for one in found.stretches] == [
        ("Start", 0, 4, "input"), ("Sort it", 4, 6, "activity"),
    ]
    assert [(one.title, one.start, one.end) for one in found.moments] == [("", 0, 4), ("Sort", 4, 8), ("Say", 8, 10)]
    assert found.minutes == 10


def test_the_projects_own_workshops_have_no_gap_and_no_overlap(library: Library) -> None:
    for workshop in library.all(Workshop):
        for sector in (None, *library.all(Sector)):
            found = running(workshop, library, sector)
            assert found.minutes == workshop.minutes
            assert found.moments[0].start == 0
            assert all(before.end == after.start for before, after in pairwise(found.moments)), workshop.ref
            assert all(one.moments[0].start == one.start for one in found.stretches)


def test_shorter_activity_leaves_out_what_its_variation_leaves_out(data: Data) -> None:
    found = run(data.change("workshops/one.yml", "activity: activity/one", "activity: activity/one\n    shorter: true"))
    assert [(one.title, one.minutes) for one in found.stretches[1].moments] == [("Sort", 3)]
    assert found.activities[0].minutes == 6, "the activity itself is whole"


def test_minutes_of_a_workshops_own_stand_in_for_the_activitys(data: Data) -> None:
    data.change("workshops/one.yml", "activity: activity/one", "activity: activity/one\n    minutes: [0, 9]")
    found = run(data)
    assert [(one.title, one.start, one.minutes) for one in found.stretches[1].moments] == [("Say", 4, 9)]


def test_break_is_one_moment_for_all(data: Data) -> None:
    pause = "  - {part: break, name: Tea, minutes: 15, text: T., script: S.}\n"
    data.change("workshops/one.yml", "  - part: activity", f"{pause}  - part: activity")
    tea = run(data).stretches[1]
    assert (tea.kind, tea.start, tea.end, len(tea.moments)) == ("break", 4, 19, 1)
    assert tea.moments[0].grouping == "all"
    assert tea.activity is None


def test_grouping_is_the_steps(data: Data) -> None:
    assert [one.grouping for one in run(data).moments] == ["all", "pairs", "all"]


def test_activity_of_a_workshop_has_its_name_there(data: Data) -> None:
    data.change("workshops/one.yml", "activity: activity/one", "activity: activity/one\n    name: The pile")
    assert [one.name for one in run(data).stretches] == ["Start", "The pile"]


def test_slide_of_a_record_takes_its_name(data: Data) -> None:
    with_case(data).change("workshops/one.yml", "title: General, ", "")
    assert [one.title for one in run(data).moments][1] == "One"


def test_field_puts_its_case_where_the_general_one_stands(data: Data) -> None:
    with_case(data)
    general, housing = the_case(run(data)), the_case(run(data, "one"))
    assert (general.case, general.title, general.script) == ("case/two", "General", "Tell.")
    assert (housing.case, housing.title, housing.script) == ("case/one", "One", "Tell it.")
    assert housing.minutes == general.minutes


@pytest.mark.parametrize("swap", [None, 2])
def test_case_stays_where_the_field_has_none_for_its_place(swap: int | None, data: Data) -> None:
    assert the_case(run(with_case(data, swap), "one")).case == "case/two"


def test_field_s_prompts_stand_in_for_the_activitys(data: Data) -> None:
    data.change("activities/one.yml", "script: Sort them.}", f"script: Sort them., {DISCUSSION}}}")

    def asked(found: Running) -> list[str]:
        (slide,) = [one for one in found.slides if isinstance(one, DiscussionSlide)]
        return slide.prompts

    assert asked(run(data)) == ["Who was asked?"]
    assert asked(run(data, "one")) == ["Who was not asked?"]


def test_discussion_with_prompts_of_its_own_keeps_them(data: Data) -> None:
    mine = DISCUSSION.replace("script", "prompts: [Mine?], script")
    data.change("activities/one.yml", "script: Sort them.}", f"script: Sort them., {mine}}}")
    slide: AnySlide = run(data, "one").slides[1]
    assert isinstance(slide, DiscussionSlide)
    assert slide.prompts == ["Mine?"]


def cards(names: int, examples: int, data: Data) -> list[str]:
    """Names of an activity's cards in a field that has so many examples, when it has so many of its own."""
    library = data.library()
    activity, variant = library.get("activity/one"), variant_of(library, sector_called(library, "one"))
    assert isinstance(activity, Activity)
    assert variant
    general, ours = activity.cards[0], variant.examples[0]
    plain = activity.model_copy(update={"cards": [general.model_copy(update={"name": f"G{n}"}) for n in range(names)]})
    field = variant.model_copy(
        update={"examples": [ours.model_copy(update={"name": f"S{n}"}) for n in range(examples)]}
    )
    return [card.name for card in adapted(plain, field).cards]


def test_field_s_examples_come_first_and_the_pack_keeps_its_size(data: Data) -> None:
    assert cards(6, 2, data) == ["S0", "S1", "G0", "G1", "G2", "G3"]
    assert cards(6, 0, data) == ["G0", "G1", "G2", "G3", "G4", "G5"]


def test_half_of_the_general_cards_stay_at_least(data: Data) -> None:
    assert cards(5, 5, data) == ["S0", "S1", "S2", "S3", "S4", "G0", "G1", "G2"]


def test_activity_that_takes_no_examples_keeps_its_cards(data: Data) -> None:
    data.change("activities/one.yml", "takes_examples: true", "takes_examples: false")
    assert cards(3, 2, data) == ["G0", "G1", "G2"]


@pytest.mark.parametrize(
    ("general", "cases"), [("two, three", "one, three"), ("one, two", "one, two"), ("two, one", "one, two")]
)
def test_field_s_case_comes_first_on_a_reading_sheet_and_none_twice(general: str, cases: str, data: Data) -> None:
    for name in ("two", "three"):
        data.write(f"cases/{name}.yml", (data.folder / "cases/one.yml").read_text().replace("id: one", f"id: {name}"))
    refs = ", ".join(f"case/{name}" for name in general.split(", "))
    sheet = f"handouts: [{{kind: reading, name: Cases, each: four, cases: [{refs}], swap: 1}}]"
    data.change("activities/one.yml", "handouts: [{kind: cards, name: Cards, each: pair}]", sheet)

    def read_out(found: Running) -> list[str]:
        (reading,) = found.activities[0].handouts
        assert isinstance(reading, Reading)
        return [ref.removeprefix("case/") for ref in reading.cases]

    assert read_out(run(data)) == general.split(", ")
    assert read_out(run(data, "one")) == cases.split(", ")


def test_only_some_activities_begin_at_the_first_minute(data: Data) -> None:
    found = only(run(data), ["one"])
    assert [(one.name, one.start, one.end) for one in found.stretches] == [("Sort it", 0, 6)]
    assert [(one.title, one.start) for one in found.moments] == [("Sort", 0), ("Say", 4)]


def test_what_is_not_there_is_named_with_its_nearest(data: Data) -> None:
    with pytest.raises(UsageError, match="workshop 'one' has no activity 'on'; did you mean 'one'"):
        only(run(data), ["on"])
    with pytest.raises(UsageError, match="no sector 'on'; did you mean 'one'"):
        sector_called(data.library(), "on")


def test_withdrawn_variant_brings_nothing(data: Data) -> None:
    data.change("variants/one.yml", "origin: ours", "origin: ours\nretired: {reason: Old.}")
    library = data.library()
    assert variant_of(library, sector_called(library, "one")) is None
    assert run(data, "one").variant is None


def test_own_counts_what_people_would_see(data: Data) -> None:
    assert own(run(data)).lacks == ["0 of 2 cases or examples", "0 of 3 prompts"]
    found = own(run(data, "one"))
    assert (found.examples, found.prompts) == (1, 1)
    assert own(run(with_case(data), "one")).examples == 2
    assert own(run(data, "one")).lacks == ["1 of 3 prompts"]


def test_prompts_of_a_field_are_for_their_activity_alone(library: Library) -> None:
    for sector in library.all(Sector):
        variant = variant_of(library, sector)
        assert variant, sector.ref
        with_prompts = [one.ref for one in library.all(Activity) if prompts_for(one, variant)]
        assert sorted(with_prompts) == sorted(one.activity for one in variant.prompts)
