"""Options: what can be said on the command line, with an example for each command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

VERSION = "0.1.0"
WHAT = "a script, a folder, a module, a statement's id, or PATH::ID; none means the folder derivations"
EPILOG = """exit codes of check:
  0  all as recorded          1  something refuted, or fallen below the record; with --strict
                                 also while any printed statement fails, as recorded or not
  2  usage, or a script or ledger that cannot be read
  3  something undecided that was settled          4  engines contradict each other

examples:
  lemmata check                     every statement of the paper in derivations/
  lemmata check lemma-1 --steps     one statement with its steps
  lemmata show lemma-1              its derivation as a page
"""


CLAIMS = """claims:
  + - * / ** ^ | |  log ln exp sqrt abs min max  e pi 0.34  diff(f, x)  integral(f, x, a, b)  limit(f, x, oo)
  = != < <= > >=  0 < x < 1  x in [0, 1)  f = O(g) as N -> oo  o Omega Theta ~  uniformly in a  f -> 1 as x -> oo
  and or not => <=>  exists y = x/2: y + y = x  for all x in [1, 2]: x > 0
  names are real variables; x > 0 or x in [1, 2] among what is given is the domain of x

exit codes of prove:
  0  proved    1  refuted, or not defined somewhere    2  usage, or no claim
  3  undecided, only supported, or vacuous             4  engines contradict each other"""

MODEL = "symbolic_model.numerical_optimum"
OPTIMUM = """exit codes of optimum:
  0  the optimum is enclosed, or shown not to exist
  2  usage, or a value that the model does not take
  3  a sign could not be told, as on the border between two kinds of optimum"""


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of `lemmata`; for `optimum`, with an option for each parameter of the model that the arguments name."""
    top = argparse.ArgumentParser(
        "lemmata", description="Checks the derivations of a paper.", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"lemmata {VERSION}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _check(commands)
    _list(commands)
    _show(commands)
    _latex(commands)
    _errata(commands)
    _prove(commands)
    _optimum(commands, arguments)
    return top


def _command(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, says: str, *examples: str) -> argparse.ArgumentParser:
    epilog = "examples:\n" + "\n".join(f"  {each}" for each in examples)
    return commands.add_parser(
        name, help=says, description=f"{says[0].upper()}{says[1:]}.", epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    says = "check statements and compare their verdicts with the recorded ones"
    command = _command(
        commands, "check", says, "lemmata check", "lemmata check derivations/lemma_1_best_volume.py --steps", "lemmata check --json > report.json"
    )
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    command.add_argument("--json", action="store_true", help="print the report as JSON, schema 1")
    command.add_argument("--steps", action="store_true", help="show every step with its place, reason and verdict")
    command.add_argument("--strict", action="store_true", help="exit 1 while any printed statement fails, recorded or not, and say which")
    command.add_argument("--record", action="store_true", help="record the verdicts in recorded.toml beside the ledger")
    _settings(command)


def _list(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "list",
        "list the ledger: every statement, its script and its recorded verdict",
        "lemmata list",
        "lemmata list derivations | grep lemma",
    )
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)


def _show(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands, "show", "show one derivation as a page", "lemmata show lemma-1", "lemmata show lemma-1 --step 2", "lemmata show lemma-1 --latex"
    )
    command.add_argument("id", metavar="ID", help="the statement's id, or PATH::ID for a script or folder of another paper")
    command.add_argument("--latex", action="store_true", help="as a LaTeX fragment")
    command.add_argument("--step", type=_positive, metavar="K", help="only the K-th step, with every engine's answer")
    _settings(command)


def _latex(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "latex",
        "write derivations in LaTeX",
        "lemmata latex lemma-1",
        "lemmata latex --standalone -o derivations.tex && pdflatex derivations.tex",
    )
    command.add_argument("what", nargs="*", metavar="ID", help=WHAT)
    command.add_argument("--standalone", action="store_true", help="a document that pdflatex compiles")
    command.add_argument("-o", "--output", metavar="FILE", help="write to a file instead")
    _settings(command)


def _errata(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "errata",
        "show what fails or needs more, the gravest first, with witnesses, corrections, what falls with it, and findings",
        "lemmata errata",
        "lemmata errata lemma-1",
        "lemmata errata --latex > errata.tex && pdflatex errata.tex",
    )
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--latex", action="store_true", help="as a document that pdflatex compiles")
    form.add_argument("--json", action="store_true", help="as JSON, schema 1")
    _settings(command)


def _prove(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "prove",
        "prove or refute one claim, for all values of its variables that meet what is given",
        "lemmata prove 'x*log(x) >= x - 1' --given 'x > 0'",
        "lemmata prove 'log(N + 1) = O(log N) as N -> oo'",
        "lemmata prove --latex '\\frac{x+y}{2} \\ge \\sqrt{xy}' --given 'x > 0' --given 'y > 0' --json",
    )
    command.epilog = f"{CLAIMS}\n\n{command.epilog}"
    command.add_argument("claim", metavar="CLAIM", help="the claim, as below")
    command.add_argument("--given", action="append", default=[], metavar="CLAIM", help="what is assumed; may be said several times")
    command.add_argument("--latex", action="store_true", help="read the claims as LaTeX")
    command.add_argument("--json", action="store_true", help="print the answer as JSON, schema 1")
    command.add_argument("--engine", action="append", default=[], metavar="NAME", help="ask this engine only; may be said several times")
    command.add_argument("--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="for the whole question (default: 20)")
    command.add_argument("--digits", type=_digits, default=50, help="of the first numerical evaluation, and of values shown (default: 50)")
    command.add_argument("--seed", type=int, default=0, help="of the sampling engine (default: 0)")
    command.add_argument("--memory", type=_megabytes, default=3072, metavar="MB", help="address space of the process that is asked (default: 3072)")


def _optimum(commands: argparse._SubParsersAction[argparse.ArgumentParser], arguments: Sequence[str]) -> None:
    command = _command(
        commands,
        "optimum",
        "enclose the optimum of a model at exact values of its parameters, for certain",
        "lemmata optimum --gamma -0.77 --alpha 0.3 --E 1e18",
        "lemmata optimum --gamma=-1/2 --alpha 1/3 --beta 0.28 --E 1e200 --D 1e13 --digits 50 --json",
    )
    command.epilog = f"{OPTIMUM}\n\n{command.epilog}"
    command.allow_abbrev = False
    command.add_argument("--model", metavar="MODULE", default=MODEL, help="a module as checks.optimization describes (default: %(default)s)")
    command.add_argument("--digits", type=_few_digits, default=20, help="significant digits of each bound (default: 20)")
    command.add_argument("--json", action="store_true", help="print the optimum as JSON, schema 1")
    if arguments[:1] == ["optimum"]:
        from checks.optimum_options import add_parameters

        add_parameters(command, arguments)


def _settings(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seed", type=int, default=0, help="of the sampling engine (default: 0)")
    command.add_argument("--digits", type=_digits, default=50, help="of the first numerical evaluation (default: 50)")
    command.add_argument("--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="for each engine at each question (default: 20)")
    command.add_argument("--memory", type=_megabytes, default=3072, metavar="MB", help="address space of a worker (default: 3072)")
    command.add_argument("--jobs", type=_positive, default=None, metavar="N", help="how many workers (default: one a processor)")
    command.add_argument("--no-cache", action="store_true", help="ask anew, without what is kept in LEMMATA_CACHE or ~/.cache/lemmata")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive whole number")
    return int(text)


def _digits(text: str) -> int:
    if not text.isdecimal() or not 50 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r}: take from 50 to 10000 digits")
    return int(text)


def _few_digits(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r}: take from 1 to 1000 digits")
    return int(text)


def _megabytes(text: str) -> int:
    if not text.isdecimal() or int(text) < 256:
        raise argparse.ArgumentTypeError(f"{text!r}: a worker needs 256 MB at least")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r}: take from 0.1 to 86400 seconds")
    return seconds
