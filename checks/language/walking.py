"""Walking through terms: parts, rebuilding, free symbols, substitution that respects bound variables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checks.language.terms import (
    Application,
    At,
    Constant,
    Curve,
    Defined,
    Definition,
    Derivative,
    Differential,
    Elementary,
    Function,
    Integral,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Term,
)


def parts(term: Term) -> tuple[Term, ...]:
    """The immediate subterms, bound variables left out."""
    match term:
        case Number() | Constant() | Symbol():
            return ()
        case Sum(terms):
            return terms
        case Product(factors):
            return factors
        case Quotient(numerator, denominator):
            return (numerator, denominator)
        case Negative(inner) | Derivative(inner):
            return (inner,)
        case Power(base, exponent):
            return (base, exponent)
        case Elementary(_, arguments) | Application(_, arguments) | Defined(_, arguments):
            return arguments
        case Differential(inner, along):
            return (inner, along.level) if isinstance(along, Curve) else (inner,)
        case At(inner, _, value):
            return (inner, value)
        case Integral(integrand, _, low, high):
            return (integrand, low, high)
        case Limit(inner, _, point):
            return (inner,) if point is None else (inner, point)
        case _:
            raise TypeError(f"{term!r} is not a term")


def rebuild(term: Term, change: Callable[[Term], Term]) -> Term:
    """The term with `change` applied to its immediate subterms."""
    match term:
        case Number() | Constant() | Symbol():
            return term
        case Sum(terms):
            return Sum(tuple(map(change, terms)))
        case Product(factors):
            return Product(tuple(map(change, factors)))
        case Quotient(numerator, denominator):
            return Quotient(change(numerator), change(denominator))
        case Negative(inner):
            return Negative(change(inner))
        case Power(base, exponent):
            return Power(change(base), change(exponent))
        case Elementary(name, arguments):
            return Elementary(name, tuple(map(change, arguments)))
        case Application(function, arguments):
            return Application(function, tuple(map(change, arguments)))
        case Defined(definition, arguments):
            return Defined(definition, tuple(map(change, arguments)))
        case Derivative(inner, symbol, order):
            return Derivative(change(inner), symbol, order)
        case Differential(inner, Curve(level, independent, dependent)):
            return Differential(change(inner), Curve(change(level), independent, dependent))
        case Differential(inner, along):
            return Differential(change(inner), along)
        case At(inner, symbol, value):
            return At(change(inner), symbol, change(value))
        case Integral(integrand, symbol, low, high):
            return Integral(change(integrand), symbol, change(low), change(high))
        case Limit(inner, symbol, point):
            return Limit(change(inner), symbol, None if point is None else change(point))
        case _:
            raise TypeError(f"{term!r} is not a term")


def subterms(term: Term) -> Iterator[Term]:
    """The term and everything inside it, outermost first."""
    yield term
    for part in parts(term):
        yield from subterms(part)


def increment(symbol: Symbol) -> Symbol:
    """The increment d(x) that differentials are multiples of; it counts as different from zero."""
    return Symbol(f"d({symbol.name})", latex=rf"\mathrm{{d}}{symbol.latex or symbol.name}")


def is_increment(symbol: Symbol) -> bool:
    """Whether a symbol is the increment of another."""
    return symbol.name.startswith("d(")


def free_symbols(term: Term) -> frozenset[Symbol]:
    """The symbols whose values the term depends on."""
    try:
        return term._free
    except AttributeError:
        object.__setattr__(term, "_free", _free_symbols(term))
        return term._free


def _free_symbols(term: Term) -> frozenset[Symbol]:
    match term:
        case Symbol():
            return frozenset({term})
        case At(inner, symbol, value):
            return (free_symbols(inner) - {symbol}) | free_symbols(value)
        case Integral(integrand, symbol, low, high):
            return (free_symbols(integrand) - {symbol}) | free_symbols(low) | free_symbols(high)
        case Defined(definition, arguments):
            return frozenset[Symbol]().union(_global(definition), *map(free_symbols, arguments))
        case Limit(inner, symbol, point):
            return (free_symbols(inner) - {symbol}) | (frozenset() if point is None else free_symbols(point))
        case _:
            inside = frozenset[Symbol]().union(*map(free_symbols, parts(term)))
            return inside | _moving(term)


def _global(definition: Definition) -> frozenset[Symbol]:
    """The symbols that a definition mentions beside its parameters."""
    return free_symbols(definition.body) - set(definition.parameters)


def unfolded(term: Term) -> Term:
    """The term with every definition replaced by what it stands for."""
    if isinstance(term, Defined):
        arguments = map(unfolded, term.arguments)
        return substitute(unfolded(term.definition.body), dict(zip(term.definition.parameters, arguments, strict=True)))
    return rebuild(term, unfolded) if parts(term) else term


def definitions(term: Term) -> dict[Definition, None]:
    """The definitions that a term uses, in the order met, those that others use behind them."""
    found: dict[Definition, None] = {}
    for part in subterms(term):
        if isinstance(part, Defined):
            found |= {part.definition: None, **definitions(part.definition.body)}
    return found


def _moving(term: Term) -> frozenset[Symbol]:
    match term:
        case Derivative(_, symbol, _):
            return frozenset({symbol})
        case Differential(_, Curve(_, independent, dependent)):
            return frozenset({independent, dependent, increment(independent)})
        case Differential(_, symbols) if isinstance(symbols, tuple):
            return frozenset({*symbols, *map(increment, symbols)})
        case _:
            return frozenset()


def functions(term: Term) -> frozenset[Function]:
    """The unspecified functions that the term applies."""
    return frozenset(part.function for part in subterms(unfolded(term)) if isinstance(part, Application))


def substitute(term: Term, replacements: Mapping[Symbol, Term]) -> Term:
    """The term with symbols replaced all at once; a power with a variable exponent stays a real power.

    Raises:
        ValueError: where a replacement would be captured, or would be put in the place of a variable of
            differentiation; `At` says the latter.
    """
    if not replacements:
        return term
    match term:
        case Symbol():
            return replacements.get(term, term)
        case At(inner, symbol, value):
            inside = _without(replacements, symbol)
            _refuse_capture(inner, symbol, inside)
            return At(substitute(inner, inside), symbol, substitute(value, replacements))
        case Integral(integrand, symbol, low, high):
            inside = _without(replacements, symbol)
            _refuse_capture(integrand, symbol, inside)
            return Integral(substitute(integrand, inside), symbol, substitute(low, replacements), substitute(high, replacements))
        case Limit(inner, symbol, point):
            inside = _without(replacements, symbol)
            _refuse_capture(inner, symbol, inside)
            return Limit(substitute(inner, inside), symbol, None if point is None else substitute(point, replacements))
        case Defined(definition, _) if _global(definition) & replacements.keys():
            return substitute(unfolded(term), replacements)
        case Power(base, exponent) if not isinstance(exponent, Number):
            return Power(substitute(base, replacements), real(substitute(exponent, replacements)))
        case Derivative() | Differential():
            return _substitute_in_derivative(term, replacements)
        case _:
            return rebuild(term, lambda part: substitute(part, replacements))


def real(exponent: Term) -> Term:
    """An exponent that turned out to be a number, not to be taken for a literal: `x**y` is not `x**2` at negative x where y is 2."""
    return Sum((exponent,)) if isinstance(exponent, Number) else exponent


def with_formula(term: Term, function: Function, arguments: tuple[Symbol, ...], formula: Term) -> Term:
    """The term with an unspecified function given by a formula in its arguments."""

    def replace(part: Term) -> Term:
        inside = rebuild(part, replace)
        if isinstance(inside, Application) and inside.function == function:
            return substitute(formula, dict(zip(arguments, inside.arguments, strict=True)))
        return inside

    return replace(unfolded(term))


def _without(replacements: Mapping[Symbol, Term], bound: Symbol) -> dict[Symbol, Term]:
    return {symbol: new for symbol, new in replacements.items() if symbol != bound}


def _refuse_capture(inner: Term, bound: Symbol, replacements: Mapping[Symbol, Term]) -> None:
    for symbol in free_symbols(inner) & replacements.keys():
        if bound in free_symbols(replacements[symbol]):
            raise ValueError(f"{replacements[symbol]} contains the bound variable {bound.name}; rename one of them")


def _substitute_in_derivative(term: Derivative | Differential, replacements: Mapping[Symbol, Term]) -> Term:
    moving = {symbol for symbol in _moving(term) if not is_increment(symbol)}
    inside = {symbol: new for symbol, new in replacements.items() if symbol not in moving}
    for new in inside.values():
        if clash := moving & free_symbols(new):
            raise ValueError(f"{new} depends on {min(s.name for s in clash)}, in which {term} is differentiated")
    result: Term = rebuild(term, lambda part: substitute(part, inside))
    for symbol in sorted(moving & replacements.keys(), key=lambda s: s.name):
        result = At(result, symbol, replacements[symbol])
    return result


def content(term: Term) -> str:
    """One string that says everything about the term: equal terms, equal strings, on every machine."""
    match term:
        case Number(value):
            return str(value)
        case Constant(name):
            return name
        case Symbol(name, domain):
            return f"{name}:{domain}"
        case Defined():
            return content(unfolded(term))
        case Elementary(name, arguments):
            return f"({name} {' '.join(map(content, arguments))})"
        case Application(function, arguments):
            return f"({function.name}/{function.arity}{'+' * function.increasing} {' '.join(map(content, arguments))})"
        case Derivative(_, symbol, order):
            extra = f"{content(symbol)} {order}"
        case At(_, symbol, _) | Integral(_, symbol, _, _) | Limit(_, symbol, _):
            extra = content(symbol)
        case Differential(_, Curve(_, independent, dependent)):
            extra = f"{content(independent)} {content(dependent)}"
        case Differential(_, symbols) if isinstance(symbols, tuple):
            extra = " ".join(map(content, symbols))
        case _:
            extra = ""
    return f"({type(term).__name__} {extra} {' '.join(map(content, parts(term)))})"
