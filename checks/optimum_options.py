"""Options of the command `optimum` that a model asks for: one for each of its parameters."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any

from checks.language.terms import Number, Symbol
from checks.optimization import BadValue, NoModel, Parameter, load_model, number

NEGATIVE = re.compile(r"-[\d.]")


def add_parameters(command: argparse.ArgumentParser, arguments: Sequence[str]) -> None:
    """Adds an option for each parameter of the model that the arguments name; ends with exit code 2 where there is no such model."""
    naming = argparse.ArgumentParser(command.prog, add_help=False, allow_abbrev=False)
    naming.add_argument("--model", default=command.get_default("model"))
    named = naming.parse_known_args(arguments)[0].model
    try:
        model = load_model(named)
    except NoModel as fault:
        command.error(f"argument --model: {fault}")
    command.set_defaults(values={})
    group = command.add_argument_group("parameters", f"of {named}; an exact number each, such as 2, -0.77, 1/3 or 1e18")
    for parameter in model.PARAMETERS:
        group.add_argument(
            option(parameter), dest="values", action=_Into, type=_reading(parameter), required=parameter.is_required, **_says(parameter)
        )


def option(parameter: Parameter) -> str:
    """The parameter's option.

    >>> from checks.language import POSITIVE, symbol
    >>> option(Parameter(symbol("wage_rate"), POSITIVE))
    '--wage-rate'
    """
    return f"--{parameter.name.replace('_', '-')}"


def joined(arguments: Sequence[str]) -> list[str]:
    """The arguments with each negative number joined to its option, since `-1/3` alone would be taken for an option.

    >>> joined(["optimum", "--gamma", "-1/3", "--json"])
    ['optimum', '--gamma=-1/3', '--json']
    """
    found: list[str] = []
    for word in arguments:
        if NEGATIVE.match(word) and found and found[-1].startswith("--") and "=" not in found[-1]:
            found[-1] += f"={word}"
        else:
            found.append(word)
    return found


class _Into(argparse.Action):
    """Puts a value into the dictionary of values, under its parameter's name."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option_string: str | None = None) -> None:
        name = (option_string or "").removeprefix("--").replace("-", "_")
        setattr(namespace, self.dest, {**getattr(namespace, self.dest), name: values})


def _reading(parameter: Parameter) -> Callable[[str], Number]:
    def read(text: str) -> Number:
        try:
            written = number(text)
            parameter.exact(written.value)
        except BadValue as fault:
            raise argparse.ArgumentTypeError(f"{text!r}: {fault.remedy}") from None
        except ValueError as fault:
            raise argparse.ArgumentTypeError(str(fault)) from None
        return written

    return read


def _says(parameter: Parameter) -> dict[str, str]:
    match parameter.default:
        case None:
            default = "required" if parameter.is_required else "default: none"
        case Symbol(name):
            default = f"default: that of {name}"
        case value:
            default = f"default: {value}"
    return {"metavar": "NUMBER", "help": f"{parameter.symbol.meaning}; {parameter.range} ({default})".replace("%", "%%")}
