"""Writing: every page of a site from its template, with what the pages share, into a folder."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from jinja2 import Environment
from minify_html import minify

from checks.checking import Checked
from checks.language.places import shown
from checks.pages.errata.gravity import Errata, Erratum, gathered
from checks.pages.errata.items import Content, Item, Related, erratum_items, finding_items
from checks.pages.errata.summary import HEADINGS, NOTICED, PASSING, TITLES, remarks, table
from checks.pages.site.addresses import Address, addresses, by_id
from checks.pages.site.chains import chains, homes
from checks.pages.site.environment import TEMPLATES, environment
from checks.pages.site.folder import write
from checks.pages.site.graph import graph_page
from checks.pages.site.hypotheses import grounds
from checks.pages.site.links import Links
from checks.pages.site.neighbours import dependencies, related
from checks.pages.site.overview import overview

ASSETS = TEMPLATES.parent / "assets"
FONTS = (
    ("Lemmata Text", "normal", "400", "text-regular"),
    ("Lemmata Text", "italic", "400", "text-italic"),
    ("Lemmata Text", "normal", "700", "text-bold"),
    ("Lemmata Math", "normal", "400", "math"),
)


class Figure(Protocol):
    """A figure that was drawn: a picture among its files is an SVG named for it."""

    @property
    def name(self) -> str:
        """What its files are called."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def caption(self) -> str:
        """What it shows."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Where it was drawn."""


@dataclass(frozen=True, slots=True)
class Site:
    """A run, and all that its pages share."""

    checked: Checked
    figures: Sequence[Figure]
    found: tuple[Address, ...]
    templates: Environment

    def page(self, path: str, template: str, **told: object) -> tuple[str, str]:
        """A page: its path and its text."""
        root = "../" * path.count("/")
        links = Links(self.found, by_id(self.found), root)
        shared = {"checked": self.checked, "paper": self.checked.paper or "Statements", "figures": self.figures, "path": path, "root": root}
        return path, minify(self.templates.get_template(template).render(**shared, links=links, href=links.href, **told))


def write_site(checked: Checked, folder: Path, figures: Sequence[Figure] = ()) -> tuple[str, ...]:
    """Writes the site of a run into a folder and returns the paths of its files.

    Raises:
        Refused: where the folder holds something else, or cannot be written.
    """
    site = Site(checked, figures, addresses(checked.reports), environment())
    files: dict[str, str | bytes] = dict(_pages(site))
    files |= dict(_assets())
    files |= {f"figures/{each.name}.svg": _picture(each) for each in figures}
    write(folder, files)
    return tuple(files)


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    checked = site.checked
    yield site.page("index.html", "overview.html", **overview(checked, site.found), shown=shown)
    yield from _statements(site)
    errata = gathered(checked)
    yield site.page(
        "errata.html",
        "errata.html",
        errata=errata,
        titles=TITLES,
        table=list(table(errata)),
        remarks=list(remarks(errata)),
        headings=HEADINGS,
        passing=PASSING,
        noticed=NOTICED,
        items=_definitions_once(),
        Related=Related,
    )
    yield site.page("findings.html", "findings.html", noticed=errata.noticed, places=_places(errata))
    yield site.page("graph.html", "graph.html", **graph_page(checked))
    if site.figures:
        yield site.page("figures.html", "figures.html")


def _definitions_once() -> Callable[[Erratum], Iterator[Item]]:
    """The items of errata that follow one another on a page, each definition where it is met first."""
    met = set[Content]()

    def items(erratum: Erratum) -> Iterator[Item]:
        for label, content in erratum_items(erratum):
            if label != "where" or content not in met:
                yield label, content
            met.add(content)

    return items


def _places(errata: Errata) -> list[int]:
    """The number of each finding among those of its statement."""
    return [1 + [id(each) for each in report.findings].index(id(finding)) for report, finding in errata.noticed]


def _statements(site: Site) -> Iterator[tuple[str, str]]:
    graphs, at = dependencies(site.checked), homes(site.checked.reports)
    for place, each in enumerate(site.found):
        yield site.page(
            each.path,
            "statement.html",
            report=each.report,
            grounds=grounds(each.report),
            chains=list(chains(each.report, at)),
            related=related(each.report, graphs),
            before=site.found[place - 1] if place else None,
            after=site.found[place + 1] if place + 1 < len(site.found) else None,
            items=finding_items,
        )


def _picture(figure: Figure) -> bytes:
    return next(file for file in figure.files if file.suffix == ".svg").read_bytes()


def _assets() -> Iterator[tuple[str, str | bytes]]:
    """Style sheets, scripts and licences as they are; the fonts within a style sheet, since some browsers load none from a file."""
    for file in sorted(ASSETS.iterdir()):
        if file.is_file():
            yield f"assets/{file.name}", file.read_bytes()
    yield "assets/fonts.css", "".join(map(_font_face, FONTS))
    yield "assets/fonts.txt", (ASSETS / "fonts" / "README.txt").read_text() + "\n" + (ASSETS / "fonts" / "GUST-FONT-LICENSE.txt").read_text()


def _font_face(font: tuple[str, str, str, str]) -> str:
    family, style, weight, name = font
    packed = b64encode((ASSETS / "fonts" / f"{name}.woff2").read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weight}; font-display: block;'
        f" src: url(data:font/woff2;base64,{packed}) format('woff2'); }}\n"
    )
