"""Runs programs of Google Benchmark, and reads their medians."""
import json
import pathlib
import subprocess
import sys
import tempfile

from comparison.figures import shown

SECTIONS = {"Words and counts": ("text_benchmark", "words_benchmark", "counts_benchmark"),
            "Writing tables": ("reports_benchmark",)}
UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}


def medians(results):
    """@param results  what --benchmark_format=json writes @return rows: name, processor time, bytes/s, items/s"""
    rows = []
    for b in results["benchmarks"]:
        if b.get("aggregate_name") != "median":
            continue
        seconds = b["cpu_time"] * UNITS[b["time_unit"]]
        rows.append((b["run_name"], seconds, b.get("bytes_per_second"), b.get("items_per_second")))
    return rows


def table_row(name, seconds, bytes_per_second, items_per_second):
    return [f"`{name}`", shown(seconds * 1e3), shown(bytes_per_second and bytes_per_second / 1e6),
            shown(items_per_second and items_per_second / 1e6)]


def run(path, repetitions):
    """What a program of Google Benchmark writes; without benchmarks, and a message, where it fails."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        done = subprocess.run([path, f"--benchmark_repetitions={repetitions}", "--benchmark_min_time=0.1",
                               "--benchmark_enable_random_interleaving=true", "--benchmark_out_format=json",
                               f"--benchmark_out={out.name}"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"{path} failed ({done.returncode}), and is left out:\n{done.stderr[-1000:]}", file=sys.stderr)
            return {"benchmarks": []}
        return json.loads(pathlib.Path(out.name).read_text(encoding="utf-8"))


def measured(folder, repetitions):
    """Rows by section, of those programs that are built; each kernel runs so many times, by turns in random order."""
    rows = {}
    for heading, names in SECTIONS.items():
        built = [path for path in (pathlib.Path(folder) / name for name in names) if path.exists()]
        rows[heading] = [row for path in built for row in sorted(medians(run(path, repetitions)), key=lambda r: r[0])]
    return rows
