"""Figures drawn: each as SVG, and as PDF where asked, in files of their names."""

from checks.pages.figures.drawing import CannotDraw, Drawn, draw

__all__ = ["CannotDraw", "Drawn", "draw"]
