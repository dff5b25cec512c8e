"""LaTeX: terms and claims as a mathematician would set them, derivations as fragments, and whole documents."""

from checks.pages.latex.terms import boxed, latex

__all__ = ["boxed", "latex"]
