"""Bar charts as SVG, drawn at build time from evidence records. The same figures stand in a table beside each."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from kit.model import Evidence
from kit.wording import figure

WIDTH = 440
BAR = 24
GAP = 34
LABEL_LINE = 18
SHORTEST = 100
"""Room for the longest bar, however long the figures at the ends."""
LETTER = 10
"""Room for a letter of the figure at a bar's end, in the widest of the fonts that readers have."""


@dataclass(frozen=True)
class Bar:
    """One bar: its words, its length and the words at its end."""

    label: str
    value: float
    shown: str
    later: bool
    """True for a figure that came after the paper; drawn in another colour and named in words."""


def bars(records: list[Evidence], labels: list[str]) -> list[Bar]:
    """Bars from records; a label may be empty to take the record's name."""
    return [
        Bar(label or record.name, record.value if record.value is not None else record.high or 0, figure(record),
            record.origin == "later")
        for record, label in zip(records, labels, strict=True)
    ]


def svg(name: str, title: str, description: str, items: list[Bar]) -> str:
    """A horizontal bar chart, 440 units wide, that scales to its column. Colours come from the style sheet."""
    most = max((bar.value for bar in items), default=1) or 1
    room = max(WIDTH - 20 - max((len(bar.shown) for bar in items), default=0) * LETTER, SHORTEST)
    rows: list[str] = []
    for number, bar in enumerate(items):
        top = number * (BAR + GAP)
        long = max(bar.value / most * room, 2)
        kind = "later" if bar.later else "paper"
        rows.append(
            f'<text class="chart__label" x="0" y="{top + LABEL_LINE}">{escape(bar.label)}</text>'
            f'<rect class="chart__bar chart__bar--{kind}" x="0" y="{top + LABEL_LINE + 8}" width="{long:.1f}" '
            f'height="{BAR}" rx="3"/>'
            f'<text class="chart__value" x="{long + 10:.1f}" y="{top + LABEL_LINE + 8 + BAR * 0.68:.1f}">'
            f"{escape(bar.shown)}</text>"
        )
    height = len(items) * (BAR + GAP) + 4
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
        f"{''.join(rows)}</svg>"
    )
