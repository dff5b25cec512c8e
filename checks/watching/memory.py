"""Memory: what runs have told of each script, so that only those are run again about which something else is to be expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from checks.checking import Watcher
from checks.runs import Event, run
from checks.settings import Settings


@dataclass(slots=True)
class Memory:
    """The events of each script, in order; those of a run that is broken off are not kept."""

    told: dict[Path, tuple[Event, ...]] = field(default_factory=dict)

    def forget(self, scripts: Iterable[Path]) -> None:
        """Lets these be run again."""
        for script in scripts:
            self.told.pop(script, None)

    def events(self, scripts: tuple[Path, ...], settings: Settings, watch: Watcher = lambda event: None) -> Iterator[Event]:
        """What is known of the scripts, and what a run tells of the others, which alone is watched."""
        for script in scripts:
            yield from self.told.get(script, ())
        fresh: dict[Path, list[Event]] = {script: [] for script in scripts if script not in self.told}
        if not fresh:
            return
        with closing(run(tuple(fresh), settings)) as events:  # type: ignore[type-var]  # a generator, so that it ends its workers
            for event in events:
                fresh[event.script].append(event)
                watch(event)
                yield event
        self.told |= {script: tuple(each) for script, each in fresh.items()}
