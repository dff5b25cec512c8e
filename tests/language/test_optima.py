"""Sole peaks: when a stationary point is the maximum is proved, and nothing with two peaks, or shown by unfit means, is believed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from checks.language import (
    POSITIVE,
    REAL,
    Claim,
    E,
    Integral,
    Limit,
    Proposition,
    SolePeak,
    absolute,
    exact,
    exp,
    implies,
    local_maximum_at,
    log,
    maximum_at,
    minimum_at,
    sole_peak,
    sqrt,
    symbol,
)
from checks.pages.phrases import ascii_line
from checks.proving import prove
from checks.verdicts import Proved, word

x, tilt = symbol("x", REAL), symbol("tilt", REAL)
y, v, w = (symbol(name, POSITIVE) for name in ("y", "v", "w"))
ANYWHERE = x**2 >= 0
HUMP = w / (1 + x**2) - 1


def hump(**changed: Any) -> SolePeak:
    """What an agent earns who is paid w for something that grows scarce; with something about it changed."""
    return sole_peak(HUMP, **{"over": x, "inside": ANYWHERE, "ratio": 1 / (1 + x**2), "level": 1 / w, "peak": 0, **changed})


AMPLE = 120.0  # seconds, so that what is proved does not hang on what else the machine does
HOLDS: dict[str, Proposition] = {
    "neither concave nor positive everywhere": hump(),
    "a parabola": sole_peak(w**2 - (y - 2) ** 2, over=y, inside=y > 0, ratio=-((y - 2) ** 2), level=-(w**2), peak=2),
    "a stationary point beyond it that is none within": sole_peak(
        y**2 * (w**2 - (y - 2) ** 2), over=y, inside=y > 0, ratio=-((y - 2) ** 2), level=-(w**2), peak=2
    ),
    "a logarithm against a cost": sole_peak(w * log(y) - y, over=y, inside=y > 1, ratio=log(y) / y, level=1 / w, peak=E),
    "a logarithm against a square": sole_peak(w * log(y) - y**2, over=y, inside=y > 1, ratio=log(y) / y**2, level=1 / w, peak=exp(exact(1) / 2)),
    "under a hypothesis": implies(w > 2, hump()),
}
TILTED = Fraction(1, 2) - (x**2 - 1) ** 2 + tilt * x
WELL = w - (x**2 - 1) ** 2
# With values that would show it if they served; where they do not, the claim may be true.
NOT_PROVED: dict[str, Proposition] = {
    "two peaks, one after the other": sole_peak(WELL, over=x, inside=ANYWHERE, ratio=-((x**2 - 1) ** 2), level=-w, peak=1),
    "two peaks, by a ratio with one": sole_peak(WELL, over=x, inside=ANYWHERE, ratio=-(x**2), level=-1 - sqrt(w), peak=0),
    "two peaks apart": sole_peak(TILTED, over=x, inside=ANYWHERE, ratio=TILTED, level=0, peak=1),
    "a level that is too high": hump(level=2 / w),
    "a level that is too low": hump(level=1 / (2 * w)),
    "a peak elsewhere": hump(peak=1),
    "a ratio with a valley": sole_peak(x**2 - w, over=x, inside=ANYWHERE, ratio=x**2, level=w, peak=0),
    "a ratio that rises throughout": hump(ratio=x, level=-sqrt(w)),
    "a ratio that does not fall strictly": hump(ratio=exact(1)),
    "a peak outside of the domain": sole_peak(w - y, over=y, inside=y > 0, ratio=-y, level=-w, peak=0),
    "less than can be had": hump(inside=x <= 1),
    "a ratio that holds for more than is inside": hump(inside=x > 0),
    "an edge at which something is left": sole_peak(w - x**2, over=x, inside=x <= 1, ratio=-(x**2), level=-w, peak=0),
    "more beyond, without bound": sole_peak(
        (x - 1) * (1 + v - x) * (x + w), over=x, inside=ANYWHERE, ratio=(x - 1) * (1 + v - x), level=0, peak=1 + v / 2
    ),
    "losses between two peaks": sole_peak(
        -x * (x - 1) * (x - 2) * (x - 2 - w), over=x, inside=ANYWHERE, ratio=-x * (x - 2 - w), level=0, peak=1 + w / 2
    ),
    "a best point at the edge": sole_peak(y / (w + y**2), over=y, inside=y <= v, ratio=y * (v - y), level=0, peak=v / 2),
    "a least value within": sole_peak((x**2 - 1) ** 2 - w, over=x, inside=ANYWHERE, ratio=-(x**2), level=-1, peak=0),
    "a slope that vanishes without a strict maximum": sole_peak(w**4 - x**4, over=x, inside=ANYWHERE, ratio=-(x**2), level=-(w**2), peak=0),
    "a cusp between two peaks": sole_peak(
        w * (x**2) ** Fraction(1, 3) - x**2, over=x, inside=ANYWHERE, ratio=-((x**2) ** Fraction(2, 3)), level=-w, peak=0
    ),
    "a kink between two peaks": sole_peak(w * absolute(x) - x**2, over=x, inside=ANYWHERE, ratio=-absolute(x), level=-w, peak=0),
    "a term that is undefined within": sole_peak(HUMP + 0 / x, over=x, inside=ANYWHERE, ratio=1 / (1 + x**2), level=1 / w, peak=0),
}
CENTRED = (x - 1) ** 2
NOT_PROVED["a ratio that is undefined at its peak"] = sole_peak(
    CENTRED * (w - CENTRED), over=x, inside=Claim(x, "!=", 1), ratio=1 / CENTRED, level=1 / w, peak=1
)


@pytest.mark.parametrize("name", HOLDS)
def test_a_sole_peak_is_proved(name: str) -> None:
    verdict = prove(HOLDS[name], seconds=AMPLE)
    assert isinstance(verdict, Proved), verdict


@pytest.mark.parametrize("name", NOT_PROVED)
def test_what_is_not_shown_so_is_neither_proved_nor_refuted(name: str) -> None:
    assert word(prove(NOT_PROVED[name])) in ("undecided", "supported", "vacuous")


@pytest.mark.parametrize("moving", [{"level": -(x**2) - TILTED, "ratio": -(x**2)}, {"peak": x + tilt - 4 * x * (x**2 - 1), "ratio": TILTED}])
def test_a_level_or_a_peak_that_moves_is_refused(moving: dict[str, Any]) -> None:
    """With it, two peaks of equal height would be proved to be one."""
    with pytest.raises(ValueError, match="may not"):
        sole_peak(TILTED, over=x, inside=ANYWHERE, **{"level": 0, "peak": 0, **moving})


@pytest.mark.parametrize("place", [maximum_at, minimum_at, local_maximum_at])
def test_a_place_does_not_depend_on_what_is_placed(place: Any) -> None:
    with pytest.raises(ValueError, match="is no point"):
        place(x, over=x, at=x)


@pytest.mark.parametrize("term", [Integral(y, y, exact(0), x), Limit(exp(-y * x**2), y, None)])
def test_what_may_jump_is_refused(term: Any) -> None:
    with pytest.raises(TypeError, match="not known to be continuous"):
        hump(ratio=term)


@pytest.mark.parametrize("name", [*HOLDS, *NOT_PROVED])
def test_each_is_written_on_one_line(name: str) -> None:
    line = ascii_line({**HOLDS, **NOT_PROVED}[name])
    assert line and "\n" not in line and "Symbol(" not in line
