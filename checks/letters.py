"""Letters: Greek names, raised and lowered digits, for every way of writing."""

from __future__ import annotations


def pairs(table: str) -> dict[str, str]:
    """A table of names and signs in turn.

    >>> pairs("alpha α beta β")
    {'alpha': 'α', 'beta': 'β'}
    """
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


GREEK = pairs(
    "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lamda λ mu μ nu ν xi ξ pi π rho ρ sigma σ "
    "tau τ phi φ chi χ psi ψ omega ω ell ℓ"
)
CAPITALS = pairs("Gamma Γ Delta Δ Theta Θ Lamda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPTS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
