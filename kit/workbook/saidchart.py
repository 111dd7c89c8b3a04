"""The chart beside a table of counts: a bar a statement, in parts, each as wide as the number of answers."""

from __future__ import annotations

from kit.report.pieces import Report
from kit.workbook.tables import Reading

WIDE = 68.0
"""Characters of the column that the chart stands in."""
ROW = 24.0
"""Points that a row of the table takes at least, and a bar."""
_LONGEST = 40
"""Characters of a statement's name that there is room for beside a bar; with longer ones, bars go by number."""
_LEAST, _MOST = 300, 4000
"""Pixels of height."""


def chart(sheet: Reading, first: int, rows: int, told: Report, group: str) -> None:
    """Set the chart of a table that begins at row `first` into the sheet, at the table's right."""
    book, font = sheet.book, {"name": sheet.book.brand.font, "size": 9}
    made = book.chart("bar", "stacked")
    named = 1 if all(len(one.name) <= _LONGEST for one in told.told) else 0
    for column, look in enumerate(looks(len(told.levels), book.brand.colours.primary, book.brand.colours.muted), 2):
        ink = look.pop("font")
        made.add_series({
            "name": [sheet.name, first, column], "gap": 30,
            "categories": [sheet.name, first + 1, named, first + rows, named],
            "values": [sheet.name, first + 1, column, first + rows, column], **look,
            "data_labels": {"value": True, "num_format": "0;;;", "font": {**font, "color": ink}},
        })
    made.set_title({"name": f"{group}: how often each answer was chosen",
                    "name_font": {**font, "size": 11, "bold": True}, "overlay": False})
    made.set_y_axis({"reverse": True, "num_font": font, "line": {"color": book.brand.colours.muted}})
    most = max((sum(row.counts) for one in told.told for row in one.rows if row.name == group), default=1)
    made.set_x_axis({
        "min": 0, "max": max(most, 1), "num_font": font, "num_format": "0", "line": {"none": True},
        "label_position": "high", "major_gridlines": {"visible": True, "line": {"color": "#DDDAD2"}},
    })
    made.set_legend({"position": "bottom", "font": font})
    made.set_size({"width": int(7 * WIDE), "height": min(max(int(4 / 3 * (sheet.tall + ROW)), _LEAST), _MOST)})
    sheet.sheet.insert_chart(first, len(sheet.widths) + 1, made, {
        "description": f"Bar chart of what {group} chose at each statement. The table to its left has the same "
                       "figures.", "object_position": 2,
    })


def looks(levels: int, primary: str, muted: str) -> list[dict[str, object]]:
    """How each answer's part looks: darker from level to level; what is no level in patterns."""
    found: list[dict[str, object]] = []
    for number in range(levels):
        share = 0.14 + 0.86 * number / (levels - 1)
        found.append({"fill": {"color": blend(primary, share)}, "border": {"color": primary, "width": 0.5},
                      "font": "#000000" if share < 0.45 else "#FFFFFF"})
    for pattern in ("wide_upward_diagonal", "dotted_grid", "light_vertical"):
        found.append({"pattern": {"pattern": pattern, "fg_color": muted, "bg_color": "#FFFFFF"},
                      "border": {"color": muted, "width": 0.5}, "font": "#000000"})
    return found


def blend(colour: str, share: float) -> str:
    """A colour mixed with white: all of it at a share of 1."""
    return "#" + "".join(f"{round(255 - (255 - int(colour[at:at + 2], 16)) * share):02X}" for at in (1, 3, 5))


__all__ = ["blend", "chart", "looks"]
