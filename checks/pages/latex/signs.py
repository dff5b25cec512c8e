"""Signs: what the letters, signs and names that are typed in prose become in LaTeX."""

from __future__ import annotations

from checks.letters import CAPITALS, GREEK, SUBSCRIPTS, SUPERSCRIPTS, pairs

LETTERS = {letter: f"\\{name}" for name, letter in (GREEK | CAPITALS).items() if not name.endswith("amda")} | {"λ": r"\lambda", "Λ": r"\Lambda"}
RELATIONS = pairs(r"= = < < > > ≤ \le ≥ \ge ≠ \ne → \to ≈ \approx ∼ \sim ~ \sim ⇒ \Rightarrow ⇔ \Leftrightarrow ∈ \in ∝ \propto")
NAMES = pairs(r"ln \ln log \ln exp \exp min \min max \max oo \infty sqrt \sqrt") | {"e": r"\mathrm{e}"}
RAISED = {chr(raised): chr(plain) for plain, raised in SUPERSCRIPTS.items()}
LOWERED = {chr(lowered): chr(plain) for plain, lowered in SUBSCRIPTS.items()}
MARKS = {"*": "^{*}", "⁎": "_{*}", "′": "'", "'": "'"}
CLOSING = {"(": ")", "[": "]", "|": "|"}
