"""What the tests of the derivations share: the tally of false twins, printed when the session ends."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.derivations.families import ACCEPTED, MISSED, REFUTED, SCRIPTS, STILL_TRUE, TALLY, Outcome, Tally, share, swept


@pytest.fixture(scope="session")
def tally(request: pytest.FixtureRequest) -> Tally:
    """The outcomes of the twins by script, of the scripts that are asked for."""
    asked = {item.callspec.params.get("script") for item in request.session.items if hasattr(item, "callspec")}
    found = swept([script for script in SCRIPTS if script in asked] or list(SCRIPTS))
    request.config.stash[TALLY] = found
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line a script and a total; with -v also the twins that are still true, by name."""
    tally = config.stash.get(TALLY, {})
    if not tally:
        return
    terminalreporter.section("false twins")
    for script, outcomes in tally.items():
        terminalreporter.write_line(_line(script, outcomes))
        if config.get_verbosity() > 0:
            for each in outcomes:
                if each.fate == STILL_TRUE:
                    terminalreporter.write_line(f"    still true ({each.verdict}, {each.seen}): {each.family}: {each.twin.name}")
    terminalreporter.write_line(_line("all scripts", tuple(each for outcomes in tally.values() for each in outcomes)))


def _line(name: str, outcomes: tuple[Outcome, ...]) -> str:
    fates = Counter(each.fate for each in outcomes)
    doubted = fates[MISSED]
    return (
        f"{name:34} {len(outcomes):4} twins, {fates[STILL_TRUE]:3} still true; of the others {fates[REFUTED]:3} refuted with a witness"
        f" ({100 * share(outcomes):.1f} %), {doubted} undecided or vacuous, {fates[ACCEPTED]} believed"
    )
