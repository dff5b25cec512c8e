"""The constraint and the first-order condition (section 3.3): L(N, D) along C = 6ND, as a function of the size alone.

Solved for the data, the constraint gives D = C/(6N), so that the loss is E + A/N**alpha + B*(6N/C)**beta: one term falls in N, one
rises. Its slope vanishes at one size, N_opt(C) = G*(C/6)**a, since N times the slope has the sign of 1 - (N_opt/N)**(alpha + beta).
"""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, Derivative, iff
from checks.statements import statement
from derivations.compute_optimal._frontier import N_opt, along_size
from derivations.compute_optimal._symbols import A, B, C, D, E, N, alpha, beta

in_size = E + A / N**alpha + B * (6 * N / C) ** beta
slope = (beta * B * (6 * N / C) ** beta - alpha * A / N**alpha) / N

constraint = statement(
    "s3.3-constraint",
    "The constraint solved for the data",
    claims=[iff(Claim(C, "=", 6 * N * D), Claim(D, "=", C / (6 * N)))],
)

reduced = statement(
    "s3.3-reduced-loss",
    "The loss along the constraint",
    claims=[Claim(along_size, "=", in_size)],
).proved_by(calculation("Setting D = C/(6N)", along_size, equals(in_size, by.algebra)))

sloping = calculation("The slope along the constraint", Derivative(along_size, N), equals(slope, by.differentiation))
factored = calculation(
    "Its sign is that of a difference of powers",
    Derivative(along_size, N),
    equals(slope, by.differentiation),
    equals(beta * B / N * (6 * N / C) ** beta * (1 - (N_opt(C) / N) ** (alpha + beta)), by.algebra),
)

first_order = statement(
    "s3.3-first-order",
    "The slope of the loss along the constraint",
    claims=[Claim(Derivative(along_size, N), "=", slope)],
).proved_by(sloping)

solved = statement(
    "s3.3-stationary",
    "The first-order condition has one solution",
    claims=[iff(Claim(Derivative(along_size, N), "=", 0), Claim(N, "=", N_opt(C)))],
).proved_by(factored)

if __name__ == "__main__":
    check_script(__file__)
