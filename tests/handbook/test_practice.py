"""Workshops and activities on their pages and in their lists: everything of a record, minutes that agree, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.errors import UsageError
from kit.handbook.pages import render
from kit.handbook.practice import LENGTHS, SIZES, activities_by, own_sectors, used_in, workshop_downloads
from kit.handbook.site import Download, Site, View
from kit.library import Library
from kit.model import Activity, Hosting, Sector, Variant, Workshop
from kit.running import Running, prompts_for, running
from kit.wording import clock

from .conftest import UNSET, Read, page

ACTIVITIES = 18
"""As many as there must be."""


def file(form: str, sector: str = "", record: str = "workshop/taster") -> Download:
    name = f"packs/taster{'-' + sector if sector else ''}-{form.replace(' ', '-')}"
    return Download(name, f"Title of {form} {sector}".strip(), "What.", record, 84_000, form, sector)


def seen(library: Library, *downloads: Download) -> View:
    return Site(library, UNSET, downloads=list(downloads)).view("kit/workshops/taster/")


def planned(run: Running) -> list[tuple[str, ...]]:
    """What the run sheet should say: parts, with their moments below them unless they are breaks."""
    rows = []
    for stretch in run.stretches:
        rows.append((clock(stretch.start), stretch.name, str(stretch.minutes)))
        for one in stretch.moments if stretch.kind != "break" else ():
            rows.append((clock(one.start), one.title, str(one.minutes)))
    return [*rows, (clock(run.minutes), "The end", str(run.minutes))]


@pytest.mark.parametrize("name", ["taster", "half-day", "full-day", "commissioners", "board", "follow-up"])
def test_minutes_of_the_page_are_those_of_the_workshop_as_it_runs(
    name: str, library: Library, site_folder: Path
) -> None:
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    html = (site_folder / f"kit/workshops/{name}/index.html").read_text("utf-8")
    table = re.search(r'<table class="rows run">.*?</table>', html, re.DOTALL)
    assert table
    marked = re.sub(r"</?(?:caption|thead|tbody)[^>]*>|<span class=\"where\">.*?</span>", "", table[0])
    rows = [Read(cell).text.strip() for cell in re.findall(r"<t[hd][^>]*>.*?</t[hd]>", marked, re.DOTALL)]
    found = [tuple(rows[at : at + 3]) for at in range(0, len(rows), 3)]
    assert found[0] == ("Time", "What", "Minutes")
    assert found[1:] == planned(running(workshop, library))
    assert [int(minute) for minute in re.findall(r'data-minute="(\d+)">\d', table[0])][-1] == workshop.minutes


def test_page_of_a_workshop_has_the_whole_script_and_all_that_it_asks_for(library: Library, site_folder: Path) -> None:
    for workshop in library.all(Workshop):
        text = " ".join(page(site_folder, f"kit/workshops/{workshop.id}").text.split())
        view = Site(library, UNSET).view("")

        def has(markdown: str, view: View = view, text: str = text, where: str = workshop.ref) -> None:
            assert " ".join(Read(view.md(markdown)).text.split()) in text, f"{where}: {markdown[:60]}"

        for moment in running(workshop, library).moments:
            for one in (moment.step, *moment.slides):
                if one:
                    has(one.script)
        for line in (workshop.audience, workshop.room, *workshop.outcomes, *workshop.invite, *workshop.materials):
            has(line)
        for ahead in (*workshop.before, *workshop.after):
            assert ahead.when in text
        for hosting in library.all(Hosting):
            assert hosting.name in text


def strings(value: object) -> list[str]:
    """Every string within a record's data."""
    if isinstance(value, dict):
        return [one for inner in value.values() for one in strings(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in strings(inner)]
    return [value] if isinstance(value, str) else []


NOT_SHOWN = {"id", "kind", "grouping", "aim", "each", "origin", "origins", "source", "sources", "draws_on", "about",
             "cell", "cases", "case", "evidence", "what", "place", "aliases", "standing", "number", "labels", "title"}
"""Fields that show as other words: links, marks, titles worked out."""


def told(value: object) -> object:
    if isinstance(value, dict):
        return {name: told(inner) for name, inner in value.items() if name not in NOT_SHOWN}
    return [told(inner) for inner in value] if isinstance(value, list) else value


def test_page_of_an_activity_has_everything_of_its_record(library: Library, view: View) -> None:
    activities = library.all(Activity)
    assert len(activities) >= ACTIVITIES
    for activity in activities:
        text = " ".join(Read(render(view, activity)).text.split())
        for one in strings(told(activity.model_dump(mode="json"))):
            words = " ".join(Read(view.md(one)).text.split())
            assert words.rstrip(".") in text, f"{activity.ref}: {one[:80]}"


def test_page_of_an_activity_is_whole_html(library: Library, view: View) -> None:
    for record in (*library.all(Activity), *library.all(Workshop)):
        found = Read(render(view, record))
        assert found.slips == [], record.ref
        assert found.open == []


def test_fields_own_prompts_are_folded_below_the_general_ones(library: Library, site_folder: Path) -> None:
    variant = library.all(Variant)[0]
    activity = next(one for one in library.all(Activity) if prompts_for(one, variant))
    found = page(site_folder, f"kit/activities/{activity.id}")
    for prompt in prompts_for(activity, variant):
        assert Read(Site(library, UNSET).view("").line(prompt)).text in found.text
    folded = [attrs for tag, attrs in found.elements if tag == "details" and attrs.get("data-sector")]
    assert [f"sector/{attrs['data-sector']}" for attrs in folded].count(variant.sector) == 1
    assert not any("open" in attrs for attrs in folded)


def test_answers_on_cards_are_folded_and_made_up_ones_say_so(library: Library, view: View) -> None:
    activity = next(one for one in library.all(Activity) if any(card.about is None for card in one.cards))
    html = str(render(view, activity))
    assert html.count('<details class="fold"') == len(activity.cards)
    assert html.count("We made this one up.") == sum(card.about is None for card in activity.cards)


def test_activity_says_which_workshops_use_it_and_for_how_long(library: Library) -> None:
    for activity in library.all(Activity):
        for workshop, minutes in used_in(library, activity):
            stretches = [one for one in running(workshop, library).stretches if one.activity == activity]
            assert sum(one.minutes for one in stretches) == minutes > 0
    assert any(len(used_in(library, activity)) > 1 for activity in library.all(Activity))


@pytest.mark.parametrize("field", ["length", "purpose", "people"])
def test_each_way_through_the_activities_reaches_all_of_them(field: str, view: View, library: Library) -> None:
    found = Read(activities_by(view, field))
    assert set(found.attributes("href")) == {f"../../kit/activities/{one.id}/" for one in library.all(Activity)}
    assert found.slips == []


def test_length_and_size_put_each_activity_where_it_belongs(view: View, library: Library) -> None:
    html = str(activities_by(view, "length"))
    for most, name in LENGTHS.items():
        (group,) = re.findall(rf"{name}</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
        assert all(int(minutes) <= most for minutes in re.findall(r"(\d+) minutes", group))
    sizes = str(activities_by(view, "people"))
    for size in SIZES:
        (group,) = re.findall(rf"With {size} people</dt>\s*<dd>(.*?)</dd>", sizes, re.DOTALL)
        wanted = {one.id for one in library.all(Activity) if one.group.fewest <= size <= one.group.most}
        assert set(re.findall(r"kit/activities/([a-z-]+)/", group)) == wanted


def test_field_lists_what_has_something_of_its_own(view: View, library: Library) -> None:
    html = str(activities_by(view, "sector"))
    for sector in library.all(Sector):
        (group,) = re.findall(rf">{sector.title}</a></dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
        wanted = {one.id for one in library.all(Activity) if sector in own_sectors(library, one)}
        assert set(re.findall(r"kit/activities/([a-z-]+)/", group)) == wanted


def test_unknown_way_is_refused_with_the_known_ones(view: View) -> None:
    with pytest.raises(UsageError, match="not grouped by 'colour'; they are by length, purpose, people, sector"):
        activities_by(view, "colour")


def test_downloads_come_general_first_then_by_field(library: Library) -> None:
    workshop = library.get("workshop/taster")
    assert isinstance(workshop, Workshop)
    view = seen(library, file("pack"), file("slides"), file("pack", "housing"), file("run sheet", "housing"),
                file("pack", "", "workshop/board"))
    found = Read(workshop_downloads(view, workshop))
    assert found.slips == []
    assert found.attributes("href") == [
        "../../../downloads/packs/taster-pack", "../../../downloads/packs/taster-slides",
        "../../../see/sectors/housing/", "../../../downloads/packs/taster-housing-pack",
        "../../../downloads/packs/taster-housing-run-sheet",
    ]
    assert "Title of run sheet housing (File, 84 KB)" in found.attributes("aria-label")
    assert "The whole pack" in found.text
    assert "Run sheet" in found.text


def test_field_that_lacks_something_says_so_beside_its_pack(library: Library) -> None:
    bare = Library(library.folder)
    for record in library.records.values():
        if record.kind != "variant":
            bare.add(record)
    workshop = bare.get("workshop/taster")
    assert isinstance(workshop, Workshop)
    text = Read(workshop_downloads(seen(bare, file("pack"), file("pack", "housing")), workshop)).text
    assert "Of its own it has 0 of 2 cases or examples and 0 of 3 prompts; the general stands in." in text


def test_old_manifest_without_form_and_sector_is_read() -> None:
    entry = {"name": "a.pptx", "title": "A", "what": "W", "record": "workshop/taster", "size": 1}
    assert (Download(**entry).form, Download(**entry).sector) == ("", "")  # type: ignore[arg-type]


def test_pages_that_variants_and_hosting_share_hold_every_one(library: Library, site_folder: Path) -> None:
    for model, path in ((Variant, "kit/by-field"), (Hosting, "kit/hosting")):
        names = page(site_folder, path).attributes("id")
        assert {f"{model.kind}-{one.id}" for one in library.all(model)} <= set(names)
