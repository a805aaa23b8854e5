"""Runs programs by turns, and says what each took."""
import dataclasses
import os
import statistics
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass(frozen=True)
class sample:
    cpu: float   # user and system, of all its threads and of the processes it waited for, s
    wall: float  # s
    peak: int    # most memory that one process held, kB


@dataclasses.dataclass(frozen=True)
class program:
    name: str
    command: tuple
    locale: str = "C.UTF-8"
    group: str = ""      # what it does: "counts", "tfidf"
    threads: str = "1"   # "1" or "all"
    to: str = "nowhere"  # "file", "/dev/null"


def run(command, locale="C.UTF-8"):
    """@raises SystemExit the program failed"""
    with tempfile.TemporaryFile() as complaints:
        begin = time.perf_counter()
        child = subprocess.Popen([str(c) for c in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=complaints, env=os.environ | {"LC_ALL": locale})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            complaints.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))[:300]} failed ({child.returncode}):\n"
                             + complaints.read().decode(errors="replace")[-2000:])
    return sample(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss)


def least_peak():
    """What a program that does nothing is said to hold, kB: Linux counts in what this process held when it began it."""
    return max(run(["true"]).peak for _ in range(3))


def short_enough(programs, size_before, before, size, longest):
    """Those that would take at most so many seconds, if wall time grows with size.

    @param before  the samples of a smaller set; what was not run there is not run here
    """
    took = {p.name: statistics.median(s.wall for s in samples) * size / size_before for p, samples in before.items()}
    for p in programs:
        if took.get(p.name, 0) > longest:
            print(f"  {p.name} would take {took[p.name]:.0f} s, and is left out", file=sys.stderr)
    return [p for p in programs if took.get(p.name, longest + 1) <= longest]


def by_turns(programs, rounds, seconds):
    """A B C A B C ...; a program that would go beyond so many seconds in all pauses after its first round.

    @return the samples of each program
    """
    samples = {p: [] for p in programs}
    for number in range(rounds):
        for p in programs:
            taken = sum(s.wall for s in samples[p])
            if number > 0 and taken + taken / len(samples[p]) > seconds:
                continue
            samples[p].append(run(p.command, p.locale))
        print(f"  round {number + 1} of {rounds}", file=sys.stderr, flush=True)
    return samples
