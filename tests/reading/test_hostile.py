"""Every file is refused with one line or read with a warning; none stops the rest, and none takes long."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from kit.reading.fence import Fence
from kit.reading.refusal import Refused
from kit.reading.worker import MEMORY

from .conftest import FORM, Box, Fill
from .hostile import OLE, archive, cells, changed, locked, member, ods, shrunk

SHEET = "xl/worksheets/sheet2.xml"
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refused(box: Box, name: str, data: bytes) -> str:
    how, (why,) = box.put(name, data).one()
    assert how == "refused"
    assert "\n" not in why
    return why


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xlsx", b"MZ\x90\x00" + b"\0" * 200, "is a Windows program"),
        ("a.ods", b"\x7fELF" + b"\0" * 200, "is a program"),
        ("a.csv", b"MZ\x90\x00" + b"\0" * 200, "is a Windows program, whatever its name says"),
        ("a.json", b"MZ\x90\x00", "is a Windows program, whatever its name says"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        ("a.xlsx", OLE, "is in Excel's old format; save it as .xlsx"),
        ("a.xlsx", b"%PDF-1.7", "is a PDF"),
        ("a.xlsx", b"hello", "is not a workbook, whatever its name says"),
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 100, "is damaged: it can't be unpacked"),
        ("a.xlsx", archive({"a": "b"}), "is a zip, but no workbook"),
        ("a.csv", archive({"a": "b"}), "is a zip or a workbook, whatever its name says"),
        ("a.ods", archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
         "is an OpenDocument file, but no spreadsheet"),
        ("a.xlsx", archive({"xl/workbook.xml": "<a/>", **{f"m{n}": "" for n in range(600)}}), "holds 601 parts"),
        ("a.xlsx", archive({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": b" " * 30_000_000}),
         "would unpack to more than 250 times its size"),
        ("a.xlsx", archive({"xl/workbook.xml": "<a/>", "media": b" " * 101_000_000}),
         "would unpack to 101,000,004 bytes"),
        ("a.xlsx", archive({"xl/workbook.xml": "<a>" * 200}), "its XML is nested too deeply"),
        ("a.xlsx", archive({"xl/workbook.xml": "<a"}), "its XML can't be read"),
        ("a.xlsx", archive({"xl/workbook.xml": "<a/>".encode("utf-16")}), "its XML is not UTF-8"),
        ("a.xlsx", archive({"xl/workbook.xml": DTD + "<x>&b;</x>"}), "has a document type (DTD)"),
        ("a.xlsx", archive({"xl/workbook.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}), "has a document type"),
        ("a.ods", ods(cells()).replace(b"PK", b"PX", 1), "is not a workbook"),
        ("a.ods", ods(cells("16384", "1048576")), "has cells so far apart"),
        ("a.ods", ods(cells("1", "99999999")), "repeats cells 99999999 times"),
        ("a.ods", ods(cells("-1")), "repeats cells -1 times"),
        ("a.ods", ods(cells("1e9")), "repeats cells 1e9 times"),
        ("a.ods", ods(cells(text='<text:p><text:s text:c="2000000000"/></text:p>')), "takes more memory to open"),
        ("a.ods", ods("", '<m:encryption-data xmlns:m="x"/>'), "is protected by a password"),
        ("a.ods", archive({"mimetype": "x", "encrypted-package": "y"}), "is protected by a password"),
        ("a.docx", b"PK", "is a Word file, which nobody reads back"),
        ("a.exe", b"MZ", "is neither .xlsx, .ods, .json nor .csv"),
    ],
)
def test_what_can_not_be_a_form_is_refused_with_one_line(name: str, data: bytes, says: str, box: Box) -> None:
    began = time.monotonic()
    assert says in refused(box, name, data)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "docProps/custom.xml", "xl/styles.xml"])
def test_document_type_is_refused_wherever_it_stands(name: str, blank: bytes, box: Box) -> None:
    head, _, rest = member(blank, name).partition("?>")
    assert "has a document type (DTD)" in refused(box, "a.xlsx", changed(blank, {name: f"{head}?>{DTD}{rest}"}))


@pytest.mark.parametrize("address", ["XFD1048576", "A1048576", "ZZZ9999999"])
def test_cell_a_long_way_off_is_refused(address: str, blank: bytes, box: Box) -> None:
    text = member(blank, SHEET).replace("</sheetData>", f'<row><c r="{address}"><v>1</v></c></row></sheetData>')
    if address == "A1048576":  # so tall, and eight columns wide
        assert "has cells so far apart" in refused(box, "a.xlsx", changed(blank, {SHEET: text}))
    else:
        refused(box, "a.xlsx", changed(blank, {SHEET: text}))


def test_part_that_is_larger_than_it_says_is_refused(blank: bytes, box: Box) -> None:
    assert "is damaged" in refused(box, "a.xlsx", shrunk(blank, SHEET))


def test_part_that_comes_twice_is_refused(blank: bytes, box: Box) -> None:
    assert "two of its parts have one name" in refused(box, "a.xlsx", changed(blank, {SHEET.upper(): "<a/>"}))


def test_encrypted_members_are_refused(blank: bytes, box: Box) -> None:
    evil = locked(archive({"xl/workbook.xml": "<a/>"}))
    assert "is protected by a password" in refused(box, "a.xlsx", evil)


def test_links_and_macros_are_left_aside_and_said(fill: Fill, box: Box) -> None:
    box.put("a.xlsx", fill())
    data = (box.folder / "a.xlsx").read_bytes()
    more = {"xl/externalLinks/externalLink1.xml": DTD + "<a/>", "xl/vbaProject.bin": b"\0"}
    how, why = box.put("a.xlsx", changed(data, more)).one()
    assert how == "accepted with warnings"
    assert why == ["has links to other files, which were not followed", "has macros, which were not run"]


def test_a_hundred_thousand_rows_are_read_past(fill: Fill, box: Box) -> None:
    book = fill()
    form = book.create_sheet("More")
    for number in range(100_000):
        form.append([number, "x"])
    began = time.monotonic()
    assert box.put("a.xlsx", book).one() == ("accepted", [])
    assert time.monotonic() - began < 30


def test_a_hundred_thousand_rows_of_answers_are_refused(fill: Fill, box: Box) -> None:
    book = fill()
    for number in range(3000):
        book[FORM].append([None] * 7 + [f"statement/s{number}", "answer"])
    assert "rows of answers; a form has fewer" in refused(box, "a.xlsx", _saved(book, box))


def _saved(book: object, box: Box) -> bytes:
    path = box.folder.parent / "held.xlsx"
    book.save(path)  # type: ignore[attr-defined]
    return path.read_bytes()


def test_cell_without_end_is_refused(fill: Fill, box: Box) -> None:
    assert "has a cell of more than 10,000 characters" in refused(box, "a.xlsx", _saved(fill(said="x" * 10_001), box))


def test_workbook_that_takes_too_long_is_refused_and_the_next_is_read(blank: bytes, tmp_path: Path) -> None:
    slow, good = tmp_path / "slow.xlsx", tmp_path / "good.xlsx"
    os.mkfifo(slow)  # nobody ever writes to it
    good.write_bytes(blank)
    with Fence(seconds=1) as fence:
        with pytest.raises(Refused, match="takes too long to open"):
            fence.form(slow)
        patient = Fence()
        with patient:
            assert patient.form(good)["sheets"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_process_that_opens_workbooks_has_little_memory_and_writes_no_files(blank: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(blank)
    with Fence() as fence:
        fence.form(path)
        assert fence._process
        limits = Path(f"/proc/{fence._process.pid}/limits").read_text("utf-8")
    found = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
    assert found["Max address space"] == str(MEMORY)
    assert found["Max file size"] == found["Max core file size"] == "0"


def test_links_and_pipes_in_a_folder_are_refused(box: Box, blank: bytes) -> None:
    (box.folder / "a.xlsx").symlink_to("/etc/passwd")
    os.mkfifo(box.folder / "b.csv")
    box.put("c.json", "{}").put(".hidden.json", "{}").put("~$d.xlsx", "x").put("Thumbs.db", "x")
    assert [(one.file, one.why) for one in box.read().read()] == [
        ("box/a.xlsx", ["is a link to another place; put the file itself here"]),
        ("box/b.csv", ["is not an ordinary file"]),
        ("box/c.json", ['is not a response: its "format" isn\'t "fixers-to-facilitators/response"']),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_refused(box: Box) -> None:
    box.put("a.xlsx", b"x").put("b.csv", b"x")
    for name in ("a.xlsx", "b.csv"):
        (box.folder / name).chmod(0)
    assert [one.why for one in box.read().read()] == [["can't be read (permission denied)"]] * 2


def test_one_bad_file_never_stops_the_rest(fill: Fill, box: Box) -> None:
    bad = {"1.xlsx": b"MZ", "3.ods": ods(cells(text='<text:p><text:s text:c="2000000000"/></text:p>')), "4.csv": b"\0",
           "5.json": b"{", "6.xlsx": OLE}
    for name, data in bad.items():
        box.put(name, data)
    box.put("2.xlsx", fill()).put("7.xlsx", fill(said="Seen too"))
    found = box.read()
    assert [one.counted for one in found.outcomes] == [0, 1, 0, 0, 0, 0, 1]
    assert found.tally.responses.total() == 2
