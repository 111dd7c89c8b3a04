"""Text that nobody should write and somebody will, and records that hold it."""

from __future__ import annotations

import json
from pathlib import Path

from builder import real

HOSTILE = """<script>alert(1)</script> {{ 7*7 }} {% raw %} [go](javascript:alert(2)) "quotes" & 'marks' </dl>"""
"""Reaches the reader as these characters, wherever a record's text stands."""
SENTENCE = f"{HOSTILE} wobblegong"
"""With a word of its own, to search for."""
OLD = "taff-housing-of-old"


def changed_records(place: Path) -> None:
    """The project's own records at `place`/data, with an old address for one case and hostile text in a few."""
    data = real(place)
    text = (data.folder / "cases/taff-housing.yml").read_text("utf-8")
    data.write("cases/taff-housing.yml", f"{text}aliases: [{OLD}]\n")
    said = json.dumps(SENTENCE)
    data.write("cases/hostile.yml", HOSTILE_CASE.format(name=json.dumps(f"Hostile {HOSTILE}"), said=said))
    data.append("terms.yml", HOSTILE_TERM.format(said=said))


HOSTILE_CASE = """\
id: hostile
name: {name}
summary: {said}
plain: {said}
text: {said}
place: {said}
country: Wales
years: {said}
sectors: [sector/housing]
principles: [principle/reciprocity]
cell: matrix/full-co-production
cell_why: {said}
exchange:
  - {{who: {said}, gives: {said}, gets: {said}}}
results: They tried a zorbleflap here.
today: {{text: {said}, as_of: null}}
lesson: {said}
first_move: {said}
origin: ours
on_purpose:
  link-shape: What nobody should write is shown as it is.
  reading-age: What nobody should write is hard to read.
"""
HOSTILE_TERM = """
- id: zorbleflap
  name: Zorbleflap
  also: [zorbleflaps]
  aliases: [zorbleflap-of-old]
  summary: {said}
  plain: {said}
  text: {said}
  origin: ours
  on_purpose:
    link-shape: What nobody should write is shown as it is.
    reading-age: What nobody should write is hard to read.
"""
