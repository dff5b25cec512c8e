"""What the paper says elsewhere of the data-bound regime: abstract, introduction, section 7, and the authors' thread.

All of it speaks of the optimum of Theorem 3, n = D**(beta/alpha)/rho and d = D, with training cost 6nd/E. The model does not
depend on E, and both rise with the data efficiency b: more efficient data take a larger model to match them.
"""

from checks import by
from checks.calculation import calculation, equals, is_greater_than
from checks.commandline import check_script
from checks.language import Derivative, constant_in, decimal, decreases, increases, order, rounds_to
from checks.statements import fact, false_belief, statement
from symbolic_model.assumptions import equal_exponents
from symbolic_model.data_bound import C_D, n_D, small_alpha, small_beta
from symbolic_model.symbols import D, E, a, alpha, b, beta

quadratic = calculation("For equal exponents", C_D, equals(6 * (b / a) ** (1 / alpha) * (D**2 / E), by.algebra(equal_exponents)))

rate = (
    statement(
        "abs-data-bound-rate",
        "The rate at which training cost grows when the cap binds",
        claims=[order(C_D, "Theta", D**2 / E, growing=D, uniformly=(E,))],
        given=[small_alpha, small_beta],
    )
    .proved_by(quadratic)
    .needing(equal_exponents)
    .finding(
        fact(
            "The rate in E is right for all exponents",
            constant_in(C_D * E, in_=E),
            says="Only the power of D rests on alpha = beta: in general it is 1 + beta/alpha, as section 5 prints.",
        ),
    )
)

more_data_efficiency = calculation(
    "More efficient data raise training cost",
    Derivative(C_D, b),
    equals(C_D / (alpha * b), by.differentiation),
    is_greater_than(0, by.sign),
)

direction = (
    statement(
        "abs-data-bound-decreases",
        "What lowers training cost when the cap binds",
        claims=[decreases(C_D, in_=E), decreases(C_D, in_=b)],
    )
    .corrected(
        decreases(C_D, in_=E),
        increases(C_D, in_=b),
        by=[more_data_efficiency],
        says="training cost rises with data efficiency b, as sections 1, 5 and 7 and the thread say: the D tokens then take a larger model to match",
    )
    .finding(
        fact(
            'Read with "parameter efficiency" for "data efficiency"',
            decreases(C_D, in_=a),
            says="With the other efficiency in its place the sentence of the abstract is what section 5 says.",
        )
    )
)

size_and_hardware = calculation("E does not occur in the size", Derivative(n_D, E), equals(0, by.differentiation))

size = (
    statement(
        "intro-data-bound-n",
        "Model size when the cap binds",
        claims=[order(n_D, "Theta", D ** (beta / alpha), growing=D), constant_in(n_D, in_=E)],
    )
    .proved_by(size_and_hardware)
    .finding(
        false_belief(
            'Read as "asymptotically equal"',
            order(n_D, "~", D ** (beta / alpha), growing=D),
            says='The sign ~ stands for "scales with": the ratio of both sides is the constant 1/rho, which is 1 only for a = b.',
        ),
        fact(
            "The least near-linear exponent among the fits in footnote 2",
            rounds_to(decimal(".28") / decimal(".34"), "0.82"),
            says="beta/alpha is .82 for the exponents of Hoffmann et al., alpha = .34 and beta = .28,",
        ),
        fact(
            "The greatest near-linear exponent among the fits in footnote 2",
            rounds_to(decimal(".23") / decimal(".18"), "1.28"),
            says="and 1.28 for one family of Merrill et al., alpha = .18 and beta = .23.",
        ),
    )
)

hardware = statement(
    "s7-data-bound-hardware",
    "What better hardware does when the cap binds",
    claims=[decreases(n_D, in_=E), decreases(C_D, in_=E)],
).corrected(
    constant_in(n_D, in_=E),
    decreases(C_D, in_=E),
    by=[size_and_hardware],
    says="model size does not depend on E, as sections 1 and 5 say and Theorem 3 shows; only training expenditure falls",
)

with_efficiencies = [increases(n_D, in_=b), increases(C_D, in_=b), decreases(n_D, in_=a), decreases(C_D, in_=a)]

in_introduction = statement("intro-data-bound-efficiencies", "What the efficiencies do when the cap binds", claims=with_efficiencies)

in_discussion = statement("s7-data-bound-parameter", "The same in section 7", claims=with_efficiencies)

in_thread = statement(
    "thread-data-bound",
    "The same in the thread",
    claims=[increases(n_D, in_=b), increases(C_D, in_=b), decreases(C_D, in_=E), decreases(C_D, in_=a)],
)

if __name__ == "__main__":
    check_script(__file__)
