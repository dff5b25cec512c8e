"""Directions in other places: what abstract, introduction, version 2 and the authors' thread say of n*, d* and the training cost.

They contradict each other on b: the abstract has n* and the cost rise, the introduction has n* fall and the cost stand still.
At the optimum n* rises with b and d* with a, always; the other directions depend on more than the sign of gamma.
"""

from fractions import Fraction

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, Exists, Implies, choice, exists, implies
from checks.statements import fact, false_belief, statement
from derivations.optimum_moves import Moves, by_data, by_parameters
from derivations.optimum_moves import under_logarithm as at_zero
from derivations.optimum_moves import under_power as optimum
from derivations.section_4_1_directions import cost_rise, data_fall, data_rise, gain, size_rise
from derivations.section_4_2_directions import cost_rise as cost_rise_at_zero
from derivations.section_4_2_directions import size_rise as size_rise_at_zero
from symbolic_model.assumptions import gamma_not_zero, negative_gamma, positive_gamma
from symbolic_model.optimum import training_cost, training_pressure
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

v, w, K, h = optimum.of.margin, optimum.of.marginal_margin, optimum.of.curvature, optimum.of.steepness
gain_by_data = training_pressure + w**2 - (1 + alpha * gamma) * h * v

cost_with_b = calculation(
    "How the training cost responds to b",
    optimum.dc(by_data),
    equals(training_cost * gain_by_data / (alpha * K), by.differentiation(gamma_not_zero, optimum.curved)),
)
cost_with_a = calculation(
    "How the training cost responds to a",
    optimum.dc(by_parameters),
    equals(training_cost * gain / (alpha * K), by.differentiation(gamma_not_zero, optimum.curved)),
)
size_with_a = calculation(
    "How the size responds to a",
    optimum.dn(by_parameters),
    equals(n * (w * h / alpha - gamma * h * v - training_pressure / alpha) / K, by.differentiation(gamma_not_zero, optimum.curved)),
)
rising_cost_with_a = implies(negative_gamma.claim, optimum.dc(by_parameters) > 0)
sign_by_a, sign_by_b = cost_with_a.conclusion, cost_with_b.conclusion


def at_optimum(moves: Moves, claim: Claim) -> Implies:
    """The claim, wherever the conditions of the optimum are met."""
    return implies(tuple(each.claim for each in moves.given), claim)


def possible(exponent: Fraction, margin: Fraction, rising: Fraction, claim: Claim) -> Exists:
    """An optimum of 9 parameters at alpha = a = omega = delta = 1 and E = 1000 with the claim; v and w give the rho that belongs to it."""
    values = {E: 1000, a: 1, alpha: 1, delta: 1, omega: 1, gamma: exponent, n: 9, rho: 1000 * margin * rising / (24 * 81)}
    met = tuple(each.claim for each in optimum.of.conditions)
    return exists(*values, such_that=(*met, claim), choices=(choice(values),))


def with_demand_nearly_linear(claim: Claim) -> Exists:
    """The claim is possible at gamma = -1/2."""
    return possible(Fraction(-1, 2), Fraction(3982, 1000), Fraction(2982, 1000), claim)


def with_demand_soon_saturated(claim: Claim) -> Exists:
    """The claim is possible at gamma = 1."""
    return possible(Fraction(1), Fraction(7838, 9000), Fraction(838, 9000), claim)


abstract = (
    statement(
        "abs-data-efficiency-expands",
        "Data efficiency raises size and spending",
        claims=[optimum.dn(by_data) > 0, optimum.dc(by_data) > 0],
        given=optimum.given,
    )
    .proved_by(size_rise)
    .corrected(
        optimum.dn(by_data) > 0,
        sign_by_b,
        K > 0,
        by=[cost_with_b, optimum.curved],
        says="n* rises with b, but rho in the cost 6*rho*n**2/E falls: the cost moves with the sign of v*w + w**2 - (1 + alpha*gamma)*alpha*h*v; "
        "the bound of Theorem 1, from which the sentence seems to come, does not contain b at all",
    )
)

introduction = statement(
    "intro-data-efficiency",
    "Data efficiency lowers the size and leaves spending",
    claims=[optimum.dn(by_data) < 0, Claim(optimum.dc(by_data), "=", 0)],
    given=optimum.given,
).corrected(
    optimum.dn(by_data) > 0,
    sign_by_b,
    K > 0,
    by=[size_rise, cost_with_b, optimum.curved],
    says="the bound of Theorem 1 on the cost does not contain b, and that was taken for the optimum; the direction of n* is wrong "
    "even for the bound, and contradicts the abstract and section 4",
)

by_sign_of_gamma = (
    statement(
        "intro-sign-gamma-parameter-efficiency",
        "The sign of gamma decides how spending moves with a",
        claims=[rising_cost_with_a, implies(positive_gamma.claim, optimum.dc(by_parameters) < 0)],
        given=optimum.given,
    )
    .proved_by(cost_rise)
    .corrected(
        rising_cost_with_a,
        sign_by_a,
        K > 0,
        by=[cost_with_a, optimum.curved],
        says="a**-gamma in the bound changes its direction with the sign of gamma, the optimum does not: for gamma > 0 the cost rises with a "
        "at low quality and falls at high",
    )
    .finding(
        false_belief(
            "For gamma > 0 the cost always rises",
            optimum.dc(by_parameters) > 0,
            given=[*optimum.given, positive_gamma],
            says="For gamma > 0 both directions occur, so that the sign of gamma does not decide.",
        )
    )
)

version_2 = statement(
    "v2-s4.1-parameter-efficiency",
    "Parameter efficiency lowers size and spending",
    claims=[optimum.dn(by_parameters) < 0, optimum.dc(by_parameters) < 0],
    given=optimum.given,
).corrected(
    rising_cost_with_a,
    sign_by_a,
    size_with_a.conclusion,
    K > 0,
    by=[cost_rise, cost_with_a, size_with_a, optimum.curved],
    says="directions of bounds were taken for directions of the optimum: for gamma < 0 the cost rises with a, and n* can rise as well",
)

thread = (
    statement(
        "thread-parameter-efficiency",
        "Parameter efficiency lowers size, data and spending",
        claims=[optimum.dn(by_parameters) < 0, optimum.dd(by_parameters) < 0, optimum.dc(by_parameters) < 0],
        given=optimum.given,
    )
    .corrected(
        optimum.dd(by_parameters) > 0,
        rising_cost_with_a,
        sign_by_a,
        by=[data_rise, cost_rise, cost_with_a],
        says="d* = rho*n* rises with a for every gamma, as rho does; the cost rises for gamma < 0, and n* falls only where the margin is large",
    )
    .finding(
        fact(
            "At gamma = 0 spending rises, too",
            at_zero.dc(by_parameters) > 0,
            given=at_zero.given,
            by=[cost_rise_at_zero],
            says="The same holds for logarithmic demand.",
        )
    )
)

size_with_b = statement(
    "thread-data-efficiency-n",
    "Data efficiency raises the size in every case",
    claims=[at_optimum(optimum, optimum.dn(by_data) > 0), at_optimum(at_zero, at_zero.dn(by_data) > 0)],
).proved_by(size_rise, size_rise_at_zero)

others_with_b = statement(
    "thread-data-efficiency-d",
    "How data and spending move with b depends on gamma",
    claims=[
        with_demand_nearly_linear(optimum.dd(by_data) > 0),
        with_demand_soon_saturated(optimum.dd(by_data) < 0),
        with_demand_nearly_linear(optimum.dc(by_data) > 0),
        with_demand_soon_saturated(optimum.dc(by_data) < 0),
    ],
).finding(
    fact(
        "For gamma > 0 the data always fall",
        optimum.dd(by_data) < 0,
        given=[*optimum.given, positive_gamma],
        by=[data_fall],
        says="Above gamma = 0 the direction of d* is settled.",
    ),
    false_belief(
        "Read as: for gamma < 0 the data rise",
        optimum.dd(by_data) > 0,
        given=[*optimum.given, negative_gamma],
        says="The sign of gamma alone does not decide: for gamma < 0 the data rise where little is earned, and fall where much is.",
    ),
    false_belief(
        "Read as: for gamma < 0 spending rises",
        optimum.dc(by_data) > 0,
        given=[*optimum.given, negative_gamma],
        says="Where inference is dear, spending on training falls with b for gamma < 0 as well.",
    ),
)

if __name__ == "__main__":
    check_script(__file__)
