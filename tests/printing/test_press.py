from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import KitError
from kit.printing import press
from kit.printing.press import typeset

from .conftest import WHEN

TEMPLATE = """#let data = json(bytes(sys.inputs.data))
#set document(title: "A test")
#set text(font: "Liberation Sans", lang: "en")
= A test
#text(data)
"""


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "test.typ").write_text(TEMPLATE)
    monkeypatch.setattr(press, "TEMPLATES", tmp_path)
    return "test.typ"


def test_many_characters_that_no_font_has_are_replaced_at_once(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "MOST_UNKNOWN", 2)
    assert typeset(template, "".join(chr(0x4E00 + n) for n in range(500)), WHEN).startswith(b"%PDF-")


def test_too_many_are_said_in_one_line(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "MOST_UNKNOWN", 3)
    with pytest.raises(KitError, match="more than 3 characters that no font can show") as error:
        typeset(template, "".join(chr(0x1780 + n) for n in range(20)), WHEN)
    assert "\n" not in str(error.value)
