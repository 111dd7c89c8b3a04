"""The sheet that shows: how often each answer was chosen, in figures and a chart, and the squares of the matrix."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kit.model.assessment import HANDS, Position
from kit.workbook.answers import Answers
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height
from kit.workbook.said import NOT_YET, Group
from kit.workbook.words import Words, quoted

NAME = "Your picture"
_LABEL, _COUNT = 27.0, 13.0
_CHART = 66.0
"""Characters of width that the chart takes, right of the figures."""
_NOTE = (
    "How often you chose each answer. Nothing is added up, and no answer is worth more than another: "
    "look for where your answers are alike, and where they are not."
)
_HEAD = 3
_CHART_HIGH = 215
"""Points of height below the headings that the chart takes at least."""


class _Picture:
    def __init__(self, book: Book, sheet: Sheet, words: Words, cells: Answers, groups: list[Group]) -> None:
        self.book, self.sheet, self.words, self.cells, self.groups = book, sheet, words, cells, groups
        self.answers = [*words.form.answers, NOT_YET]
        self.many = len(groups) > 1
        """Whether figures stand in a table of groups against answers, or one answer below the other."""
        self.last = len(self.answers) if self.many else 7
        self.widths = (_LABEL, *(_COUNT for _ in range(self.last)))
        self.end = _HEAD + (len(groups) if self.many else len(self.answers))

    def top(self) -> None:
        sheet, book = self.sheet, self.book
        for column, width in enumerate((*self.widths, 3, _CHART) if self.many else self.widths):
            sheet.set_column(column, column, width)
        wide = sum(self.widths)
        for row, tall in enumerate((30, height((_NOTE, wide, SIZE)), 6)):
            sheet.set_row(row, tall)
        sheet.merge_range(0, 0, 0, self.last, NAME, book.title())
        sheet.merge_range(1, 0, 1, self.last, _NOTE, book.quiet())

    def counts(self) -> int:
        """The table of figures and the chart; return the row after both."""
        book, sheet, group = self.book, self.sheet, self.groups[0]
        heads = ["Part of the form", *self.answers] if self.many else ["Answer", "Times chosen"]
        sheet.set_row(_HEAD, height(*((name, _COUNT, SIZE * 1.06) for name in heads)))
        for column, name in enumerate(heads):
            style = book.head(bold=True, **({"align": "center", "indent": 0} if column else {}))
            sheet.write_string(_HEAD, column, name, style)
        lines = self.end - _HEAD
        tall = max(min(_CHART_HIGH / lines, 44), 24)
        for row in range(_HEAD + 1, self.end + 1):
            sheet.set_row(row, tall)
        if self.many:
            for row, group in enumerate(self.groups, _HEAD + 1):
                sheet.write_string(row, 0, group.name, book.cell(bold=True))
                for column, name in enumerate(self.answers, 1):
                    self._count(row, column, group, name)
        else:
            for row, name in enumerate(self.answers, _HEAD + 1):
                sheet.write_string(row, 0, name, book.cell(bold=True))
                self._count(row, 1, group, name)
        self._chart()
        sheet.set_row(self.end + 1, max(_CHART_HIGH - lines * tall, 0) + 16)
        return self.end + 2

    def _count(self, row: int, column: int, group: Group, answer: str) -> None:
        formula = f"=SUMPRODUCT(--({group.said}={quoted(answer)}))"
        before = group.many if answer == NOT_YET else 0
        self.sheet.write_formula(row, column, formula, self.book.cell(align="center", indent=0), before)

    def _chart(self) -> None:
        """Bars across: one a group, in parts; or one an answer, where there is one group only."""
        chart = self.book.chart("bar", "stacked" if self.many else "")
        labels = {"value": True, "num_format": "0;;;"}
        if self.many:
            for column, look in enumerate(self._looks(), 1):
                font = {"name": self.book.brand.font, "size": 9, "color": look.pop("font")}
                chart.add_series({
                    "name": [NAME, _HEAD, column], "categories": [NAME, _HEAD + 1, 0, self.end, 0], "gap": 45,
                    "values": [NAME, _HEAD + 1, column, self.end, column], **look,
                    "data_labels": {**labels, "font": font},
                })
        else:
            font = {"name": self.book.brand.font, "size": 9}
            chart.add_series({
                "name": [NAME, _HEAD, 1], "categories": [NAME, _HEAD + 1, 0, self.end - 1, 0],
                "values": [NAME, _HEAD + 1, 1, self.end - 1, 1], "gap": 45,
                "fill": {"color": self.book.brand.colours.accent}, "data_labels": {**labels, "font": font},
            })
        self._axes(chart, self.many)
        self.sheet.insert_chart(_HEAD, self.last + 2 if self.many else 2, chart, {
            "description": self._described(self.many), "object_position": 2, "x_offset": 0 if self.many else 20,
        })

    def _axes(self, chart: object, many: bool) -> None:
        font = {"name": self.book.brand.font, "size": 9, "bold": False}
        most = max(group.many for group in self.groups)
        made: Sheet = chart
        made.set_title({"name": "How often you chose each answer", "name_font": {**font, "size": 11, "bold": True}})
        made.set_y_axis({"reverse": True, "num_font": font, "line": {"color": self.book.brand.colours.muted}})
        made.set_x_axis({
            "min": 0, "max": most, "major_unit": 1 if most < 10 else 5, "num_font": font, "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": "#DDDAD2"}}, "line": {"none": True},
            "label_position": "high",
        })
        made.set_legend({"position": "bottom", "font": font} if many else {"none": True})
        made.set_size({"width": int(7 * _CHART), "height": int((_CHART_HIGH + 32) * 4 / 3)})

    def _looks(self) -> list[dict[str, object]]:
        """How each answer's part of a bar looks: darker from level to level, and those apart as a pattern."""
        colours, levels = self.book.brand.colours, len(self.words.form.levels)
        found: list[dict[str, object]] = []
        for number in range(levels):
            share = 0.14 + 0.86 * number / (levels - 1)
            ground = _blend(colours.primary, share)
            found.append({"fill": {"color": ground}, "border": {"color": colours.primary, "width": 0.5},
                          "font": colours.ink if share < 0.45 else colours.paper})
        for pattern in ("wide_upward_diagonal", "dotted_grid"):
            found.append({"pattern": {"pattern": pattern, "fg_color": colours.muted, "bg_color": colours.paper},
                          "border": {"color": colours.muted, "width": 0.5}, "font": colours.ink})
        return found

    def _described(self, many: bool) -> str:
        what = "a bar for each part of the form, in pieces, one for each answer" if many else "a bar for each answer"
        return f"Bar chart of how often you chose each answer: {what}. The table to its left has the same figures."

    def matrix(self, row: int, asked: Position) -> int:
        """The nine squares, with today and wanted marked in words; return the row after."""
        book, sheet = self.book, self.sheet
        caption = self.words.plain(asked.caption)
        wide = sum(self.widths)
        sheet.set_row(row, 26)
        sheet.merge_range(row, 0, row, self.last, asked.name, book.heading())
        sheet.set_row(row + 1, height((caption, wide, SIZE)))
        sheet.merge_range(row + 1, 0, row + 1, self.last, caption, book.quiet())
        sheet.set_row(row + 2, 32)
        sheet.write_string(row + 2, 0, f"{asked.plans} →\n{asked.delivers} ↓", book.head())
        for place, words in enumerate(HANDS.values()):
            self._across(row + 2, place, words, book.head(bold=True))
        for line, (delivers, words) in enumerate(HANDS.items(), row + 3):
            sheet.set_row(line, 50)
            sheet.write_string(line, 0, words, book.head(bold=True))
            for place, plans in enumerate(HANDS):
                self._square(line, place, asked, HANDS[plans], words, self.words.square(plans, delivers))
        return row + 6

    def _across(self, row: int, place: int, text: str, style: object) -> int:
        """Write a text over two columns; return the first."""
        first = 1 + 2 * place
        self.sheet.merge_range(row, first, row, first + 1, text, style)
        return first

    def _square(self, row: int, place: int, asked: Position, plans: str, delivers: str, name: str) -> None:
        column = self._across(row, place, "", self.book.cell())
        marks = ""
        for part, words in (("today", asked.today), ("wanted", asked.wanted)):
            here = f"AND({self.cells.plans[part]}={quoted(plans)},{self.cells.delivers[part]}={quoted(delivers)})"
            marks += f'&IF({here},CHAR(10)&{quoted(f"● {words}")},"")'
        self.sheet.write_formula(row, column, f"={quoted(name)}{marks}", self.book.cell(), name)
        own = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        self.sheet.conditional_format(row, column, row, column + 1, {
            "type": "formula", "criteria": f"={own}<>{quoted(name)}", "format": self.book.chosen()})


def _blend(colour: str, share: float) -> str:
    """A colour mixed with white: all of it at a share of 1."""
    return "#" + "".join(f"{round(255 - (255 - int(colour[at:at + 2], 16)) * share):02X}" for at in (1, 3, 5))


def write_picture(book: Book, sheet: Sheet, words: Words, cells: Answers, groups: list[Group]) -> None:
    """Write the sheet; its values as saved are those of an empty form."""
    picture = _Picture(book, sheet, words, cells, groups)
    picture.top()
    row = picture.counts()
    if words.form.position:
        row = picture.matrix(row, words.form.position)
    sheet.print_area(0, 0, row, picture.last + 2 if picture.many else picture.last)
    sheet.fit_to_pages(1, 1)


__all__ = ["NAME", "write_picture"]
