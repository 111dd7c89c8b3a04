"""This side of the process that opens workbooks: starts it, waits no longer than it may, and starts it afresh."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any

from kit.reading.refusal import Refused

SECONDS = 20.0
"""How long one workbook may take; ours take a fiftieth of one."""
_FILES = 200
"""Workbooks that one process opens before another takes its place, so that nothing adds up."""
_LONGEST = 40_000_000
"""Characters of an answer."""
_HOME = Path(__file__).resolve().parent.parent.parent


class _Clock(Timer):
    """Ends a process when its time is over, and knows whether it did."""

    def __init__(self, seconds: float, process: subprocess.Popen[str]) -> None:
        super().__init__(seconds, self._ring)
        self.daemon, self.rang, self._process = True, False, process

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()


class Fence:
    """A process that opens workbooks, for as long as the `with` block lasts."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds, self._opened = seconds, 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Fence:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stop()

    def form(self, path: Path) -> dict[str, Any]:
        """The answers in a workbook: `kit.reading.cells.FormBook` as plain values. Raises Refused."""
        process = self._running()
        assert process.stdin and process.stdout
        late = _Clock(self._seconds, process)
        late.start()
        try:
            process.stdin.write(json.dumps(str(path)) + "\n")
            process.stdin.flush()
            said = process.stdout.readline(_LONGEST)
        except OSError:
            said = ""
        finally:
            late.cancel()
        if not said.endswith("\n"):
            self._stop()
            raise Refused("takes too long to open" if late.rang else _DIED)
        self._opened += 1
        found: dict[str, Any] = json.loads(said)
        if "refused" in found:
            raise Refused(str(found["refused"]))
        form: dict[str, Any] = found["form"]
        return form

    def _running(self) -> subprocess.Popen[str]:
        if self._opened >= _FILES:
            self._stop()
        if self._process is None or self._process.poll() is not None:
            self._opened = 0
            path = os.pathsep.join(filter(None, [str(_HOME), os.environ.get("PYTHONPATH", "")]))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kit.reading.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": path},
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


_DIED = "takes more memory to open than is allowed, or breaks what opens it"

__all__ = ["SECONDS", "Fence"]
