"""Section 6 at gamma = 0: Theorem 2's bound a**2*E/rho grows by 3*1.37 a year, more slowly than the observed factor 5.

Appendix C does not show that bound; put right, its argument gives a**(2/alpha)*E/rho, which outgrows 5. The conclusion stands
for another reason: by pi'(n) = 0 an optimum costs at most (alpha*omega**2/(4*delta))*ln(q), which is linear in time.
"""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, decimal, implies, log, order, rounds_to
from checks.statements import fact, false_belief, statement
from symbolic_model.growth import (
    after_years,
    appendix_c_cost,
    appendix_c_factor,
    cost_scale,
    efficiency_growth,
    first_order_condition,
    hardware_growth,
    observed_growth,
    theorem_2_cost,
    years,
)
from symbolic_model.optimum import logarithmic, training_cost
from symbolic_model.symbols import E, a, alpha, b, omega
from symbolic_model.symbols import some_n as n

grown_bound = theorem_2_cost * (3 * hardware_growth) ** years
growth = calculation("Theorem 2's bound as E and a grow", after_years(theorem_2_cost), equals(grown_bound, by.algebra))

number = (
    statement(
        "s6-4.11",
        "The annual factor at gamma = 0",
        claims=[Claim(after_years(theorem_2_cost), "=", grown_bound), rounds_to(3 * hardware_growth, "4.11")],
    )
    .proved_by(growth)
    .finding(
        fact(
            "rho stays where a and b grow alike",
            Claim((a * efficiency_growth**years / (b * efficiency_growth**years)) ** (1 / alpha), "=", (a / b) ** (1 / alpha)),
            says="So the bound's 1/rho is a constant, as section 6 takes it to be.",
        ),
        fact("The number is exact", Claim(3 * hardware_growth, "=", decimal("4.11")), says="3*1.37 = 4.11 without rounding."),
    )
)

quality = a * n**alpha
optimum = (first_order_condition(logarithmic), logarithmic.sells.claim)
largest_size = alpha * omega * E / 2
log_bound = cost_scale * log(a * largest_size**alpha)
in_dollars = observed_growth / hardware_growth

exceeds = (
    statement(
        "s6-exceeds-at-zero",
        "Training grows faster than the bound at gamma = 0",
        claims=[
            observed_growth > 3 * hardware_growth,
            order(after_years(theorem_2_cost), "o", observed_growth**years, growing=years),
        ],
    )
    .proved_by(growth)
    .finding(
        false_belief(
            "The argument of Appendix C shows that training grows too fast",
            observed_growth > appendix_c_factor(),
            says="With the maximum of ln(a*n**alpha)/n put right, the appendix bounds C_train by a**(2/alpha)*E/rho, which for alpha = 0.3 "
            "grows by 53.3 a year: from that bound the conclusion does not follow.",
        ),
        fact(
            "By which factor that bound grows",
            Claim(after_years(appendix_c_cost), "=", appendix_c_cost * appendix_c_factor(alpha_is=alpha) ** years),
            says="a**(2/alpha) grows by 3^(1/alpha) a year.",
        ),
        fact("That factor to 12 digits", rounds_to(appendix_c_factor(), "53.3488116057"), says="3^(1/alpha)*1.37 at alpha = 0.3."),
        fact(
            "What an optimum costs",
            implies(optimum, training_cost <= cost_scale * log(quality)),
            says="At gamma = 0 the training cost of an optimum rises no faster than the logarithm of its quality.",
        ),
        fact(
            "How large an optimum is",
            implies(optimum, n <= largest_size),
            says="So ln(q) is at most ln(a*(alpha*omega*E/2)**alpha).",
        ),
        fact(
            "The conclusion holds of the optimum itself",
            order(after_years(log_bound), "O", years, growing=years),
            says="It grows linearly in time: no exponential growth of training cost is optimal at gamma = 0, let alone by 5 a year.",
        ),
        false_belief(
            "Read with the observed growth in FLOPs, as section 6 reports it",
            in_dollars > 3 * hardware_growth,
            says="Training compute that grows by 5 while a dollar buys 1.37 times as much costs 3.65 times as much, and C_train is in dollars: "
            "so read, the observed growth is within the bound of Theorem 2. The optimum's own growth it still exceeds.",
        ),
        fact("That factor to 12 digits", rounds_to(in_dollars, "3.64963503650"), says="5/1.37."),
    )
)

if __name__ == "__main__":
    check_script(__file__)
