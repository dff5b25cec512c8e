"""Errata: the order of gravity, what falls with what, and the same content on the page, in LaTeX and in JSON."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checks.commandline import main
from checks.pages import labels
from checks.pages.errata import page
from tests import papers

TRUE = '\n{name} = statement("{id}", "Says {id}", claims=[x**2 >= 0])\n'
WRONG = '\n{name} = statement("{id}", "Says {id}", claims=[y**2 >= y]).corrected(y**2 + y >= y, says="y is missing in {id}")\n'
PLAN = {
    # id: script, kind, what it rests on
    "base": (WRONG, "proof", ()),
    "step": (TRUE, "proof", ("base",)),
    "bound": (WRONG, "theorem", ("step",)),
    "value": (WRONG, "number", ("bound", "apart")),
    "abstract": (WRONG, "conclusion", ("bound",)),
    "remark": (WRONG, "sentence", ()),
    "letter": (WRONG, "typography", ()),
    "apart": (TRUE, "sentence", ()),
    "above": (TRUE, "sentence", ("apart",)),
}


def entry(id: str, kind: str, rests_on: tuple[str, ...]) -> str:
    return (
        f'[[statement]]\nid = "{id}"\nwhere = "§{id}"\nprinted = \'\\frac{{y}}{{2}}\'\nsays = "says {id}"\n'
        f'kind = "{kind}"\nrests_on = {json.dumps(list(rests_on))}\n'
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    papers.write(tmp_path, *(script.format(id=id, name=id) for id, (script, _, _) in PLAN.items()))
    (tmp_path / "ledger.toml").write_text("\n".join(entry(id, kind, below) for id, (_, kind, below) in PLAN.items()))
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["errata", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(capsys, *arguments, "--json"))
    return found


def test_the_gravest_come_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, folder)
    headings = re.findall(r"^([A-Z][^:\n]*) \((\d+)\)$", shown, re.MULTILINE)
    assert headings == [
        ("Conclusions that change", "1"),
        ("Theorems", "1"),
        ("Steps of proofs", "1"),
        ("Sentences", "1"),
        ("Numbers", "1"),
        ("Matters of typography", "1"),
        ("Hold, but their printed derivation passes through a statement that fails", "1"),
    ]
    assert re.findall(r"^ *(\w+), §", shown, re.MULTILINE) == ["abstract", "bound", "base", "remark", "value", "letter", "step"]


def test_within_a_gravity_the_order_is_the_ledger_s(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, *(WRONG.format(id=id, name=id) for id in ("first", "second", "third")))
    (tmp_path / "ledger.toml").write_text(papers.ledger("third", "first", "second"))
    assert [each["id"] for each in as_json(capsys, tmp_path)["entries"]] == ["third", "first", "second"]
    named = [f"{tmp_path}::{id}" for id in ("second", "third")]
    assert [each["id"] for each in as_json(capsys, *named)["entries"]] == ["third", "second"]


def test_an_entry_tells_all_that_a_referee_needs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, folder).partition("bound, §bound: ✗ fails\n")[2].partition("\n\n")[0]
    assert shown.splitlines() == [
        "  printed     y/2",
        "  claim       y² ≥ y",
        "  witness     y = 1/2",
        "  there       the left side is 1/4, the right side 1/2",
        "  corrected   y² + y ≥ y",
        "              ✓ proved, the sign of the difference is visible",
        "  why         y is missing in bound",
        "  rests on    through others ✗ base",
        "  on it rest  directly ✗ value, ✗ abstract",
    ]


def test_what_falls_with_what(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, folder)
    entries = {each["id"]: each for each in (*found["entries"], *found["passing"])}
    near = {id: [(each["id"], each["distance"]) for each in entries[id]["rests_on"]] for id in entries}
    assert near == {
        "abstract": [("bound", 1), ("base", 3)],
        "bound": [("base", 2)],
        "base": [],
        "remark": [],
        "value": [("bound", 1), ("base", 3)],
        "letter": [],
        "step": [("base", 1)],
    }
    above = [(each["id"], each["distance"], each["verdict"]) for each in entries["base"]["rested_on_by"]]
    assert above == [("step", 1, "holds"), ("bound", 2, "fails"), ("value", 3, "fails"), ("abstract", 3, "fails")]


def test_what_holds_is_told_only_where_something_below_it_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, folder)
    assert [(each["id"], each["verdict"]) for each in found["passing"]] == [("step", "holds")]
    assert "\n\n  step, §step: directly ✗ base\n" in told(capsys, folder)


def test_what_needs_more_is_an_erratum_but_makes_nothing_fall(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.NEEDY, TRUE.format(id="above", name="above"))
    (tmp_path / "ledger.toml").write_text(entry("needy", "theorem", ()) + entry("above", "theorem", ("needy",)))
    found = as_json(capsys, tmp_path)
    assert [(each["id"], each["verdict"], each["needed"][0]["name"]) for each in found["entries"]] == [("needy", "needs", "y is large")]
    assert found["passing"] == []
    assert "on it rest  directly ✓ above" in told(capsys, tmp_path)


def test_the_summary_counts_by_gravity(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ledger.toml").write_text((folder / "ledger.toml").read_text() + entry("later", "theorem", ("bound",)))
    found = as_json(capsys, folder)
    one = {"fails": 1, "needs": 0, "passing": 0}
    kinds = ("conclusion", "theorem", "sentence", "number", "typography")
    assert found["summary"] == {**dict.fromkeys(kinds, one), "proof": {**one, "passing": 1}, "open": 1}
    shown = told(capsys, folder)
    assert re.search(r"^steps of proofs +1 +0 +1$", shown, re.MULTILINE)
    assert re.search(r"^in all +6 +0 +1$", shown, re.MULTILINE)
    assert "Not settled, and so not judged here: 1 statement." in shown
    assert "? later" in shown


def test_what_was_not_checked_has_its_recorded_verdict(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "recorded.toml").write_text(papers.record(base="fails", bound="fails", value="fails"))
    (abstract,) = as_json(capsys, f"{folder}::abstract")["entries"]
    assert [(each["id"], each["recorded"]) for each in abstract["rests_on"]] == [("bound", True), ("base", True)]
    shown = told(capsys, f"{folder}::step")
    assert "step, §step: directly ✗ base (recorded)" in shown
    assert "has its recorded verdict" in shown
    (folder / "recorded.toml").unlink()
    assert as_json(capsys, f"{folder}::step")["passing"] == []


def test_a_correction_says_what_it_assumes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = '\nlarge = assumption("y is large", y >= 1)\nroot = statement("root", "R", claims=[y**2 >= y]).corrected(\n'
    papers.write(tmp_path, f'{script}    y**2 >= y, given=[large], says="y must be large")\n')
    shown = told(capsys, tmp_path)
    assert "  corrected   y² ≥ y\n              ✓ proved" in shown
    assert "  provided    y is large: y ≥ 1\n  why         y must be large\n" in shown


def test_definitions_are_spelled_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = '\nfrom checks.language import abbreviate\nhalf = abbreviate("h", y / 2)\nhalves = statement("halves", "H", claims=[half >= y])\n'
    papers.write(tmp_path, script)
    assert "  where       h = y/2\n  claim       h ≥ y\n" in told(capsys, tmp_path)


def test_a_paper_without_errata_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.MEANS)
    shown = told(capsys, tmp_path)
    assert "No statement that was checked is false as printed." in shown
    assert "(0)" not in shown
    assert as_json(capsys, tmp_path)["entries"] == []


def test_many_that_rest_on_one_are_counted_and_the_grave_ones_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chain = [("base", "proof", ()), ("near", "proof", ("base",))]
    chain += [(f"far-{number}", "proof", ("near",)) for number in range(20)] + [("grave", "theorem", ("far-7",))]
    papers.write(tmp_path, WRONG.format(id="base", name="base"))
    (tmp_path / "ledger.toml").write_text("\n".join(entry(*each) for each in chain))
    assert "on it rest  directly ? near; through others ? grave; and 20 steps of proofs\n" in told(capsys, tmp_path)
    assert len(as_json(capsys, tmp_path)["entries"][0]["rested_on_by"]) == 22


def test_long_entries_fit_in_100_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (labels, page):
        monkeypatch.setattr(module, "page_width", lambda: 100)
    long = " + ".join(f"y**{number}" for number in range(2, 40))
    papers.write(tmp_path, f'\nlong = statement("long", "L", claims=[{long} >= y]).corrected({long} + y >= y, says="{"and so on " * 30}")\n')
    ids = [f"a-statement-with-a-long-name-{number}" for number in range(12)]
    (tmp_path / "ledger.toml").write_text(entry("long", "theorem", ()) + "\n".join(entry(id, "theorem", ("long",)) for id in ids))
    shown = told(capsys, tmp_path)
    assert [line for line in shown.splitlines() if len(line) > 100] == []
    assert all(f"? {id}" in re.sub(r"\n +", " ", shown) for id in ids)
    assert len([line for line in shown.splitlines() if len(line) > 80]) > 5


def test_findings_are_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = papers.FALSE + 'root = root.finding(fact("doubles", Claim(2 * x, "=", x + x), says="clear"))\n'
    papers.write(tmp_path, wrong, papers.NOTED)
    found = as_json(capsys, tmp_path)
    assert [each["title"] for each in found["entries"][0]["findings"]] == ["doubles"]
    assert [(each["id"], [finding["confirmed"] for finding in each["findings"]]) for each in found["noticed"]] == [("noted", [True, True])]
    assert "Findings beside the statements (3)" in told(capsys, tmp_path)


def test_the_json_contract(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, folder)
    assert found["schema"] == 1
    wanted = {"id", "where", "kind", "verdict", "printed", "claims", "corrected", "why", "rests_on", "rested_on_by", "findings"}
    for each in found["entries"]:
        assert wanted <= each.keys()
        printed = [claim for claim in each["claims"] if claim["role"] == "printed"]
        assert [claim["witness"] for claim in printed] == [{"y": "1/2"}]
        assert each["corrected"] == r"y^{2} + y \ge y"
        assert each["why"] == f"y is missing in {each['id']}"


def test_one_form_at_a_time() -> None:
    with pytest.raises(SystemExit) as left:
        main(["errata", "--json", "--latex"])
    assert left.value.code == 2


def test_latex_has_the_same_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = told(capsys, folder, "--latex")
    assert written.startswith(r"\documentclass")
    ids = re.findall(r"(?:statementhead\{|hangindent=1.5em )\\texttt\{(\w+)\}", written)
    assert ids == ["abstract", "bound", "base", "remark", "value", "letter", "step"]
    bound = written.partition(r"\label{bound}")[2].partition(r"\end{items}")[0]
    printed, corrected = re.findall(r"\\begin\{minipage\}(.*?)\\end\{minipage\}", bound, re.DOTALL)
    assert r"\frac{y}{2}" in printed
    assert r"y^{2} + y \ge y \tag*{\verdictmark{$\checkmark$}}" in corrected
    for shown in (r"\item[claim] $\displaystyle y^{2} \ge y$", r"\emph{proved}", "is missing in bound"):
        assert shown in bound
    assert r"\item[rests on] through others \texttt{base} (fails, no.~\refto{base}{3})" in bound
    assert r"\item[on it rest] directly \texttt{value} (fails, no.~\refto{value}{5}), \texttt{abstract} (fails, no.~\refto{abstract}{1})" in bound


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_pdflatex_compiles_the_errata(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = " + ".join(f"{number} * y**{number}" for number in range(2, 60))
    extra = f'\nlong = statement("long", "100% of £ and _", claims=[{long} >= y**60]).corrected({long} >= y, says="50% & more")\n'
    papers.write(folder, extra, papers.NEEDY, papers.NOTED, papers.UNCONFIRMED, name="more.py")
    added = [entry(id, "theorem", ("bound",)) for id in ("long", "needy", "noted", "unconfirmed")]
    (folder / "ledger.toml").write_text("\n".join([(folder / "ledger.toml").read_text(), *added]))
    (folder / "e.tex").write_text(told(capsys, folder, "--latex"), encoding="utf-8")
    done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "e.tex"], cwd=folder, capture_output=True, check=False)  # noqa: S607 — wherever it is
    log_text = (folder / "e.log").read_text(errors="replace")
    assert done.returncode == 0, log_text[-2000:]
    assert not [wide for wide in re.findall(r"Overfull \\hbox \((\d+\.\d+)pt", log_text) if float(wide) > 5]


def test_strict_fails_while_anything_printed_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verdicts = {id: "holds" if script == TRUE else "fails" for id, (script, _, _) in PLAN.items()}
    (folder / "recorded.toml").write_text(papers.record(**verdicts))
    assert main(["check", str(folder)]) == 0
    capsys.readouterr()
    assert main(["check", str(folder), "--strict"]) == 1
    assert "False as printed, recorded or not: base, bound, value, abstract, remark, letter. Exit code 1." in capsys.readouterr().err
    assert main(["check", str(folder), "--strict", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["exit"] == 1


STRICT = [(papers.MEANS, 0), (papers.NEEDY, 0), (papers.HARD, 3), (papers.FALSE, 1), (papers.FALSE + papers.HARD, 1)]


@pytest.mark.parametrize(("part", "code"), STRICT)
def test_strict_counts_only_what_fails(part: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What needs more is true under an assumption; what is undecided is no failure, and has its own exit code."""
    papers.write(tmp_path, part)
    (tmp_path / "recorded.toml").write_text(papers.record(needy="needs", root="fails"))
    assert main(["check", str(tmp_path), "--strict", "--timeout", "5"]) == code
    assert ("root" in capsys.readouterr().err) == (code == 1)


def test_check_tells_kind_and_dependencies(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder), "--json"])
    found = [(each["id"], each["kind"], tuple(each["rests_on"])) for each in json.loads(capsys.readouterr().out)["statements"]]
    assert found == [(id, kind, below) for id, (_, kind, below) in PLAN.items()]
