"""Figures drawn: each as SVG, and as PDF where asked, in files of their names."""

from checks.pages.figures.drawing import Drawn, NoMatplotlib, draw

__all__ = ["Drawn", "NoMatplotlib", "draw"]
