"""The README's generated parts: `python -m tests.readme` rewrites them, a test compares them.

With `--shares` it also asks the corpus and writes how much each engine proves, which depends a little on the machine and is not compared.
"""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.kept import answers

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PACKAGES = ("derivations", "symbolic_model", "checks")
PROVED = (
    """'x*log(x) >= x - 1' --given 'x > 0'""",
    """'a/(b + c) + b/(a + c) + c/(a + b) >= 3/2' --given 'a > 0' --given 'b > 0' --given 'c > 0'""",
    """'a*N = O(N) as N -> oo, uniformly in a' --given 'a > 0'""",
    """'(x**2 - 1)/(x - 1) = x + 1'""",
)
ERRATUM, FINDINGS = "s6-7.59", "\nFindings beside"
OPTIMUM = "optimum --gamma -0.77 --alpha 0.3 --E 1e18 --digits 12"
OWN_SCRIPT = """from checks import by
from checks.calculation import calculation, equals, is_at_least
from checks.language import POSITIVE, sqrt, symbol
from checks.statements import statement

x, y = symbol("x", POSITIVE), symbol("y", POSITIVE)

difference = calculation(
    "The means differ by a square",
    (x + y) / 2 - sqrt(x * y),
    equals((x - 2 * sqrt(x) * sqrt(y) + y) / 2, by.algebra),
    equals((sqrt(x) - sqrt(y)) ** 2 / 2, by.algebra),
    is_at_least(0, by.sign),
)

means = statement(
    "means",
    "The arithmetic mean is at least the geometric mean",
    claims=[(x + y) / 2 >= sqrt(x * y)],
).proved_by(difference)
"""
OWN_ENTRY = """
[[statement]]
id = "means"
where = "§2, Lemma 2"
kind = "theorem"
printed = '\\frac{x + y}{2} \\ge \\sqrt{x y}'
says = "The arithmetic mean of two positive numbers is at least their geometric mean."
"""
MISTAKE = ("(sqrt(x) - sqrt(y)) ** 2 / 2", "(sqrt(x) - sqrt(y)) ** 2 / 3")


def lemmata(*arguments: str, folder: Path = ROOT) -> str:
    """What the command prints, with the time it took taken out."""
    command = [sys.executable, "-m", "checks.commandline", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "COLUMNS": "110", "LEMMATA_CACHE": answers()}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return re.sub(r"\d+(\.\d+)? s\b", "… s", done.stdout)


def generated() -> dict[str, str]:
    """Every generated part by name."""
    checked = lemmata("check")
    return {
        "check": _console(checked.rstrip().rpartition("\n\n")[2]),
        "statements": _statements(checked),
        "script": _python(_between("derivations/lemma_1_best_volume.py", "stationarity = calculation(", "    .finding(")),
        "errata": _console(_errata()),
        "optimum": _console(f"$ lemmata {OPTIMUM}\n{lemmata(*OPTIMUM.split()).rstrip()}"),
        "show": _console(lemmata("show", "s3-foc-t").strip("\n")),
        "prove": _console("\n".join(map(_proved, PROVED))),
        **_walk(),
        "tree": _console(tree()),
    }


def _errata() -> str:
    """The count at the head of the whole sheet, and one entry."""
    head, entry = lemmata("errata").partition("\nBefore an id")[0], lemmata("errata", ERRATUM)
    return f"$ lemmata errata\n{head.rstrip()}\n\n$ lemmata errata {ERRATUM}\n{entry[entry.index(ERRATUM + ',') :].partition(FINDINGS)[0].rstrip()}"


def _proved(command: str) -> str:
    return f"$ lemmata prove {command}\n{lemmata('prove', *shlex.split(command)).rstrip()}"


def with_parts(readme: str, parts: dict[str, str]) -> str:
    """The README with its generated parts replaced."""
    for name, text in parts.items():
        pattern = rf"(<!-- begin: {name} -->\n).*?(<!-- end: {name} -->)"
        readme, count = re.subn(pattern, lambda found, text=text: f"{found[1]}{text}\n{found[2]}", readme, flags=re.DOTALL)
        if count != 1:
            raise ValueError(f"README.md has {count} parts {name!r}; one is wanted")
    return readme


def tree() -> str:
    """Every module with the first line of its docstring as its caption."""
    lines = []
    for package in PACKAGES:
        for path in sorted(each for each in (ROOT / package).rglob("*.py") if (each.parent / "__init__.py").exists()):
            depth = len(path.relative_to(ROOT).parts) - (2 if path.name == "__init__.py" else 1)
            name = f"{path.parent.name}/" if path.name == "__init__.py" else path.name
            lines.append((path.parent, path.name != "__init__.py", f"{'    ' * depth}{name}", caption(path)))
    width = max(len(name) for _, _, name, _ in lines) + 2
    return "\n".join(f"{name:<{width}}{text}" for _, _, name, text in lines)


def caption(path: Path) -> str:
    """The first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def _walk() -> dict[str, str]:
    """What a newcomer does with a paper of their own, each part as it was done."""
    with tempfile.TemporaryDirectory() as name:
        laid = lemmata("new", "paper", folder=Path(name)).rstrip()
        paper = Path(name, "paper")
        script, ledger = paper / "derivations" / "means.py", paper / "derivations" / "ledger.toml"
        first = lemmata("check", folder=paper).strip()
        script.write_text(OWN_SCRIPT, encoding="utf-8")
        ledger.write_text(ledger.read_text(encoding="utf-8") + OWN_ENTRY, encoding="utf-8")
        own = lemmata("check", "means", folder=paper).strip()
        script.write_text(OWN_SCRIPT.replace(*MISTAKE), encoding="utf-8")
        wrong = lemmata("check", "means", folder=paper).strip()
    return {
        "new": _console(f"$ lemmata new paper\n{laid}\n$ cd paper && lemmata check\n{first}"),
        "own": f"{_python(OWN_SCRIPT)}\n\n```toml\n{OWN_ENTRY.strip()}\n```\n\n{_console(f'$ lemmata check means{chr(10)}{own}')}",
        "mistake": _console(f"$ lemmata check means\n{wrong}"),
    }


def _statements(checked: str) -> str:
    rows = [re.split(r" {2,}", line.strip()) for line in checked.splitlines() if re.search(r" [✓+✗] (holds|needs|fails) ", line)]
    table = "\n".join(f"| {id} | {where} | {verdict} | {why} |" for id, where, verdict, why in rows)
    return f"| statement | where | verdict | grounds |\n|---|---|---|---|\n{table}"


def _between(file: str, start: str, end: str) -> str:
    text = (ROOT / file).read_text(encoding="utf-8")
    first = text.index(start)
    return text[first : text.index(end, first)].rstrip()


def _console(text: str) -> str:
    return f"```console\n{text}\n```"


def _python(text: str) -> str:
    return f"```python\n{text.rstrip()}\n```"


def main() -> None:
    """Rewrites the README."""
    parts = generated()
    if "--shares" in sys.argv:
        from tests.soundness.shares import shares, table

        parts["shares"] = table(shares())
    README.write_text(with_parts(README.read_text(encoding="utf-8"), parts), encoding="utf-8")


if __name__ == "__main__":
    main()
