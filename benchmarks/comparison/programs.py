"""Who is compared: isogloss, wc -w, scikit-learn, xan, ICU. What goes to standard output goes to /dev/null."""
import csv
import pathlib
import shlex
import shutil
import subprocess

from comparison.processes import program

HERE = pathlib.Path(__file__).parent


def has_sklearn(python):
    return subprocess.run([python, "-c", "import sklearn"], capture_output=True, check=False).returncode == 0


def ours(isogloss, folder, scratch):
    for command, group in (("frequencies", "counts"), ("tfidf", "tfidf")):
        for threads, number in (("1", "1"), ("all", "0")):
            for to, output in (("file", ("-o", scratch / "out.csv")), ("/dev/null", ())):
                name = f"isogloss {command}, {'1 thread' if threads == '1' else 'all threads'}, to {to}"
                yield program(name, (isogloss, command, folder, "--threads", number, "--quiet", *output),
                              group=group, threads=threads, to=to)


def wc(paths):
    for locale in ("C", "C.UTF-8"):
        yield program(f"wc -w, LC_ALL={locale}", ("wc", "-w", *paths), locale=locale, group="wc")


def sklearn(python, folder):
    for name, group in (("CountVectorizer", "counts"), ("TfidfVectorizer", "tfidf")):
        yield program(f"scikit-learn {name}", (python, HERE / "sklearn_terms.py", name, folder), group=group)


def xan(paths, scratch):
    """It reads CSV: the texts are put into one, whose writing is not timed."""
    table = scratch / "texts.csv"
    with table.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["document", "text"])
        for path in paths:
            rows.writerow([path.name, path.read_text(encoding="utf-8")])
    line = f"xan tokenize words text -L {shlex.quote(str(table))} | xan vocab doc-token -D document > /dev/null"
    yield program("xan tokenize words, vocab doc-token", ("sh", "-c", line), group="counts")


def for_texts(options, folder, paths, scratch):
    """All that are installed."""
    found = [*ours(options.isogloss, folder, scratch), *wc(paths)]
    if options.sklearn:
        found += sklearn(options.python, folder)
    if shutil.which("xan"):
        found += xan(paths, scratch)
    return found


def for_language(options, folder, paths):
    found = [program("isogloss", (options.isogloss, "frequencies", folder, "--threads", "1", "--quiet")),
             *wc(paths)]
    icu = options.build / "benchmarks" / "icu_words"
    if icu.exists():
        found += [program(f"ICU {form}", (icu, form, *paths)) for form in ("UTF-16", "UTF-8")]
    return found
