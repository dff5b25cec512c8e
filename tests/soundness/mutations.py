"""Mutations: false claims made from the true ones by changing one thing, each with a point at which it visibly fails.

    python -m tests.soundness.mutations

rewrites `tests/corpus/false/mutants.txt`. A mutant for which no such point is found is dropped. Orders and infinite limits have
no such points: of these only changes are made that are false by what the true claim says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest
from random import Random

from tests.soundness.corpus import FOLDER, TRUE, Entry, corpus, of
from tests.soundness.grammar import NotRead, read
from tests.soundness.points import stress
from tests.soundness.values import UNDEFINED, judged

MUTANTS = FOLDER / "false" / "mutants.txt"
SEED, EACH, TRIED = 20260, 1, 160
FLIPPED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<", "=": "!=", "!=": "="}
FLIP = "a relation turned around"
STRICT = {"<=": "<", ">=": ">"}
RELATION = re.compile(r"(?<![<=>!])(<=|>=|!=|=|<|>)(?![=>])")
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")


@dataclass(frozen=True)
class Mutant:
    """A changed claim, and in words what was changed."""

    change: str
    entry: Entry


def mutants(entry: Entry) -> tuple[Mutant, ...]:
    """The changes of one claim, those of each kind in an order that depends on the claim alone."""
    random = Random(f"{SEED} {entry}")
    if " as " in entry.claim or "limit(" in entry.claim:
        return tuple(_of_growth(entry))
    kinds = [list(kind(entry)) for kind in (_strict, _flipped, _renumbered, _resigned, _dropped, _widened)]
    for kind in kinds:
        random.shuffle(kind)
    random.shuffle(kinds)
    if random.random() < 0.8:  # which is the easiest to refute, and would crowd out the others
        kinds.sort(key=lambda kind: any(mutant.change == FLIP for mutant in kind))
    return tuple(mutant for layer in zip_longest(*kinds) for mutant in layer if mutant is not None)


def confirmed(mutant: Mutant, count: int = TRIED) -> Entry | None:
    """The mutant with a point at which both sides are defined and it fails; None where none is found."""
    try:
        claim, given = read(mutant.entry.claim), tuple(read(each) for each in mutant.entry.given)
    except NotRead:
        return None
    for extremes in (False, True):
        found = stress(claim, given, count, extremes=extremes)
        if found.point is not None:
            return replace(mutant.entry, point=dict(found.point)) if judged(claim, found.point) != UNDEFINED else None
    return None


def _with(entry: Entry, change: str, claim: str, given: tuple[str, ...] | None = None) -> Mutant:
    return Mutant(change, replace(entry, claim=claim, given=entry.given if given is None else given, group=change))


def _strict(entry: Entry) -> Iterator[Mutant]:
    for found in RELATION.finditer(entry.claim):
        if found[1] in STRICT:
            yield _with(entry, "strict where equality is attained", _put(entry.claim, found, STRICT[found[1]]))


def _flipped(entry: Entry) -> Iterator[Mutant]:
    for found in RELATION.finditer(entry.claim):
        if not entry.claim.startswith("exists") or found.start() > entry.claim.index(":"):
            yield _with(entry, FLIP, _put(entry.claim, found, FLIPPED[found[1]]))


def _renumbered(entry: Entry) -> Iterator[Mutant]:
    for found in NUMBER.finditer(entry.claim):
        for new in _nearby(found[0]):
            yield _with(entry, "a number changed", _put(entry.claim, found, new))


def _nearby(number: str) -> tuple[str, ...]:
    if "." in number:
        return (number + "1", number[:-1] + str((int(number[-1]) + 1) % 10), number + "e1")
    return (str(int(number) + 1), f"{number}.01", "1" if number == "0" else str(int(number) - 1))


def _resigned(entry: Entry) -> Iterator[Mutant]:
    for found in re.finditer(r" ([-+]) ", entry.claim):
        yield _with(entry, "a sign changed", _put(entry.claim, found, f" {'+' if found[1] == '-' else '-'} "))


def _dropped(entry: Entry) -> Iterator[Mutant]:
    for index in range(len(entry.given)):
        yield _with(entry, "a hypothesis dropped", entry.claim, entry.given[:index] + entry.given[index + 1 :])


def _widened(entry: Entry) -> Iterator[Mutant]:
    for index, each in enumerate(entry.given):
        for new in _wider(each):
            yield _with(entry, "a domain widened", entry.claim, (*entry.given[:index], new, *entry.given[index + 1 :]))


def _wider(given: str) -> Iterator[str]:
    if found := re.fullmatch(r"(\w+) in ([(\[])(\S+), (\S+)([)\]])", given):
        name, opening, low, high, closing = found.groups()
        yield f"{name} in {opening}{low}, {2 * Fraction(high) + 1}{closing}"
        yield f"{name} in {opening}{Fraction(low) - Fraction(1, 8)}, {high}{closing}"
        yield f"{name} in {opening}{low}, {Fraction(high) + Fraction(1, 8)}{closing}"
    elif bound := re.fullmatch(r"(\w+) (>=|>|<=|<) (-?[\d./]+)", given):
        name, relation, number = bound.groups()
        outward = -1 if relation[0] == ">" else 1
        yield f"{name} {relation} {Fraction(number) + outward * Fraction(1, 4)}"
        yield f"{name} {relation} {Fraction(number) + outward * 5}"


def _put(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _of_growth(entry: Entry) -> Iterator[Mutant]:
    """What a true order or limit excludes: f = o(g) that g = O(f), f ~ g that f = o(g) or f ~ 2*g, a limit that it is another."""
    if order := re.fullmatch(r"(.+?) (?:= (\w+)\((.+)\)|~ (.+?)) (as .+)", entry.claim):
        yield from _of_order(entry, order[1], order[2] or "~", order[3] or order[4], order[5])
    elif limit := re.fullmatch(r"(limit\(.+\)) = (-?oo|.+)|(.+) -> (\S+) (as .+)", entry.claim):
        left, value, term, tends, how = limit.groups()
        for new in _other_values(value or tends):
            yield _with(entry, "another limit", f"{left} = {new}" if left else f"{term} -> {new} {how}")


def _of_order(entry: Entry, left: str, relation: str, right: str, how: str) -> Iterator[Mutant]:
    match relation:
        case "o":
            yield _with(entry, "the sides of an order exchanged", f"{right} = O({left}) {how}")
            yield _with(entry, "a stronger order", f"{left} = Omega({right}) {how}")
            yield _with(entry, "a stronger order", f"{left} = Theta({right}) {how}")
            yield _with(entry, "a stronger order", f"{left} ~ {right} {how}")
        case "~":
            yield _with(entry, "another constant", f"{left} ~ 2*({right}) {how}")
            yield _with(entry, "another constant", f"{left} ~ -({right}) {how}")
            yield _with(entry, "a stronger order", f"{left} = o({right}) {how}")
            yield _with(entry, "a stronger order", f"{right} = o({left}) {how}")
        case "Theta":
            yield _with(entry, "a stronger order", f"{left} = o({right}) {how}")
            yield _with(entry, "the sides of an order exchanged", f"{right} = o({left}) {how}")
        case "O":
            yield _with(entry, "the sides of an order exchanged", f"{right} = o({left}) {how}")
        case "Omega":
            yield _with(entry, "a stronger order", f"{left} = o({right}) {how}")


def _other_values(value: str) -> tuple[str, ...]:
    if value.endswith("oo"):
        return ("0", "-oo" if value == "oo" else "oo")
    return (f"{value} + 1/10", "oo", f"{value} - 1")


def every() -> Iterator[Entry]:
    """All confirmed mutants, at most so many of each claim, each once."""
    met = {(each.claim, each.given) for each in corpus() if not each.place.startswith("false/mutants")}
    for entry in of(TRUE):
        kept = 0
        for mutant in mutants(entry):
            key = (mutant.entry.claim, mutant.entry.given)
            false = mutant.entry if _is_growth(entry) else confirmed(mutant) if key not in met else None
            if false is not None and key not in met and kept < EACH:
                met.add(key)
                kept += 1
                yield false


def _is_growth(entry: Entry) -> bool:
    return " as " in entry.claim or "limit(" in entry.claim


def main() -> None:
    """Rewrites the file of mutants, grouped by what was changed."""
    groups = dict[str, list[Entry]]()
    for entry in every():
        groups.setdefault(entry.group, []).append(entry)
    parts = ["# Made by `python -m tests.soundness.mutations` from the claims that hold; not to be edited.\n"]
    parts += [f"\n== {group}\n" + "".join(f"{entry}\n" for entry in groups[group]) for group in sorted(groups)]
    MUTANTS.write_text("".join(parts), encoding="utf-8")
    print(f"{sum(map(len, groups.values()))} mutants")


if __name__ == "__main__":
    main()
