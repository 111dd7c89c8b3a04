"""What pages written by a person may call: `{{ cards("principle") }}`. The adapter to mkdocs-macros."""

from __future__ import annotations

from typing import Any

from kit.handbook import state
from kit.handbook.fragments import FRAGMENTS, Fragment

INLINE = {"count", "host_file", "issues"}
"""Fragments that stand within a sentence."""


def define_env(env: Any) -> None:
    """Offer every fragment under its own name. Called by mkdocs-macros once a build."""
    for name, function in FRAGMENTS.items():
        env.macro(_bound(env, name, function), name)


def _bound(env: Any, name: str, function: Fragment) -> Any:
    def call(*arguments: Any, **named: Any) -> str:
        now = state.current()
        html = str(function(now.site.view(env.page.url), *arguments, **named))
        return html if name in INLINE else now.hold(html)

    return call
