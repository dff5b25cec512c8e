"""Verdicts: what an engine may answer about an obligation. A sum type; none of them is true or false."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from checks.display import Displayed


@dataclass(frozen=True, slots=True)
class Witness(Displayed):
    """A point of the domain: exact rational values, unspecified functions spelled out, solved symbols apart.

    Attributes:
        values: symbol name to exact value.
        functions: an unspecified function to the formula chosen for it, such as `f(x)` to `1 + x/2`.
        solved: symbol name to an enclosure, for values that an assumed equation fixes and that are irrational.
    """

    values: Mapping[str, Fraction]
    functions: Mapping[str, str] = field(default_factory=dict)
    solved: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        pairs = [f"{name} = {value}" for name, value in sorted(self.values.items())]
        pairs += [f"{name} = {text}" for name, text in [*sorted(self.solved.items()), *sorted(self.functions.items())]]
        return ", ".join(pairs) or "no variables"


@dataclass(frozen=True, slots=True)
class Certified(Displayed):
    """A proof kernel outside this program accepted the exported statement."""

    certificate: str


@dataclass(frozen=True, slots=True)
class Proved(Displayed):
    """Established for the whole domain by an engine that decides or encloses.

    Attributes:
        certificate: what lets a reader check it without the engine, such as the identity of which it is a corollary.
        unneeded: of the assumptions that a step cites those it can do without, all of them together, as they are written.
        unaided: whether, where earlier results could be used, none was.
    """

    how: str
    example: Witness | None = None
    certificate: str | None = None
    unneeded: tuple[str, ...] = ()
    unaided: bool = False


@dataclass(frozen=True, slots=True)
class Supported(Displayed):
    """Tried at finitely many points and true at each: `met` of `tried` points met the assumptions."""

    met: int
    tried: int
    digits: int
    seed: int
    example: Witness


@dataclass(frozen=True, slots=True)
class Undecided(Displayed):
    """Not settled, and why.

    Attributes:
        example: a point that meets the assumptions, where one was found.
        is_late: whether it was for want of time.
    """

    reason: str
    example: Witness | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Refuted(Displayed):
    """False at the witness, where both sides are enclosed by disjoint balls or computed exactly.

    Attributes:
        holds: a point at which the assumptions and the claim hold, where one was seen: the claim is then false on a part only.
        says: what is seen there, where it is not two values.
    """

    witness: Witness
    left: str
    right: str
    digits: int
    seed: int
    holds: Witness | None = None
    says: str = ""

    @property
    def seen(self) -> str:
        """What is seen at the witness, in words."""
        return self.says or f"the left side is {self.left}, the right side {self.right}"


@dataclass(frozen=True, slots=True)
class Vacuous(Displayed):
    """The assumptions contradict one another."""

    reason: str


@dataclass(frozen=True, slots=True)
class IllDefined(Displayed):
    """A subterm is not defined at a point of the domain."""

    subterm: str
    reason: str
    witness: Witness


Verdict = Certified | Proved | Supported | Undecided | Refuted | Vacuous | IllDefined

WORDS: dict[type[Verdict], str] = {
    Certified: "certified",
    Proved: "proved",
    Supported: "supported",
    Undecided: "undecided",
    Refuted: "refuted",
    Vacuous: "vacuous",
    IllDefined: "ill-defined",
}


def word(verdict: Verdict) -> str:
    """The verdict's one word, as the reports and the JSON write it."""
    return WORDS[type(verdict)]


def explanation(verdict: Verdict) -> str:
    """The verdict's grounds in one line."""
    match verdict:
        case Certified(certificate):
            return certificate
        case Proved(how, unneeded=unneeded):
            return f"{how}; not needed: {', '.join(unneeded)}" if unneeded else how
        case Supported(met, tried, digits, seed, _):
            return f"true at {met} points of {tried} tried, {digits} digits, seed {seed}"
        case Undecided(reason):
            return reason
        case Refuted(witness, left, right, says=says):
            return f"{says or f'{left} against {right}'} at {witness}"
        case Vacuous(reason):
            return reason
        case IllDefined(subterm, reason, witness):
            return f"{subterm} is not defined ({reason}) at {witness}"
