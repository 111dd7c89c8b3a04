"""The process in which cases are tried: little memory, two seconds each, one line of JSON for each name it is given.

Memory is what the process held at most while it had the case, or the process that opens workbooks did (Linux only).
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

from .cases import Case, case
from .seeds import CORPUS
from .targets import Reader, refused

SECONDS = 2.0
"""Of a processor: others may be busy on the same machine."""
MEMORY = 500_000_000
"""Bytes of address space."""


@dataclass
class Tried:
    """What came of a case."""

    name: str
    how: str
    came: str
    """`sound`, `refused` or `finding`."""
    said: list[str] = field(default_factory=list)
    """The first lines; of a finding, what broke and where."""
    seconds: float = 0.0
    memory: int = 0
    """Bytes at most."""


class TooLong(BaseException):
    """A case has used up its time. No reader catches it, as it is no Exception."""


def _ring(number: int, frame: FrameType | None) -> None:
    raise TooLong


def try_it(one: Case, name: str, reader: Reader) -> Tried:
    """Give a case to its reader, within the limits."""
    tried = Tried(name, one.how, "finding")
    _forget_peak()
    before = time.process_time(), _others(reader)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        lines = reader.lines(one)
        tried.came, tried.said = "refused" if refused(one.kind, lines) else "sound", lines[:3]
    except TooLong:
        tried.said = [f"took more than {SECONDS:g} s", *_where()]
    except BaseException as error:  # anything at all is a finding
        tried.said = [f"{type(error).__name__}: {str(error)[:300]}", *_where()]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    tried.seconds = time.process_time() - before[0] + _others(reader) - before[1]
    tried.memory = max(_peak("self"), _peak(_pid(reader)))
    if tried.came != "finding" and tried.seconds > SECONDS:
        tried.came, tried.said = "finding", [f"took {tried.seconds:.1f} s", *tried.said]
    if tried.came != "finding" and tried.memory > MEMORY:
        tried.came, tried.said = "finding", [f"held {tried.memory:,} bytes", *tried.said]
    return tried


def _where() -> list[str]:
    return [line.strip() for line in traceback.format_exc().splitlines() if line.lstrip().startswith("File")][-3:]


def _pid(reader: Reader) -> str:
    process = reader.fence._process
    return str(process.pid) if process and process.poll() is None else "none"


def _others(reader: Reader) -> float:
    """Seconds of a processor that the process for workbooks has used, and those before it."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = 0
    with suppress(OSError):
        fields = Path(f"/proc/{_pid(reader)}/stat").read_text().rpartition(")")[2].split()
        running = int(fields[11]) + int(fields[12])
    return ended.ru_utime + ended.ru_stime + running / os.sysconf("SC_CLK_TCK")


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak(process: str) -> int:
    """The most memory that a process held, in bytes; nothing where that can't be known."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024
    return 0


def kept(name: str) -> Case:
    """A file of the corpus, whose name begins with its kind: `corpus/ods-far-apart.ods`."""
    path = CORPUS / name
    kind, _, _ = path.name.partition("-")
    at = {"yaml": "terms.yml", "xlsx": "form.xlsx", "ods": "form.ods", "template": "template.pptx"}
    file = path.stem.rpartition("@")[2].replace("~", "/") + ".yml" if "@" in path.name else at.get(kind, path.name)
    return Case(kind, file, path.read_bytes(), "kept")


def main() -> None:
    """Answer each name on standard input until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # nothing that a reader prints may pass for an answer
    for which, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(which, (most, resource.getrlimit(which)[1]))
    signal.signal(signal.SIGPROF, _ring)
    reader = Reader()
    reader.ready()
    for line in sys.stdin:
        name = line.strip()
        tried = try_it(case(name) if ":" in name else kept(name), name, reader)
        answers.write(json.dumps(asdict(tried)) + "\n")
        answers.flush()
    reader.close()


if __name__ == "__main__":
    main()
