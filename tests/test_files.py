"""Files are written whole or not at all, inside their folder, with the same bytes each time."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kit.errors import UsageError
from kit.files import DEFAULT_EPOCH, build_time, inside, replacing, write, zip_folder


def run(code: str, folder: Path) -> int:
    """The exit status of some Python in a process of its own, which knows `folder`."""
    head = "import os, resource, signal, sys\nfrom pathlib import Path\nfrom kit.files import replacing, write\n"
    command = [sys.executable, "-c", head + code, str(folder)]
    return subprocess.run(command, check=False, capture_output=True, timeout=30).returncode


def test_writes_text_as_utf8_with_unix_line_ends(tmp_path: Path) -> None:
    assert write(tmp_path / "new" / "a.txt", "é\n") is True
    assert (tmp_path / "new" / "a.txt").read_bytes() == b"\xc3\xa9\n"


def test_says_whether_anything_changed_and_leaves_what_did_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert write(path, "one") is True
    before = path.stat().st_ino, path.stat().st_mtime_ns
    assert write(path, b"one") is False
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before
    assert write(path, "two") is True


def test_made_files_can_be_read_by_all(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "one")
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o644


def test_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    code = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # as on a full disk
try:
    write(Path(sys.argv[1], "a.txt"), "new" * 1000)
except Exception as error:
    sys.exit(7 if type(error).__name__ == "UsageError" else 8)
"""
    assert run(code, tmp_path) == 7
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": "old"}


@pytest.mark.parametrize("place", ["folder", "file/below", "file/below/deep"])
def test_place_that_can_not_be_written_is_said(place: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("old")
    with pytest.raises(UsageError, match="can't write"):
        write(tmp_path / place, "new")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


@pytest.mark.parametrize("name", ["a.txt", "a/b.txt", "a/../b.txt", "./a"])
def test_inside_gives_a_path_below(name: str, tmp_path: Path) -> None:
    assert inside(tmp_path, name).is_relative_to(tmp_path)


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/etc/passwd", "..", "link/a.txt"])
def test_inside_refuses_what_lies_elsewhere(name: str, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="outside"):
        inside(tmp_path / "here", name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder as the last good run left it."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "page").write_text("old")
    return folder


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_replacing_puts_the_new_folder_in_place_of_the_old(site: Path) -> None:
    with replacing(site) as fresh:
        (fresh / "other").write_text("new")
        assert held(site) == {"page": "old"}
    assert held(site) == {"other": "new"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_replacing_makes_a_folder_that_was_not_there(tmp_path: Path) -> None:
    with replacing(tmp_path / "deep" / "site") as fresh:
        (fresh / "page").write_text("new")
    assert held(tmp_path / "deep" / "site") == {"page": "new"}


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_work_that_fails_leaves_the_old_folder_and_nothing_else(error: type[BaseException], site: Path) -> None:
    with pytest.raises(error), replacing(site) as fresh:
        (fresh / "page").write_text("half")
        raise error
    assert held(site) == {"page": "old"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_work_that_is_killed_leaves_the_old_folder_and_the_next_run_clears_up(site: Path) -> None:
    code = """
with replacing(Path(sys.argv[1])) as fresh:
    (fresh / "page").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert run(code, site) == -signal.SIGKILL
    assert held(site) == {"page": "old"}
    with replacing(site) as fresh:
        assert held(fresh) == {}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


KILLED_BETWEEN_THE_RENAMES = """
import kit.files
kit.files._exchanged = lambda one, other: False  # a system that can't change two folders at one stroke
rename = Path.rename
def once(self, target):
    rename(self, target)
    os.kill(os.getpid(), signal.SIGKILL)
Path.rename = once
with replacing(Path(sys.argv[1])) as fresh:
    (fresh / "page").write_text("new")
"""


def test_killed_between_the_renames_the_next_run_restores_the_old_folder_first(site: Path) -> None:
    assert run(KILLED_BETWEEN_THE_RENAMES, site) == -signal.SIGKILL
    assert not site.exists()
    with pytest.raises(ValueError, match="again"), replacing(site) as fresh:
        assert held(site) == {"page": "old"}
        (fresh / "page").write_text("half")
        raise ValueError("again")
    assert held(site) == {"page": "old"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


KILLED_RIGHT_AFTER = """
import kit.files
exchanged = kit.files._exchanged
def once(one, other):
    os.kill(os.getpid(), signal.SIGKILL if exchanged(one, other) else signal.SIGTERM)
kit.files._exchanged = once
with replacing(Path(sys.argv[1])) as fresh:
    (fresh / "page").write_text("new")
"""


def test_old_and_new_change_places_at_one_stroke_and_the_next_run_clears_up(site: Path) -> None:
    ended = run(KILLED_RIGHT_AFTER, site)
    if ended == -signal.SIGTERM:
        pytest.skip("this system can't change two folders at one stroke")
    assert ended == -signal.SIGKILL
    assert held(site) == {"page": "new"}
    with replacing(site) as fresh:
        assert held(fresh) == {}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_was_replaced_can_be_read_by_all_whatever_the_umask(site: Path) -> None:
    code = """
os.umask(0o077)
with replacing(Path(sys.argv[1])) as fresh:
    (fresh / "deep").mkdir()
    (fresh / "deep" / "page").write_text("new")
"""
    assert run(code, site) == 0
    assert {oct(path.stat().st_mode & 0o777) for path in (site, site / "deep")} == {"0o755"}
    assert (site / "deep" / "page").stat().st_mode & 0o777 == 0o644


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    for name in ("b/two", "a", "c/d/three", "b.txt"):
        path = tmp_path / "packed" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "packed"


def test_zip_has_the_same_bytes_whenever_it_is_made(packed: Path) -> None:
    first = zip_folder(packed, "kit")
    for path in packed.rglob("*"):
        os.utime(path, (1, 1))
    (packed / "a").chmod(0o600)
    assert zip_folder(packed, "kit") == first


def test_zip_holds_every_file_below_its_name_in_order(packed: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_folder(packed, "kit"))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["kit/a", "kit/b/two", "kit/b.txt", "kit/c/d/three"]
        assert archive.read("kit/c/d/three") == b"c/d/three"


@pytest.mark.parametrize(
    ("given", "year"), [("", 2026), ("0", 1970), ("1259625600", 2009), (str(DEFAULT_EPOCH), 2026), (" 86400 ", 1970)]
)
def test_made_files_carry_the_given_date_and_never_the_clock(
    given: str, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert build_time().year == year


@pytest.mark.parametrize("given", ["today", "1.5", "²", "9" * 30])
def test_date_that_is_none_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is"):
        build_time()


def test_zip_carries_the_given_date(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1259625600")
    with zipfile.ZipFile(io.BytesIO(zip_folder(packed, "kit"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2009, 12, 1, 0, 0, 0)}


def test_zip_of_a_date_before_zips_has_their_first(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    with zipfile.ZipFile(io.BytesIO(zip_folder(packed, "kit"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
