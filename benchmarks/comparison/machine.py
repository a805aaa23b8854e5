"""On what the figures were measured."""
import datetime
import os
import pathlib
import platform
import re
import subprocess


def first_line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return None


def cpu_model(cpuinfo):
    found = re.search(r"^(?:model name|Model|Hardware)\s*:\s*(.+)$", cpuinfo, re.MULTILINE)
    return found.group(1).strip() if found else None


def cached(cache, name):
    """A variable of a CMakeCache.txt; None where it has none."""
    found = re.search(rf"^{re.escape(name)}:[A-Z]+=(.*)$", cache, re.MULTILINE)
    return found.group(1) if found and found.group(1) else None


def description(options):
    """Pairs of a heading and a text."""
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    cache = options.build / "CMakeCache.txt"
    cache = cache.read_text() if cache.exists() else ""
    compiler = cached(cache, "CMAKE_CXX_COMPILER")
    source = str(pathlib.Path(__file__).parent)
    rows = [
        ("date", datetime.date.today().isoformat()),
        ("processor", cpu_model(cpuinfo.read_text()) if cpuinfo.exists() else platform.processor()),
        ("cores", str(len(os.sched_getaffinity(0)))),
        ("load when begun", f"{os.getloadavg()[0]:.2f}"),
        ("kernel", f"{platform.system()} {platform.release()}"),
        ("compiler", first_line(compiler, "--version") if compiler else None),
        ("build", cached(cache, "CMAKE_BUILD_TYPE")),
        ("isogloss", first_line(options.isogloss, "--version")),
        ("commit", first_line("git", "-C", source, "describe", "--always", "--dirty")),
        ("wc", first_line("wc", "--version")),
        ("scikit-learn", first_line(options.python, "-c", "import sklearn; print(sklearn.__version__)")),
        ("Python", platform.python_version()),
        ("xan", first_line("xan", "--version")),
    ]
    return [(heading, text or "–") for heading, text in rows]
