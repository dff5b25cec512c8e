"""The pytest plugin: derivation scripts as test items, one for each step and one for each statement's verdict.

    pytest derivations                          every step and every verdict
    pytest derivations/lemma_1.py::lemma-1      the steps of a statement and its verdict
    pytest "derivations/lemma_1.py::lemma-1::step-2" -x --lf -n 2 --dist loadscope

A step passes if it is proved. A verdict passes if it is as recorded, or, where nothing is recorded, if nothing is refuted or undecided.
Entries of the ledger that no script speaks of are no items; `lemmata check` tells of them.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checks.exits import ALARM
from checks.options import digits, megabytes, seconds
from checks.pytest_plugin.recognition import SCRIPTS, has_examples, is_named, is_script

if TYPE_CHECKING:
    from checks.pytest_plugin.desk import Desk

DESK, STOPPED = pytest.StashKey["Desk"](), pytest.StashKey[bool]()
NAMED, CONTRADICTED = "lemmata_named", "lemmata_contradicted"  # what processes of pytest-xdist and the one that started them tell each other


def pytest_addoption(parser: pytest.Parser) -> None:
    """What a run can be told."""
    group = parser.getgroup("lemmata", "derivation scripts")
    group.addoption("--lemmata-strict", action="store_true", help="a statement that fails as printed fails, recorded or not")
    group.addoption("--lemmata-seed", type=int, default=0, metavar="SEED", help="of the sampling engine (default: 0)")
    group.addoption("--lemmata-digits", type=digits, default=50, metavar="N", help="of the first numerical evaluation (default: 50)")
    group.addoption("--lemmata-timeout", type=seconds, default=20.0, metavar="SECONDS", help="for each engine at each question (default: 20)")
    group.addoption("--lemmata-memory", type=megabytes, default=3072, metavar="MB", help="address space of a worker (default: 3072)")
    group.addoption("--lemmata-no-cache", action="store_true", help="ask anew, without what is kept in LEMMATA_CACHE or ~/.cache/lemmata")
    parser.addini(SCRIPTS, "globs, from the root folder, of derivation scripts that lie in folders without ledger.toml", type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Names the marker that every step and verdict has."""
    config.addinivalue_line("markers", "lemmata: a step or the verdict of a statement in a derivation script")


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """A derivation script is read by a worker; it is no test module, and imported as one only for the examples in it."""
    found = yield
    if not is_script(file_path, parent.session, is_named=_is_named(parent.config)):
        return found
    from checks.pytest_plugin.items import Script

    others = [each for each in found if not isinstance(each, pytest.Module) or (type(each) is not pytest.Module and has_examples(file_path))]
    return [Script.from_parent(parent, path=file_path), *others]


def desk(config: pytest.Config) -> Desk:
    """What the items of this run share, made when it is first needed."""
    if DESK not in config.stash:
        from checks.pytest_plugin.desk import Desk

        config.stash[DESK] = Desk.of(config)
        config.add_cleanup(config.stash[DESK].session.close)
    return config.stash[DESK]


def stop(session: pytest.Session, why: str) -> None:
    """Ends the run behind this item, with the exit code for engines that contradict each other."""
    session.shouldstop = why
    session.config.stash[STOPPED] = True
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[CONTRADICTED] = True


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Whatever else went wrong, that engines contradict each other comes first."""
    if session.config.stash.get(STOPPED, False) and not hasattr(session.config, "workeroutput"):
        session.exitstatus = ALARM


def _is_named(config: pytest.Config) -> bool:
    told: dict[str, Any] = getattr(config, "workerinput", {})
    return bool(told[NAMED]) if NAMED in told else is_named(config)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tells a process of pytest-xdist what its own command line does not show."""
    node.workerinput[NAMED] = is_named(node.config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hears from a process of pytest-xdist why it ended."""
    if getattr(node, "workeroutput", {}).get(CONTRADICTED):
        node.config.stash[STOPPED] = True
