"""The layouts themselves, in the order in which PowerPoint lists them."""

from __future__ import annotations

from dataclasses import replace

from kit.deck.layouts import (
    EDGE,
    FULL,
    HEIGHT,
    SMALL,
    TOP,
    WIDTH,
    Box,
    Layout,
    Mark,
    Slot,
    Style,
    cup,
    heading,
    rings,
    source_line,
    text,
)
from kit.deck.panels import (
    BODY,
    CHOICE_X,
    HALF,
    MAIN,
    ON_DARK,
    TALL,
    aside,
    choice,
    half,
)

BIG_RINGS = rings(10.95, 3.75, 2.35, "paper", "sun", 6)
QUIET_RINGS = rings(12.7, 6.0, 2.0, "wash", "wash", 12)

TITLE_PAGE = Layout(
    "Title",
    "title",
    (
        Slot("title", "Title", "ctrTitle", None, Box(EDGE, 0.75, 6.1, 2.6), ON_DARK, "Workshop", keeps=True),
        Slot("subtitle", "Subtitle", "subTitle", 1, Box(EDGE, 3.6, 6.1, 2.0), Style(24, colour="wash", before=6),
             "Its purpose"),
        text("host", 2, Box(EDGE, 5.75, 6.1, 0.95), Style(20, colour="sun", before=2, anchor="b"),
             "Who, where and when"),
    ),
    ground="primary",
    marks=BIG_RINGS,
    footer="dark",
)
OUTCOMES = Layout(
    "Outcomes",
    None,
    (
        heading(Box(EDGE, 1.2, 3.2, 4.9), Style(34, colour="paper", bold=True)),
        text("body", 1, Box(5.35, 1.2, 7.2, 5.3), replace(BODY, size=28, before=22), "What people will leave with"),
    ),
    marks=(Mark("rect", Box(0, 0, 4.6, HEIGHT), "primary"),),
    footer="split",
)
SECTION = Layout(
    "Section",
    "secHead",
    (
        heading(Box(EDGE, 1.6, 7.2, 2.6), replace(ON_DARK, size=54)),
        text("body", 1, Box(EDGE, 4.45, 7.2, 1.9), Style(28, colour="paper"), "What it is for"),
    ),
    ground="accent",
    marks=rings(11.6, 3.75, 2.0, "paper", "sun", 5),
    footer="accent",
)
STATEMENT = Layout(
    "Statement",
    None,
    (
        heading(Box(EDGE, 0.6, FULL, 0.8), Style(24, colour="accent", bold=True)),
        text("body", 1, Box(EDGE, 1.5, 10.6, 4.6),
             Style(42, smallest=24, colour="primary", bold=True, before=12, anchor="ctr"), "One sentence"),
        source_line(9.0),
    ),
    ground="wash",
    marks=rings(12.4, 6.3, 1.9, "paper", "paper", 10),
)
DISCUSSION = Layout(
    "Discussion",
    None,
    (
        heading(Box(EDGE, 0.55, FULL, 0.7), Style(24, colour="accent", bold=True)),
        text("body", 1, Box(EDGE, 1.25, FULL, 2.0), Style(46, smallest=24, colour="primary", bold=True, anchor="ctr"),
             "The question", keeps=True),
        text("prompts", 2, Box(EDGE, 3.45, FULL, 3.25), Style(26, bullet="dot", before=8, anchor="ctr"),
             "What to start from", fill="wash", pad=0.22),
    ),
)
POINTS = Layout(
    "Points",
    "obj",
    (heading(), text("body", 1, Box(EDGE, TOP, 11.0, TALL), BODY, "A few short points")),
    marks=QUIET_RINGS,
)
STEPS = Layout(
    "Steps",
    "obj",
    (heading(), text("body", 1, Box(EDGE, TOP, 11.0, TALL), replace(BODY, bullet="number"), "Points, in order")),
    marks=QUIET_RINGS,
)
PAIR = Layout(
    "Pair",
    "twoTxTwoObj",
    (heading(), *half("left", 1, EDGE, "muted"), *half("right", 3, EDGE + HALF + 0.3, "accent")),
    twins=(frozenset({"left head", "right head"}), frozenset({"left", "right"})),
)
MATRIX = Layout(
    "Matrix",
    None,
    (
        heading(Box(EDGE, 0.6, FULL, 0.62)),
        text("body", 2, Box(EDGE, 1.27, FULL, 0.75), Style(22, before=6, anchor="ctr"), "What to look for"),
        Slot("table", "Matrix", "tbl", 1, Box(EDGE, 2.2, FULL, 4.5), Style(22), "The matrix"),
    ),
)
TABLE = Layout(
    "Table",
    None,
    (
        heading(Box(EDGE, 0.5, FULL, 0.95)),
        Slot("table", "Table", "tbl", 1, Box(EDGE, 1.6, FULL, 5.2), Style(24), "Table"),
    ),
)
CASE = Layout(
    "Case",
    None,
    (
        heading(),
        text("body", 1, Box(EDGE, TOP, MAIN, 4.4), Style(28, before=10), "What it is"),
        *aside(2, "What has become of it"),
        source_line(),
    ),
)
FIGURE = Layout(
    "Figure",
    None,
    (
        heading(),
        text("number", 1, Box(EDGE, TOP - 0.1, MAIN, 2.3),
             Style(138, smallest=28, colour="accent", bold=True, anchor="ctr"), "Number", keeps=True),
        text("body", 2, Box(EDGE, TOP + 2.25, MAIN, 2.15), Style(28, before=10), "What was counted"),
        *aside(3, "How to put it now"),
        source_line(),
    ),
)
CHART = Layout(
    "Chart",
    None,
    (
        heading(Box(EDGE, 0.55, FULL, 0.62)),
        text("body", 1, Box(EDGE, 1.2, FULL, 0.75), Style(22, anchor="ctr"), "What to see in it"),
        Slot("chart", "Chart", "chart", 2, Box(EDGE, 2.1, MAIN, 4.1), Style(18), "The figures"),
        *aside(3, "How to put it now", 2.1),
        source_line(),
    ),
)
QUIZ = Layout(
    "Quiz",
    None,
    (
        heading(Box(EDGE, 0.55, FULL, 0.7), Style(24, colour="accent", bold=True)),
        text("body", 1, Box(EDGE, TOP - 0.2, CHOICE_X - EDGE - 0.5, 4.9),
             Style(38, smallest=24, colour="primary", bold=True), "The question", keeps=True),
        *(slot for number, letter in enumerate("ABCD") for slot in choice(letter, 2 + 2 * number, number)),
    ),
    marks=QUIET_RINGS,
    twins=(frozenset({f"option {letter}" for letter in "ABCD"}),),
)
SIDE = Box(WIDTH - 4.4, 0, 4.4, HEIGHT)
ACTIVITY = Layout(
    "Activity",
    None,
    (
        heading(Box(EDGE, 0.6, 7.6, 1.05)),
        text("body", 1, Box(EDGE, TOP, 7.6, TALL), replace(BODY, size=32, bullet="number", before=18), "What to do"),
        text("aside", 2, Box(SIDE.x + 0.35, TOP, SIDE.w - 0.7, TALL), Style(24, before=6), "With whom, and the result"),
    ),
    marks=(Mark("rect", SIDE, "sun"), *rings(SIDE.x + 0.95, 1.1, 0.42, "ink", "paper", 3)),
    footer="aside",
)
BREAK = Layout(
    "Break",
    None,
    (
        heading(Box(EDGE, 1.3, 6.6, 2.5), Style(66, smallest=32, colour="primary", bold=True, anchor="b")),
        text("body", 1, Box(EDGE, 4.05, 6.6, 2.4), Style(32, before=10), "What happens meanwhile"),
    ),
    ground="sun",
    marks=(*cup(9.75, 4.55, 1.75), *cup(11.55, 1.95, 1.25)),
    footer="sun",
)
SOURCES = Layout(
    "Sources",
    None,
    (heading(), text("body", 1, Box(EDGE, TOP, FULL, TALL), Style(16, smallest=SMALL, before=7), "Sources")),
)
CLOSE = Layout(
    "Close",
    None,
    (
        heading(Box(EDGE, 0.7, 7.6, 1.6), replace(ON_DARK, size=44)),
        text("body", 1, Box(EDGE, 2.5, 7.6, 4.2), Style(22, colour="wash", before=12), "Thanks, and how to reuse this"),
    ),
    ground="primary",
    marks=rings(11.75, 3.75, 1.95, "paper", "sun", 5),
    footer="dark",
)

LAYOUTS = (
    TITLE_PAGE, OUTCOMES, SECTION, STATEMENT, POINTS, STEPS, PAIR, MATRIX, TABLE, CASE, FIGURE, CHART, QUIZ,
    DISCUSSION, ACTIVITY, BREAK, SOURCES, CLOSE,
)
"""Every layout, the title's first."""
BY_NAME = {layout.name: layout for layout in LAYOUTS}

__all__ = ["BY_NAME", "LAYOUTS"]
