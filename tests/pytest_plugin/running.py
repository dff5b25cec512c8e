"""Runs of pytest in a process of its own, with this plugin and no other that is installed."""

from __future__ import annotations

import pytest

WRONG = """
wrong = calculation(
    "A wrong line",
    (x + 1) ** 2,
    equals(x**2 + 2 * x + 1, by.algebra),
    equals(x**2 + 2 * x + 2, by.algebra),
)
square = statement("square", "A square", claims=[Claim((x + 1) ** 2, "=", x**2 + 2 * x + 1)]).proved_by(wrong)
"""
PLUGINS = ("-p", "checks.pytest_plugin")
DISTRIBUTED = ("-p", "xdist", "-n", "2")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """What `pytest` with these arguments does."""
    return pytester.runpytest_subprocess(*PLUGINS, *arguments)


def ids(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    """The node ids of what is collected."""
    return [each for each in run(pytester, "--collect-only", "-q", *arguments).outlines if "::" in each]
