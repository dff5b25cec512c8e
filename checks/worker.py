"""The worker: a process that forks another for each task, which reads a script or asks the engines, with bounded time and memory.

It is started by `pool` with the descriptor of a connection, over which it is told its tasks and answers. A script
runs in a process of its own, and no engine is asked in one in which a script has run.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NoReturn

from checks.exits import TERMINATED
from checks.limits import OutOfTime, within
from checks.questions import questions
from checks.scripts import ScriptProblem, load_script, problem
from checks.sources import read_current_sources
from checks.statements import Statement
from checks.tasks import Answering, Ended, Found, Reading, Task


def main() -> None:
    """Does the tasks that come over the connection whose descriptor is the first argument, until it is closed."""
    read_current_sources()  # once for all processes that are forked
    connection = Connection(int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _ended)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a script prints is not part of the report
    sys.stdout = os.fdopen(sys.stdout.fileno(), "w", buffering=1, closefd=False)
    try:
        while True:
            task: Task = connection.recv()
            if isinstance(task, Answering):
                _import_engines()
            connection.send(Ended(_forked(task, connection)))
    except (EOFError, ConnectionError):
        return  # nobody listens any more


def _ended(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


def _import_engines() -> None:
    """Once for all processes that are forked; a worker that only reads scripts does without."""
    from checks.engines import ENGINES

    for engine in ENGINES:
        _ = engine.version  # for which its libraries are imported


def _forked(task: Task, connection: Connection) -> int:
    """The exit code of a process that does the task; it does not outlive this one."""
    sys.stdout.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    child = os.fork()
    if child == 0:
        _do(task, connection)
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except SystemExit:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        raise


def _do(task: Task, connection: Connection) -> NoReturn:
    """The life of the forked process; it must not return into what its parent was doing."""
    code = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
        resource.setrlimit(resource.RLIMIT_AS, (task.settings.memory, task.settings.memory))
        match task:
            case Reading():
                connection.send(_read(task))
            case Answering():
                _answer(task, connection)
        sys.stdout.flush()
        code = 0
    except ConnectionError:
        pass  # nobody listens any more
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _read(task: Reading) -> Found:
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


def _answer(task: Answering, connection: Connection) -> None:
    from checks.panel import Panel

    panel = Panel(task.settings)
    for each in task.asked:
        connection.send(panel.answers(each.obligation, each.cited))


if __name__ == "__main__":
    main()
