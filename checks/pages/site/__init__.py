"""Site: a run as pages that a browser opens from disk, without network; overview, statements, errata, findings, graph, figures."""

from checks.pages.site.folder import Refused, refuse_others
from checks.pages.site.writing import Figure, write_site

__all__ = ["Figure", "Refused", "refuse_others", "write_site"]
