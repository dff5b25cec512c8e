"""Numeric sampling at exact points in ball arithmetic: refutes with a witness, finds undefined subterms, supports."""

from __future__ import annotations

from checks.engines.sampling.engine import Sampling

SAMPLING = Sampling()

__all__ = ["SAMPLING", "Sampling"]
