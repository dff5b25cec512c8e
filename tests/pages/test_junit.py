"""JUnit: what Jenkins's and Ant's readers ask of the file, the counts, and what passes, fails, errs and is skipped."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checks.checking import Checked
from checks.pages.junit import junit_text
from tests.pages.mixed import contradicting, mixed, sound

# element: attributes that it must have, attributes that it may have, elements in it
COUNTS = {"tests", "failures", "errors", "skipped", "time"}
SCHEMA: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": ({"name", *COUNTS}, set(), {"testsuite"}),
    "testsuite": ({"name", *COUNTS}, set(), {"properties", "testcase"}),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": ({"classname", "name", "time"}, {"file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"message", "type"}, set(), set()),
    "error": ({"message", "type"}, set(), set()),
    "skipped": ({"message"}, set(), set()),
    "system-out": (set(), set(), set()),
}
OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def parsed(checked: Checked, *, strict: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(junit_text(checked, strict=strict).encode())  # noqa: S314 — our own text


def case(root: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = [each for each in root.iter("testcase") if each.get("name") == name]
    return found


def outcome(found: ElementTree.Element) -> tuple[str, str | None]:
    """How a case ended, and of what type."""
    ended = [(each.tag, each.get("type")) for each in found if each.tag != "system-out"]
    assert len(ended) <= 1
    return ended[0] if ended else ("passed", None)


def valid(element: ElementTree.Element) -> None:
    must, may, within = SCHEMA[element.tag]
    assert must <= set(element.attrib) <= must | may
    assert {each.tag for each in element} <= within
    if "time" in element.attrib:
        assert float(element.attrib["time"]) >= 0
    for each in element:
        valid(each)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("run", [mixed, sound, contradicting])
def test_the_file_is_as_its_readers_expect(run: object, strict: bool) -> None:
    assert callable(run)
    root = parsed(run(), strict=strict)
    valid(root)
    for suite in [root, *root]:
        cases = list(suite.iter("testcase"))
        counted = Counter(outcome(each)[0] for each in cases)
        assert int(suite.attrib["tests"]) == len(cases) > 0
        assert {name: int(suite.attrib[name]) for name in OUTCOMES} == {name: counted[tag] for name, tag in OUTCOMES.items()}
        assert sum(float(each.attrib["time"]) for each in cases) == pytest.approx(float(suite.attrib["time"]), abs=0.001 * len(cases))


def test_a_case_for_each_statement_and_each_step() -> None:
    named = [each.get("name") for each in parsed(mixed()).iter("testcase")]
    reports = mixed().reports
    wanted = [*(each.id for each in reports), *(f"{each.id} step {number}" for each in reports for number in range(1, len(each.steps) + 1))]
    assert sorted(str(each) for each in named) == sorted([*wanted, "unusable script or ledger"])


OUTCOME = {
    "means": ("passed", None),
    "means step 1": ("passed", None),
    "root": ("passed", None),
    "needy": ("passed", None),
    "rose": ("passed", None),
    "unconfirmed": ("failure", "unconfirmed"),
    "hard": ("failure", "undecided"),
    "bad": ("failure", "refuted"),
    "bad step 1": ("failure", "refuted"),
    "bad step 2": ("passed", None),
    "worse step 1": ("failure", "refuted"),
    "fell": ("failure", "fallen"),
    "new": ("failure", "refuted"),
    "bare": ("failure", "ill-defined"),
    "empty": ("failure", "vacuous"),
    "word": ("skipped", None),
    "later": ("skipped", None),
    "gone": ("failure", "undecided"),
    "unusable script or ledger": ("error", "unreadable"),
}


@pytest.mark.parametrize("name", OUTCOME)
def test_how_each_case_ends(name: str) -> None:
    assert outcome(case(parsed(mixed()), name)) == OUTCOME[name]


def test_what_fails_as_recorded_passes_and_says_so_and_fails_under_strict() -> None:
    assert "fails: y must be added" in str(case(parsed(sound()), "root").findtext("system-out"))
    assert parsed(sound()).get("failures") == "0"
    strict = parsed(sound(), strict=True)
    assert outcome(case(strict, "root")) == ("failure", "fails")
    assert (strict.get("failures"), outcome(case(strict, "needy"))) == ("1", ("passed", None))


def test_a_failure_shows_the_line_as_the_terminal_does() -> None:
    told = case(parsed(mixed()), "bad step 1").findtext("failure")
    assert told is not None
    assert "claimed   x**2 - 1 = x**2" in told
    assert "remedy" in told


def test_contradicting_engines_are_an_error() -> None:
    assert outcome(case(parsed(contradicting()), "engines contradict each other")) == ("error", "contradiction")


def test_file_line_and_classname(monkeypatch: pytest.MonkeyPatch) -> None:
    (folder,) = mixed().ledgers
    dotted = ".".join(folder.parts[1:])
    found = case(parsed(mixed()), "means step 2")
    assert (found.get("file"), found.get("classname"), found.get("line")) == (str(folder / "quadratics.py"), f"{dotted}.quadratics", "15")
    monkeypatch.chdir(folder.parent)
    near = case(parsed(mixed()), "means")
    assert (near.get("file"), near.get("classname")) == (f"{folder.name}/quadratics.py", f"{folder.name}.quadratics")
    later = case(parsed(mixed()), "later")
    line = (folder / "ledger.toml").read_text().splitlines()[int(str(later.get("line"))) - 1]
    assert (later.get("file"), line) == (f"{folder.name}/ledger.toml", 'id = "later"')


def test_what_xml_cannot_say_is_replaced() -> None:
    problem = replace(mixed().problems[0], message="a\x00b\x1b\ufffe\ud800c", line="\x0b")
    root = parsed(replace(mixed(), problems=(problem,)))
    (message,) = [each.get("message") for each in root.iter("error")]
    assert message == "a\ufffdb\ufffd\ufffd\ufffdc"


def test_the_exit_code_and_the_failures_agree() -> None:
    for run in (mixed(), sound(), contradicting()):
        root = parsed(run)
        assert (run.exit_code == 0) == (root.get("failures") == root.get("errors") == "0")


def test_no_suite_mixes_scripts() -> None:
    for suite in parsed(mixed()):
        assert {each.get("file") for each in suite.iter("testcase")} == {str(next(iter(mixed().ledgers)) / Path(str(suite[1].get("file"))).name)}
