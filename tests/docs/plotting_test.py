"""Runs a recipe of docs/plotting.md on a fresh run and looks at its picture.

plotting_test.py RECIPE docs/plotting.md FOLDER [VL2SVG]: FOLDER holds outputs/soviet-accounts and outputs/odd-names.
Exits with 77 where the program of the recipe is not installed.
"""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from collections import Counter

sys.dont_write_bytecode = True
import png

WHITE = (255, 255, 255)


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def table(folder, name):
    with open(f"{folder}/outputs/soviet-accounts/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def recipe(document, language, wanted):
    """The fenced block of this language that names the file, or has the word."""
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", open(document, encoding="utf-8").read(), re.M | re.S)
    found = [text for kind, text in blocks if kind == language and wanted in text.splitlines()[0]]
    assert len(found) == 1, f"{len(found)} blocks of {language} for {wanted}"
    return found[0]


def run(script, program, place, name):
    """Runs the script in the folder `place`; it may say nothing."""
    with open(f"{place}/{name}", "w", encoding="utf-8") as file:
        file.write(script)
    environment = dict(os.environ, MPLCONFIGDIR=f"{place}/matplotlib", LC_ALL="C.UTF-8")
    done = subprocess.run([*program, name], cwd=place, env=environment, capture_output=True, text=True)
    said = [line for line in (done.stdout + done.stderr).splitlines() if "font cache" not in line]
    assert done.returncode == 0 and not said, f"{name} exits with {done.returncode}: " + "\n".join(said)


def runs(marks):
    """Where stretches of true values begin and end."""
    edges = [i for i in range(len(marks) + 1) if (i < len(marks) and marks[i]) != (i > 0 and marks[i - 1])]
    return list(zip(edges[::2], edges[1::2]))


def check_size(picture, width, height, least, most):
    """Is it of this size, and is between `least` and `most` of it not background?"""
    assert (len(picture[0]), len(picture)) == (width, height), (len(picture[0]), len(picture))
    ink = 1 - sum(pixel == WHITE for row in picture for pixel in row) / (width * height)
    assert least < ink < most, ink
    assert len({pixel for row in picture for pixel in row}) > 20


def check_keyness(picture, folder):
    """A bar for each term, as long as its log ratio; an arrow to the edge where the interval has no end."""
    check_size(picture, 1200, 800, 0.08, 0.3)
    rows = [r for r in table(folder, "keyness") if r["target"] == "marxist-leninist" and r["reference"] == "rest"]
    rows = sorted(rows, key=lambda r: int(r["rank"]))[:15]
    blue = [[i for i, pixel in enumerate(row) if pixel == (127, 168, 209)] for row in picture]
    zero = min(row[0] for row in blue if row)
    bars = runs([zero + 2 in row for row in map(set, blue)])
    bars = [bar for bar in bars if bar[1] - bar[0] > 2]
    tops = [begin for begin, end in runs([bool(row) for row in blue]) if end - begin > 10]
    assert len(tops) == len(rows), (len(tops), bars)
    scale = [(blue[top + 4][-1] - zero) / float(row["log_ratio"]) for top, row in zip(tops, rows)]
    assert max(scale) / min(scale) < 1.03, scale
    frame = max(i for i, pixel in enumerate(picture[tops[0] - 5]) if pixel == (0, 0, 0))
    endless = 0
    for top, row in zip(tops, rows):
        has_arrow = any(picture[top + y][frame - 40] == (34, 34, 34) for y in range(30))
        assert has_arrow == (row["log_ratio_high"] == "NA"), row["term"]
        endless += has_arrow
    assert 0 < endless < len(rows)


def check_similarity(picture, folder):
    """A colour for each pair, twice, and grey for the diagonal."""
    check_size(picture, 1320, 720, 0.3, 0.7)
    pairs = [r for r in table(folder, "similarity") if (r["layer"], r["measure"]) == ("vocabulary", "cosine")]
    large = {c: n for c, n in Counter(p for row in picture for p in row).items() if n > 10000 and c != WHITE}
    assert len(large) == len({r["value"] for r in pairs}) + 1, large
    documents = len(table(folder, "documents"))
    cell = large.pop((221, 221, 221)) / documents
    for colour, n in large.items():
        assert 0.85 < n / (2 * cell) < 1.01, (colour, n, cell)  # less the words in it


def check_tree(picture, folder):
    """A branch for each document, and the support in red."""
    check_size(picture, 1200, 800, 0.01, 0.1)
    dark = [sum(pixel) < 450 for pixel in picture[500]]
    assert len([r for r in runs(dark) if r[0] > 150]) == len(table(folder, "documents")), runs(dark)
    red = sum(pixel[0] > 150 and pixel[1] < 90 and pixel[2] < 90 for row in picture for pixel in row)
    assert red > 100, red


def check_judgements(picture, folder):
    """A line for each interval; none where there is none."""
    check_size(picture, 1200, 1000, 0.02, 0.15)
    wanted = {"stalin", "trotsky", "party", "working-class"}
    rows = [r for r in table(folder, "targets") if r["voice"] == "own" and r["target"] in wanted]
    n = sum(r["net_per_mention_low"] != "NA" for r in rows)
    assert 0 < n < len(rows)  # both kinds are there to be told apart
    colours = {(27, 108, 168), (176, 58, 46), (46, 125, 50)}
    long_lines = [any(end - begin > 15 for begin, end in runs([p in colours for p in row])) for row in picture]
    assert len(runs(long_lines)) == n, (len(runs(long_lines)), n)


SCRIPTS = {  # file: (language, what runs it, what it needs, its picture, how that is looked at)
    "keyness.gp": ("gnuplot", ["gnuplot"], None, "keyness.png", check_keyness),
    "similarity.py": ("python", ["/usr/bin/python3"], "import pandas, matplotlib", "similarity.png", check_similarity),
    "tree.R": ("r", ["Rscript"], None, "tree.png", check_tree),
    "judgements.R": ("r", ["Rscript"], None, "judgements.png", check_judgements),
}


def check_script(name, document, folder, place):
    language, program, needs, picture, look = SCRIPTS[name]
    if not shutil.which(program[0]):
        skip(f"{program[0]} is not installed")
    if needs and subprocess.run([*program, "-c", needs], capture_output=True).returncode != 0:
        skip(f"{program[0]} cannot {needs}")
    script = recipe(document, language, name)
    run(script, program, place, name)
    look(png.read(f"{place}/{picture}"), folder)
    if name in ("similarity.py", "tree.R"):  # names like numbers, and no intervals at all
        os.remove(f"{place}/{picture}")
        run(script.replace("soviet-accounts", "odd-names"), program, place, name)
        assert os.path.getsize(f"{place}/{picture}") > 1000


def check_vega_lite(document, folder, place, vl2svg):
    command = recipe(document, "sh", "vl2svg").split()
    assert command[:2] == ["npx", "vl2svg"], command
    if not os.path.exists(vl2svg):
        skip("built without Node.js")
    subprocess.run([vl2svg, *command[2:]], cwd=place, check=True, capture_output=True)
    words = {e.text for e in xml.parse(f"{place}/{command[3]}").iter("{http://www.w3.org/2000/svg}text")}
    terms = {r["term"] for r in table(folder, "keyness") if r["rank"] == "1"}
    assert terms & words, (terms, words)


def main(name, document, folder, vl2svg=""):
    with tempfile.TemporaryDirectory() as place:
        os.symlink(f"{folder}/outputs", f"{place}/outputs")
        if name == "vega-lite":
            check_vega_lite(document, folder, place, vl2svg)
        else:
            check_script(name, document, folder, place)


main(*sys.argv[1:])
