"""What `edition.yml` says, and what follows from it: the brand's dress, and which fields of service there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kit.check.contrast import contrast
from kit.edition.logo import NoLogo, read_logo
from kit.errors import Problem
from kit.library import Library, dotted
from kit.load import tree_of
from kit.local import Logo
from kit.model import Brand, Sector, Variant
from kit.model.base import Retired
from kit.model.brand import Palette
from kit.model.edition import Edition
from kit.shape import build, near
from kit.yamltree import Path as Place
from kit.yamltree import Tree

FILE = "edition.yml"
ENGLISH = "en"


@dataclass(frozen=True)
class About:
    """What an `edition.yml` says, and where in it."""

    edition: Edition
    logo: Logo | None
    tree: Tree
    file: str
    """As problems name it: `little-marsh/edition.yml`."""

    def problem(self, path: Place, message: str, hint: str = "") -> Problem:
        """Something wrong at a field of the file."""
        return Problem(self.file, self.tree.line(path), "", dotted(path), message, hint)


def read_about(theirs: Library) -> About | None:
    """Read an edition's file. What is wrong becomes a problem of `theirs`; None where it can't be used at all."""
    path, file = theirs.folder / FILE, f"{theirs.shown}/{FILE}"
    tree = tree_of(path, theirs)
    if tree is None:
        return None
    edition, faults = build(Edition, tree.value if tree.value is not None else {}, tree, ())
    for fault in [*tree.faults, *faults]:
        theirs.problems.append(Problem(file, fault.line, "", dotted(fault.path), fault.message, fault.hint))
    if edition is None:
        return None
    about = About(edition, None, tree, file)
    theirs.problems += _unquoted(about)
    if not edition.language.lower().startswith(ENGLISH):
        said = f"'{edition.language}': our own records are in English, and will be read aloud as if they were not"
        hint = "set it once the pages that your readers see are in that language"
        theirs.warnings.append(replace(about.problem(("language",), said, hint), level="warning", rule="language"))
    try:
        return replace(about, logo=read_logo(theirs.folder, edition.brand))
    except NoLogo as error:
        theirs.problems.append(about.problem(("brand", "logo"), str(error), error.hint))
        return about


def dressed(library: Library, theirs: Library, about: About) -> None:
    """Put the edition's name, colours and logo into the brand, unless a colour can't be read on its ground."""
    if not library.all(Brand):
        return
    ours, given = library.one(Brand), about.edition.brand.colours.model_dump(exclude_none=True)
    colours = ours.colours.model_dump() | given
    faint = list(_faint(ours, colours, about))
    theirs.problems += faint
    whose = f"Adapted by {about.edition.organisation}; the original is {ours.name}. {ours.attribution}"
    library.replace(ours.model_copy(update={
        "name": about.edition.name, "attribution": whose,
        "colours": ours.colours if faint else Palette(**colours),
        **({"logo": about.logo.place, "logo_alt": about.logo.alt} if about.logo else {}),
    }))


def _unquoted(about: About) -> Iterator[Problem]:
    """Colours that are named and have no value: to YAML an unquoted #1A4433 is a comment, and ours would show."""
    colours = about.edition.brand.colours
    for name in Palette.model_fields:
        if name in colours.model_fields_set and getattr(colours, name) is None:
            said = 'put it in quotes, such as "#1A4433", or delete the field'
            yield about.problem(("brand", "colours", name), "has no value", said)


def _faint(ours: Brand, colours: dict[str, str], about: About) -> Iterator[Problem]:
    """Pairs in use of which the edition gives a colour, and which are too much alike."""
    given = about.edition.brand.colours.model_dump(exclude_none=True)
    for pair in ours.pairs:
        own = [name for name in (pair.front, pair.back) if name in given]
        if not own or pair.front not in colours or pair.back not in colours:
            continue
        ratio = contrast(colours[pair.front], colours[pair.back])
        if ratio < pair.at_least:
            said = f"{pair.front} on {pair.back} has a contrast of {ratio:.2f}; at least {pair.at_least:g} is needed"
            yield about.problem(("brand", "colours", own[0]), said, "choose one further from the other")


def keeping(library: Library, theirs: Library, about: About) -> None:
    """Withdraw the fields of service that the edition leaves out, with what belongs to them."""
    wanted = about.edition.sectors
    if wanted is None or library.edition is None:
        return
    known = [sector.id for sector in library.all(Sector)]
    for number, name in enumerate(wanted):
        if name not in known:
            hint = near(name, known) or f"there are: {', '.join(known)}"
            theirs.problems.append(about.problem(("sectors", number), f"no sector '{name}'", hint))
    gone = {sector.ref for sector in library.all(Sector) if sector.id not in wanted}
    hidden: list[Sector | Variant] = [one for one in library.all(Sector) if one.ref in gone]
    hidden += [one for one in library.all(Variant) if one.sector in gone]
    why = Retired(reason=f"{about.edition.name} leaves this field of service out.")
    for one in hidden:
        library.replace(one.model_copy(update={"retired": why}))
    library.edition = replace(library.edition, hidden=frozenset(one.ref for one in hidden))


__all__ = ["FILE", "About", "dressed", "keeping", "read_about"]
