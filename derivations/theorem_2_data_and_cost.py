"""Theorem 2 (section 4.2), its bounds on d* = rho*n* and C_train = 6*rho*n**2/E for gamma = 0, with a and rho ranging.

Both follow from the bound on n*, and need a**(1/alpha) for a as that does. But C_train is at most alpha*omega**2*ln(q)/(4*delta), and so no
more than the logarithm of a**2*(E/rho)**alpha.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_most
from checks.commandline import check_script
from checks.language import assumption, implies, log
from checks.statements import fact, statement
from derivations.appendix_c_first_order_condition import conditions
from derivations.theorem_2_size import constant, in_force, linear, power_of_a, size, size_with_rho, square, uniformly, with_rho_fixed
from symbolic_model.optimum import quality, training_cost, training_data
from symbolic_model.symbols import E, a, alpha, delta, omega, rho
from symbolic_model.symbols import some_n as n

data = deduction("Data in proportion", training_data <= constant * (a ** (1 / alpha) * E), by.sign(size))
cost = deduction("Cost as the square", training_cost <= 6 * constant**2 * (a ** (2 / alpha) * E / rho), by.sign(size))
cost_in_quality = deduction("Cost by quality", training_cost <= alpha * omega**2 / (4 * delta) * log(quality), by.sign(square))
cost_in_hardware = calculation(
    "Cost by hardware",
    training_cost,
    is_at_most(alpha * omega**2 / (4 * delta) * log(quality), by.sign(cost_in_quality)),
    is_at_most(alpha * omega**2 / (4 * delta) * log(a * (constant * (a ** (1 / alpha) * E / rho)) ** alpha), by.monotonicity(size)),
    equals(alpha * omega**2 / (4 * delta) * log(a**2 * (constant * E / rho) ** alpha), by.algebra),
)
data_with_rho = deduction("Data with rho fixed", training_data <= linear * (a * E), by.sign(size_with_rho))
cost_with_rho = deduction("Cost with rho fixed", training_cost <= 6 * linear**2 * (a**2 * E / rho), by.sign(size_with_rho))

data_bound = (
    statement("thm-2-d", "The bound on data", claims=[uniformly(training_data, a * E)], given=in_force)
    .corrected(uniformly(training_data, a ** (1 / alpha) * E, upper=constant), given=[], by=[data], says=power_of_a)
    .finding(with_rho_fixed(training_data, a * E, linear, data_with_rho))
)

cost_bound = (
    statement("thm-2-ctrain", "The bound on training cost", claims=[uniformly(training_cost, a**2 * E / rho)], given=in_force)
    .corrected(
        uniformly(training_cost, a ** (2 / alpha) * E / rho, upper=6 * constant**2),
        implies(conditions, cost_in_quality.conclusion),
        implies(conditions, cost_in_hardware.conclusion),
        given=[],
        by=[cost, cost_in_quality, cost_in_hardware],
        says="a must have the power 2/alpha; and training cost grows no faster than the logarithm of a**2*(E/rho)**alpha, not linearly",
    )
    .finding(
        with_rho_fixed(training_cost, a**2 * E / rho, 6 * linear**2, cost_with_rho),
        fact(
            "It follows from the bounds on size and data",
            training_cost <= 6 * omega**2 * (a**2 * E / rho),
            given=[assumption("n* is at most omega*a*E/rho", n <= omega * (a * E / rho))],
            says="6*n*d/E is 6*rho*n**2/E, so that this step is right, with omega for any constant; what it starts from is not.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
