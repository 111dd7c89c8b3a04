"""Figures, dates, sources and standings as people say them, the same on the site, on slides and in print."""

from __future__ import annotations

from kit.model import Evidence, Record, Reference
from kit.model.activity import Each
from kit.model.base import Origin, Part, Status
from kit.refs import Web

ORIGINS: dict[Origin, str] = {
    "paper": "From the 2009 paper",
    "later": "From a later source",
    "ours": "Our suggestion",
}
"""How we say where something comes from."""

STATUSES: dict[Status, str] = {
    "strengthened": "Stronger now",
    "contested": "Disputed",
    "superseded": "Overtaken",
    "ended": "Ended",
    "continues": "Continues",
    "unknown": "Not known",
}
"""How we name a standing."""

PARTS: dict[Part, str] = {
    "front": "the opening quotations", "summary": "the summary", "1": "Part 1", "2": "Part 2", "3": "Part 3",
    "4": "Part 4", "5": "Part 5", "6": "Part 6", "conclusion": "the conclusion", "endnotes": "the endnotes",
    "about": "the publishers' page",
}
"""What to call a part of the paper in a sentence."""

KINDS = {
    "case": "Case", "action": "Action", "agenda": "Topic", "shift": "Shift", "principle": "Principle",
}
"""What to call a record of some kinds, before its name."""

EACH: dict[Each, str] = {
    "person": "One each", "pair": "One a pair", "four": "One for every four people", "room": "One for the room",
}
"""Who gets a copy of a handout."""

MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")

_SIGNS = {
    "per cent": ("", "%"), "percentage points": ("", " points"), "pounds": ("£", ""), "dollars": ("$", ""),
    "pounds a week": ("£", ""), "pounds a year": ("£", ""), "dollars a year": ("$", ""),
    "dollars per child": ("$", ""), "pounds per visit": ("£", ""), "pence": ("", "p"),
    "times": ("", " times"), "times the investment": ("", " times"),
}
"""What stands before and after a number, by its unit, where there is room for little more."""

_ONE = {
    "studies": "study", "families": "family", "per cent": "per cent", "times the investment": "times the investment",
}


def when(date: str) -> str:
    """A date as people say it: "2009", "December 2009", "31 December 2009"."""
    year, month, day = ([*date.split("-"), "", ""])[:3]
    return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month or 0)], year) if part)


def clock(minutes: int) -> str:
    """Minutes from the start as hours and minutes: "1:05"."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def number(value: float, mark: str = "") -> str:
    """A number in words where it is round, in digits where every digit counts: "£15 billion", "681,573", "0.7"."""
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if value >= size and value % (size / 100) == 0:
            return f"{mark}{_digits(value / size)} {word}"
    return f"{mark}{_digits(value)}"


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def figure(record: Evidence) -> str:
    """A figure with its unit, as a sentence says it: "up to £995 a week", "nearly 300,000 people", "1 hour a week"."""
    marks = {"pounds": "£", "dollars": "$"}
    mark = next((sign for word, sign in marks.items() if record.unit.startswith(word)), "")
    unit = record.unit.removeprefix("pounds").removeprefix("dollars").strip() if mark else record.unit
    if unit in ("other", "ratio"):
        unit = ""
    if record.value == 1 and not mark:
        unit = _ONE.get(unit, unit.replace("hours", "hour").removesuffix("s"))
    return " ".join(part for part in (record.qualifier, _span(record, mark, ""), unit) if part)


def sign(record: Evidence) -> str:
    """A figure with its sign, for where it stands large: "7%", "up to £995", "£27 to £58"."""
    before, after = _SIGNS.get(record.unit, ("", ""))
    return " ".join(part for part in (record.qualifier, _span(record, before, after)) if part)


def _span(record: Evidence, before: str, after: str) -> str:
    ends = [record.value] if record.value is not None else [record.low or 0, record.high or 0]
    return " to ".join(number(end, before) for end in ends) + after


def pointer(record: Record, web: Web) -> str:
    """A record to look at, a case with its standing: "Case: Nurse-Family Partnership (disputed, continues)".

    "local" says that a local edition added or changed it.
    What has become of other kinds takes more words than fit here ("overtaken": which part?), so their pages say it.
    """
    told = web.standings(record) if record.kind == "case" else []
    found = dict.fromkeys(STATUSES[standing.status].lower() for _, standing in told)
    marks = [*found, *(["local"] if web.library.local(record.ref) else [])]
    standing = f" ({', '.join(marks)})" if marks else ""
    return f"{KINDS.get(record.kind, record.kind.capitalize())}: {record.title}{standing}"


def short(reference: Reference) -> str:
    """A source in a few words: "Cahn (2001)", "Boyle and Harris (2009)", "Kennedy and others (2007)"."""
    names, more = _names(reference)
    body = reference.container or reference.publisher or reference.name
    family = [name.partition(",")[0] for name in names] or [body]
    who = f"{family[0]} and others" if more or len(family) > 2 else " and ".join(family)
    return f"{who} ({reference.year or 'no date'})"


def cite(reference: Reference) -> str:
    """A source in full: "Kennedy, A. and others (2007) Title. Journal, 61(3), 254-261. https://doi.org/....".

    A work without an author, or that is its author's own site, begins with its title: "Title (2007)."
    """
    year = f" ({reference.year})" if reference.year else ""
    end = "" if reference.name.endswith(("?", "!", ".")) else "."
    authors, title = _authors(reference), reference.name.rstrip(".")
    nameless = authors in {"", title}
    head = f"{title}{year}." if nameless else f"{authors}{year} {reference.name}{end}"
    house = ": ".join(part for part in (reference.place, reference.publisher) if part)
    rest = [reference.container, reference.volume, reference.pages, house]
    tail = ", ".join(part for part in rest if part)
    address = f"https://doi.org/{reference.doi}" if reference.doi else reference.url or ""
    return " ".join(part for part in (head, f"{tail}." if tail else "", address) if part).strip()


def _authors(reference: Reference) -> str:
    names, more = _names(reference)
    if more or len(names) > 3:
        return f"{names[0]} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _names(reference: Reference) -> tuple[list[str], bool]:
    """The authors' names, and whether the record says that there are others."""
    names = [name for name in reference.authors if name.strip() not in {"and others", "et al."}]
    return names, bool(names) and len(names) < len(reference.authors)
