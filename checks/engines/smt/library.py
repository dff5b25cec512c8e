"""Library: Z3, imported when something is first put to it."""

from __future__ import annotations

from typing import Any


def library() -> Any:
    """The module `z3`."""
    import z3  # type: ignore[import-untyped]  # it ships no types

    return z3
