"""A deck: against pandoc on the same content, and as its slides grow."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pptx import Presentation

from benchmarks.measure import PYTHON, ROOT, alternating, several, tool
from benchmarks.table import Chapter

WORKSHOP = "half-day"


def against_pandoc(folder: Path, runs: int) -> Chapter:
    """Our deck of the half-day workshop, beside pandoc's of the same titles, words and notes."""
    ours, theirs, source = folder / "ours.pptx", folder / "theirs.pptx", folder / "deck.md"
    make = [PYTHON, str(ROOT / "scripts/make_deck.py"), WORKSHOP, "--out", str(ours)]
    render = [PYTHON, "-m", "benchmarks.render_deck", str(folder / "deck.pickle"), str(folder / "rendered.pptx")]
    subprocess.run(make, check=True, capture_output=True)
    subprocess.run([PYTHON, "-m", "benchmarks.render_deck", "--keep", WORKSHOP, str(folder / "deck.pickle")],
                   check=True, capture_output=True, cwd=ROOT)
    source.write_text(_markdown(ours), "utf-8")
    pandoc = [tool("pandoc", "pandoc"), str(source), "--slide-level=2", "-o", str(theirs)]
    took = alternating({"make": make, "render": render, "pandoc": pandoc}, runs, folder)
    slides = len(Presentation(str(ours)).slides)
    return Chapter(
        "A deck against pandoc", "not slower, while it adds charts, descriptions of pictures, and sections",
        ["What", "Time, median (range)", "Memory"],
        [[f"make_deck.py {WORKSHOP}: reads and checks all records, then makes {slides} slides",
          str(took["make"]), took["make"].memory],
         [f"The same {slides} slides from what is already read (a process of its own)",
          str(took["render"]), took["render"].memory],
         ["pandoc, the same words from Markdown", str(took["pandoc"]), took["pandoc"].memory]],
        [f"The whole command takes {took['make'].median / took['pandoc'].median:.1f} times as long as pandoc; "
         f"without reading the records, {took['render'].median / took['pandoc'].median:.1f} times."],
    )


def growth(folder: Path, runs: int, slides: tuple[int, ...]) -> Chapter:
    """A workshop of more and more slides of the same kinds."""
    rows, first = [], 0.0
    for many in slides:
        kept = folder / f"deck-{many}.pickle"
        subprocess.run([PYTHON, "-m", "benchmarks.render_deck", "--keep", WORKSHOP, str(kept), "--slides", str(many)],
                       check=True, capture_output=True, cwd=ROOT)
        target = folder / f"grown-{many}.pptx"
        took = several([PYTHON, "-m", "benchmarks.render_deck", str(kept), str(target)], runs, folder)
        made = len(Presentation(str(target)).slides)
        first = first or took.median / made
        rows.append([f"{made}", str(took), f"{took.median / made * 1000:.0f} ms", took.memory])
    return Chapter("A deck as its slides grow", "to 400 slides without the time for each slide growing",
                   ["Slides", "Time, median (range)", "For each slide", "Memory"], rows)


def _markdown(path: Path) -> str:
    """The words of a deck, slide by slide, with their notes."""
    parts = []
    for slide in Presentation(str(path)).slides:
        frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
        title, *rest = frames or ["Slide"]
        body = "\n".join(f"- {line}" for text in rest for line in text.splitlines() if line.strip())
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        parts.append(f"## {' '.join(title.split())}\n\n{body}\n\n::: notes\n{notes}\n:::\n")
    return "\n".join(parts)
