"""Names of parts are those that python-pptx would have given, without its search."""

from __future__ import annotations

from pptx import Presentation
from pptx.presentation import Presentation as Deck

from kit.deck import _names

NOTES, CHART = "/ppt/notesSlides/notesSlide%d.xml", "/ppt/charts/chart%d.xml"


def deck(notes: int) -> Deck:
    made = Presentation()
    for _ in range(notes):
        made.slides.add_slide(made.slide_layouts[6]).notes_slide.notes_text_frame.text = "Said."
    return made


def test_names_follow_those_that_are_taken() -> None:
    made = deck(3)
    expected = made.part.package.next_partname(NOTES)
    with _names.counted(made):
        assert made.part.package.next_partname(NOTES) == expected == NOTES % 4
        assert made.part.package.next_partname(NOTES) == NOTES % 5
        assert made.part.package.next_partname(CHART) == CHART % 1


def test_gap_is_filled_and_nothing_is_given_twice() -> None:
    made = deck(3)
    notes = [slide.notes_slide.part for slide in made.slides]
    notes[1].partname = type(notes[1].partname)(NOTES % 7)
    with _names.counted(made):
        assert [str(made.part.package.next_partname(NOTES)) for _ in range(5)] == [NOTES % n for n in (2, 4, 5, 6, 8)]


def test_package_is_itself_again_afterwards() -> None:
    made = deck(1)
    with _names.counted(made):
        pass
    assert "next_partname" not in vars(made.part.package)
