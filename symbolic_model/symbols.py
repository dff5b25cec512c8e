"""Notation: every symbol of the paper, declared once with its domain.

| here        | paper | stands for                                         | domain  | place         |
|-------------|-------|----------------------------------------------------|---------|---------------|
| n           | n     | model size, in parameters                          | n >= 0  | section 2.2   |
| d           | d     | training data, in tokens                           | d >= 0  | section 2.2   |
| t           | t     | inference tokens sold                              | t >= 0  | section 2.3   |
| q           | q     | quality of the model                               | q > 0   | section 2.1   |
| q_star      | q_*   | reservation quality of a consumer                  | > 0     | section 2.1   |
| omega       | ω     | weight of quality in the price                     | > 0     | section 2.1   |
| delta       | δ     | slope of inverse demand, price a token             | > 0     | section 2.1   |
| gamma       | γ     | exponent of the density of reservation qualities   | real    | section 2.1   |
| a, b        | a, b  | parameter and data efficiency                      | > 0     | section 2.2   |
| alpha, beta | α, β  | exponents of the scaling law                       | > 0     | section 2.2   |
| E           | E     | hardware efficiency, FLOP a dollar                 | > 0     | section 2.3   |
| D           | D     | most training data there are, in tokens            | > 0     | section 5     |
| n_prime     | n'    | model size of the balanced pair                    | n' >= 0 | Lemma 2       |
| d_prime     | d'    | training data of the balanced pair                 | d' >= 0 | Lemma 2       |
| some_n      | n     | model size where some model is trained             | n > 0   | Appendix B    |
| some_d      | d     | training data where some are used                  | d > 0   | Appendix B    |
| rho         | ρ     | training tokens a parameter at the balance         | > 0     | section 3     |
| f           | f     | linking function from quality to inverse demand    |         | section 2.1   |
| quality     | q     | any quality as a function of n and d               |         | section 3     |

The paper also states alpha <= 1 and beta <= 1 (section 2.2) and gamma > -1 (section 2.1); these are assumptions
that a step must cite, in `symbolic_model.assumptions`.
"""

from __future__ import annotations

from checks.language import NONNEGATIVE, POSITIVE, REAL, Function, symbol

n = symbol("n", NONNEGATIVE, meaning="model size, in parameters")
d = symbol("d", NONNEGATIVE, meaning="training data, in tokens")
t = symbol("t", NONNEGATIVE, meaning="inference tokens sold")
q = symbol("q", POSITIVE, meaning="quality of the model")
q_star = symbol("q_star", POSITIVE, latex="q_*", unicode="q⁎", meaning="reservation quality of a consumer")
omega = symbol("omega", POSITIVE, meaning="weight of quality in the price")
delta = symbol("delta", POSITIVE, meaning="slope of inverse demand")
gamma = symbol("gamma", REAL, meaning="exponent of the density of reservation qualities")
a = symbol("a", POSITIVE, meaning="parameter efficiency")
b = symbol("b", POSITIVE, meaning="data efficiency")
alpha = symbol("alpha", POSITIVE, meaning="exponent of the scaling law in n")
beta = symbol("beta", POSITIVE, meaning="exponent of the scaling law in d")
E = symbol("E", POSITIVE, meaning="hardware efficiency, FLOP a dollar")
D = symbol("D", POSITIVE, meaning="most training data there are, in tokens")
n_prime = symbol("n_prime", NONNEGATIVE, latex="n'", unicode="n′", meaning="model size of the balanced pair")
d_prime = symbol("d_prime", NONNEGATIVE, latex="d'", unicode="d′", meaning="training data of the balanced pair")
some_n = symbol("n", POSITIVE, meaning="model size, where some model is trained")
some_d = symbol("d", POSITIVE, meaning="training data, where some are used")
rho = symbol("rho", POSITIVE, meaning="training tokens a parameter at the balance, (a/b)**(1/alpha)")
f = Function("f", increasing=True)
quality = Function("q", arity=2)
