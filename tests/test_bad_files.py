"""What can be wrong with the files themselves: their bytes, size, place, kind and permissions. One line each."""

from __future__ import annotations

import ctypes
import os
import resource
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from builder import SOUND, Data, Ran, sound, validate

PR_CAPBSET_DROP, DAC_OVERRIDE, DAC_READ_SEARCH = 24, 1, 2
"""Numbers of Linux's prctl(2) and capabilities(7)."""
PRCTL = getattr(ctypes.CDLL(None), "prctl", lambda *_: -1)
TERMS = SOUND["terms.yml"]
BOMB = "- &a [x, x]\n" + "".join(f"- &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24))


def written(name: str, content: str | bytes) -> Callable[[Data], object]:
    return lambda data: data.write(name, content)


def link(name: str, target: Path) -> Callable[[Data], object]:
    return lambda data: (data.folder / name).symlink_to(target)


def linked_folder(data: Data) -> None:
    elsewhere = data.folder.parent / "elsewhere"
    (data.folder / "cases").rename(elsewhere)
    (data.folder / "cases").symlink_to(elsewhere)


def link_to_itself(data: Data) -> None:
    data.remove("terms.yml")
    (data.folder / "terms.yml").symlink_to("terms.yml")


def listener(data: Data) -> None:
    here = Path.cwd()
    os.chdir(data.folder)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("more.yml")
    os.chdir(here)
    (data.folder / "terms").mkdir()
    (data.folder / "more.yml").rename(data.folder / "terms" / "more.yml")


def named(folder: str, name: str) -> Callable[[Data], object]:
    return lambda data: (data.folder / folder / name).mkdir(parents=True)


BAD: dict[str, tuple[Callable[[Data], object], str]] = {
    "an empty file": (written("terms.yml", ""), "terms.yml: is empty; expected a list of term records"),
    "a file with only a comment": (
        written("terms.yml", "# later\n"), "terms.yml: is empty; expected a list of term records"),
    "a file with an empty list": (written("terms.yml", "[]\n"), "terms.yml: is empty; expected a list of term records"),
    "an empty record": (written("cases/one.yml", "{}"), "cases/one.yml: is empty; expected one case record"),
    "a record where a list belongs": (
        written("terms.yml", "id: one\n"), 'terms.yml:1: should hold a list: each record begins with "- id:"'),
    "a list where a record belongs": (
        written("cases/one.yml", "- id: one\n"),
        'cases/one.yml:1: should hold the fields of one record, beginning with "id:"'),
    "text where a list belongs": (
        written("terms.yml", "later"), 'terms.yml:1: should hold a list: each record begins with "- id:"'),
    "a file that is not UTF-8": (
        written("terms.yml", TERMS.encode() + "# caf\u00e9".encode("latin-1")),
        "terms.yml:15: is not UTF-8 text here; save the file as UTF-8"),
    "a file in UTF-16": (
        written("terms.yml", TERMS.encode("utf-16")), "terms.yml:1: is not UTF-8 text here; save the file as UTF-8"),
    "a file of null bytes": (
        written("terms.yml", bytes(500)), "terms.yml:1: has a character that YAML does not allow; delete it"),
    "an alias bomb": (
        written("terms.yml", BOMB),
        "terms.yml:1: uses an anchor or alias (& or *); write the value out, or put it in quotes"),
    "a file that is too large": (
        written("terms.yml", TERMS + "# " + "x" * 1_000_000),
        f"terms.yml: has {len(TERMS) + 1_000_002:,} bytes; at most 1,000,000 are read; split it"),
    "a file that ends in .yaml": (
        written("cases/two.yaml", ""), "cases/two.yaml: is not a .yml file; rename it to end in .yml"),
    "a file of another sort": (written("notes.txt", ""), "notes.txt: is not a .yml file; move it elsewhere"),
    "a file in a misspelt folder": (
        written("casses/two.yml", TERMS),
        "casses/two.yml: is not where any kind of record lives; did you mean 'cases/'?"),
    "a list of what has a file each": (
        written("cases.yml", TERMS), "cases.yml: is not where any kind of record lives; did you mean 'cases/'?"),
    "a file too deep in folders": (
        written("cases/wales/two.yml", TERMS),
        "cases/wales/two.yml: is not where any kind of record lives; did you mean 'cases/'?"),
    "a missing file": (lambda data: data.remove("terms.yml"), "terms.yml: is missing: it holds the term records"),
    "a copy whose id was not changed": (
        written("cases/a-copy.yml", SOUND["cases/one.yml"]),
        "cases/a-copy.yml:1: case/one: id: is 'one', but the file is named a-copy.yml; write id: a-copy"),
    "a folder named like a file": (named("cases", "two.yml"), "cases/two.yml: is a folder; expected a file"),
    "a symbolic link out of the folder": (
        link("cases/two.yml", Path("/etc/passwd")), "cases/two.yml: is a symbolic link; put the file itself here"),
    "a symbolic link to nowhere": (
        link("cases/two.yml", Path("nowhere")), "cases/two.yml: is a symbolic link; put the file itself here"),
    "a symbolic link to itself": (link_to_itself, "terms.yml: is a symbolic link; put the file itself here"),
    "a symbolic link to a folder": (linked_folder, "cases: is a symbolic link; put the file itself here"),
    "a pipe": (lambda data: os.mkfifo(data.folder / "cases" / "two.yml"), "cases/two.yml: is not an ordinary file"),
    "a socket": (listener, "terms/more.yml: is not an ordinary file"),
}


@pytest.mark.parametrize("slip", BAD)
def test_gets_its_one_line(slip: str, tmp_path: Path) -> None:
    data = sound(tmp_path)
    spoil, said = BAD[slip]
    spoil(data)
    assert validate(data) == Ran(1, [f"data/{said}"], [])


@pytest.mark.parametrize(
    "content",
    [f"- id: one\n  name: {'x' * 10_000_000}\n", BOMB, "[" * 900_000, "- " * 400_000, "{a: " * 200_000, "x" * 900_000],
    ids=["a 10 MB line", "an alias bomb", "open brackets", "open lists", "open braces", "a long word"],
)
def test_huge_or_hostile_file_is_refused_fast_and_in_little_memory(content: str, tmp_path: Path) -> None:
    data = sound(tmp_path).write("terms.yml", content)
    ran = validate(data, before=with_little)
    assert (ran.status, len(ran.lines), ran.errors) == (1, 1, [])
    assert ran.lines[0].startswith("data/terms.yml")


def with_little() -> None:
    """Two seconds of a processor and 500 MB; starting up takes a fifth of either."""
    resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
    resource.setrlimit(resource.RLIMIT_AS, (500_000_000, 500_000_000))


def as_one_who_must_ask() -> None:
    """Give up root's right to read everything, so that a file's permissions count."""
    for capability in (DAC_OVERRIDE, DAC_READ_SEARCH) if os.geteuid() == 0 else ():
        if PRCTL(PR_CAPBSET_DROP, capability, 0, 0, 0):
            raise OSError("can't give up a right")


def judged(data: Data, name: str, mode: int) -> Ran:
    """What validate says of a folder in which a path has this mode."""
    path = data.folder / name
    path.chmod(mode)
    try:
        return validate(data, before=as_one_who_must_ask)
    except subprocess.SubprocessError:
        pytest.skip("root can't give up its rights here")
    finally:
        path.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "mode"), [("terms.yml", 0o000), ("cases", 0o000), ("cases", 0o444), ("references", 0o000)]
)
def test_what_may_not_be_read_gets_its_one_line(name: str, mode: int, tmp_path: Path) -> None:
    assert judged(sound(tmp_path), name, mode) == Ran(1, [f"data/{name}: can't be read (permission denied)"], [])


def test_folder_that_may_not_be_read_is_an_unusable_argument(tmp_path: Path) -> None:
    data = sound(tmp_path)
    assert judged(data, ".", 0o444) == Ran(2, [], [f"{data.folder} can't be read (permission denied)"])


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    data = sound(tmp_path).write(".terms.yml.swp", b"\xff").write(".git/config", "x").write("schema/term.json", "{}")
    assert data.found() == []


def test_byte_order_mark_and_windows_line_ends_are_welcome(tmp_path: Path) -> None:
    data = sound(tmp_path).write("terms.yml", "\ufeff" + TERMS.replace("\n", "\r\n"))
    assert data.found() == []
    data.change("terms.yml", "name: Two", "nam: Two")
    assert data.found() == ["data/terms.yml:9: term/two: nam: unknown field 'nam'; did you mean 'name'?"]
