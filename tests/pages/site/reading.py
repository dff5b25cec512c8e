"""Reading: the ids and links of a page."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote


class Page(HTMLParser):
    """What a page holds: ids, links, headings."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told[name] or "" for name in ("href", "src") if name in told and tag != "use"]
        self.headings += [int(tag[1])] if tag in ("h1", "h2", "h3", "h4") else []


def pages(site: Path) -> dict[Path, Page]:
    """The pages of a site by their paths."""
    return {path.resolve(): Page(path) for path in sorted(site.rglob("*.html"))}


def dangling(site: Path) -> Iterator[tuple[str, str]]:
    """The links that lead nowhere, with the page that has them."""
    found = pages(site)
    for path, page in found.items():
        for link in page.links:
            file, _, anchor = unquote(link).partition("#")
            target = (path.parent / file).resolve() if file else path
            if link.startswith("data:"):
                continue
            if not target.is_file() or not target.is_relative_to(site.resolve()) or (anchor and anchor not in found[target].ids):
                yield path.name, link
