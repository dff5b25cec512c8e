"""Reports: what `check` prints, a table of statements, their steps on demand, faults, and one line that sums up."""

from __future__ import annotations

from checks.checking import Checked
from checks.exits import FALLEN, SOUND, UNSETTLED
from checks.judging import FAILS, HOLDS, INFORMAL, NEEDS, OPEN, StatementReport
from checks.language.notation import unicode_text
from checks.pages.faults import faults
from checks.pages.prose import readable
from checks.pages.spans import BAD, FAINT, GOOD, STRONG, WARNING, Line, Span, heading, line, marked, show
from checks.pages.tables import Row, print_table
from checks.verdicts import explanation, word

TITLES = ("statement", "where", "verdict", "grounds")
PLURALS = {
    HOLDS: ("holds", "hold"),
    NEEDS: ("needs more", "need more"),
    FAILS: ("fails", "fail"),
    OPEN: ("is open", "are open"),
    INFORMAL: ("is informal", "are informal"),
}


def print_report(checked: Checked, *, steps: bool = False) -> None:
    """The whole report on a run."""
    if checked.paper:
        show([heading(checked.paper), line()])
    if checked.reports:
        print_table(TITLES, [row(report) for report in checked.reports])
        show([line()])
    if steps:
        show([each for report in checked.reports if report.steps for each in step_lines(report)])
    found = faults(checked)
    show([*found, *([line()] if found and found[-1] else []), *better(checked), *summary(checked)])


def row(report: StatementReport) -> Row:
    """A statement's row of the table."""
    faint = FAINT if report.statement is None else ""
    return (Span(report.id, faint or STRONG), Span(report.entry.where, faint), marked(report.verdict), Span(grounds(report), faint))


def grounds(report: StatementReport) -> str:
    """Why the verdict is what it is, in one line."""
    why = readable(" ".join(report.why.split()))
    if report.verdict == NEEDS and report.statement is not None:
        return "true if " + " and ".join(f"{each.name}: {unicode_text(each.claim)}" for each in report.statement.needs)
    return why


def step_lines(report: StatementReport) -> list[Line]:
    """A statement's steps, each with its place, its reason and its verdict."""
    lines = [line(Span(report.id, STRONG), "  ", marked(report.verdict))]
    for number, step in enumerate(report.steps, start=1):
        lines.append(line(f"  {number:>2}  ", marked(word(step.verdict)), f"  {step.step.place}  {readable(str(step.step.reason))}"))
        lines.append(line(f"      {unicode_text(step.step.claim)}"))
        lines.append(line("      ", Span(explanation(step.verdict), FAINT)))
    return [*lines, line()]


def better(checked: Checked) -> list[Line]:
    """Statements that do better than their record."""
    notes = [(name, each.says) for name, several in checked.concerns.items() for each in several if each.code == SOUND]
    return [line(Span(f"{name}: {says}", GOOD)) for name, says in notes]


def counts(checked: Checked) -> dict[str, int]:
    """How many statements have each verdict."""
    return {verdict: sum(report.verdict == verdict for report in checked.reports) for verdict in PLURALS}


def summary(checked: Checked) -> list[Line]:
    """How many of what, how long it took, and how that compares with the record."""
    found = [f"{number} {PLURALS[verdict][number != 1]}" for verdict, number in counts(checked).items() if number]
    steps = sum(len(report.steps) for report in checked.reports)
    timed = f"{steps} step{'s' * (steps != 1)} in {checked.seconds:.1f} s"
    set_to = f"seed {checked.settings.seed}, {checked.settings.digits} digits"
    return [line(f"{', '.join(found) or 'no statements'}; {timed}, {set_to}."), outcome(checked)]


def outcome(checked: Checked) -> Line:
    """The last line: what the exit code means here."""
    code = checked.exit_code
    ids = {code: [name for name, several in checked.concerns.items() if any(each.code == code for each in several)] for code in (FALLEN, UNSETTLED)}
    undecided = f" Undecided: {', '.join(ids[UNSETTLED])}." if ids[UNSETTLED] else ""
    if code == 0:
        recorded = any(ledger.recorded for ledger in checked.ledgers.values())
        return line(Span("Everything is as recorded." if recorded else "Nothing is refuted or undecided.", GOOD))
    told = {
        1: f"Refuted, or fallen below the record: {', '.join(ids[FALLEN])}.{undecided}",
        2: f"{len(checked.problems)} script or ledger problem{'s' * (len(checked.problems) != 1)}{'; the rest was checked' * bool(checked.reports)}.",
        3: undecided.strip(),
        4: "Engines contradict each other; the run was stopped.",
    }
    return line(Span(f"{told[code]} Exit code {code}.", WARNING if code == 3 else BAD))
