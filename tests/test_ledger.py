"""The ledger: kinds and dependencies of entries, and what is refused, with file, entry, value and remedy."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from checks.commandline import main
from checks.dependencies import cycle, reached, turned
from checks.ledger import KINDS, FaultyLedger, read_ledger
from tests import papers


def ledger(folder: Path, **more: str) -> Path:
    """A ledger with one entry an id, each with further lines."""
    entries = [f'[[statement]]\nid = "{id}"\nwhere = "§1"\nprinted = "x"\nsays = "x"\n{lines}\n' for id, lines in more.items()]
    (folder / "ledger.toml").write_text("\n".join(entries))
    return folder


def test_kind_and_dependencies_are_read(tmp_path: Path) -> None:
    first, second, third = read_ledger(ledger(tmp_path, a='kind = "theorem"\nrests_on = ["b", "c"]', b="rests_on = []", c="")).entries
    assert (first.kind, first.rests_on) == ("theorem", ("b", "c"))
    assert (second.kind, second.rests_on) == (third.kind, third.rests_on) == ("sentence", ())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known(kind: str, tmp_path: Path) -> None:
    assert read_ledger(ledger(tmp_path, a=f'kind = "{kind}"')).entries[0].kind == kind


# what entry a says further, and what must be told besides the file
REFUSED = {
    "an unknown kind": ('kind = "lemma"', ("a: kind = 'lemma'", "one of conclusion, theorem, proof, sentence, number, typography")),
    "a kind that is no text": ("kind = 3", ("a: kind = 3", "one of")),
    "no list": ('rests_on = "beta"', ("a: rests_on = 'beta'", "write a list of ids")),
    "a list of numbers": ("rests_on = [1]", ("a: rests_on = [1]", "write a list of ids")),
    "an unknown id": ('rests_on = ["beto"]', ("a: rests_on names 'beto', which is no entry", "did you mean beta?")),
    "itself": ('rests_on = ["beta", "a"]', ("a: rests_on names 'a' itself", "take it out")),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_names_file_entry_value_and_remedy(case: str, tmp_path: Path) -> None:
    line, says = REFUSED[case]
    with pytest.raises(FaultyLedger) as refused:
        read_ledger(ledger(tmp_path, a=line, beta=""))
    assert str(refused.value).startswith(f"{tmp_path / 'ledger.toml'}: ")
    assert [each for each in says if each not in str(refused.value)] == []


def test_a_circle_is_refused_and_told(tmp_path: Path) -> None:
    circle = r"(a: .* a rests on b rests on a|b: .* b rests on a rests on b); take out"
    with pytest.raises(FaultyLedger, match=rf"ledger.toml: {circle}"):
        read_ledger(ledger(tmp_path, a='rests_on = ["b"]', b='rests_on = ["a"]', c='rests_on = ["a"]'))


def test_a_faulty_dependency_is_told_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.MEANS)
    ledger(tmp_path, means='rests_on = ["mean"]')
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr().out
    assert "ledger.toml: unusable: means: rests_on names 'mean', which is no entry; did you mean means?" in told


def test_the_nearest_come_first_and_the_least_distance_counts() -> None:
    graph = {"top": ["far", "near"], "far": ["farther"], "near": ["base"], "farther": ["base", "deep"], "base": ["deep"]}
    assert reached("top", graph) == {"far": 1, "near": 1, "farther": 2, "base": 2, "deep": 3}
    assert list(reached("top", graph)) == ["far", "near", "farther", "base", "deep"]
    assert reached("deep", graph) == reached("nowhere", graph) == {}


def test_turning_round_twice_gives_the_edges_back() -> None:
    graph = {"a": ("b", "c"), "b": ("c",), "c": ("d", "e")}
    assert turned(graph) == {"b": ("a",), "c": ("a", "b"), "d": ("c",), "e": ("c",)}
    assert turned(turned(graph)) == graph


def test_circles_are_found_and_nothing_else() -> None:
    long = {str(number): [str(number + 1)] for number in range(5000)}
    assert cycle(long) == ()
    assert cycle({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == ()
    found = cycle({**long, "5000": ["4998"]})
    assert found[0] == found[-1] and set(found) == {"4998", "4999", "5000"}
    edges = {"4998": "4999", "4999": "5000", "5000": "4998"}
    assert all(edges[below] == above for below, above in pairwise(found))
