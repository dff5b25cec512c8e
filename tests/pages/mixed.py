"""A paper with one of everything that a run can have to tell, checked once for the tests of what programs read."""

from __future__ import annotations

import atexit
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from checks.checking import Alarm, Checked, check
from checks.questions import questions
from checks.reconciling import Answer, EnginesContradict
from checks.selection import selection
from checks.settings import Settings
from checks.verdicts import Proved, Refuted, Witness
from tests import papers

BAD = """
wrong = calculation("wrong", x**2 - 1, equals(x**2, by.algebra), is_at_least(0, by.sign))
bad = statement("bad", "A % title", claims=[x**2 >= 0]).proved_by(wrong)
worse = statement("worse", "On the same step", claims=[x**2 >= 0]).proved_by(wrong)
"""
MORE = """
fell = statement("fell", "It held before", claims=[y >= 1])
new = statement("new", "Not recorded", claims=[y >= 2])
bare = statement("bare", "A quotient", claims=[Claim(x / x, "=", 1)])
impossible = assumption("the impossible", x**2 < 0, stated="§7")
empty = statement("empty", "Of nothing", claims=[x > 1], given=[impossible])
rose = statement("rose", "Better than before", claims=[y + 1 > 1])
word = statement("word", "A word", informal="an opinion", where="§8")
"""
SCRIPT = (papers.MEANS, papers.FALSE, papers.NEEDY, papers.UNCONFIRMED, papers.HARD, BAD, MORE)
IDS = ("means", "root", "needy", "unconfirmed", "hard", "bad", "worse", "fell", "new", "bare", "empty", "rose", "word", "later", "gone")
RECORD = {"means": "holds", "root": "fails", "needy": "needs", "fell": "holds", "rose": "open", "gone": "holds"}


def write(folder: Path) -> Path:
    """The paper in a folder."""
    papers.write(folder, *SCRIPT)
    papers.write(folder, "\nx = 'a\\x1bb'\nraise ValueError(x)\n", name="broken, 100%: x.py")
    (folder / "ledger.toml").write_text(papers.ledger(*IDS))
    (folder / "recorded.toml").write_text(papers.record(**RECORD))
    return folder


def _folder() -> Path:
    """A folder that lasts as long as the tests."""
    folder = Path(mkdtemp()).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def mixed() -> Checked:
    """The paper checked, in a folder below no working directory."""
    return check(selection([str(write(_folder()))]), Settings(seconds=2.0, jobs=2))


@cache
def sound() -> Checked:
    """A paper in which everything is as recorded."""
    folder = _folder()
    papers.write(folder, papers.MEANS, papers.FALSE, papers.NEEDY)
    (folder / "recorded.toml").write_text(papers.record(means="holds", root="fails", needy="needs"))
    return check(selection([str(folder)]), Settings(seconds=2.0, jobs=1))


def contradicting() -> Checked:
    """A run that was stopped because engines contradict each other about a step of `means`."""
    statement = sound().reports[0].statement
    assert statement is not None
    question = questions(statement)[0]
    answers = {"algebra": Answer(Proved("by a bug"), 0.1), "sampling": Answer(Refuted(Witness({}), "1", "2", 50, 0), 0.1)}
    return replace(sound(), alarm=Alarm(question, EnginesContradict(question.obligation, answers)))
