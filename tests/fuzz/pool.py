"""The processes that try cases: two at a time, each ended and begun afresh when a case ends it or hangs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from queue import Empty, Queue
from threading import Lock, Thread, Timer

from builder import ROOT

from .worker import Tried

WORKERS = 2
HANGS = 60.0
"""Seconds by the clock after which a process is given up: where code that isn't Python's never looks at its own."""
_CASES = 400
"""That one process tries, so that nothing adds up."""
_FULL = 200_000_000
"""Bytes that a process may have held: Python keeps what it once had, and the next case would seem to need as much."""


class _Worker:
    """One process, begun when it is first needed."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.tried = 0

    def ask(self, name: str) -> Tried:
        """What came of a case; a finding where the process came to its end."""
        if self.tried >= _CASES:
            self.stop()
        process = self._running()
        assert process.stdin and process.stdout
        late = Timer(HANGS, process.kill)
        late.start()
        try:
            process.stdin.write(f"{name}\n")
            process.stdin.flush()
            said = process.stdout.readline()
        except OSError:
            said = ""
        finally:
            late.cancel()
        if said:
            self.tried += 1
            tried = Tried(**json.loads(said))
            if tried.memory > _FULL:
                self.stop()
            return tried
        ended = process.wait()
        self.stop()
        return Tried(name, "ended the process", "finding", [f"the process that read it ended with {ended}"])

    def _running(self) -> subprocess.Popen[str]:
        if self.process is None:
            path = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])
            self.tried = 0
            self.process = subprocess.Popen(
                [sys.executable, "-m", "fuzz.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": path},
            )
        return self.process

    def stop(self) -> None:
        """Let the process end, and clear up behind it; end it if it won't."""
        process, self.process = self.process, None
        if process:
            try:
                process.communicate(timeout=10)
            except (subprocess.TimeoutExpired, OSError):
                process.kill()
                process.communicate()


def try_all(
    names: Iterable[str], told: Callable[[Tried], None] = lambda tried: None, workers: int = WORKERS
) -> list[Tried]:
    """Try every case; `told` is called after each."""
    waiting: Queue[str] = Queue()
    for name in names:
        waiting.put(name)
    found, lock = list[Tried](), Lock()

    def work() -> None:
        worker = _Worker()
        try:
            while True:
                tried = worker.ask(waiting.get_nowait())
                with lock:
                    found.append(tried)
                    told(tried)
        except Empty:
            worker.stop()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


__all__ = ["try_all"]
