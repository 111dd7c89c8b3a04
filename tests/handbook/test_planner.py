"""What the planner is given: who an activity is for, what opens and closes; and what stands there without a script."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kit.handbook.planner import AUDIENCES, BODIES, Audience, Uses, data, looks_back, planner, suits, uses
from kit.handbook.site import View, embedded
from kit.library import Library
from kit.model import Activity, Workshop

from .conftest import Read, page

HELD = Uses({
    "taster": ["open", "sort", "close"], "half-day": ["open", "sort", "move", "close"],
    "commissioners": ["open", "pay", "close"], "board": ["ask", "close"],
    "follow-up": ["open", "look", "move", "close"],
})


def test_what_most_workshops_begin_and_end_with_opens_and_closes() -> None:
    assert (HELD.opening, HELD.closing) == ("open", "close")
    assert (Uses({}).opening, Uses({}).closing) == ("", "")


def test_mixed_audience_has_the_workshops_that_are_made_for_no_other() -> None:
    assert list(HELD.of(AUDIENCES["mixed"])) == ["taster", "half-day"]
    assert HELD.count(AUDIENCES["mixed"]) == {"open": 2, "sort": 2, "close": 2, "move": 1}
    assert list(HELD.of(AUDIENCES["board"])) == ["board"]


@pytest.mark.parametrize(
    ("name", "audiences"),
    [
        ("open", ["mixed", "commissioners", "board", "follow-up"]),
        ("unused", ["mixed", "commissioners", "board", "follow-up"]),
        ("pay", ["mixed", "commissioners", "follow-up"]),
        ("sort", ["mixed", "follow-up"]),
        ("look", ["follow-up"]),
    ],
)
def test_activity_is_for_those_whose_sessions_use_it(name: str, audiences: list[str]) -> None:
    assert suits(name, HELD, {"mixed": [], "follow-up": ["look"]}) == audiences


def test_follow_up_looks_back_first(library: Library) -> None:
    held = uses(library)
    assert looks_back(library, held, AUDIENCES["follow-up"]) == ["what-happened"]
    assert looks_back(library, held, AUDIENCES["mixed"]) == []
    assert looks_back(library, held, Audience("Nobody", ("none",))) == []


def test_every_activity_is_offered_with_its_minutes(view: View, library: Library) -> None:
    found = {one["id"]: one for one in data(view)["activities"]}
    assert list(found) == [one.id for one in library.all(Activity)]
    for activity in library.all(Activity):
        one = found[activity.id]
        assert one["minutes"] == activity.minutes == sum(step["minutes"] for step in one["steps"])
        assert one["shorter"] == sum(step["shorter"] for step in one["steps"]) < one["minutes"]
        assert one["href"] == f"../../kit/activities/{activity.id}/"


def test_data_is_embedded_so_that_no_markup_can_leave_it() -> None:
    hostile = {"a": "</script><!--<script>&amp;\u2028"}
    text = str(embedded(hostile))
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text) == hostile


def inline(found: Read) -> list[dict[str, str | None]]:
    """Scripts that stand on the page itself: neither data nor a file of ours."""
    scripts = [attrs for tag, attrs in found.elements if tag == "script"]
    return [attrs for attrs in scripts if attrs.get("type") != "application/json"
            and not re.fullmatch(r"(\.\./)*assets/js/[a-z-]+\.js", attrs.get("src") or "")]


def test_page_has_its_data_and_no_script_or_style_of_its_own(view: View) -> None:
    found = Read(str(planner(view)))
    assert inline(found) == []
    assert found.attributes("style") == []
    assert [name for _, attrs in found.elements for name in attrs if name.startswith("on")] == []
    assert found.slips == []


@pytest.mark.parametrize("path", ["kit/plan", "kit/workshops/taster", "kit/activities/agreeing", "kit/by-field"])
def test_pages_of_the_kit_bring_no_inline_script_handler_or_style(path: str, site_folder: Path) -> None:
    html = (site_folder / path / "index.html").read_text("utf-8")
    ours = html[html.index('<article class="md-content__inner'):html.index("</article>", html.rindex("<h1"))]
    found = Read(ours)
    assert found.attributes("style") == []
    assert [name for _, attrs in found.elements for name in attrs if name.startswith("on")] == []
    assert inline(found) == []


def test_activities_in_full_are_a_script_that_leaves_them_by_id(site_folder: Path, library: Library) -> None:
    text = (site_folder / BODIES).read_text("utf-8")
    match = re.fullmatch(r"\(window\.kit = window\.kit \|\| \{\}\)\.activities = (.*);\n", text, re.DOTALL)
    assert match
    found = json.loads(match[1])
    assert list(found) == [one.id for one in library.all(Activity)]
    for name, html in found.items():
        read = Read(html)
        assert read.slips == [], name
        assert read.attributes("id") == [], "several stand on one page"
        for href in read.attributes("href"):
            target = (site_folder / "kit/plan" / href.partition("#")[0]).resolve()
            assert target.is_dir(), f"{name}: {href}"


def test_without_a_script_activities_and_sequences_stand_there(site_folder: Path, library: Library) -> None:
    found = page(site_folder, "kit/plan")
    links = set(found.attributes("href"))
    assert {f"../activities/{one.id}/" for one in library.all(Activity)} <= links
    assert {f"../workshops/{one.id}/" for one in library.all(Workshop)} <= links
    form = next(attrs for tag, attrs in found.elements if tag == "form" and attrs.get("id") == "plan")
    assert "hidden" in form
