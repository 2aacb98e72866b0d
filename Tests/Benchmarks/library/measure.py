"""Runs two things in turn and compares what they took."""
import os
import statistics
import subprocess
import sys
import time


def say(text):
    print(text, file=sys.stderr, flush=True)


class Took:
    """What a command took: by the wall clock, and of the processors, its children's and the server's share included."""

    def __init__(self, wall, work):
        self.wall, self.work = wall, work

    def __str__(self):
        return f"{self.wall:.2f} s ({self.work:.2f})"


def timed(command, log, server=None, **options):
    """Runs a command to its end; it must succeed. What it says goes into the log."""
    before, began = server.seconds_used() if server else 0, time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    if status:
        log.flush()
        raise SystemExit(f"{command}: ended with {os.waitstatus_to_exitcode(status)}; its words are in {log.name}")
    time.sleep(0.2 if server else 0)  # the session ends a moment after its client
    after = server.seconds_used() if server else 0
    return Took(wall, usage.ru_utime + usage.ru_stime + after - before)


class Pair:
    """Two commands that do the same, taken in turn; the first is Docket's."""

    def __init__(self, what, beside, ours, theirs, allowed, holds):
        """`allowed` says for people what `holds` decides of the ratio, which is theirs divided by ours."""
        self.what, self.beside, self.allowed, self.holds = what, beside, allowed, holds
        self.ours, self.theirs = ours, theirs
        self.turns = []

    def run(self, turns):
        for turn in range(turns):
            # Who goes first changes, so that neither always finds the machine as the other left it.
            order = [self.ours, self.theirs]
            took = {one: one() for one in (order if turn % 2 == 0 else order[::-1])}
            self.turns.append((took[self.ours], took[self.theirs]))
            say(f"{self.what} {self.turns[-1][0]}, {self.beside} {self.turns[-1][1]}")
        return self

    def row(self):
        def middle(values):
            return statistics.median(values)

        ours, theirs = (Took(middle([t[side].wall for t in self.turns]), middle([t[side].work for t in self.turns]))
                        for side in (0, 1))
        wall, work = (middle([getattr(b, name) / getattr(a, name) for a, b in self.turns]) for name in ("wall", "work"))
        verdict = "yes" if self.holds(wall) else "NO"
        return f"| {self.what} | {ours} | {self.beside} | {theirs} | {wall:.2f} ({work:.2f}) | {self.allowed} | {verdict} |"


HEAD = ("| Docket | Median (processor) | Beside it | Median (processor) | Ratio (of processor seconds) | Allowed | Holds |\n"
        "|---|---|---|---|---|---|---|")
