"""Places: the file and line of the script that wrote something."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGE = f"{Path(__file__).parents[1]}{os.sep}"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.relative}:{self.line}"

    @property
    def relative(self) -> str:
        """The file relative to the working directory where it lies below it."""
        path = Path(self.file)
        return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else self.file


def caller() -> Place:
    """The nearest line outside this package: the line of the script that is being read."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(PACKAGE):
        frame = frame.f_back
    return Place(frame.f_code.co_filename, frame.f_lineno)


def shown(place: str) -> str:
    """A place or path relative to the working directory where it lies below it."""
    return place.removeprefix(f"{Path.cwd()}/")
