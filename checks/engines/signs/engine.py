"""The engine `signs`: what follows from the number and the order of zeros of functions of one variable. It never refutes."""

from __future__ import annotations

from dataclasses import dataclass

import flint

from checks.engines.signs.contexts import is_contradictory
from checks.engines.signs.effort import Effort
from checks.engines.signs.faults import Unsettled
from checks.engines.signs.proving import prove
from checks.normal_forms.binding import require_names
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation
from checks.verdicts import Proved, Undecided, Vacuous, Verdict


@dataclass(frozen=True, slots=True)
class SignRule:
    """Decides inequalities between functions of one variable, the others being parameters, by the patterns of their signs."""

    name: str = "signs"
    uses_lemmas: bool = True
    knows_orders: bool = False

    @property
    def version(self) -> str:
        """FLINT's binding, which does the arithmetic."""
        return f"1, python-flint {flint.__version__}"

    def answer(self, obligation: Obligation) -> Verdict:
        """Proved, vacuous, or undecided with the fact that is missing."""
        if obligation.is_asymptotic:
            return Undecided("orders and infinite limits are not told by signs")
        usable = Obligation((*obligation.assumptions, *obligation.lemmas), obligation.goal)
        if usable.functions:
            return Undecided(f"{usable.functions[0].name} is an unspecified function")
        try:
            require_names(usable)
            if is_contradictory(usable):
                return Vacuous("the assumptions contradict one another")
            return Proved(prove(usable, Effort()))
        except (OutOfClass, Unsettled) as limit:
            return Undecided(str(limit))
        except RecursionError:
            return Undecided("the expression is nested too deeply")
