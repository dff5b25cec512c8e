"""The command `prove`: one claim from the shell."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checks.commands.running import need_engines
from checks.exits import USAGE
from checks.options import add_command, digits, megabytes, seconds

if TYPE_CHECKING:
    from checks.options import Commands
    from checks.reading import NotRead

NOTES = """claims:
  + - * / ** ^ | |  log ln exp sqrt abs min max  e pi 0.34  diff(f, x)  integral(f, x, a, b)  limit(f, x, oo)
  = != < <= > >=  0 < x < 1  x in [0, 1)  f = O(g) as N -> oo  o Omega Theta ~  uniformly in a  f -> 1 as x -> oo
  and or not => <=>  exists y = x/2: y + y = x  for all x in [1, 2]: x > 0
  names are real variables; x > 0 or x in [1, 2] among what is given is the domain of x

exit codes of prove:
  0  proved    1  refuted, or not defined somewhere    2  usage, or no claim
  3  undecided, only supported, or vacuous             4  engines contradict each other"""


def add(commands: Commands) -> None:
    """Adds `prove`."""
    says = "prove or refute one claim, for all values of its variables that meet what is given"
    examples = (
        "lemmata prove 'x*log(x) >= x - 1' --given 'x > 0'",
        "lemmata prove 'log(N + 1) = O(log N) as N -> oo'",
        "lemmata prove --latex '\\frac{x+y}{2} \\ge \\sqrt{xy}' --given 'x > 0' --given 'y > 0' --json",
    )
    command = add_command(commands, "prove", says, *examples, run=run, notes=NOTES)
    command.add_argument("claim", metavar="CLAIM", help="the claim, as below")
    command.add_argument("--given", action="append", default=[], metavar="CLAIM", help="what is assumed; may be said several times")
    command.add_argument("--latex", action="store_true", help="read the claims as LaTeX")
    command.add_argument("--json", action="store_true", help="print the answer as JSON, schema 1")
    command.add_argument("--engine", action="append", default=[], metavar="NAME", help="ask this engine only; may be said several times")
    command.add_argument("--timeout", type=seconds, default=20.0, metavar="SECONDS", help="for the whole question (default: 20)")
    command.add_argument("--digits", type=digits, default=50, help="of the first numerical evaluation, and of values shown (default: 50)")
    command.add_argument("--seed", type=int, default=0, help="of the sampling engine (default: 0)")
    command.add_argument("--memory", type=megabytes, default=3072, metavar="MB", help="address space of the process that is asked (default: 3072)")


def run(options: argparse.Namespace) -> int:
    """Asks, and shows what was found."""
    from checks.reading import NotRead, question
    from checks.scripts import NothingThere

    try:
        asked = question(options.claim, options.given, latex=options.latex)
    except NotRead as fault:
        return _not_read(fault, as_json=options.json)
    need_engines()
    from checks.inquiry import engine_names
    from checks.proofs import proof
    from checks.settings import Settings

    if unknown := [name for name in options.engine if name not in engine_names()]:
        raise NothingThere(f"there is no engine {unknown[0]}; there are {', '.join(engine_names())}")
    found = proof(asked, Settings(options.seed, options.digits, options.timeout, options.memory << 20), options.engine)
    if options.json:
        from checks.pages.proof_json import proof_json

        sys.stdout.write(proof_json(found))
    else:
        from checks.pages.proof import proof_page
        from checks.pages.spans import show

        show(proof_page(found))
    return found.exit_code


def _not_read(fault: NotRead, *, as_json: bool) -> int:
    if as_json:
        from checks.pages.proof_json import fault_json

        sys.stdout.write(fault_json(fault))
    else:
        from checks.pages.spans import show
        from checks.pages.unread import fault_page

        show(fault_page(fault), sys.stderr)
    return USAGE
