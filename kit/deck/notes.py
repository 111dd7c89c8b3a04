"""The facilitators' notes under each slide: when, what to say, what to watch for, access, sources."""

from __future__ import annotations

from collections.abc import Iterator

from kit.deck.sheet import Notes, Para, said


def clock(minutes: int) -> str:
    """Minutes from the start as hours and minutes: "1:05"."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def when(notes: Notes) -> str:
    """How long the slide takes, and where that falls in the workshop."""
    if notes.within:
        return "Within the minutes of the slide before."
    if not notes.minutes:
        return f"No time of its own, at {clock(notes.start)} from the start."
    unit = "minute" if notes.minutes == 1 else "minutes"
    return f"{notes.minutes} {unit}, from {clock(notes.start)} to {clock(notes.start + notes.minutes)}."


def written(notes: Notes) -> Iterator[Para]:
    """The notes as paragraphs, each part under its heading."""
    yield said("TIME", bold=True)
    yield said(when(notes))
    for heading, paras in _parts(notes):
        if paras:
            yield said(heading, bold=True)
            yield from paras


def _parts(notes: Notes) -> tuple[tuple[str, tuple[Para, ...]], ...]:
    return (
        ("SHORTER THAN IT COULD BE", notes.shorter),
        ("SAY", notes.script),
        ("WATCH FOR", notes.watch),
        ("WHEN IT GOES QUIET", notes.quiet),
        ("WHEN IT GETS HEATED", notes.heated),
        ("ACCESS", notes.access),
        ("REMOTE", notes.remote),
        ("TALK IT OVER", notes.debrief),
        ("SOURCES", tuple(said(source) for source in notes.sources)),
    )
