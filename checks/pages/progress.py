"""Progress: a bar on the terminal while scripts are read and questions answered; nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from checks.questions import questions
from checks.runs import Answered, Event, Loaded, Unreadable


@contextmanager
def watching(stream: TextIO) -> Iterator[Callable[[Event], None]]:
    """A watcher of a run's events, which draws on the stream if that is a terminal."""
    if not stream.isatty():
        yield lambda event: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(file=stream), transient=True) as progress:
        task, total = progress.add_task("", total=None), 0

        def watch(event: Event) -> None:
            nonlocal total
            match event:
                case Loaded(script, statements):
                    total += sum(len(questions(each)) for each in statements)
                    progress.update(task, total=total, description=script.stem)
                case Answered(_, question, _):
                    progress.update(task, advance=1, description=question.statement)
                case Unreadable(script, _):
                    progress.update(task, description=script.stem)

        yield watch
