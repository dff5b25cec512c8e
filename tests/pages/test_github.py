"""GitHub: one command a place, nothing in a message that could end it, and paths from the repository's root."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from checks.language.places import Place
from checks.pages.github import workflow_commands
from checks.pages.notices import Notice, notices
from checks.pages.rules import ERROR, NOTE
from tests.pages.mixed import contradicting, mixed, sound


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: its name, its properties, its message."""
    _, head, message = line.split("::", 2)
    name, _, properties = head.partition(" ")
    return name, {key: unescaped(value) for key, value in (each.split("=", 1) for each in properties.split(","))}, unescaped(message)


def commands(found: list[Notice], root: Path) -> list[tuple[str, dict[str, str], str]]:
    return [read(line) for line in workflow_commands(found, root).splitlines()]


def test_levels_titles_and_places() -> None:
    (folder,) = mixed().ledgers
    told = commands(notices(mixed()), folder)
    assert Counter(name for name, _, _ in told) == {"error": 7, "warning": 2, "notice": 4}
    assert [name for name, _, _ in told] == sorted((name for name, _, _ in told), key=["error", "warning", "notice"].index)
    titled = {properties["title"]: (name, properties["file"], message) for name, properties, message in told}
    assert titled["root"][:2] == ("notice", "quadratics.py")
    assert titled["gone"][:2] == ("warning", "ledger.toml")
    assert titled["unusable script or ledger"][1] == "broken, 100%: x.py"
    assert "claimed   x**2 - 1 = x**2\n" in titled["bad, step 1"][2]


def test_strict_makes_printed_failures_errors() -> None:
    (folder,) = sound().ledgers
    names = {properties["title"]: name for name, properties, _ in commands(notices(sound(), strict=True), folder)}
    assert names == {"root": "error", "needy": "notice"}


def test_one_command_a_place() -> None:
    place = Place("/paper/a.py", 3)
    several = [Notice("refuted", ERROR, "one", "says one", place, "1"), Notice("fails", NOTE, "two", "says two", place, "2")]
    ((name, properties, message),) = commands(several, Path("/paper"))
    assert (name, properties["title"], message) == ("error", "one; two", "says one\n\nsays two")


def test_nothing_ends_a_command_early() -> None:
    wicked = "100 %0A\r\n::error::x, a=b: c"
    (line,) = workflow_commands([Notice("fails", NOTE, wicked, wicked, Place(f"/p/{wicked}", 1), "1", wicked)], Path("/p")).splitlines()
    assert "\r" not in line
    name, properties, message = read(line)
    assert (name, properties, message) == ("notice", {"file": wicked, "line": "1", "title": wicked}, f"{wicked}\n{wicked}")


def test_a_path_outside_the_repository_stays_whole() -> None:
    (folder,) = mixed().ledgers
    assert {Path(properties["file"]).parent for _, properties, _ in commands(notices(mixed()), folder / "elsewhere")} == {folder}


def test_contradicting_engines() -> None:
    name, properties, message = commands(notices(contradicting()), Path("/"))[0]
    assert (name, properties["title"]) == ("error", "engines contradict each other")
    assert "ALARM" in message
