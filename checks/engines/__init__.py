"""The engines that are asked, in order. None is trusted alone; they do not know one another."""

from checks.engines.algebra import Algebra
from checks.engines.balls import Balls
from checks.engines.engine import Engine
from checks.engines.orders import Orders
from checks.engines.sampling import Sampling
from checks.engines.signs import SignRule
from checks.engines.smt import Smt

ENGINES: tuple[Engine, ...] = (Algebra(), Sampling(), SignRule(), Smt(), Balls(), Orders())


def engines(seed: int, digits: int) -> tuple[Engine, ...]:
    """The same engines, with the sampler's seed and digits set."""
    return tuple(Sampling(seed=seed, digits=digits) if isinstance(each, Sampling) else each for each in ENGINES)
