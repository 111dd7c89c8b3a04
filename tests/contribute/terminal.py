"""A person at a terminal: keys typed at each question, and what was shown."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

from builder import ROOT


def typed(arguments: list[str | Path], keys: list[str], patience: float = 60) -> tuple[int, str]:
    """Run scripts/new.py at a pseudo-terminal, with one of `keys` for each question. Its status, and the screen."""
    child, screen = pty.fork()
    if not child:
        # A shell's background jobs have it ignored, and children take that over.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execv(sys.executable, [sys.executable, str(ROOT / "scripts" / "new.py"), *map(str, arguments)])
    shown, waiting, end = b"", list(keys), time.monotonic() + patience
    while time.monotonic() < end:
        ready, _, _ = select.select([screen], [], [], 0.2)
        try:
            held = os.read(screen, 65536) if ready else b""
        except OSError:  # the program has ended
            break
        shown += held
        if not held and waiting and shown.endswith(b": "):
            os.write(screen, waiting.pop(0).encode())
    else:
        os.kill(child, signal.SIGKILL)  # it still waits for an answer
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(screen)
    return status, shown.decode().replace("\r\n", "\n")
