"""A build that is killed, or finds no room, leaves the last good site; the next one clears up and succeeds."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from browser.sites import serving
from clean import NOBODY, as_user, command, contents, environment, may_be, open_to_all, project

pytestmark = pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="looks at processes as Linux shows them")

PATIENCE = 180
"""Seconds to wait for a moment to come, on a machine that others share."""


def built(place: Path, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(place), cwd=place, env=environment(place), capture_output=True, text=True, check=False,
        timeout=PATIENCE, preexec_fn=before,
    )


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A small project with a site as the last good build left it."""
    with open_to_all() as anywhere:
        place = project(anywhere / "project", small=True)
        done = built(place)
        assert done.returncode == 0, done.stderr
        yield place


@pytest.fixture
def good(place: Path) -> Iterator[dict[str, tuple[int, bytes]]]:
    """What the last good site holds; it must still hold that afterwards, and serve."""
    before = contents(place / "site")
    yield before
    assert contents(place / "site") == before
    with serving(place / "site") as edition, urlopen(f"{edition.address}see/cases/") as page:
        assert page.status == 200
        assert b"</html>" in page.read()


def children(process: int) -> list[int]:
    """A process's own, and theirs."""
    try:
        found = [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []
    return [*found, *(below for one in found for below in children(one))]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def killed(place: Path, moment: Callable[[Path], object]) -> list[int]:
    """Kill a build outright when its moment has come; the processes that it had begun."""
    process = subprocess.Popen(
        command(place), cwd=place, env=environment(place), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + PATIENCE
    while not moment(place) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    begun = children(process.pid)
    process.kill()
    assert process.wait() == -signal.SIGKILL, "the build was over before its moment came"
    return begun


def a_pack_is_made(place: Path) -> bool:
    """One job's files are written, and not the others': the list of what is made is not there yet."""
    return (place / "build" / "downloads" / "made.json").exists()


LATE = "all is written and the links are looked at"
MOMENTS: dict[str, Callable[[Path], object]] = {
    "the new site is begun": lambda place: (place / ".site.new").exists(),
    "some pages are written": lambda place: any((place / ".site.new").glob("*/index.html")),
    LATE: lambda place: (place / ".site.new" / "sitemap.xml.gz").exists()
    or (place / ".site.new" / "search" / "search_index.json").exists(),
}


@pytest.mark.parametrize(
    "moment", [pytest.param(name, marks=pytest.mark.full if name == LATE else ()) for name in MOMENTS]
)
def test_killed_when(moment: str, place: Path, good: dict[str, tuple[int, bytes]]) -> None:
    assert good
    killed(place, MOMENTS[moment])
    assert (place / ".site.new").exists()


def test_killed_while_packs_are_made_no_process_stays_behind(place: Path, good: dict[str, tuple[int, bytes]]) -> None:
    assert good
    (place / "build" / "downloads" / "made.json").unlink()
    begun = killed(place, a_pack_is_made)
    until = time.monotonic() + 30
    while any(map(alive, begun)) and time.monotonic() < until:
        time.sleep(0.1)
    left = [one for one in begun if alive(one)]
    for one in left:
        os.kill(one, signal.SIGKILL)
    assert left == []


def one_line(done: subprocess.CompletedProcess[str], says: str) -> None:
    assert done.returncode != 0
    (line,) = done.stderr.splitlines()
    assert says in line.lower()


def test_disk_that_is_full_gets_one_line(place: Path, good: dict[str, tuple[int, bytes]]) -> None:
    assert good
    most = 50_000  # bytes of any one file: the system then says what it says of a full disk, with another number
    one_line(built(place, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))), "can't write")
    assert not (place / ".site.new").exists()


def test_folder_that_others_own_gets_one_line(place: Path, good: dict[str, tuple[int, bytes]]) -> None:
    assert good
    if not may_be(NOBODY):
        pytest.skip("only root may build as another user")
    done = subprocess.run(
        [*as_user(NOBODY), *command(place)], cwd=place, env=environment(place), capture_output=True, text=True,
        check=False, timeout=PATIENCE,
    )
    one_line(done, "permission denied")


def test_the_next_build_succeeds_clears_up_and_gives_the_same_bytes(
    place: Path, good: dict[str, tuple[int, bytes]]
) -> None:
    assert good
    (place / ".site.new").mkdir(exist_ok=True)
    (place / "build" / "downloads" / ".half-written").write_bytes(b"PK")
    done = built(place)
    assert done.returncode == 0, done.stderr
    hidden = [path.name for path in [*place.iterdir(), *place.glob("build/**/*")] if path.name.startswith(".")]
    assert [name for name in hidden if name != ".github"] == []
