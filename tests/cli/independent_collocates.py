#!/usr/bin/env python3
"""Collocates of a node, worked out again from the token stream by Python alone.

Usage: independent_collocates.py FOLDER NODE LEFT RIGHT ZONES sentences|across

FOLDER holds tokens.csv, written with --zones all, and collocates.csv, written with --zones ZONES --min-observed 1 and the
same options otherwise. NODE is a word or has wildcards. Prints every difference; exits 1 if there is one, else 0.
"""
import csv
import fnmatch
import math
import sys
from collections import Counter, defaultdict

folder, node, left, right, zones, bounds = sys.argv[1:]
left, right, zones = int(left), int(right), zones.split(",")
TOLERANCE = 1e-9
differences = []


def rows(name):
    with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expect(what, found, wanted):
    if math.isnan(wanted):
        same = found == "NA"
    else:
        same = found != "NA" and abs(float(found) - wanted) <= TOLERANCE * max(1.0, abs(wanted))
    if not same:
        differences.append(f"{what}: found {found}, wanted {wanted}")


def is_node(token):
    return any(fnmatch.fnmatchcase(word.lower().replace("\u2019", "'"), node) for word in token["token"].split(" "))


def window(tokens, place, step, width):
    """The places of the `width` next words of the node's voice, in one direction."""
    own = voice(tokens[place])
    reached, passed_over = place, False
    found = []
    place += step
    while 0 <= place < len(tokens) and len(found) < width:
        token = tokens[place]
        if voice(token) != own:
            passed_over = True
        else:
            same_sentence = token["sentence"] == tokens[reached]["sentence"]
            if not same_sentence and (bounds == "sentences" or passed_over):
                break
            found.append(place)
            reached, passed_over = place, False
        place += step
    return found


def voice(token):
    return token["zone"], token["speaker"]


documents = defaultdict(list)
for row in rows("tokens"):
    documents[row["document"]].append(row)

counts, sizes, nodes = Counter(), {}, 0
observed = {"left": Counter(), "right": Counter()}
by_document = defaultdict(Counter)
for name, tokens in documents.items():
    chosen = [token for token in tokens if token["zone"] in zones]
    sizes[name] = len(chosen)
    counts.update(token["term"] for token in chosen)
    for place, token in enumerate(tokens):
        if token["zone"] not in zones or not is_node(token):
            continue
        nodes += 1
        for side, step, width in (("left", -1, left), ("right", 1, right)):
            for at in window(tokens, place, step, width):
                observed[side][tokens[at]["term"]] += 1
                by_document[tokens[at]["term"]][name] += 1

N, S = sum(sizes.values()), left + right
table = rows("collocates")
together = observed["left"] + observed["right"]
expect("rows", len(table), len(together))
last = math.inf
for row in table:
    c = row["collocate"]
    O, f2 = together[c], counts[c]
    E, R1 = nodes * f2 * S / N, S * nodes
    cells = [(O, R1, f2), (f2 - O, N - R1, f2), (R1 - O, R1, N - f2), (N - R1 - f2 + O, N - R1, N - f2)]
    if min(cell[0] for cell in cells) < 0:
        g2 = math.nan
    else:
        g2 = 2 * math.fsum(o * math.log(o * N / (r * k)) for o, r, k in cells if o > 0)
    shares = [(by_document[c][d] / O, size / N) for d, size in sizes.items() if size > 0]
    wanted = {
        "observed_count": O, "expected_count": E, "node_count": nodes, "collocate_count": f2,
        "left_count": observed["left"][c], "right_count": observed["right"][c], "log_likelihood": g2,
        "t_score": (O - E) / math.sqrt(O), "z_score": (O - E) / math.sqrt(E), "mutual_information": math.log2(O / E),
        "mi3": math.log2(O ** 3 / E), "npmi": math.log2(O / E) / -math.log2(O / N),
        "log_dice": 14 + math.log2(2 * O / (nodes + f2)),
        "delta_p_collocate_given_node": O / R1 - (f2 - O) / (N - R1),
        "delta_p_node_given_collocate": O / f2 - (R1 - O) / (N - f2),
        "document_range": len(by_document[c]),
        "deviation_of_proportions": math.fsum(abs(v - s) for v, s in shares) / 2,
    }
    for column, value in wanted.items():
        expect(f"{c} {column}", row[column], value)
    expect(f"{c} order", float(row["log_dice"]) <= last, True)
    last = float(row["log_dice"])

print("\n".join(differences[:20]))
print(f"{nodes} nodes, {sum(together.values())} places, {len(together)} collocates: {len(differences)} differences")
sys.exit(1 if differences or not together else 0)
