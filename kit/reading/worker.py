"""The process that opens workbooks: little memory, no files to write, one line of JSON for each path it is given.

Started by `kit.reading.fence`, never imported. Where the system has no limits to set (Windows), the clock and the
looks beforehand remain.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from kit.reading.archive import LARGEST
from kit.reading.cells import form
from kit.reading.refusal import Refused

MEMORY = 500_000_000
"""Bytes of address space."""


def limit() -> None:
    """Take away what reading needs not. A system that lacks a limit keeps it."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for name, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0), ("RLIMIT_NOFILE", 32)):
        with suppress(ValueError, OSError, AttributeError):
            which = getattr(resource, name)
            resource.setrlimit(which, (most, resource.getrlimit(which)[1]))


def answer(path: str) -> dict[str, Any]:
    """The answers in a workbook, or why it is refused."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Refused(f"has more than {LARGEST:,} bytes")
        return {"form": form(data).plain()}
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": "takes more memory to open than is allowed"}
    except OSError as error:
        return {"refused": f"can't be read ({(error.strerror or str(error)).lower()})"}
    except Exception as error:
        return {"refused": f"can't be read as a workbook ({type(error).__name__})"}


def main() -> None:
    """Answer each line of input, a path as JSON, until there are no more."""
    limit()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
