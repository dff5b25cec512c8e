"""The worker: a process that reads one script and answers its questions, with bounded time and memory.

It is started by `runs` with the descriptor of a connection, over which it is told its task and answers.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from multiprocessing.connection import Connection

from checks.limits import OutOfTime, within
from checks.questions import Question, questions
from checks.scripts import ScriptProblem, load_script, problem
from checks.statements import Statement
from checks.tasks import Found, Task


def main() -> None:
    """Does the task that comes over the connection whose descriptor is the first argument."""
    connection = Connection(int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a script prints is not part of the report
    sys.stdout = os.fdopen(sys.stdout.fileno(), "w", buffering=1, closefd=False)
    task: Task = connection.recv()
    resource.setrlimit(resource.RLIMIT_AS, (task.settings.memory, task.settings.memory))
    found = _read(task)
    connection.send(found)
    _answer_all([question for statement in found.statements for question in questions(statement)], task, connection)


def _read(task: Task) -> Found:
    try:
        statements = within(task.settings.seconds, lambda: load_script(task.script))
    except OutOfTime as late:
        slow = TimeoutError(f"the script was still running after {task.settings.seconds:g} s")
        return Found((), (problem(task.script, slow.with_traceback(late.__traceback__)),))
    except BaseException as fault:  # whatever a script raises, even SystemExit, is for its author to see
        return Found((), (problem(task.script, fault),))
    faults = {each.id: wrong for each in statements if (wrong := _problem(each)) is not None}
    return Found(tuple(each for each in statements if each.id not in faults), tuple(faults.values()))


def _problem(statement: Statement) -> ScriptProblem | None:
    """Why no obligations can be made of a statement, where none can."""
    try:
        questions(statement)
    except (ValueError, TypeError) as fault:
        return ScriptProblem(str(statement.place), f"statement {statement.id}", str(fault), "correct what the statement says")
    return None


def _answer_all(asked: list[Question], task: Task, connection: Connection) -> None:
    from checks.panel import Panel

    panel = Panel(task.settings)
    for question in asked[task.skip :]:
        connection.send(panel.answers(question.obligation, question.cited))


if __name__ == "__main__":
    main()
