"""Slopes: derivatives of the corpus's trees by the rules of calculus, nothing simplified away."""

from __future__ import annotations

from fractions import Fraction

from tests.soundness.grammar import Tree, names

ONE: Tree = ("number", Fraction(1))
ZERO: Tree = ("number", Fraction(0))


def derivative(tree: Tree, name: str) -> Tree:
    """The derivative in a name; ("sign", a) in it is the sign of a, undefined where a vanishes."""
    if name not in names(tree):
        return ZERO
    match tree:
        case ("name", _):
            return ONE
        case ("neg", a):
            return ("neg", derivative(a, name))
        case ("+" | "-", a, b):
            return (tree[0], derivative(a, name), derivative(b, name))
        case ("*", a, b):
            return ("+", ("*", derivative(a, name), b), ("*", a, derivative(b, name)))
        case ("/", a, b):
            return ("/", ("-", ("*", derivative(a, name), b), ("*", a, derivative(b, name))), ("*", b, b))
        case ("**", a, ("number", exponent)):
            return derivative(a, name) if exponent == 1 else _of_power(a, exponent, name)
        case ("**", a, b) if name not in names(b):
            return ("*", ("*", b, ("**", a, ("-", b, ONE))), derivative(a, name))
        case ("**", a, b):
            return ("*", tree, derivative(("*", b, ("call", "log", (a,))), name))
        case ("call", function, arguments):
            return _of_call(function, arguments, name)
        case ("sign", _):
            return ("*", ZERO, tree)
    raise ValueError(f"no rule for {tree}")


def _of_power(base: Tree, exponent: Fraction, name: str) -> Tree:
    return ("*", ("*", ("number", exponent), ("**", base, ("number", exponent - 1))), derivative(base, name))


def _of_call(function: str, arguments: tuple[Tree, ...], name: str) -> Tree:
    match function, arguments:
        case "log", (a,):
            return ("/", derivative(a, name), a)
        case "exp", (a,):
            return ("*", derivative(a, name), ("call", "exp", (a,)))
        case "sqrt", (a,):
            return ("/", derivative(a, name), ("*", ("number", 2), ("call", "sqrt", (a,))))
        case "abs", (a,):
            return ("*", derivative(a, name), ("sign", a))
        case (("min" | "max"), (a, b)):
            half = ("*", ("-", derivative(a, name), derivative(b, name)), ("sign", ("-", a, b)))
            return ("/", ("+" if function == "max" else "-", ("+", derivative(a, name), derivative(b, name)), half), ("number", 2))
    raise ValueError(f"no rule for {function}")
