"""Proving and loading from Python: one claim asked with a deadline, or a folder's statements with their questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.language.propositions import Proposition
from checks.obligations import Obligation
from checks.questions import Question, questions
from checks.reading import Formula
from checks.reading import Question as Asked
from checks.scripts import load_script
from checks.selection import selection
from checks.settings import Settings
from checks.statements import Statement
from checks.verdicts import Verdict

if TYPE_CHECKING:
    from checks.proofs import Proof


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


def prove(
    claim: Proposition | str, given: Iterable[Claim | Assumption | str] = (), *, seed: int = 0, digits: int = 50, seconds: float = 20.0
) -> Verdict:
    """The verdict on a claim, for all values of its variables that meet what is given; never a truth value.

    Args:
        claim: what is to be shown: a claim whose sides are terms, exact numbers, or SymPy expressions in real symbols,
            an order or another proposition, or a text as `lemmata prove` reads it.
        given: hypotheses, texts among them.
        seed, digits: of the sampling engine.
        seconds: for everything, after which what is not answered is undecided.

    Raises:
        TypeError: where something is not a claim, such as a comparison that Python or SymPy has evaluated.
        NotRead: where a text is no claim.
        EnginesContradict: where one engine proves what another refutes.

    >>> from sympy import Symbol, exp
    >>> x, y = Symbol("x", positive=True), Symbol("y", real=True)
    >>> verdict = prove(Claim(exp(y) * x / x, "=", exp(y)))
    >>> type(verdict).__name__
    'Proved'
    >>> from checks.verdicts import explanation
    >>> explanation(prove(Claim(x, ">=", 1)))
    '1/3 against 1 at x = 1/3'
    >>> type(prove(Claim(x, ">=", 1), given=[Claim(x, ">", 2)])).__name__
    'Proved'
    >>> type(prove("a*b = b*a + 0*c")).__name__
    'Proved'
    """
    found = proof(claim, given, seed=seed, digits=digits, seconds=seconds)
    if found.contradiction is not None:
        raise found.contradiction
    return found.verdict


def proof(
    claim: Proposition | str,
    given: Iterable[Claim | Assumption | str] = (),
    *,
    seed: int = 0,
    digits: int = 50,
    seconds: float = 20.0,
    engines: Iterable[str] = (),
) -> Proof:
    """The same with all that was found out: each obligation with every engine's answer, points, and what is not needed.

    Args:
        claim, given, seed, digits, seconds: as for `prove`.
        engines: the names of those to ask; none means all.

    Raises:
        TypeError, NotRead: as `prove` does.
    """
    from checks.proofs import proof as found

    return found(question(claim, given), Settings(seed=seed, digits=digits, seconds=seconds), tuple(engines))


def question(claim: Proposition | str, given: Iterable[Claim | Assumption | str] = ()) -> Asked:
    """What is asked, from claims and texts; a name in a text means the symbol of that name in the claims.

    Raises:
        TypeError, NotRead: as `prove` does.
    """
    from checks.reading import asked, formula
    from checks.reading.formulas import symbols_in

    several = (given,) if isinstance(given, str | Claim | Assumption) else tuple(given)
    stated = (claim, *(each.claim if isinstance(each, Assumption) else each for each in several))
    for place, each in enumerate(stated):
        if not isinstance(each, str | Claim) and (place or not isinstance(each, Proposition)):
            raise TypeError(f"{each!r} ({type(each).__name__}) stands where a claim belongs; write Claim(left, relation, right)")
    symbols = {symbol.name: symbol for each in stated if not isinstance(each, str) for symbol in symbols_in(each)}
    formulas: list[Formula] = [formula(each, symbols) if isinstance(each, str) else each for each in stated]
    text = next((each for each in stated if isinstance(each, str)), None)
    if text is None:
        return Asked(formulas[0], tuple(formulas[1:]), narrows=False)
    return asked(formulas[0], tuple(formulas[1:]), text)
