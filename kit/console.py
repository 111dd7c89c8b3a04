"""How every script speaks: problems on stderr, one line each; never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from kit.errors import DataError, KitError, UsageError

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str = "") -> None:
    """Print a line as it is, without markup."""
    out.print(text, markup=False)


@contextmanager
def spoken_errors() -> Iterator[None]:
    """Turn a KitError into its lines on stderr and an exit status: 1 for the data, 2 for how it was asked."""
    try:
        yield
    except DataError as error:
        for problem in error.problems:
            err.print(str(problem), markup=False)
        count = len(error.problems)
        err.print(f"{count} problem{'s' if count != 1 else ''} found; nothing was built.", markup=False)
        sys.exit(1)
    except UsageError as error:
        err.print(str(error), markup=False)
        sys.exit(2)
    except KitError as error:
        err.print(str(error), markup=False)
        sys.exit(1)
