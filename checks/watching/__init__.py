"""Watching: what must be checked again when files change, and what earlier runs said of all the rest."""

from checks.watching.changes import Changes
from checks.watching.memory import Memory
from checks.watching.rounds import Round, rounds

__all__ = ["Changes", "Memory", "Round", "rounds"]
