"""LaTeX's signs: the commands that are known, and what they mean in the language."""

from __future__ import annotations

from checks.letters import CAPITALS, GREEK

RELATIONS = {r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", r"\ne": "!=", r"\neq": "!="}
RELATIONS |= {"<": "<", ">": ">", r"\lt": "<", r"\gt": ">", "≤": "<=", "≥": ">=", "≠": "!="}
SIGNS = {
    "=": ("EQUAL", "="), "+": ("PLUS", "+"), "-": ("MINUS", "-"), "−": ("MINUS", "-"), "/": ("DIVIDE", "/"), "*": ("TIMES", "*"), ",": ("COMMA", ","),
    ":": ("COLON", ":"), r"\colon": ("COLON", ":"), r"\cdot": ("TIMES", "*"), r"\times": ("TIMES", "*"), r"\div": ("DIVIDE", "/"),
    r"\to": ("TENDS", "->"), r"\rightarrow": ("TENDS", "->"), r"\longrightarrow": ("TENDS", "->"), r"\sim": ("SIMILAR", "~"),
    r"\land": ("AND", "and"), r"\wedge": ("AND", "and"), r"\lor": ("OR", "or"), r"\vee": ("OR", "or"),
    r"\lnot": ("NOT", "not"), r"\neg": ("NOT", "not"),
    r"\implies": ("IMPLIES", "=>"), r"\Rightarrow": ("IMPLIES", "=>"), r"\Longrightarrow": ("IMPLIES", "=>"), r"\iff": ("IFF", "<=>"),
    r"\Leftrightarrow": ("IFF", "<=>"), r"\Longleftrightarrow": ("IFF", "<=>"), r"\in": ("IN", "in"), r"\forall": ("FOR_ALL", "for all"),
    r"\exists": ("EXISTS", "exists"),
} | {text: ("RELATION", value) for text, value in RELATIONS.items()}  # fmt: skip
WORDED = {
    "and": "AND",
    "or": "OR",
    "not": "NOT",
    "as": "AS",
    "in": "IN",
    "uniformly in": "UNIFORMLY",
    "for all": "FOR_ALL",
    "exists": "EXISTS",
    "implies": "IMPLIES",
}
FUNCTIONS = {rf"\{name}": name for name in ("log", "exp", "min", "max")} | {r"\ln": "log"}
LETTERS = {rf"\{name}": name for name in (*GREEK, *CAPITALS) if not name.endswith("amda")}
LETTERS |= {
    r"\lambda": "lambda",
    r"\Lambda": "Lambda",
    r"\infty": "oo",
    r"\varepsilon": "epsilon",
    r"\vartheta": "theta",
    r"\varphi": "phi",
    r"\varrho": "rho",
}
FONTS = (r"\text", r"\mathrm", r"\mathit", r"\operatorname", r"\operatorname*", r"\mbox", r"\textit", r"\mathbf")
FRACTIONS = (r"\frac", r"\tfrac", r"\dfrac")
OPENING = {"(": ")", "[": "]", r"\{": r"\}", r"\lvert": r"\rvert"}
STARS = {"*": "star", r"\ast": "star", r"\star": "star", r"\prime": "prime"}
OPERANDS = ("NUMBER", "NAME", "RPAR")
SPELLED = ("log", "ln", "exp", "min", "max", "lim", "sqrt", "and", "or")
