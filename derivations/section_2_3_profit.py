"""The profit (section 2.3): revenue p(t, q)*t, less 6nd training and 2nt inference FLOPs at 1/E dollars each."""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, define
from checks.statements import statement
from symbolic_model.demand import inverse_demand
from symbolic_model.profit import inference_cost, profit, training_cost
from symbolic_model.scaling import leontief
from symbolic_model.symbols import E, d, delta, f, n, omega, q, t

linked = f(leontief(n, d))
p = define("p", t, q, by=inverse_demand(t, f(q)))
R = define("R", n, d, t, by=p(t, leontief(n, d)) * t)
C = define("C", n, d, t, by=training_cost(n, d) + inference_cost(n, t))
displayed_revenue = omega * t * linked - delta * t**2
displayed_cost = (6 * n * d + 2 * n * t) / E

revenues = statement(
    "s2.3-revenue",
    "Revenue",
    claims=[Claim(R(n, d, t), "=", displayed_revenue)],
).proved_by(
    calculation(
        "Price times volume",
        R(n, d, t),
        equals(p(t, leontief(n, d)) * t, by.definition),
        equals(displayed_revenue, by.algebra),
    )
)

costs = statement(
    "s2.3-cost",
    "Cost",
    claims=[Claim(C(n, d, t), "=", displayed_cost)],
).proved_by(
    calculation(
        "Training and inference",
        C(n, d, t),
        equals(training_cost(n, d) + inference_cost(n, t), by.definition),
        equals(displayed_cost, by.algebra),
    )
)

profits = statement(
    "s2.3-profit",
    "Profit",
    claims=[Claim(R(n, d, t) - C(n, d, t), "=", profit(n, d, t, linked))],
).proved_by(calculation("Revenue less cost", R(n, d, t) - C(n, d, t), equals(profit(n, d, t, linked), by.algebra)))

if __name__ == "__main__":
    check_script(__file__)
