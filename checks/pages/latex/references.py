"""References: where in a document hypotheses, calculations and definitions stand, so that what cites them points there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from checks.by import Reason
from checks.calculation import Calculation
from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.pages.latex.prose import SCRIPT, prose

NUMBERED = ("Theorem", "Lemma", "Proposition", "Corollary", "Definition", "Remark")


def reference(label: str, number: object) -> str:
    """The reference to a label, with the number that it has in a document of ours."""
    return rf"\refto{{{label}}}{{{number}}}"


@dataclass(frozen=True, slots=True)
class References:
    """References in LaTeX; what has none is cited by its name.

    Attributes:
        hypotheses: of the statement that is being set.
        calculations: of that statement, and of those before it.
        definitions: to the statement with which a definition stands.
        statements: to all statements of the document, by id.
    """

    hypotheses: Mapping[Assumption, str] = field(default_factory=dict)
    calculations: Mapping[Calculation, str] = field(default_factory=dict)
    definitions: Mapping[Claim, str] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)

    def reason(self, reason: Reason) -> str:
        """A reason in words, with references to what it uses."""
        return ", ".join([prose(reason.says), *map(self.cited, reason.using)])

    def cited(self, item: Assumption | Calculation) -> str:
        """The reference to an assumption or a calculation."""
        found = self.hypotheses.get(item) if isinstance(item, Assumption) else self.calculations.get(item)
        return found or prose(item.name)

    def within(self, hypotheses: Mapping[Assumption, str], calculations: Mapping[Calculation, str]) -> References:
        """The references within a statement with its own hypotheses and calculations."""
        return replace(self, hypotheses=hypotheses, calculations={**self.calculations, **calculations})

    def after(self, calculations: Mapping[Calculation, str], definitions: Mapping[Claim, str]) -> References:
        """The references after a statement, with what it set out."""
        return replace(self, calculations={**self.calculations, **calculations}, definitions={**self.definitions, **definitions})


def tag(where: str) -> str:
    """The paper's own number of what stands there, or else the section; none where only the place of the script is known.

    >>> tag("§3, Lemma 2 (1)"), tag("§3, eq. (t)"), tag("§4.1, Theorem 1; Appendix D"), tag("abstract; §1")
    ('Lemma 2 (1)', '§3, eq. (t)', 'Theorem 1', 'abstract')
    """
    place = "" if SCRIPT.search(where) else where.partition(";")[0].strip()
    number = place.rpartition(", ")[2]
    return number if number.startswith(NUMBERED) else place
