"""What LibreOffice shows of our slides in others' templates: nothing leaves the page or its place."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kit import deck
from kit.deck.lint import lint
from kit.running import running

from . import hostile, templates
from .conftest import SOMEWHERE, WHEN
from .decks import records, workshop
from .looking import astray_in, outside
from .test_adopt import adopted, dressed

pytestmark = pytest.mark.libreoffice
ToPdf = Callable[[bytes], Path]


@pytest.mark.parametrize("kind", [kind for kind in templates.KINDS if kind != "potx"])
def test_each_template_holds_a_workshop(kind: str, to_pdf: ToPdf) -> None:
    data = dressed(kind)
    pdf = to_pdf(data)
    assert lint(data, ours=False) == []
    assert outside(pdf, foot=None) == []
    assert astray_in(data, pdf) == []


@pytest.mark.parametrize("text", ["long", "markup", "long word"])
def test_a_template_holds_hostile_text(text: str, tmp_path: Path, to_pdf: ToPdf) -> None:
    told, held = hostile.made(hostile.TEXTS[text], records())
    data = deck.render(running(told, held), held, SOMEWHERE, WHEN, adopted=adopted("usual", tmp_path))
    assert lint(data, ours=False) == []
    assert outside(to_pdf(data), foot=None) == []


def test_a_template_that_libreoffice_saved_serves(tmp_path: Path, to_pdf: ToPdf) -> None:
    source = tmp_path / "from" / "their.pptx"
    source.parent.mkdir()
    source.write_bytes(templates.plain())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=180,
    )
    found = deck.adopt(tmp_path / "their.pptx")
    assert found.seats["Points"].matched
    data = deck.render(running(workshop("board"), records()), records(), SOMEWHERE, WHEN, adopted=found)
    pdf = to_pdf(data)
    assert lint(data, ours=False) == []
    assert outside(pdf, foot=None) == []
    assert astray_in(data, pdf) == []
