"""What was measured, as sections of Markdown."""
from comparison.figures import growth_exponent, markdown_table, median, ratio, shown, spread

MEGABYTE = 1e6


def cpu(samples):
    return median([s.cpu for s in samples])


def wall(samples):
    return median([s.wall for s in samples])


def peak_megabytes(samples):
    found = median([s.peak for s in samples])
    return None if found is None else found * 1024 / MEGABYTE


def shown_peak(samples, least):
    """Memory below what any program is said to hold is not known."""
    found = peak_megabytes(samples)
    bound = least * 1024 / MEGABYTE
    return shown(found) if found is None or found > 1.05 * bound else f"< {shown(bound, 2)}"


def base(samples, name):
    """The processor time of the program whose name begins so; None where it did not run."""
    return next((cpu(s) for p, s in samples.items() if p.name.startswith(name)), None)


def comparison(samples, size, group, least):
    """One row a program that does this, and wc -w. @param size  bytes of text"""
    wc = base(samples, "wc -w, LC_ALL=C.UTF-8")
    learnt = next((cpu(s) for p, s in samples.items() if p.group == group and p.name.startswith("scikit-learn")), None)
    rows = []
    for p, s in samples.items():
        if p.group in (group, "wc"):
            rows.append([p.name, spread([x.cpu for x in s]), spread([x.wall for x in s]),
                         shown(ratio(size / MEGABYTE, cpu(s))), shown(ratio(cpu(s), wc)),
                         shown(ratio(learnt, cpu(s)) if p.group == group else None), shown_peak(s, least), str(len(s))])
    return markdown_table(["program", "processor time, s", "wall time, s", "MB/s of processor time", "time to `wc -w`'s",
                           "times as fast as scikit-learn", "peak memory, MB", "runs"], rows)


def by_size(sets, value, show):
    """A number of every program by size, and its log-log slope. @param sets  pairs of bytes and samples"""
    sizes = [size for size, _ in sets]
    named = [{p.name: s for p, s in samples.items()} for _, samples in sets]
    rows = []
    for name in named[0]:
        of = [samples.get(name, []) for samples in named]
        slope = growth_exponent(sizes, [value(s) for s in of])
        rows.append([name, *(show(s) for s in of), "–" if slope is None else f"{slope:.2f}"])
    return markdown_table(["program", *(f"{shown(size / MEGABYTE)} MB" for size in sizes), "exponent"], rows)


def times_by_size(sets):
    return by_size(sets, cpu, lambda samples: shown(cpu(samples)))


def peaks_by_size(sets, least):
    """What is below the least that can be told takes no part in the slope."""
    def known(samples):
        return peak_megabytes(samples) if not shown_peak(samples, least).startswith("<") else None
    return by_size(sets, known, lambda samples: shown_peak(samples, least))


def threads(sets):
    """Wall time of ours on one thread and on all."""
    rows = []
    for size, samples in sets:
        for p, s in samples.items():
            if p.threads != "all":
                continue
            alone = next((t for q, t in samples.items() if (q.group, q.to, q.threads) == (p.group, p.to, "1")), [])
            rows.append([p.name.replace(", all threads", ""), f"{shown(size / MEGABYTE)}", spread([x.wall for x in alone]),
                         spread([x.wall for x in s]), shown(ratio(wall(alone), wall(s))), shown(ratio(cpu(s), cpu(alone)))])
    return markdown_table(["program", "MB", "wall, 1 thread, s", "wall, all threads, s", "times as fast",
                           "processor time to 1 thread's"], rows)


def languages(found):
    """@param found  rows of a language, bytes and samples"""
    rows = []
    for language, size, samples in found:
        mine = base(samples, "isogloss")
        rates = [shown(ratio(size / MEGABYTE, base(samples, name)))
                 for name in ("isogloss", "wc -w, LC_ALL=C.UTF-8", "ICU UTF-16", "ICU UTF-8")]
        rows.append([language, *rates, shown(ratio(mine, base(samples, "wc -w, LC_ALL=C.UTF-8"))),
                     shown(ratio(base(samples, "ICU UTF-16"), mine)), str(min(map(len, samples.values())))])
    return markdown_table(["text", "isogloss, MB/s", "`wc -w` (C.UTF-8), MB/s", "ICU UTF-16, MB/s", "ICU UTF-8, MB/s",
                           "time to `wc -w`'s", "times as fast as ICU UTF-16", "runs"], rows)
