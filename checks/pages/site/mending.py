"""Mending: a tree of MathML with the spaces, the upright letters and the function names that TeX would give it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

NAMED, OPERATOR = "\ue000", "\ue001"  # before words that are a name, or the name of a function
SCRIPTED = ("msub", "msup", "msubsup", "munder", "mover", "munderover")
ROWS = ("mrow", "mstyle", "msqrt", "mtd", "math")
LIMITS = ("lim", "max", "min", "sup", "inf")
WRONG = {"~": "∼", "*": "∗"}  # signs for what is not on a keyboard
NO_LETTERS, NO_SIGNS = ("′", "⟹", "⟸", "⟺", "∼", ";", ":"), ("∂", "∞")
SIGNS, CLOSING, OPENING, BRACKETS = "−+±", ")]}′∗!", "([{|", "()[]{}|"
TIGHT = {"lspace": "0", "rspace": "0"}
THIN = "0.167em"
APPLY = "\u2061"
PRIMES = {"′′": "″", "′′′": "‴"}


def mended(tree: Element) -> Element:
    """The tree, mended in place; rows of one element give way to it."""
    children = [mended(each) for each in tree if not _is_nothing(each)]
    tree[:] = _applied(_together(children)) if tree.tag in ROWS else children
    if tree.tag in ROWS:
        _sign(list(tree))
    if tree.tag == "mrow" and len(tree) == 1:
        return tree[0]
    if tree.tag in SCRIPTED:
        _script(tree)
        tree[1:] = [_with_primes(each) for each in tree[1:]]
    elif not len(tree):
        _letter(tree)
    return tree


def _together(row: list[Element]) -> list[Element]:
    """A row in which primes in succession are one."""
    out: list[Element] = []
    for each in row:
        if out and each.text == "′" and set(out[-1].text or "?") == {"′"}:
            out[-1].text = (out[-1].text or "") + "′"
        else:
            out.append(each)
    return out


def _is_nothing(each: Element) -> bool:
    r"""Whether it is the bracket that `\left.` leaves away."""
    return each.tag == "mo" and not each.text and each.get("fence") == "true"


def _letter(leaf: Element) -> None:
    """A leaf as TeX sets it: names and capital Greek letters upright, numbers as numbers, an asterisk in the middle."""
    text = leaf.text = WRONG.get(leaf.text or "", leaf.text or "")
    if leaf.tag == "mtext" and text[:1] in (NAMED, OPERATOR):
        leaf.tag, leaf.text = "mi", text[1:]
        leaf.attrib = {"mathvariant": "normal"} if len(text) == 2 else {}
        leaf.attrib |= {"class": "function"} if text[0] == OPERATOR else {}
    elif leaf.tag == "mi" and re.fullmatch(r"\d*\.?\d+", text):
        leaf.tag = "mn"
    elif leaf.tag == "mi" and text in ("ln", "log", "exp"):
        leaf.set("class", "function")
    elif leaf.tag == "mi" and re.fullmatch("[Α-Ω]", text):
        leaf.set("mathvariant", "normal")
    elif leaf.tag == "mo" and text.isalpha():
        leaf.tag, leaf.attrib = "mi", {"class": "function"}
    elif leaf.get("fence") == "true" and text in BRACKETS:
        leaf.attrib = {"form": leaf.attrib["form"]} if text == "|" else {}  # a bracket grows by itself
    elif leaf.tag == "mo" and text == "/":
        leaf.tag, leaf.attrib = "mi", {}  # operators have spaces about them
    elif leaf.tag == "mi" and text in NO_LETTERS:
        leaf.tag = "mo"
    elif leaf.tag == "mo" and text in NO_SIGNS:
        leaf.tag = "mi"


def _with_primes(script: Element) -> Element:
    script[:] = map(_with_primes, script) if script.tag == "mrow" else script
    return _lowered(script) if set(script.text or "?") == {"′"} else script


def _lowered(primes: Element) -> Element:
    """Primes at the height of a superscript, above which fonts have them already."""
    padded = Element("mpadded", {"height": "0.3em", "voffset": "-0.5em"})
    sign = _leaf("mo", PRIMES.get(primes.text or "", primes.text or ""))
    sign.attrib = {"class": "prime", **TIGHT}
    padded.append(sign)
    return padded


def _script(tree: Element) -> None:
    """Signs in scripts without spaces, a star as the mark that it is there; what stands at a limit below it, where there is room."""
    for each in [leaf for script in tree[1:] for leaf in script.iter("mo") if (leaf.text or "") not in BRACKETS]:
        each.tag, each.attrib = ("mi", {}) if each.text == "∗" else ("mo", each.attrib | TIGHT)
    base = tree[0]
    if tree.tag == "msub" and base.get("class") == "function" and base.text in LIMITS:
        tree.tag, base.tag, base.attrib = "munder", "mo", {"movablelimits": "true", "lspace": "0", "rspace": THIN}


def _applied(children: list[Element]) -> list[Element]:
    """A row in which functions are applied to what follows, with a thin space where that has no parentheses."""
    out: list[Element] = []
    for place, each in enumerate(children):
        if not _is_function(each):
            out.append(each)
            continue
        if out and out[-1].tag not in ("mo", "mspace", "mtext"):
            out.append(Element("mspace", {"width": THIN}))
        out.append(each)
        if place + 1 < len(children) and children[place + 1].tag != "mtext":
            out.append(_leaf("mo", APPLY))
            out += [] if _opens(children[place + 1]) else [Element("mspace", {"width": THIN})]
    return out


def _is_function(each: Element) -> bool:
    head = each[0] if each.tag in ("msub", "msup", "msubsup") else each
    return head.get("class") == "function"


def _opens(each: Element) -> bool:
    """Whether it begins with a bracket."""
    if each.tag in ("mrow", *SCRIPTED) and len(each):
        return _opens(each[0])
    return each.tag == "mspace" or (each.tag == "mo" and (each.text or "") in OPENING)


def _sign(row: list[Element]) -> None:
    """Signs that have nothing at their left belong to what is at their right."""
    before: Element | None = None
    for each in row:
        if each.tag == "mo" and (each.text or "?") in SIGNS and before is not None and _is_open(before):
            each.set("form", "prefix")
        before = before if each.tag == "mspace" else each


def _is_open(before: Element) -> bool:
    return before.tag == "mtext" or (before.tag == "mo" and (before.text or "") not in CLOSING and before.get("form") != "postfix")


def _leaf(tag: str, text: str) -> Element:
    leaf = Element(tag)
    leaf.text = text
    return leaf
