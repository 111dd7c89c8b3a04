"""Slides drawn from records: the matrix, a case, a figure, a chart, a quiz, and where it all comes from."""

from __future__ import annotations

from kit.deck.agenda import agendas
from kit.deck.charts import chart_of
from kit.deck.desk import Desk, Made
from kit.deck.matrix import matrix_table
from kit.deck.sheet import Cell, Para, Table, line, listed, paras, said
from kit.deck.sources import foot, references
from kit.model import Case, Evidence, Record
from kit.model.base import NOT_SAID, Status
from kit.model.slides import (
    AgendaSlide,
    CaseSlide,
    ChartSlide,
    FigureSlide,
    MatrixSlide,
    OutcomesSlide,
    QuizSlide,
    SourcesSlide,
)
from kit.wording import cite, sign

LETTERS = "ABCD"
"""What people call out when they choose an answer."""
EVERYTHING_ELSE = "The sources of everything else, and what has changed since: "
IN_THE_SLIDE_BEFORE = "Read the table aloud, a row at a time. The words to say stand with the slide before."

Fields = dict[str, tuple[Para, ...]]


def outcomes(slide: OutcomesSlide, desk: Desk) -> list[Made]:
    """What people will leave with."""
    return [Made("Outcomes", slide.title, {"body": listed(desk.run.workshop.outcomes, "dot", desk.name)})]


def agenda(slide: AgendaSlide, desk: Desk) -> list[Made]:
    """How today runs."""
    return [Made("Table", title, table=table) for title, table in agendas(desk.run, slide.title)]


def matrix(slide: MatrixSlide, desk: Desk) -> list[Made]:
    """The nine cells."""
    body = (line(slide.caption, desk.name),)
    return [Made("Matrix", slide.title, {"body": body}, matrix_table(slide, desk.web.library))]


def case(slide: CaseSlide, desk: Desk) -> list[Made]:
    """A programme and where it stands, then the table of who gives and who gets."""
    record = desk.web.library.get(slide.case)
    assert isinstance(record, Case)
    aside, fills = _aside(record, slide.today or record.today.text, slide.standing, desk)
    body = (said(record.place, bold=True), *paras(slide.text or record.plain, desk.name))
    made = [Made("Case", slide.title or record.name, {"body": body, **aside}, fills=fills)]
    if slide.exchange:
        title, script = f"{record.name}: who gives, who gets", (said(IN_THE_SLIDE_BEFORE),)
        made.append(Made("Table", title, table=_exchange(record, desk), script=script))
    return made


def _exchange(record: Case, desk: Desk) -> Table:
    head = tuple(Cell((said(word, bold=True),), "head") for word in ("Who", "Gives", "Gets"))
    rows = [
        tuple(Cell((_given(text, text is one.who, desk),)) for text in (one.who, one.gives, one.gets))
        for one in record.exchange
    ]
    alt = f"Who gives and who gets what in {record.name}: {', '.join(one.who for one in record.exchange)}."
    return Table((2.6, 4.6, 4.6), (head, *rows), alt)


def _given(text: str, bold: bool, desk: Desk) -> Para:
    return said("The source does not say.") if text == NOT_SAID else line(text, desk.name, bold)


def figure(slide: FigureSlide, desk: Desk) -> list[Made]:
    """One figure, large, and how to put it now."""
    record = desk.web.library.get(slide.evidence)
    assert isinstance(record, Evidence)
    large = sign(record)
    number = slide.number or large[:1].upper() + large[1:]
    return [_figure(record, slide, slide.title or record.name, number, desk)]


def _figure(record: Evidence, slide: FigureSlide | QuizSlide, title: str, number: str, desk: Desk) -> Made:
    aside, fills = _aside(record, slide.today or desk.put(record), slide.standing, desk)
    body = (line(slide.meaning or record.claim, desk.name),)
    return Made("Figure", title, {"number": (said(number),), "body": body, **aside}, fills=fills)


def chart(slide: ChartSlide, desk: Desk) -> list[Made]:
    """Figures side by side, and how to put them now."""
    first = desk.shows(slide)[0]
    assert isinstance(first, Evidence)
    aside, fills = _aside(first, slide.today or desk.put(first), slide.standing, desk, desk.shows(slide))
    return [Made("Chart", slide.title, {"body": (line(slide.caption, desk.name),), **aside},
                 chart=chart_of(slide, desk), fills=fills)]


def quiz(slide: QuizSlide, desk: Desk) -> list[Made]:
    """A question with its answers to choose from; then the answer."""
    record = desk.web.library.get(slide.evidence)
    assert isinstance(record, Evidence)
    fields: Fields = {"body": (line(slide.question, desk.name),)}
    for letter, option in zip(LETTERS, slide.options, strict=False):
        fields |= {f"letter {letter}": (said(letter),), f"option {letter}": (said(option),)}
    answer = _figure(record, slide, f"{slide.title}: the answer", slide.answer, desk)
    told = Made(answer.layout, answer.title, answer.fields, fills=answer.fills, script=paras(slide.reveal, desk.name))
    return [Made("Quiz", slide.title, fields), told]


def _aside(
    record: Record, today: str, chosen: Status | None, desk: Desk, all_of: list[Record] | None = None
) -> tuple[Fields, dict[str, str]]:
    """Where a record stands, under a heading on the standing's own ground, and the sources at the foot."""
    head, fill = desk.standing(record, chosen)
    fields: Fields = {
        "aside head": (said(head),),
        "aside": (line(today, desk.name),),
        "source": (said(foot(all_of or [record], desk.web)),),
    }
    return fields, {"aside head": fill}


def sources(slide: SourcesSlide, desk: Desk) -> list[Made]:
    """The works behind the cases and figures that the deck shows."""
    told = [one for one in desk.run.slides if isinstance(one, CaseSlide | FigureSlide | ChartSlide | QuizSlide)]
    records = [desk.run.workshop, *(record for one in told for record in desk.shows(one))]
    cited = [said(cite(reference)) for reference in references(records, desk.web)]
    return [Made("Sources", slide.title, {"body": (*cited, desk.see(EVERYTHING_ELSE))})]


__all__ = ["agenda", "case", "chart", "figure", "matrix", "outcomes", "quiz", "sources"]
