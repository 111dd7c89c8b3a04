"""Every command and every option, for the handbook: read off the scripts and the Makefile, which nothing here runs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.util import module_from_spec, spec_from_file_location
from inspect import getdoc, signature
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from markupsafe import Markup
from typer.models import ArgumentInfo, OptionInfo

from kit.errors import KitError
from kit.handbook.site import View

ROOT = Path(__file__).resolve().parents[2]
"""Where this code lives, with its scripts: they are told of as they are, whatever project is being built."""
_TARGET = re.compile(r"^([a-z-]+):.*?## +(.+)$", re.MULTILINE)
_SORTS = {str: "text", Path: "a file or a folder", int: "a whole number", float: "a number", bool: ""}


@dataclass(frozen=True)
class Option:
    """Something that a command may be given."""

    name: str
    """As it is typed: `--sector`, or `WORKSHOP` for what stands without a name."""
    words: str
    takes: str
    """What is written after it, in plain words; empty for a switch."""
    default: str
    """What stands if it isn't given; empty where nothing does."""
    needed: bool = False
    many: bool = False


@dataclass(frozen=True)
class Command:
    """One script."""

    name: str
    """Its path below the project's root: `scripts/validate.py`."""
    words: str
    """What it is for."""
    ends: str
    """What its one function says of itself, which is mostly how it ends."""
    options: list[Option]


@dataclass(frozen=True)
class Target:
    """Something that `make` makes."""

    name: str
    words: str


def commands(folder: Path) -> list[Command]:
    """Every script of a folder by name. Raises KitError for a folder without any, or a script that can't be read."""
    found = [_command(path) for path in sorted(folder.glob("*.py"))]
    if not found:
        raise KitError(f"{folder} holds no scripts, so the handbook can't tell of them")
    return found


def targets(makefile: Path) -> list[Target]:
    """What the Makefile says of its targets, in its order."""
    return [Target(name, words) for name, words in _TARGET.findall(makefile.read_text("utf-8"))]


def command_list(view: View) -> Markup:
    """Every script with its options."""
    return view.render("fragment_commands.html", commands=commands(ROOT / "scripts"))


def make_list(view: View) -> Markup:
    """What `make` can be asked for."""
    return view.render("fragment_targets.html", targets=targets(ROOT / "Makefile"))


def _command(path: Path) -> Command:
    module = _loaded(path)
    main = getattr(module, "main", None)
    ends = " ".join((getdoc(main) or "").split()) if main else ""
    return Command(f"scripts/{path.name}", (module.__doc__ or "").strip(), ends, list(_options(main)) if main else [])


def _loaded(path: Path) -> ModuleType:
    """A script as a module, whose last lines see that it isn't being run."""
    name = f"_scripts_{path.stem}"
    spec = spec_from_file_location(name, path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules[name] = module  # where dataclasses look for the types of their fields
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise KitError(f"scripts/{path.name} can't be read for the handbook: {type(error).__name__}: {error}") from None
    finally:
        del sys.modules[name]
    return module


def _options(main: Callable[..., None]) -> Iterator[Option]:
    """What a function takes, read as Typer reads it: each parameter's type and what is said beside it."""
    hints = get_type_hints(main, include_extras=True)
    for name, parameter in signature(main).parameters.items():
        kind, said = get_args(hints[name])
        kinds = [one for one in get_args(kind) if one is not NoneType] if get_origin(kind) is UnionType else [kind]
        many = get_origin(kinds[0]) is list
        plain = get_args(kinds[0])[0] if many else kinds[0]
        needed = parameter.default is parameter.empty
        typed = name.upper() if isinstance(said, ArgumentInfo) else _typed(name, said, plain)
        default = "" if needed else _default(parameter.default)
        yield Option(typed, said.help or "", said.metavar or _takes(plain), default, needed, many)


def _typed(name: str, said: OptionInfo, plain: Any) -> str:
    """An option as it is typed; both names of a switch that can be turned off."""
    usual = name.replace("_", "-")
    either = [f"--{usual}", f"--no-{usual}"] if plain is bool else [f"--{usual}"]
    # Within Annotated, Typer takes the first of the names given for a default, and keeps it there.
    given = [one for one in (said.default, *(said.param_decls or ())) if isinstance(one, str)]
    return ", ".join(given or either)


def _takes(plain: Any) -> str:
    if isinstance(plain, type) and issubclass(plain, Enum):
        return f"one of {', '.join(str(one.value) for one in plain)}"
    if get_origin(plain) is Literal:
        return f"one of {', '.join(map(str, get_args(plain)))}"
    return _SORTS[plain]


def _default(value: Any) -> str:
    """A default as it would be typed; paths below the project's root, so that no page names a place on a machine."""
    if isinstance(value, Path):
        return value.relative_to(ROOT).as_posix() if value.is_relative_to(ROOT) else value.name
    if isinstance(value, Enum):
        return str(value.value)
    return str(value) if isinstance(value, int | float | str) and not isinstance(value, bool) and value != "" else ""


__all__ = ["ROOT", "Command", "Option", "Target", "command_list", "commands", "make_list", "targets"]
