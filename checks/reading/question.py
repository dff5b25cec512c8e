"""The question: a claim and what is given, and the obligations that decide it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.obligations import Obligation
from checks.reading.bounds import bound_names, claim_within, domains, is_said, within
from checks.reading.cases import Case, Claims, Unaskable, cases
from checks.reading.formulas import Both, Formula, bound_in, conjuncts, symbols_in


@dataclass(frozen=True, slots=True)
class Part:
    """One of the obligations that decide a question.

    Attributes:
        sharp: whether refuting it refutes the claim; if not, only the values chosen are unfit.
        against: whether it belongs to a counterexample: all of these proved refute the claim.
        may_be_empty: whether the claim holds too if its assumptions contradict one another.
    """

    obligation: Obligation
    sharp: bool = True
    against: bool = False
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Whether the claim holds for all values of its variables that meet what is given.

    Attributes:
        narrows: whether bounds of one variable, given or supposed, become its domain.

    Raises:
        Unaskable: where a name has two meanings.
    """

    claim: Formula
    given: tuple[Formula, ...] = ()
    narrows: bool = True

    def __post_init__(self) -> None:
        met = {symbol.name for formula in (self.claim, *self.given) for symbol in symbols_in(formula)}
        for symbol in bound_in(self.claim):
            if symbol.name in met:
                raise Unaskable(f"{symbol.name} is bound by 'exists' or 'for all' and also stands elsewhere; rename one of them")
            met.add(symbol.name)

    def without(self, index: int) -> Question:
        """The same with less given."""
        return replace(self, given=self.given[:index] + self.given[index + 1 :])

    @property
    def domains(self) -> dict[str, Interval]:
        """The domains that the given bounds make, by the names of their symbols."""
        claims = (each for whole in self.given for each in conjuncts(whole) if isinstance(each, Claim))
        return domains(claims) if self.narrows else {}

    @property
    def assumptions(self) -> tuple[Formula, ...]:
        """What is given beside the domains."""
        said = self.domains
        return tuple(each for whole in self.given for each in conjuncts(whole) if not (isinstance(each, Claim) and is_said(each, said)))

    @property
    def variables(self) -> dict[str, Interval]:
        """The variables over which the claim ranges, and their domains."""
        found = {symbol.name: symbol.domain for part in self.parts for symbol in part.obligation.variables}
        found |= {symbol.name: symbol.domain for formula in (self.claim, *self.given) for symbol in symbols_in(formula)}
        found |= {name: domain for name, domain in self.domains.items() if name in found}
        return {name: found[name] for name in sorted(found)}

    @property
    def parts(self) -> tuple[Part, ...]:
        """The obligations, in order; where their assumptions may be empty, others ask whether what is given can be met.

        Raises:
            ValueError: where none can be made.
        """
        found = dict[tuple[str, bool, bool], Part]()
        for case in cases(self.claim, Both(self.given)):
            part = Part(self._obligation(case), case.sharp, case.against, case.may_be_empty)
            key = (part.obligation.digest, part.sharp, part.against)
            if key not in found or not part.may_be_empty:
                found[key] = part
        return tuple(found.values())

    def _obligation(self, case: Case) -> Obligation:
        """The case as an obligation; what is supposed and not given does not say where the variable of a limit ranges."""
        if not self.narrows:
            return Obligation(case.hypotheses, case.goal)
        given = self.domains
        hypotheses = _rest(case.hypotheses, given)
        goal = within(case.goal, given)
        inner = frozenset[str]().union(*map(bound_names, (*hypotheses, goal)))
        supposed = {name: domain for name, domain in domains(hypotheses).items() if name not in inner}
        return Obligation(_rest(hypotheses, supposed), within(goal, supposed))


def _rest(claims: Iterable[Claim], said: dict[str, Interval]) -> Claims:
    """The claims that the domains do not say, in these domains."""
    return tuple(claim_within(claim, said) for claim in claims if not is_said(claim, said))
