"""A LaTeX document that pdflatex compiles as it stands, with nothing but the American Mathematical Society's packages."""

from __future__ import annotations

from collections.abc import Sequence

from checks.checking import Checked
from checks.pages.latex.derivations import fragment
from checks.pages.latex.prose import prose

PREAMBLE = r"""\documentclass[10pt,a4paper]{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath}
\usepackage{amssymb}
\setlength{\textwidth}{470pt}
\setlength{\oddsidemargin}{-8pt}
\setlength{\evensidemargin}{-8pt}
\setlength{\topmargin}{-30pt}
\setlength{\textheight}{690pt}
\setlength{\parindent}{0pt}
\setlength{\emergencystretch}{4em}
\allowdisplaybreaks
"""


def document(checked: Checked) -> str:
    """Every derivation of a run, one after another."""
    title = prose(checked.paper) if checked.paper else "Derivations"
    head = [
        PREAMBLE,
        rf"\title{{The derivations of\\ {title}}}",
        rf"\author{{checked with seed {checked.settings.seed}, {checked.settings.digits} digits}}",
        r"\date{}",
    ]
    return "\n".join([*head, r"\begin{document}", r"\maketitle", *fragments(checked), r"\end{document}"]) + "\n"


def fragments(checked: Checked) -> Sequence[str]:
    """The derivations of a run; entries without one are left out."""
    return [fragment(report) for report in checked.reports if report.statement is not None]
