"""Appendix C, its first-order condition: the slope of profit in n for gamma = 0, as displayed and as it is.

With F = alpha*ln n + ln a the products F*F' and F + F'*n leave ln a with the factors alpha and 1. The display gives it alpha**2
and alpha, as if F were alpha*(ln n + ln a). Both agree only for alpha = 1 or a = 1, and the rest of the appendix starts from the display.
"""

from checks import by
from checks.calculation import calculation, deduction, equals
from checks.commandline import check_script
from checks.language import Claim, Derivative, Term, abbreviate, assumption, iff, implies, log
from checks.statements import fact, false_belief, statement
from symbolic_model.assumptions import bounded_exponent, enough_hardware
from symbolic_model.demand import f_zero
from symbolic_model.optimum import logarithmic
from symbolic_model.profit import reduced_profit
from symbolic_model.symbols import E, a, alpha, delta, f, omega, rho
from symbolic_model.symbols import some_n as n

conditions = tuple(each.claim for each in logarithmic.conditions)
last = 2 / E * (1 / (delta * E) - 6 * rho)

F = abbreviate("F", f(a * n**alpha))
F_slope = abbreviate("F_slope", Derivative(f(a * n**alpha), n), latex="F'", unicode="F′")
pi = reduced_profit(n, rho * n, F)


def displayed(linked: Term, slope: Term) -> Term:
    """The slope of profit as displayed, from F and F'."""
    return omega**2 / (2 * delta) * linked * slope - omega / (delta * E) * (linked + slope * n) + last * n


profit_derivative = statement(
    "sC-profit-derivative",
    "The slope of profit, for any linking function",
    claims=[Claim(Derivative(pi, n), "=", displayed(F, F_slope))],
).proved_by(
    calculation(
        "Differentiating the square and collecting",
        Derivative(pi, n),
        equals((omega * F - 2 * n / E) * (omega * F_slope - 2 / E) / (2 * delta) - 12 * rho * n / E, by.differentiation),
        equals(displayed(F, F_slope), by.algebra),
    )
)

linked = alpha * log(n) + log(a)
logarithm = deduction("The logarithm of a product of powers", Claim(f_zero(a * n**alpha), "=", linked), by.algebra)
logarithm_slope = deduction("Its slope", Claim(Derivative(f_zero(a * n**alpha), n), "=", alpha / n), by.differentiation)

logarithmic_quality = statement(
    "sC-F",
    "The logarithm of quality and its slope",
    claims=[logarithm.conclusion, logarithm_slope.conclusion],
).proved_by(logarithm, logarithm_slope)

printed_slope = alpha**2 * omega**2 / (2 * delta) * ((log(n) + log(a)) / n) - alpha * omega / (delta * E) * (log(n) + log(a) + 1) + last * n
true_slope = alpha * omega**2 / (2 * delta) * (linked / n) - omega / (delta * E) * (linked + alpha) + last * n
excess = omega * (alpha - 1) * log(a) * (alpha * omega - 2 * n / E) / (2 * delta * n)

differentiated = calculation(
    "F and F' in the slope of profit",
    logarithmic.slope,
    equals(displayed(linked, alpha / n), by.differentiation),
    equals(true_slope, by.algebra),
)
linear = assumption("quality is proportional to size", Claim(alpha, "=", 1))
unit_efficiency = assumption("parameter efficiency is 1", Claim(a, "=", 1))


first_order = (
    statement(
        "sC-foc",
        "The first-order condition for gamma = 0",
        claims=[Claim(logarithmic.slope, "=", printed_slope), implies(conditions, Claim(printed_slope, "=", 0))],
        given=[bounded_exponent, enough_hardware],
    )
    .corrected(
        Claim(logarithmic.slope, "=", true_slope),
        implies(conditions, Claim(true_slope, "=", 0)),
        given=[],
        by=[differentiated],
        says="F*F' is alpha*(alpha*ln n + ln a)/n and F + F'*n is alpha*ln n + ln a + alpha; the display has ln a once too often times alpha in both",
    )
    .finding(
        fact(
            "What the display adds",
            Claim(printed_slope - logarithmic.slope, "=", excess),
            says="At the optimum alpha*omega > 2n/E, so that for alpha < 1 the displayed slope is too small where a > 1 and too large where a < 1.",
        ),
        *(
            fact(
                f"Right if {special.name}",
                Claim(logarithmic.slope, "=", printed_slope),
                given=[special],
                says="Only then does the slip of algebra not matter.",
            )
            for special in (linear, unit_efficiency)
        ),
    )
)

printed_divided = alpha**2 * omega**2 / (2 * delta) * ((log(n) + log(a)) / n**2) - alpha * omega / (delta * E) * ((log(n) + log(a) + 1) / n) + last
printed_condition = assumption("the first-order condition as displayed", Claim(0, "=", printed_divided), stated="Appendix C")

divided = (
    statement(
        "sC-foc-divided",
        "The condition divided by n",
        claims=[iff(Claim(0, "=", printed_slope), Claim(0, "=", printed_divided))],
    )
    .proved_by(
        calculation(
            "Dividing by n > 0",
            printed_divided,
            equals(printed_slope / n, by.algebra),
        )
    )
    .finding(
        false_belief(
            "The optimum meets the displayed condition",
            Claim(0, "=", printed_divided),
            given=[*logarithmic.conditions, bounded_exponent, enough_hardware],
            says="The step is right, but what it divides is not the first-order condition; what follows in the appendix is proved of another n.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
