"""The whole law over 1,000,000 cases, and the rules of one step on one case.

Run: make bench, or `python -m benchmarks.sweep [cases]`. Twice: over an installation with so many cases, six in ten of them
penalties, each judged by all the rules of its kind; and over so many cases of every kind. The frames are made before the
clock starts and one at a time, as a sweep reads them.
"""

import resource
import statistics
import sys
import time
from datetime import date

import polars as pl

from benchmarks._plain import functions
from benchmarks.rules import TODAY, cases
from fadu.law.calendar import china, civil, number
from fadu.law.engine import Bench, judge
from fadu.law.registry import grains, procedures, rules_of
from fadu.law.rules import Convention, Gate, Moment, Question, Verdict


def swept(count: int, *, share: bool) -> tuple[int, int, float]:
    """Rules, checks and seconds of a sweep over `count` cases of every grain; with `share`, over so many in all."""
    at, rules_run, checks, spent = Moment(china(), TODAY), 0, 0, 0.0
    others = len(grains()) - 1
    for grain in grains():
        rules = [rule for rule in rules_of(grain) if not isinstance(rule, Question | Convention)]
        if not rules:
            continue
        names = sorted({fact.name for rule in rules for fact in rule.facts() if fact.grain == grain})
        rows = (count * 6 // 10 if grain == "case" else count * 4 // 10 // others) if share else count
        frame = cases(rows, names)
        began = time.perf_counter()
        judged = judge(rules, frame, at)
        broken = judged.select((pl.all() == Verdict.FAILS).sum())
        spent += time.perf_counter() - began
        rules_run += len(rules)
        checks += len(rules) * rows
        assert broken.height == 1
        del frame, judged
    return rules_run, checks, spent


def plain(at: Moment) -> tuple[float, int]:
    """Seconds a check of the same conditions as a plain-Python loop over the cases, and of how many rules."""
    checks, told, spent = 0, 0, 0.0
    for grain in grains():
        rules = [rule for rule in rules_of(grain) if not isinstance(rule, Question | Convention) and (not isinstance(rule, Gate) or rule.once is not None)]
        names = sorted({fact.name for rule in rules for fact in rule.facts() if fact.grain == grain})
        written = [rule.swept(at) if isinstance(rule, Gate) else rule.verdict(at) for rule in rules]
        loops = [function for function in functions(written) if function is not None]
        rows = cases(200, names).to_dicts() if names else []
        began = time.perf_counter()
        for row in rows:
            for function in loops:
                function(row)
        spent += time.perf_counter() - began
        checks += len(rows) * len(loops)
        told += len(loops)
    return spent / checks, told


def one_step() -> tuple[float, float, str]:
    """Median and worst milliseconds of checking a step, over every guarded step of every procedure; and which is the worst."""
    calendar = china()
    told: dict[str, float] = {}
    for course in procedures().values():
        bench = Bench(rules_of(course.grain), calendar)
        guarded = {name for rule in rules_of(course.grain) if isinstance(rule, Gate) for name in rule.before}
        facts = {"on": TODAY, "at": TODAY * 1440, "field": "market", "procedure": course.id.split(".")[-1]}
        for step in course.steps:
            if step.name in guarded:
                bench.check(step.name, facts, civil(TODAY))
                began = time.perf_counter()
                for _ in range(20):
                    bench.check(step.name, facts, civil(TODAY))
                told[f"{course.id}:{step.name}"] = (time.perf_counter() - began) / 20 * 1e3
    worst = max(told, key=lambda name: told[name])
    return statistics.median(told.values()), told[worst], worst


def main(count: int) -> None:
    """Print the lines."""
    single, told = plain(Moment(china(), TODAY))
    for share, words in ((True, "cases in all"), (False, "cases of every kind")):
        rules_run, checks, spent = swept(count, share=share)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(
            f"sweep: {rules_run} rules x {count:,} {words} in {spent:.2f} s = {checks / spent / 1e6:.0f} million checks/s, peak {peak:.1f} GiB"
            f"; {told} of them as a plain-Python loop {1 / single / 1e3:.0f} thousand checks/s ({checks / spent * single:,.0f}x)"
        )
    median, worst, name = one_step()
    print(f"step: the rules of one step on one case: median {median:.2f} ms, worst {worst:.2f} ms ({name})")


if __name__ == "__main__":
    assert number(date(2026, 11, 20)) == TODAY
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
