"""The page of one claim: the verdict on it, as it was understood, on what grounds, and what may help."""

from __future__ import annotations

from collections.abc import Iterator

from checks.combining import PartProof
from checks.language.claims import Claim, domain_claims
from checks.language.definedness import NoSuchConditions, conditions
from checks.language.domains import Interval
from checks.language.notation import unicode_text
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import subterms
from checks.obligations import TRUTH
from checks.pages.formulas import unicode_formula
from checks.pages.labels import LABEL, labelled
from checks.pages.prose import readable
from checks.pages.spans import BAD, FAINT, MARKS, PLAIN, STRONG, Line, Span, line, marked
from checks.pages.wrapping import page_width, wrapped
from checks.proofs import Proof
from checks.reading.words import SIGNS
from checks.values import values
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Witness, explanation, word

NOWHERE = Witness({})  # where a claim without variables fails


def proof_page(proof: Proof) -> list[Line]:
    """The whole page."""
    if proof.contradiction is not None:
        return [*_head(proof, "alarm"), *_alarm(proof)]
    lines = [*_head(proof, word(proof.verdict)), *_where(proof), *_asked(proof)]
    lines += [each for label, text in grounds(proof) for each in labelled(label, text, formula=False)]
    if len(proof.parts) > 1:
        lines += _parts(proof)
    return lines + [each for label, text in remarks(proof) for each in labelled(label, text, formula=False)]


def _alarm(proof: Proof) -> Iterator[Line]:
    """Who says what: one of them has a bug."""
    yield line("  ", Span("engines contradict each other; one of them has a bug: please report this", BAD))
    if proof.contradiction is not None:
        yield from labelled("asked", str(proof.contradiction.obligation), formula=False)
        for name, answer in proof.contradiction.answers.items():
            yield from labelled(name, f"{word(answer.verdict)}: {explanation(answer.verdict)}", formula=False)


def _head(proof: Proof, verdict: str) -> list[Line]:
    mark = marked(verdict) if verdict in MARKS else Span(f"! {verdict}", BAD)
    first, *rest = wrapped(unicode_formula(proof.question.claim), page_width() - 16)
    return [line(mark, "  ", Span(first, STRONG)), *(line(" " * 12, Span(each, STRONG)) for each in rest)]


def _where(proof: Proof) -> Iterator[Line]:
    """The domains of the variables, and what else is assumed."""
    ranges = [_range(name, domain) for name, domain in proof.question.variables.items()]
    if ranges:
        yield from labelled("for all", ", ".join(ranges), formula=False)
    bound = [_range(name, domain) for name, domain in proof.question.domains.items() if name not in proof.question.variables]
    if bound:
        yield from labelled("within", ", ".join(bound), formula=False)
    for formula in proof.question.assumptions:
        yield from labelled("given", unicode_formula(formula), formula=False)


def _range(name: str, domain: Interval) -> str:
    symbol = Symbol(name, domain, unicode=SIGNS.get(name))
    bounds = domain_claims(symbol)
    if len(bounds) == 2:
        return f"{unicode_text(symbol)} ∈ {str(domain).replace('-', '−')}"
    return unicode_text(bounds[0]) if bounds else f"{unicode_text(symbol)} real"


def _asked(proof: Proof) -> Iterator[Line]:
    """Who says so, and how long it took."""
    who = " and ".join(proof.engines) if not isinstance(proof.verdict, Undecided) else ""
    seeded = f", seed {proof.settings.seed}" if "sampling" in proof.engines else ""
    yield line(f"  {'by' if who else 'asked':<{LABEL}}", f"{who or 'every engine'}, {proof.seconds:.2f} s{seeded}")


def grounds(proof: Proof) -> Iterator[tuple[str, str]]:
    """Why the verdict is what it is: labels with their text."""
    match proof.verdict:
        case Certified(certificate):
            yield "certificate", certificate
        case Proved(how, _, certificate):
            yield "how", how
            if certificate:
                yield "certificate", certificate
        case Refuted(witness):
            if witness != NOWHERE:
                yield "at", readable(str(witness))
            yield from _seen(proof.verdict)
            if proof.holds is not None:
                yield "holds at", readable(str(proof.holds))
        case IllDefined(subterm, reason, witness):
            yield "undefined", f"{_as_shown(proof, subterm)}: {reason}"
            if witness != NOWHERE:
                yield "at", readable(str(witness))
        case Supported():
            yield "so far", f"{explanation(proof.verdict)}; that is no proof"
        case Vacuous(reason):
            yield "because", reason
        case Undecided(reason):
            yield from _reasons(proof, reason)
    yield from _values(proof)


def _as_shown(proof: Proof, subterm: str) -> str:
    """A subterm that an engine names, as the claim above shows it."""
    return next((unicode_text(term) for part in proof.deciding for term in _written_so(part, subterm)), readable(subterm))


def _seen(refuted: Refuted) -> Iterator[tuple[str, str]]:
    if refuted.says:
        yield "there", readable(refuted.says)
    else:
        yield "left side", refuted.left.replace("-", "−")
        yield "right side", refuted.right.replace("-", "−")


def _reasons(proof: Proof, reason: str) -> Iterator[tuple[str, str]]:
    undecided = [each for each in proof.parts if isinstance(each.verdict, Undecided | Supported)]
    told = [(name, answer.verdict) for each in undecided[:1] for name, answer in each.answers.items()]
    if not told or reason.startswith(("proved,", "the values")):
        yield "because", reason
    for name, verdict in told:
        yield name, explanation(verdict) if isinstance(verdict, Undecided) else f"{word(verdict)}, {explanation(verdict)}"


def _values(proof: Proof) -> Iterator[tuple[str, str]]:
    """What a side without variables is worth, where it is compared with a number."""
    for term, value in values(proof.question.claim, proof.settings.digits):
        yield "value", f"{unicode_text(term)} ≈ {value.replace('-', '−')}"


def _parts(proof: Proof) -> Iterator[Line]:
    yield line(f"  {'in parts':<{LABEL}}", f"{len(proof.parts)}")
    for number, each in enumerate(proof.parts, start=1):
        who = "" if each.engine is None or isinstance(each.verdict, Undecided) else f"  {each.engine}, "
        took = f"{sum(answer.seconds for answer in each.answers.values()):.2f} s" * bool(who)
        obligation = each.part.obligation
        given = ", ".join(map(unicode_text, obligation.assumptions))
        said = f"{unicode_text(obligation.goal)}{f', given {given}' if given else ''}"
        if obligation.goal == TRUTH:
            said = f"what is assumed can be met: {given}"
        yield line(f"  {number:>4}  ", _mark(each), f"  {said}", Span(who + took, FAINT))


def _mark(each: PartProof) -> Span:
    if each.part.may_be_empty and isinstance(each.verdict, Vacuous):
        return Span("✓ cannot occur", PLAIN)
    return marked(word(each.verdict))


def remarks(proof: Proof) -> Iterator[tuple[str, str]]:
    """What is assumed and not needed, and what may help."""
    if proof.unused:
        yield "not needed", ", ".join(map(unicode_formula, proof.unused))
    if help := remedy(proof):
        yield "remedy", help


def remedy(proof: Proof) -> str:
    """What may help where the claim is not proved; empty where nothing is known to."""
    match proof.verdict:
        case IllDefined(subterm):
            needed = [each for part in proof.deciding for each in _needed(part, subterm)]
            return f'add --given "{needed[0]}"' if needed else f"add a --given that keeps {readable(subterm)} defined"
        case Undecided(is_late=True):
            return "allow more with --timeout"
        case Undecided(reason) if "time:" in reason:
            return "allow more with --timeout, or split the claim"
        case Vacuous():
            return "what is given cannot all be met; drop or correct some of it"
        case _:
            return ""


def _needed(each: PartProof, subterm: str) -> Iterator[Claim]:
    """What keeps a subterm defined, of those in a part that are written so."""
    for term in _written_so(each, subterm):
        yield from _own_condition(term)


def _written_so(each: PartProof, subterm: str) -> Iterator[Term]:
    obligation = each.part.obligation
    sides = [side for claim in (obligation.goal, *obligation.assumptions) for side in (claim.left, claim.right)]
    yield from (part for side in sides for part in subterms(side) if str(part) == subterm)


def _own_condition(term: Term) -> Iterator[Claim]:
    try:
        found = conditions(term)
    except NoSuchConditions:
        return
    last = found[-1] if found else None
    if last is not None and not isinstance(last.left, Number):
        yield last
