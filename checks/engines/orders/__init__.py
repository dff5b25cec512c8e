"""Engine `orders`: orders of growth and limits, by exact multiseries and by linear programming over exponents."""

from checks.engines.orders.engine import Orders

__all__ = ["Orders"]
