"""Sources: modules are compiled anew where a compiled copy may be of an earlier text.

Python takes a compiled copy for current if its source has the size and, in whole seconds, the time of writing that it had then. What is
written twice within a second is so read as it was before; a copy that was made later than that second cannot be of an earlier text.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.machinery import (
    BYTECODE_SUFFIXES,
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    SourceFileLoader,
    SourcelessFileLoader,
)
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


class CurrentSource(SourceFileLoader):
    """Loads a module from its source, or from a compiled copy that is certain to be of it."""

    def path_stats(self, path: Any) -> Mapping[str, Any]:
        """The time of writing and the size, by which Python judges a compiled copy.

        Raises:
            OSError: where it would judge wrong, so that it does without.
        """
        found = super().path_stats(path)
        if _is_doubtful(Path(cache_from_source(path)), int(found["mtime"])):
            raise OSError(f"the compiled copy of {path} may be of an earlier text")
        return found


def _is_doubtful(copy: Path, written: int) -> bool:
    try:
        return int(copy.stat().st_mtime) <= written
    except FileNotFoundError:
        return False


HOOK = FileFinder.path_hook((ExtensionFileLoader, EXTENSION_SUFFIXES), (CurrentSource, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES))


def read_current_sources() -> None:
    """From now on this process imports no module from a compiled copy that may be of an earlier text."""
    if HOOK not in sys.path_hooks:
        sys.path_hooks.insert(0, HOOK)
        sys.path_importer_cache.clear()
