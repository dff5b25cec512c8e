"""The model's functions at exact values that were computed by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from checks import Claim, prove
from checks.language import Term, log, symbol
from checks.verdicts import Proved
from symbolic_model.demand import f_gamma, f_zero, inverse_demand
from symbolic_model.profit import best_volume, inference_cost, profit, reduced_profit, training_cost
from symbolic_model.scaling import balanced_data, balanced_size, chinchilla, leontief, reducible_loss
from symbolic_model.symbols import E, a, alpha, b, beta, delta, gamma, omega, q

POINT = {a: 3, b: 5, alpha: Fraction(1, 2), beta: 2, E: 4, delta: 2, omega: 7, gamma: 2}
linked = symbol("linked")

BY_HAND: dict[str, tuple[Term, Fraction]] = {
    "price 7*3 - 2*5": (inverse_demand(5, 3), Fraction(11)),
    "f_2(2) = (1 - 1/4)/2": (f_gamma(2), Fraction(3, 8)),
    "f_2 at quality 1": (f_gamma(1), Fraction(0)),
    "f_{-1}(9) = 9 - 1": (f_gamma(9).subs(gamma, -1), Fraction(8)),
    "ln 1": (f_zero(1), Fraction(0)),
    "revenue (7*3 - 2*5)*5": (5 * inverse_demand(5, 3), Fraction(55)),
    "training 6*2*3/4": (training_cost(2, 3), Fraction(9)),
    "inference 2*2*5/4": (inference_cost(2, 5), Fraction(5)),
    "profit 55 - 9 - 5": (profit(2, 3, 5, 3), Fraction(41)),
    "volume (7*3 - 2*2/4)/4": (best_volume(2, 3), Fraction(5)),
    "reduced profit 20**2/8 - 9": (reduced_profit(2, 3, 3), Fraction(41)),
    "Leontief min(3*2, 5*9)": (leontief(4, 3), Fraction(6)),
    "Leontief min(3*10, 5*4)": (leontief(100, 2), Fraction(20)),
    "loss 3/2 + 5/9": (reducible_loss(4, 3), Fraction(37, 18)),
    "Chinchilla 18/37": (chinchilla(4, 3), Fraction(18, 37)),
    "balanced size (5/3)**2*3**4": (balanced_size(3), Fraction(225)),
    "balanced data (3/5)**(1/2)*(25/3)**(1/4), squared twice": (balanced_data(Fraction(25, 3)) ** 4, Fraction(3)),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_values_computed_by_hand(name: str) -> None:
    term, expected = BY_HAND[name]
    assert isinstance(prove(Claim(term.subs(POINT), "=", expected)), Proved)


def test_the_logarithm_is_the_natural_one() -> None:
    assert isinstance(prove(Claim(f_zero(q), "=", log(q))), Proved)


GRID = tuple(product((0, 1, Fraction(5, 3), 40), (0, Fraction(1, 7), 12), (-2, 0, Fraction(3, 2), 9)))


@pytest.mark.parametrize(("parameters", "tokens", "height"), GRID)
def test_reduced_profit_is_profit_at_the_best_volume(parameters: Fraction, tokens: Fraction, height: Fraction) -> None:
    at_best = profit(parameters, tokens, best_volume(parameters, height), height).subs(POINT)
    assert isinstance(prove(Claim(at_best, "=", reduced_profit(parameters, tokens, height).subs(POINT))), Proved)


@pytest.mark.parametrize("offset", [Fraction(-3), Fraction(1, 10), Fraction(4)])
def test_other_volumes_forgo_delta_times_the_square(offset: Fraction) -> None:
    best = best_volume(2, linked)
    forgone = profit(2, 3, best, linked) - profit(2, 3, best + offset, linked)
    assert isinstance(prove(Claim(forgone, "=", delta * offset**2)), Proved)
