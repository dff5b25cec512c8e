"""Orders of several growing symbols and uniform ones, each with a false twin; the twin's path is exact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.language.claims import Claim
from checks.language.orders import Order
from checks.language.terms import exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt
from checks.verdicts import Proved, Refuted, Undecided, Verdict

from .letters import L, both, grows

Ask = Callable[..., Verdict]
N, M, a, b, c, d, k, p, u, v, w, s = L.N, L.M, L.a, L.b, L.c, L.d, L.k, L.p, L.u, L.v, L.w, L.s

# an order that holds, one that does not, under the same assumptions
Case = tuple[Order, Order, tuple[Claim, ...]]

SEVERAL: dict[str, Case] = {
    "a sum and a product": (both(N + M, "O", N * M), both(N * M, "O", N + M), ()),
    "between, as in a hull": (both(N * M, "O", N**2 + M**2), both(N**2 + M**2, "O", N * M), ()),
    "off the hull": (both(N * M**2, "O", N**3 + M**3), both(N**2 * M**2, "O", N**3 + M**3), ()),
    "below the hull": (both(N + M, "o", N**2 + M**2), both(N, "o", N + M), ()),
    "symbolic exponents": (both(N**a * M**b, "O", N**c * M**d), both(N**c * M**d, "o", N**a * M**b), (a <= c, b <= d)),
    "symbolic exponents in a hull": (
        both(N**a * M**b, "O", N + M),
        both(N ** (2 * a) * M ** (2 * b), "O", N + M),
        (a > 0, b > 0, Claim(a + b, "=", 1)),
    ),
    "logarithms": (both(N * log(M), "o", N * M), both(N * M, "O", N * log(M)), ()),
    "the logarithm of a product": (both(log(N * M), "Theta", log(N) + log(M)), both(log(N * M), "Theta", log(N)), ()),
    "the logarithm of a sum": (both(log(N + M), "Theta", log(N * M)), both(log(N + M), "O", log(N)), ()),
    "the greatest": (both(N + M, "Theta", maximum(N, M)), both(N + M, "Theta", minimum(N, M)), ()),
    "an equivalence": (both((N + 1) * (M + 1), "~", N * M), both((N + 1) * (M + N), "~", N * M), ()),
    "a quotient": (both(N * M / (N + M), "O", N), both(N * M / (N + M), "Omega", N), ()),
    "one tied to the other": (both(M, "O", N**2), both(M, "O", N), (M <= N**2,)),
    "tied up to a factor": (both(N * M, "O", N**2), both(N**2, "O", N * M), (M <= 3 * N,)),
    "tied in a logarithm": (both(M * log(M), "o", N**2), both(N * log(N), "o", M**2), (M <= N,)),
    "one smaller for certain": (both(sqrt(N**2 - M), "Theta", N), both(sqrt(N**2 + M**2), "~", N), (M <= N,)),
}
UNIFORM: dict[str, Case] = {
    "bounded": (grows(v * N, "O", N, v), grows(k * N, "O", N, k), ()),
    "bounded on both sides of zero": (grows(s * N, "O", N, s), grows(a * N, "O", N, a), ()),
    "fixed, not uniform": (grows(k * N, "O", N), grows(k * N, "O", N, k), ()),
    "bounded away from zero": (grows(w * N**2 + N, "Theta", N**2, w), grows(u * N**2 + N, "Theta", N**2, u), ()),
    "in the exponent": (grows(N**v, "O", N, v), grows(N**k, "O", N, k), ()),
    "in the exponent, strictly": (grows(N**v, "o", N**2, v), grows(N**v, "o", N, v), ()),
    "close to an end": (grows(N**u, "O", N, u), grows(N**u * log(N), "O", N, u), ()),
    "a shift": (grows(N + s, "~", N, s), grows(N + k, "~", N, k), ()),
    "a shift below": (grows(N / (N + k), "O", 1, k), grows(N / (N + k), "Omega", 1, k), ()),
    "decay": (grows(exp(-k * N), "O", 1, k), grows(exp(-p * N), "o", 1, p), ()),
    "an assumption on what ranges": (grows(N**a, "O", N**2, a), grows(N**a, "O", N, a), (a <= 2,)),
    "an assumed end other than one": (grows(N / p, "O", N, p), grows(N * p, "O", N, p), (p >= 2,)),
    "with several growing": (both(v * N + s * M, "O", N + M, v, s), both(k * N + s * M, "O", N + M, k, s), ()),
}


@pytest.mark.parametrize("name", [*SEVERAL, *UNIFORM])
def test_joint_orders(ask: Ask, name: str) -> None:
    holds, fails, given = (SEVERAL | UNIFORM)[name]
    assert isinstance(ask(holds, *given), Proved)
    assert isinstance(ask(fails, *given), Refuted)


def test_the_path_is_shown(ask: Ask) -> None:
    verdict = ask(both(N**2 * M**2, "O", N**3 + M**3))
    assert isinstance(verdict, Refuted) and "t -> oo" in verdict.witness.functions["path"]


def test_constants_are_shown(ask: Ask) -> None:
    verdict = ask(both(2 * N * M + N, "O", N**2 + M**2))
    assert isinstance(verdict, Proved) and verdict.how.endswith("|2*N*M + N| <= 3*|N**2 + M**2| for N >= 1 and M >= 1")


REFUSED: dict[str, tuple[Order, tuple[Claim, ...]]] = {
    "cancellation that is not seen": (both((N + M) ** 2 - N**2 - M**2, "Omega", N + M), ()),
    "an exponential of two": (both(exp(N + M), "O", exp(N) * exp(M)), ()),
    "a base that may be less than one": (both(exact(2) ** N, "O", exact(3) ** N * M), ()),
    "an assumption that is not a product": (both(M, "O", N), (N + sqrt(M) >= M,)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_seen_is_not_refuted(ask: Ask, name: str) -> None:
    goal, given = REFUSED[name]
    assert isinstance(ask(goal, *given), Undecided | Proved)


def test_what_is_not_seen_is_not_proved(ask: Ask) -> None:
    assert not isinstance(ask(both(absolute(N - M), "Omega", N + M)), Proved)
    assert not isinstance(ask(both(N - M, "~", N)), Proved)
