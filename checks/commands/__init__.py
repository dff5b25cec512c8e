"""Commands: one module each, with its options and what it does; none imports algebra before it is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from checks.commands import check, errata, figures, latex, listing, new, optimum, page, prove, show, watch

if TYPE_CHECKING:
    from checks.options import Commands


class Command(Protocol):
    """A module that adds its command, with options, and with the function that carries it out and returns the exit code."""

    def add(self, commands: Commands, /) -> None:
        """Adds the command."""


COMMANDS: tuple[Command, ...] = (check, listing, show, latex, errata, page, figures, prove, optimum, watch, new)
