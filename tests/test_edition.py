"""A local edition: records and words of its own in our library, marked as such, and every fault at its own line."""

from __future__ import annotations

import inspect
import io
import re
import runpy
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from builder import ROOT, SOUND, WHEN, Data, script, sound
from PIL import Image
from pptx import Presentation

from kit import deck, packs, printing
from kit.check import problems
from kit.edition import drawing, load, opened, read, settings_of
from kit.errors import DataError, UsageError
from kit.library import Library
from kit.model import Brand, Case, Hosting, Sector, Variant, Workshop
from kit.refs import Web
from kit.running import running
from kit.settings import Settings
from kit.wording import pointer

LITTLE_MARSH = ROOT / "examples" / "little-marsh"
EDITION = "name: Together in Our Town\norganisation: Our Town Council\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#123456"/></svg>'
OURS = Settings("https://ours.example/", "https://ours.example/repo", "main", "ours@ours.example")


@dataclass
class Town:
    """Our records and an edition's folder, both of which a test may change."""

    ours: Data
    folder: Path

    def write(self, name: str, content: str | bytes) -> Town:
        """Put a file into the edition."""
        Data(self.folder).write(name, content)
        return self

    def says(self, more: str) -> Town:
        """Let its edition.yml say more."""
        return self.write("edition.yml", EDITION + more)

    def overrides(self, text: str) -> Town:
        return self.write("data/overrides.yml", text)

    @property
    def read(self) -> Library:
        return read(self.ours.folder, self.folder)

    @property
    def library(self) -> Library:
        """The same, sound."""
        return load(self.ours.folder, self.folder)

    @property
    def faults(self) -> list[str]:
        """What is wrong that is not wrong without the edition."""
        before = {str(one) for one in problems(read(self.ours.folder))}
        return [line for one in problems(self.read) if (line := str(one)) not in before]

    @property
    def warnings(self) -> list[str]:
        return [str(one) for one in self.read.warnings]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The fewest records that are sound, and an edition that says no more than it must."""
    return Town(sound(tmp_path), tmp_path / "our-town").says("")


@pytest.fixture(scope="module")
def marsh() -> Library:
    """The example."""
    return load(ROOT / "data", LITTLE_MARSH)


def case(id_: str, **changes: str) -> str:
    """A sound case, with another id and some other fields."""
    text = SOUND["cases/one.yml"].replace("id: one", f"id: {id_}", 1)
    for old, new in changes.items():
        text = re.sub(rf"^{old}: .*$", f"{old}: {new}", text, count=1, flags=re.MULTILINE)
    return text


def test_an_edition_that_says_little_is_ours_by_another_name(town: Town) -> None:
    brand = town.library.one(Brand)
    assert brand.name == "Together in Our Town"
    assert brand.attribution == "Adapted by Our Town Council; the original is One. Theirs."
    assert set(town.library.records) == set(town.ours.library().records)


def test_a_record_of_its_own_joins_ours_and_says_whose_it_is(town: Town) -> None:
    library = town.write("data/cases/two.yml", case("two", name="Two")).library
    assert [one.id for one in library.all(Case)] == ["one", "two"]
    assert library.local("case/two") == "Local: added by Our Town Council"
    assert library.local("case/one") == ""
    assert pointer(library.get("case/two"), Web(library)) == "Case: Two (local)"


def test_what_is_wrong_with_its_record_names_its_own_file_and_line(town: Town) -> None:
    town.write("data/cases/two.yml", case("two", principles="[principle/onne]"))
    line = case("two").splitlines().index("principles: [principle/one]") + 1
    found = [one for one in town.faults if "no principle" in one]
    assert found
    assert found[0].startswith(f"our-town/data/cases/two.yml:{line}: case/two: principles[0]: no principle 'onne'; "
                               "did you mean 'one'?")


def test_a_record_of_ours_cannot_be_written_over(town: Town) -> None:
    town.write("data/cases/one.yml", case("one"))
    assert [one.split(" [")[0] for one in town.faults] == [
        "our-town/data/cases/one.yml:1: case/one: id: the id 'one' is taken by ours, in data/cases/one.yml; change its "
        "fields in overrides.yml, or choose another id"
    ]


def test_named_fields_are_replaced_and_nothing_of_ours_is_edited(town: Town) -> None:
    before = {path: path.read_bytes() for path in town.ours.folder.rglob("*.yml")}
    library = town.overrides("- record: case/one\n  reason: We know.\n  fields:\n    lesson: Listen.\n").library
    found, ours = library.get("case/one"), town.ours.library().get("case/one")
    assert isinstance(found, Case)
    assert isinstance(ours, Case)
    assert (found.lesson, ours.lesson) == ("Listen.", "Ask.")
    assert found.model_copy(update={"lesson": "Ask."}) == ours
    assert library.local("case/one") == "Local: changed by Our Town Council (lesson)"
    assert {path: path.read_bytes() for path in town.ours.folder.rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("record", "field", "said"),
    [
        ("case/onee", "lesson: A.", ":1: case/onee: record: no case 'onee'; did you mean 'one'?"),
        ("csae/one", "lesson: A.", ":1: csae/one: record: no kind 'csae' to override; did you mean 'case'?"),
        ("brand/one", "name: A", ":1: brand/one: record: no kind 'brand' to override; colours and logo stand in "
                                 "edition.yml"),
        ("case/one", "leson: A.", ":4: case/one: fields.leson: a case has no field 'leson'; did you mean 'lesson'?"),
        ("case/one", "id: two", ":4: case/one: fields.id: names the record, so nobody can change it"),
        ("case/one", "lesson: [A]", ":4: case/one: lesson: is a list; expected text; if it is text that begins with "
                                    '"[" or "{", put it in quotes'),
        ("case/one", "sectors: [sector/onne]", ":4: case/one: sectors[0]: no sector 'onne'; did you mean 'one'?"),
        ("case/one", "today: {text: Now., as_of: 2009}", ":4: case/one: today.as_of: '2009' without quotes is read as "
                                                         'a number; put it in quotes: "2009"'),
    ],
)
def test_a_wrong_override_is_said_at_its_line_with_the_nearest_right_thing(
    record: str, field: str, said: str, town: Town
) -> None:
    town.overrides(f"- record: {record}\n  reason: We know.\n  fields:\n    {field}\n")
    assert [one.split(" [")[0] if one.endswith("]") else one for one in town.faults] == [
        f"our-town/data/overrides.yml{said}"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("record: case/one\n", ':1: should hold a list: each override begins with "- record:"'),
        ("- record: case/one\n  reason: A.\n", ":1: case/one: fields: field 'fields' is missing"),
        ("- record: case/one\n  fields: {lesson: A.}\n", ":1: case/one: reason: field 'reason' is missing"),
        ("- record: [\n", ":2: is not YAML here: "),
    ],
)
def test_a_file_of_overrides_that_is_none_is_said(text: str, said: str, town: Town) -> None:
    [line] = town.overrides(text).faults
    assert line.startswith(f"our-town/data/overrides.yml{said}")


def test_two_overrides_of_one_record_are_one_too_many(town: Town) -> None:
    one = "- record: case/one\n  reason: We know.\n  fields: {lesson: Listen.}\n"
    [line] = town.overrides(one + one).faults
    assert line == ("our-town/data/overrides.yml:4: case/one: record: is overridden twice (first in line 1); "
                    "put the fields together")


def test_a_record_that_we_renamed_is_found_by_its_new_name(town: Town) -> None:
    town.ours.append("cases/one.yml", "aliases: [first]\n")
    [line] = town.overrides("- record: case/first\n  reason: We know.\n  fields: {lesson: Listen.}\n").faults
    assert line.endswith("no case 'first'; it is called 'case/one' now")


def test_a_change_of_ours_is_reported_once_there_is_a_mark_of_what_it_was(town: Town) -> None:
    text = "- record: case/one\n{}  reason: We know.\n  fields: {{lesson: Listen.}}\n"
    [line] = town.overrides(text.format("")).warnings
    found = re.search(r'write (was: "[0-9a-f]{12}")', line)
    assert found, line
    town.overrides(text.format(f"  {found[1]}\n"))
    assert town.warnings == []
    town.ours.change("cases/one.yml", "first_move: Ask today.", "first_move: Ask now.")
    assert town.warnings == []  # not a field that it overrides
    town.ours.change("cases/one.yml", "lesson: Ask.", "lesson: Ask twice.")
    [line] = town.warnings
    assert line.startswith("our-town/data/overrides.yml:2: case/one: was: ours has changed since you overrode it: look "
                           "again; then write was: ")
    assert town.faults == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("organization: A\n", ":3: organization: unknown field 'organization'; did you mean 'organisation'?"),
        ("sectors: [onne]\n", ":3: sectors[0]: no sector 'onne'; did you mean 'one'?"),
        ("contact: nobody\n", ":3: contact: 'nobody' is not an e-mail address or a web address; "),
        ("site_url: ftp://a\n", ":3: site_url: 'ftp://a' is not a web address; begin with https://"),
        ("language: english\n", ":3: language: 'english' is not a language tag; "),
        ("brand:\n  colours:\n    primary: #222222\n",
         ':5: brand.colours.primary: has no value; put it in quotes, such as "#1A4433", or delete the field'),
        ("brand:\n  colours: {primary: blue}\n", ":4: brand.colours.primary: 'blue' is not a colour; "),
        ('brand:\n  colours:\n    ink: "#DDDDDD"\n',
         ":5: brand.colours.ink: ink on paper has a contrast of 1.36; at least 4.5 is needed; "),
        ("brand: {logo: logo.svg}\n", ":3: brand.logo: has no logo_alt; "),
        ("brand: {logo: lgoo.svg, logo_alt: A.}\n",
         ":3: brand.logo: no file 'lgoo.svg' in the edition's folder; did you mean 'logo.svg'?"),
        ("brand: {logo: ../logo.svg, logo_alt: A.}\n", ":3: brand.logo: '../logo.svg' lies outside the edition's "),
        (f"brand: {{logo: {'a' * 300}.svg, logo_alt: A.}}\n", ":3: brand.logo: no file 'aaaa"),
        ('brand: {logo: "\\0.svg", logo_alt: A.}\n', ":3: brand.logo: no file '"),
        ("brand: {logo: logo.gif, logo_alt: A.}\n", ":3: brand.logo: 'logo.gif' is neither .svg nor .png; "),
        ("name: Again\n", ":3: name: field 'name' is given twice (first in line 1)"),
    ],
)
def test_a_wrong_edition_file_is_said_at_its_line(more: str, said: str, town: Town) -> None:
    found = town.write("logo.svg", LOGO).says(more).faults
    assert len(found) == 1
    assert found[0].startswith(f"our-town/edition.yml{said}"), found


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "holds <script>"),
        ('<rect onload="alert(1)"/>', "acts on events (onload)"),
        ('<image href="https://a.example/a.png"/>', "holds <image>"),
        ('<use href="https://a.example/a.svg#b"/>', "links to 'https://a.example/a.svg#b'"),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="data:image/svg+xml,a"/>', "links to 'data:"),
        ("<style>@import 'https://a.example/a.css';</style>", "has a style that asks elsewhere"),
        ("<style>a{}<!-- -->@import 'https://a.example/a.css';</style>", "has a style that asks elsewhere"),
        ("<style>rect {fill: u\\72l(https://a.example/a)}</style>", "has a style that asks elsewhere"),
        ('<rect fill="url(https://a.example/a)"/>', "asks for something elsewhere"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>', "holds <foreignObject>"),
        ('<p xmlns="http://www.w3.org/1999/xhtml">a</p>', "holds <p>, which is no part of SVG"),
        ("<?php a ?>", "holds an instruction"),
        ("<a href='#a'><rect/></a>", "holds <a>"),
        ("<rect", "is not sound XML"),
    ],
)
def test_an_svg_that_is_more_than_a_drawing_is_refused(inside: str, said: str, town: Town) -> None:
    town.write("logo.svg", LOGO.replace("<rect", f"{inside}<rect", 1))
    [line] = town.says("brand: {logo: logo.svg, logo_alt: A.}\n").faults
    assert line.startswith(f"our-town/edition.yml:3: brand.logo: {said}"), line


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("logo.svg", b"<!DOCTYPE svg [<!ENTITY a 'a'>]>" + LOGO.encode(), "declares a document type"),
        ("logo.svg", b"<html/>", "is XML, but no SVG"),
        ("logo.svg", b" " * 200_001, "has 200,001 bytes; at most 200,000"),
        ("logo.png", b"\x89PNG\r\n\x1a\nno", "is damaged, or no PNG"),
        ("logo.png", LOGO.encode(), "is damaged, or no PNG"),
    ],
)
def test_a_file_that_is_no_logo_is_refused(name: str, data: bytes, said: str, town: Town) -> None:
    [line] = town.write(name, data).says(f"brand: {{logo: {name}, logo_alt: A.}}\n").faults
    assert line.startswith(f"our-town/edition.yml:3: brand.logo: {said}"), line


def masked(depth: int) -> str:
    """A drawing of a few lines in which each mask is drawn twice for the one above it."""
    rects = '<rect width="8" height="8" mask="url(#m{0})"/>' * 2
    masks = "".join(f'<mask id="m{number + 1}">{rects.format(number)}</mask>' for number in range(depth))
    return LOGO.replace("<rect", f'{masks}<rect mask="url(#m{depth})"', 1)


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (masked(40), "can't be drawn, or takes too long"),
        (LOGO.replace("0 0 8 8", "0 0 9000000 8"), "can't be drawn, or takes too long"),
        (LOGO.replace("0 0 8 8", "0 0 800 8"), "is more than 20 times as long on one side"),
    ],
    ids=["masks within masks", "as wide as a town", "a line"],
)
def test_a_drawing_that_would_fill_the_machine_is_refused(
    svg: str, said: str, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "SECONDS", 3.0)
    [line] = town.write("logo.svg", svg).says("brand: {logo: logo.svg, logo_alt: A.}\n").faults
    assert line.startswith(f"our-town/edition.yml:3: brand.logo: {said}"), line


def test_a_png_is_as_good_a_logo_as_an_svg(town: Town) -> None:
    held = io.BytesIO()
    Image.new("RGB", (40, 20), "#123456").save(held, "PNG")
    library = town.write("crest.png", held.getvalue()).says("brand: {logo: crest.png, logo_alt: A crest.}\n").library
    assert library.edition is not None
    assert library.edition.logo is not None
    assert (library.edition.logo.name, library.edition.logo.alt) == ("logo.png", "A crest.")


def test_its_colours_stand_beside_ours(town: Town) -> None:
    brand = town.says('brand: {colours: {primary: "#222222"}}\n').library.one(Brand)
    assert (brand.colours.primary, brand.colours.accent) == ("#222222", "#0B6E69")


def test_a_language_other_than_ours_is_let_through_with_a_word(town: Town) -> None:
    assert town.says("language: en-IE\n").warnings == []
    [line] = town.says("language: cy\n").warnings
    assert line.startswith("our-town/edition.yml:3: language: 'cy': our own records are in English")
    assert town.library.language == "cy"


def test_what_it_sets_takes_the_place_of_all_that_we_set(town: Town) -> None:
    more = "contact: https://a.example/us\nsite_url: https://a.example/h\nrepository: https://a.example/r/\n"
    assert settings_of(town.says(more).library, OURS) == Settings(
        "https://a.example/h/", "https://a.example/r", "main", "https://a.example/us"
    )
    assert settings_of(town.says("").library, OURS) == Settings(None, None, "main", None)
    assert settings_of(town.ours.library(), OURS) is OURS


def test_fields_left_out_have_no_packs_and_what_refers_to_them_stays(marsh: Library) -> None:
    kept = {"housing", "social-care", "local-government"}
    assert {one.id for one in marsh.all(Sector) if one.retired is None} == kept
    assert {one.sector for one in marsh.all(Variant) if one.retired is None} <= {f"sector/{name}" for name in kept}
    assert {job.sector for job in packs.jobs(marsh, OURS, WHEN)} == {"", *kept}
    assert marsh.get("case/expert-patients") in marsh.all(Case)


def test_a_download_is_stale_once_the_edition_changes(town: Town) -> None:
    def keys(library: Library) -> set[str]:
        return {job.key for job in packs.jobs(library, OURS, WHEN)}

    town.write("logo.svg", LOGO)
    found = [keys(town.ours.library())]
    for more in ("", "about: Another line.\n", "brand: {logo: logo.svg, logo_alt: A.}\n"):
        found.append(keys(town.says(more).library))
    town.overrides("- record: case/one\n  reason: We know.\n  fields: {lesson: Listen.}\n")
    found.append(keys(town.library))
    assert all(not one & other for number, one in enumerate(found) for other in found[number + 1:])


def test_packs_made_by_other_processes_are_the_editions_too(town: Town, tmp_path: Path) -> None:
    made = packs.make(town.library, OURS, tmp_path / "made", lambda *_: None)
    names = [one.name for one in made if one.form == "pack"]
    assert names
    for name in names:
        with zipfile.ZipFile(tmp_path / "made" / name) as archive:
            note = next(one for one in archive.namelist() if one.endswith("README.txt"))
            assert "Together in Our Town" in archive.read(note).decode()


def test_the_deck_says_whose_it_is(marsh: Library) -> None:
    workshop, sector = marsh.get("workshop/half-day"), marsh.get("sector/housing")
    assert isinstance(workshop, Workshop)
    assert isinstance(sector, Sector)
    made = deck.render(running(workshop, marsh, sector), marsh, OURS, WHEN)
    found = Presentation(io.BytesIO(made))
    first = found.slides[0]
    [logo] = [one for one in first.shapes if one.name == "Logo"]
    assert logo._element.xpath(".//p:cNvPr")[0].get("descr") == "Three reeds beside water."
    said = [one.text_frame.text for one in first.shapes if one.has_text_frame]
    assert "Little Marsh Council" in said
    assert any(one.startswith("Together in Little Marsh ") for one in said)
    assert b"1A4433" in found.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme").blob
    notes = [one.notes_slide.notes_text_frame.text for one in found.slides]
    assert any("KeyRing. Local: changed by Little Marsh Council (first move)." in one for one in notes)


def test_print_and_slides_bear_the_editions_language(town: Town) -> None:
    library = town.says("language: cy-GB\n").library
    run = running(library.all(Workshop)[0], library)
    with pikepdf.open(io.BytesIO(printing.guide(run, library, OURS, WHEN))) as document:
        assert str(document.Root.Lang) == "cy-GB"
    slides = Presentation(io.BytesIO(deck.render(run, library, OURS, WHEN)))
    assert slides.core_properties.language == "cy-GB"
    assert {one.get("lang") for slide in slides.slides for one in slide._element.xpath(".//a:rPr")} == {"cy-GB"}


def test_the_example_is_sound_and_says_that_it_is_invented(marsh: Library) -> None:
    assert marsh.edition is not None
    assert {one.partition("/")[0] for one in marsh.edition.added} == {"case"}
    assert len(marsh.edition.added) == 3
    for ref in marsh.edition.added:
        record = marsh.get(ref)
        assert isinstance(record, Case)
        assert record.summary.startswith("Invented. ")
    policy = marsh.get("hosting/paying-people")
    assert isinstance(policy, Hosting)
    assert "Get advice first" in policy.text
    assert not re.search(r"£|\d+ pounds", policy.text)
    assert "invented" in marsh.edition.about.intro
    assert "invented" in (LITTLE_MARSH / "README.md").read_text("utf-8")


def test_a_command_says_what_is_wrong_with_the_folder(tmp_path: Path) -> None:
    for place, said in ((tmp_path / "none", "is not a folder"), (tmp_path, "holds no edition.yml")):
        with pytest.raises(UsageError, match=said):
            opened(ROOT, ROOT / "data", place)
        ran = script("validate", "--edition", place)
        assert (ran.status, ran.lines, len(ran.errors)) == (2, [], 1)


def test_an_unsound_edition_stops_every_command(town: Town) -> None:
    town.says("sectors: [nowhere]\n")
    with pytest.raises(DataError, match="no sector 'nowhere'"):
        opened(ROOT, town.ours.folder, town.folder)


def test_what_a_command_makes_for_an_edition_lies_apart(tmp_path: Path) -> None:
    out = tmp_path / "taster.pptx"
    ran = script("make_deck", "taster", "--edition", LITTLE_MARSH, "--out", out)
    assert (ran.status, ran.errors) == (0, [])
    assert Presentation(str(out)).core_properties.author == "Together in Little Marsh"
    ran = script("make_deck", "taster", "--sector", "health", "--edition", LITTLE_MARSH, "--out", out)
    assert (ran.status, ran.errors) == (2, ["no sector 'health'; sectors: social-care, housing, local-government"])


@pytest.mark.parametrize("name", [
    "build", "serve", "validate", "make_deck", "make_pack", "make_checklist", "summarise", "new",
])
def test_every_command_that_reads_records_takes_an_edition(name: str) -> None:
    main = runpy.run_path(str(ROOT / "scripts" / f"{name}.py"))["main"]
    assert "edition" in inspect.signature(main).parameters
