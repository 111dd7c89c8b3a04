"""The search index, without the places that it has no words for."""

from __future__ import annotations

from typing import Any


def slim(index: dict[str, Any]) -> dict[str, Any]:
    """An index as the search plugin makes it, less the headings within what is left out (`data-search-exclude`).

    The plugin keeps an entry for each, under its page's title and without text: a result that says nothing.
    """
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    kept = [
        entry for entry in index["docs"]
        if entry["text"] or "#" not in entry["location"] or titles.get(_page(entry)) != entry["title"]
    ]
    return {**index, "docs": kept}


def _page(entry: dict[str, Any]) -> str:
    return str(entry["location"]).partition("#")[0]
