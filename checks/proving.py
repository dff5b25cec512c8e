"""Proving and loading from Python: one claim asked in this process, or a folder's statements with their questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.obligations import Obligation
from checks.questions import Question, questions
from checks.reconciling import reconciled
from checks.scripts import load_script
from checks.selection import selection
from checks.settings import Settings
from checks.statements import Statement
from checks.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Loaded:
    """A statement and all that must be asked about it."""

    statement: Statement
    questions: tuple[Question, ...]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """The questions' obligations, in order."""
        return tuple(question.obligation for question in self.questions)


def load(what: str | Path | ModuleType) -> tuple[Loaded, ...]:
    """The statements of a script, a folder, a module by name, or a module that is imported already.

    The scripts run in this process, without bounds on time and memory, and what they raise comes through.

    Raises:
        NothingThere: where the name means nothing.

    >>> import tempfile, textwrap
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     script = Path(folder, "squares.py")
    ...     _ = script.write_text(textwrap.dedent('''
    ...         from checks.language import symbol
    ...         from checks.statements import statement
    ...         x = symbol("x")
    ...         square = statement("square", "A square is not negative", claims=[x**2 >= 0])
    ...     '''))
    ...     loaded = load(script)
    >>> [(each.id, [str(obligation) for obligation in each.obligations]) for each in loaded]
    [('square', ['x**2 >= 0'])]
    """
    name = what.__file__ if isinstance(what, ModuleType) else str(what)
    if name is None:
        raise TypeError(f"{what!r} has no file; name a script, a folder or a module")
    scripts = [script for part in selection([name]) for script in part.scripts]
    return tuple(Loaded(statement, questions(statement)) for script in scripts for statement in load_script(script))


def prove(claim: Claim, given: Iterable[Claim | Assumption] = (), *, seed: int = 0, digits: int = 50, seconds: float = 20.0) -> Verdict:
    """The verdict on a claim, for all values of its variables that meet what is given; never a truth value.

    Args:
        claim: what is to be shown; its sides are terms, exact numbers, or SymPy expressions in real symbols.
        given: hypotheses.
        seed, digits: of the sampling engine.
        seconds: for each engine, where it is the main thread that asks.

    Raises:
        TypeError: where something is not a claim, such as a comparison that Python or SymPy has evaluated.
        EnginesContradict: where one engine proves what another refutes.

    >>> from sympy import Symbol, exp
    >>> x, y = Symbol("x", positive=True), Symbol("y", real=True)
    >>> verdict = prove(Claim(exp(y) * x / x, "=", exp(y)))
    >>> type(verdict).__name__
    'Proved'
    >>> from checks.verdicts import explanation
    >>> explanation(prove(Claim(x, ">=", 1)))
    '1/2 against 1 at x = 1/2'
    >>> type(prove(Claim(x, ">=", 1), given=[Claim(x, ">", 2)])).__name__
    'Proved'
    """
    from checks.panel import Panel

    hypotheses = tuple(each.claim if isinstance(each, Assumption) else each for each in given)
    for each in (claim, *hypotheses):
        if not isinstance(each, Claim):
            raise TypeError(f"{each!r} ({type(each).__name__}) stands where a claim belongs; write Claim(left, relation, right)")
    obligation = Obligation(hypotheses, claim)
    return reconciled(obligation, Panel(Settings(seed=seed, digits=digits, seconds=seconds)).answers(obligation))
