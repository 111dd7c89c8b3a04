"""Links between records on the pages that a person writes."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File, Files

from kit.errors import UsageError
from kit.handbook.links import wiki_links
from kit.handbook.site import Site
from kit.library import Library

from .conftest import UNSET


def files(*names: str) -> Files:
    return Files([File(name, "docs", "site", use_directory_urls=True) for name in names])


def linked(markdown: str, library: Library, source: str = "see/index.md") -> str:
    known = files("see/cases/taff-housing.md", "look-up/glossary.md", "kit/index.md")
    return wiki_links(markdown, source, Site(library, UNSET), known)


def test_links_between_records_become_markdown_that_mkdocs_checks(library: Library) -> None:
    assert linked("See [[case/taff-housing]].", library) == "See [Taff Housing time credits](cases/taff-housing.md)."
    assert linked("[[term/time-bank|Banks]]", library) == "[Banks](../look-up/glossary.md#term-time-bank)"
    assert linked("[[term/time-bank]]", library, "index.md").startswith("[time bank](look-up/glossary.md#")


@pytest.mark.parametrize("code", ["`[[kind/id]]`", "```\n[[case/none]]\n```", "a `[[case/none|x]]` b"])
def test_links_in_code_stay_code(code: str, library: Library) -> None:
    assert linked(code, library) == code


def test_a_link_to_no_record_names_the_nearest(library: Library) -> None:
    with pytest.raises(UsageError, match=r"no case 'taff-housin'.*taff-housing"):
        linked("[[case/taff-housin]]", library)
