"""Output files: shown to be writable before the work begins, and written whole or not at all when it is done."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

STANDARD_OUTPUT = "-"


def need_writable(name: str) -> None:
    """Nothing, where a file can be written under this name.

    Raises:
        NothingThere: where it cannot.
    """
    try:
        _try(Path(name))
    except OSError as fault:
        from checks.scripts import NothingThere

        raise NothingThere(f"{name or 'a file without name'} cannot be written: {fault.strerror}; name a file in a folder that exists") from None


def write_whole(name: str, text: str) -> None:
    """Writes the file beside its place and moves it there; what is no ordinary file, such as a pipe, is written as it stands.

    Raises:
        OSError: where it cannot be written.
    """
    path = Path(name)
    if name == STANDARD_OUTPUT:
        sys.stdout.write(text)
    elif path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", errors="replace")
    else:
        _replace(path.resolve(), text)


def _try(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if path.is_file() or not path.exists():
        import tempfile

        with tempfile.TemporaryFile(dir=path.resolve().parent):  # what the mode of a folder promises, its file system may refuse
            pass


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f".lemmata.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="replace")
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
