"""What a publisher sets at the top of mkdocs.yml; what is not set is None, so that it can be hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import UsageError
from kit.settings import VARIABLES, Settings, from_config, load_settings

ROOT = Path(__file__).resolve().parent.parent
NOTHING = Settings(site_url=None, repository=None, branch="main", contact=None)


def loaded(folder: Path, text: str | bytes) -> Settings:
    (folder / "mkdocs.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings(folder)


def test_reads_all_four(tmp_path: Path) -> None:
    text = """
site_url: https://example.org/handbook
extra:
  project: {repository: "https://example.org/repo/", branch: next, contact: someone@example.org}
"""
    assert loaded(tmp_path, text) == Settings(
        "https://example.org/handbook/", "https://example.org/repo", "next", "someone@example.org"
    )


@pytest.mark.parametrize(
    "text",
    ["", "site_name: x", "site_url: ''", "site_url:\nextra:", "extra:\n  project:", "extra: {project: {contact: ''}}",
     "extra: [a]", "extra: {project: none}", "- a list", "extra: {project: {branch: }}"],
)
def test_what_is_unset_or_odd_is_none(text: str, tmp_path: Path) -> None:
    assert loaded(tmp_path, text) == NOTHING


def test_site_address_ends_in_one_slash() -> None:
    assert from_config({"site_url": " https://example.org/a/ "}).site_url == "https://example.org/a/"


def test_environment_may_set_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_URL", "https://example.org/pages")
    assert loaded(tmp_path, "site_url: !ENV HANDBOOK_URL").site_url == "https://example.org/pages/"


SET = 'site_url: !ENV [HANDBOOK_SITE_URL, "https://example.org/file/"]'


def test_a_variable_goes_before_what_the_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_SITE_URL", "https://example.org/variable")
    assert loaded(tmp_path, SET).site_url == "https://example.org/variable/"


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_does_not_hide_what_the_file_says(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOOK_SITE_URL", value)
    assert loaded(tmp_path, SET).site_url == "https://example.org/file/"


def test_the_projects_own_file_takes_all_three(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"site_url": "https://example.org/h/", "repository": "https://example.org/r", "contact": "a@example.org"}
    for name, value in given.items():
        monkeypatch.setenv(VARIABLES[name], value)
    assert load_settings(ROOT) == Settings(**given, branch="main")


@pytest.mark.parametrize(
    ("name", "value"),
    [("site_url", "example.org"), ("site_url", "javascript:alert(1)"), ("site_url", "https://"),
     ("site_url", "https://[x"), ("site_url", "https://example.org/a\tb"),
     ("repository", 'https://example.org/"><script>'), ("contact", "call us"),
     ("contact", "ftp://someone@example.org/")],
)
def test_what_can_not_be_linked_to_is_said(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLES[name], value)
    with pytest.raises(UsageError, match=rf"^{name} is '[^\n]*set in mkdocs\.yml, or by {VARIABLES[name]}\)$"):
        load_settings(ROOT)


@pytest.mark.parametrize("text", ["a: [", "a: b: c", b"a: \xff", "a: \x00", "a: !!python/object:x y"])
def test_file_that_is_no_yaml_is_said_in_one_line(text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^can't read mkdocs\.yml: .*mkdocs\.yml\", [^\n]*$"):
        loaded(tmp_path, text)


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"can't read mkdocs\.yml: No such file"):
        load_settings(tmp_path)


def test_the_projects_own_can_be_read() -> None:
    assert load_settings(ROOT).branch
