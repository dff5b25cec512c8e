"""The range of gamma in section 1: where inverse demand grows at most linearly in quality."""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Derivative, iff
from checks.statements import statement
from symbolic_model.assumptions import gamma_not_zero
from symbolic_model.demand import f_gamma
from symbolic_model.symbols import gamma, q

concave = Derivative(f_gamma(q), q, 2) <= 0

curvature = calculation(
    "The curvature has the sign of -(1 + gamma)",
    Derivative(f_gamma(q), q, 2),
    equals(-(1 + gamma) * q ** (-gamma - 2), by.differentiation(gamma_not_zero)),
)

gamma_range = statement(
    "intro-gamma-range",
    "Demand that is diminishing or at most linear in quality",
    claims=[iff(concave, gamma < -1)],
    given=[gamma_not_zero],
).corrected(
    iff(concave, gamma >= -1),
    by=[curvature],
    says="the inequality is turned round: the second derivative is at most 0 exactly for gamma >= -1, as sections 2.1 and 7.2 say",
)

if __name__ == "__main__":
    check_script(__file__)
