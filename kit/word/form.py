"""A self-assessment in Word: real headings, a table of answers for each statement, and room that grows as one types."""

from __future__ import annotations

from docx.shared import Pt

from kit.form import Asked, Form
from kit.model.assessment import HANDS, Position
from kit.refs import Web
from kit.word.sheet import Sheet
from kit.wording import pointer

NOT_READ = (
    "This copy is yours to change. Nobody reads it back by machine: whoever brings answers together types them in, or "
    "reads them aloud. The workbook and the form in the handbook can be read back."
)
AFTER = "Read these when you have talked, and not before you answer. Find the row for the habit that you agree on."
_LINE = "\n"


def write_form(sheet: Sheet, form: Form) -> None:
    """Write the whole form."""
    sheet.foot(form.record is not None)
    sheet.heading(form.name, 0)
    if form.summary:
        sheet.text(form.summary)
    sheet.text(NOT_READ, quiet=True)
    _head(sheet, form)
    for heading, lines, numbered in (
        ("What it is", form.it_is, False), ("What it isn't", form.it_is_not, False),
        ("Who sees it", form.who_sees, False), ("How to fill it in", form.instructions, True),
    ):
        if lines:
            sheet.heading(heading, 1)
            sheet.list(lines, numbered)
    if form.means:
        sheet.heading("The four kinds of habit", 1)
        made = sheet.table(("Habit", "What it means"), (40, 136), len(form.means), "The four kinds of habit.")
        for row, level, means in zip(made.rows[1:], form.levels, form.means, strict=True):
            row.cells[0].paragraphs[0].add_run(level.name).bold = True
            sheet.fill(row.cells[1].paragraphs[0], means)
    _statements(sheet, form)
    if form.position:
        _position(sheet, form.position)
    sheet.heading("Anything else?", 1)
    _room(sheet, "Anything else?", 4)
    if form.afterwards:
        _afterwards(sheet, form)
    _colophon(sheet, form)


def _head(sheet: Sheet, form: Form) -> None:
    sheet.heading("I am answering as", 1)
    if form.role:
        sheet.text(form.role.says)
    else:
        for role in form.roles:
            line = sheet.text("")
            sheet.box(line, role.says)
            line.add_run(f" {role.says}")
    made = sheet.table(("Service or team", "Date"), (112, 64), 1, "Two cells to fill in: service or team, and date.")
    made.rows[1].cells[0].paragraphs[0].paragraph_format.space_after = Pt(8)


def _statements(sheet: Sheet, form: Form) -> None:
    sheet.heading("Which is most like what happens?", 1).paragraph_format.page_break_before = True
    for section in form.sections:
        if form.sectioned:
            sheet.heading(section.name, 2)
            if section.question:
                sheet.text(section.question, quiet=True).paragraph_format.keep_with_next = True
        for asked in section.asked:
            _statement(sheet, form, asked)


def _statement(sheet: Sheet, form: Form, asked: Asked) -> None:
    """A statement: its words, its answers to tick, and room to write."""
    level = 3 if form.sectioned else 2
    if asked.name:
        sheet.heading(f"{asked.number}. {asked.name}", level)
        several = len(asked.words) > 1
        for key, words in asked.words.items():
            lead = f"{form.instrument.role_name(key)}: " if several else ""
            line = sheet.text(words, lead)
            line.paragraph_format.space_after = Pt(2)
            line.paragraph_format.keep_with_next = True
    else:
        made = sheet.heading(f"{asked.number}. ", level)
        sheet.fill(made, asked.words[""])
    _answers(sheet, form, asked)
    prompt = asked.evidence
    asking = sheet.text(prompt.ask if prompt else "", "What have you seen? ")
    asking.paragraph_format.space_before, asking.paragraph_format.keep_with_next = Pt(8), True
    if prompt:
        for lead, words in (("This counts: ", prompt.counts), ("This doesn't count: ", prompt.does_not)):
            line = sheet.text(words, lead, quiet=True)
            line.paragraph_format.space_after, line.paragraph_format.keep_with_next = Pt(2), True
    _room(sheet, f"What have you seen? Statement {asked.number}", 2)


def _answers(sheet: Sheet, form: Form, asked: Asked) -> None:
    heads, widths = (("Tick one", "Answer", "What it looks like"), (20, 32, 124)) if asked.habits else (
        ("Tick one", "Answer"), (22, 154))
    told = f"The answers to statement {asked.number}, one a row, each with a box to tick."
    made = sheet.table(heads, widths, len(form.answers), told)
    for place, (row, name) in enumerate(zip(made.rows[1:], form.answers, strict=True)):
        sheet.box(row.cells[0].paragraphs[0], f"{asked.number}. {name}")
        row.cells[1].paragraphs[0].add_run(name).bold = True
        if place < len(asked.habits):
            sheet.fill(row.cells[2].paragraphs[0], asked.habits[place])
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _room(sheet: Sheet, name: str, lines: int) -> None:
    """A framed cell to type in, which grows."""
    made = sheet.table(("What I have seen, and my notes" if "seen" in name else "My notes",), (176,), 1,
                       f"{name}: one cell to write in.")
    made.rows[1].cells[0].paragraphs[0].add_run(_LINE * (lines - 1))


def _position(sheet: Sheet, asked: Position) -> None:
    sheet.heading(asked.name, 1)
    sheet.text(asked.ask)
    heads, widths = ("", asked.today, asked.wanted), (64, 56, 56)
    told = "Two lists of three answers, for today and for what is wanted, each answer with a box to tick."
    for question in (asked.plans, asked.delivers):
        made = sheet.table((question, *heads[1:]), widths, len(HANDS), told)
        for row, hand in zip(made.rows[1:], HANDS.values(), strict=True):
            row.cells[0].paragraphs[0].add_run(hand)
            for cell, time in zip(row.cells[1:], heads[1:], strict=True):
                sheet.box(cell.paragraphs[0], f"{question} {time}: {hand}")
        sheet.text("").paragraph_format.space_after = Pt(0)
    sheet.text(asked.caption, quiet=True)


def _afterwards(sheet: Sheet, form: Form) -> None:
    sheet.heading("Afterwards, together", 1).paragraph_format.page_break_before = True
    sheet.list(form.afterwards)
    sheet.heading("A next step to try together", 1)
    sheet.text(AFTER)
    web = Web(sheet.library)
    for asked in form.asked:
        sheet.heading(f"{asked.number}. {asked.name}", 2)
        heads, told = ("Habit", "Try this", "Look at, in the handbook"), f"Next steps for statement {asked.number}."
        made = sheet.table(heads, (28, 82, 66), len(asked.next), told)
        for row, level, step in zip(made.rows[1:], form.levels, asked.next, strict=True):
            row.cells[0].paragraphs[0].add_run(level.name).bold = True
            sheet.fill(row.cells[1].paragraphs[0], step.text)
            looks = [(ref, pointer(sheet.library.get(ref), web)) for ref in step.see]
            for place, (ref, words) in enumerate(looks):
                line = row.cells[2].paragraphs[0] if place == 0 else row.cells[2].add_paragraph()
                line.paragraph_format.space_after = Pt(0)
                sheet.look(line, ref, words)


def _colophon(sheet: Sheet, form: Form) -> None:
    time = f", about {form.minutes} minutes" if form.minutes else ""
    line = f"{form.name}, version {form.instrument.version}{time}."
    made = sheet.text("", quiet=True)
    made.paragraph_format.space_before = Pt(14)
    made.add_run(f"{line} {sheet.brand.attribution if form.record else ''}".strip())


__all__ = ["NOT_READ", "write_form"]
