"""Kept: a folder for the answers of one session, so that what several tests ask about the whole paper is asked once."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import lru_cache


@lru_cache
def answers() -> str:
    """The folder, which goes with the session."""
    folder = tempfile.mkdtemp(prefix="lemmata-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
