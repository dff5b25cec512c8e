"""Environment: the templates, and what they may ask for: mathematics, words, signs."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from checks.pages.latex import latex
from checks.pages.reports import grounds
from checks.pages.site.formulas import formula, mathematics, proposition
from checks.pages.site.links import sign, tone
from checks.pages.site.witnesses import witness
from checks.pages.site.words import words
from checks.verdicts import Certified, Proved, Verdict, explanation, word

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """What renders the pages; whatever a template prints is escaped, and what it does not know is an error."""
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {
        "mathematics": mathematics,
        "formula": formula,
        "proposition": proposition,
        "latex": latex,
        "words": words,
        "word": word,
        "sign": sign,
        "tone": tone,
        "explanation": explanation,
        "certificate": certificate,
        "grounds": grounds,
        "witness": witness,
        "kind": lambda content: type(content).__name__,
    }
    made.tests["settled"] = lambda verdict: isinstance(verdict, Proved | Certified)
    return made


def certificate(verdict: Verdict) -> str:
    """What lets a reader check a proof without the engine, where there is such a thing."""
    return (verdict.certificate or "") if isinstance(verdict, Proved) else ""
