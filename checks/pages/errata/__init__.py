"""Errata: what a referee hands to the authors, the gravest first, as a page, as a document for pdflatex and as JSON."""

from checks.pages.errata.items import counterpoint
from checks.pages.errata.page import errata

__all__ = ["counterpoint", "errata"]
