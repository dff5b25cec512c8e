"""Written: answers as JSON and back, exactly; reading makes values of the known kinds and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from checks.reconciling import Answer
from checks.verdicts import WORDS, Verdict

TAGS: dict[Any, str] = {**WORDS}
KINDS = {word: kind for kind, word in WORDS.items()}
RATIONAL = re.compile(r"(-?[0-9]+)/([1-9][0-9]*)")
KIND = "kind"


class Unreadable(ValueError):
    """A text that is not what `written` writes."""


def written(answers: Mapping[str, Answer]) -> str | None:
    """The answers by engine as JSON, rationals as "p/q"; None where they could not be read back as they are.

    >>> from checks.verdicts import Supported, Witness
    >>> written({"sampling": Answer(Supported(1, 1, 50, 0, Witness({"x": Fraction(1, 2)})), 0.25)})[:57]
    '{"sampling": {"verdict": {"kind": "supported", "met": 1, '
    """
    try:
        text = json.dumps(_plain(answers), allow_nan=False)
        return text if read(text) == dict(answers) else None
    except (TypeError, ValueError, RecursionError):  # such as a number of more digits than Python reads
        return None


def read(text: str) -> dict[str, Answer]:
    """The answers that were written.

    Raises:
        Unreadable: where they were not.
    """
    try:
        return _restored(Mapping[str, Answer], json.loads(text))
    except (ValueError, RecursionError) as fault:
        raise Unreadable(f"these are no answers: {fault}") from None


def _plain(value: object) -> Any:
    match value:
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case Mapping():
            return {name: _plain(each) for name, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value):
            tag = {KIND: TAGS[type(value)]} if type(value) in TAGS else {}
            return tag | {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        case _:
            return value


def _restored(kind: Any, value: Any) -> Any:
    """The value of that kind, built from its type's own fields, so that a verdict's new field is kept as well."""
    if kind == Verdict:
        named = dict(value) if isinstance(value, dict) else {}
        return _built(KINDS.get(str(named.pop(KIND, ""))), named)
    match get_origin(kind), value:
        case None, str() if kind is Fraction:
            return _rational(value)
        case None, dict():
            return _built(kind, value)
        case None, _ if type(value) is kind:
            return value
        case origin, dict() if origin is Mapping:
            return {name: _restored(get_args(kind)[1], each) for name, each in value.items()}
        case origin, list() if origin is tuple:
            return tuple(_restored(get_args(kind)[0], each) for each in value)
        case origin, _ if origin is UnionType:
            return None if value is None else _restored(get_args(kind)[0], value)
    raise Unreadable(f"{value!r} is no {kind}")


def _built(kind: Any, named: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    if not hints or named.keys() != hints.keys():
        raise Unreadable(f"{', '.join(named)} make no {kind}")
    return kind(**{name: _restored(hint, named[name]) for name, hint in hints.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The fields' kinds by name; none where it is no kind of value that is built from such."""
    return get_type_hints(kind) if is_dataclass(kind) else {}


def _rational(text: str) -> Fraction:
    found = RATIONAL.fullmatch(text)
    if found is None:
        raise Unreadable(f"{text!r} is not written p/q")
    return Fraction(int(found[1]), int(found[2]))
