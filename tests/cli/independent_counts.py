#!/usr/bin/env python3
"""Counts, TF-IDF and cosine of a study, worked out again from its token stream by Python alone.

Usage: independent_counts.py FOLDER, with tokens.csv, frequencies.csv, tfidf-SCHEME.csv and similarity.csv in it, all
written with the same options. Prints every difference; exits 1 if there is one, 0 if there is none.
"""
import csv
import math
import sys
from collections import Counter

TOLERANCE = 1e-9
differences = []


def rows(name):
    with open(f"{sys.argv[1]}/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expect(what, found, wanted):
    """Equal, or for numbers apart by no more than the tolerance, absolute below 1 and relative above."""
    if isinstance(wanted, float):
        same = abs(float(found) - wanted) <= TOLERANCE * max(1.0, abs(wanted))
    else:
        same = found == wanted
    if not same:
        differences.append(f"{what}: found {found}, wanted {wanted}")


def ranks(values):
    """Rank 1 is the largest; equal values share the smallest rank."""
    ordered = sorted(values, reverse=True)
    first = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
    return [first[value] for value in values]


counts = {}
for row in rows("tokens"):
    counts.setdefault(row["document"], Counter())[row["term"]] += 1
lengths = {document: sum(c.values()) for document, c in counts.items()}
N = len(counts)
df = Counter(term for c in counts.values() for term in c)
mean_length = sum(lengths.values()) / N

table = rows("frequencies")
expect("frequencies: rows", len(table), sum(len(c) for c in counts.values()))
by_document = {}
for row in table:
    by_document.setdefault(row["document"], []).append(row)
for document, listed in by_document.items():
    wanted_ranks = ranks([counts[document][row["term"]] for row in listed])
    for row, rank in zip(listed, wanted_ranks):
        what = f"frequencies {document} {row['term']}"
        count = counts[document][row["term"]]
        expect(what + " count", int(row["count"]), count)
        expect(what + " relative_frequency", row["relative_frequency"], count / lengths[document])
        expect(what + " rank", int(row["rank"]), rank)

# scheme: (term frequency of count c in document d, inverse document frequency of a term in n documents)
k1, b = 1.2, 0.75
SCHEMES = {
    "sklearn": (lambda c, d: c, lambda n: math.log((1 + N) / (1 + n)) + 1),
    "textbook": (lambda c, d: c / lengths[d], lambda n: math.log(N / n)),
    "quanteda": (lambda c, d: c, lambda n: math.log10(N / n)),
    "tidytext": (lambda c, d: c / lengths[d], lambda n: math.log(N / n)),
    "bm25": (lambda c, d: c * (k1 + 1) / (c + k1 * (1 - b + b * lengths[d] / mean_length)),
             lambda n: math.log(1 + (N - n + 0.5) / (n + 0.5))),
}

vectors = {}
for scheme, (tf, idf) in SCHEMES.items():
    weights = {d: {t: tf(n, d) * idf(df[t]) for t, n in c.items()} for d, c in counts.items()}
    if scheme == "sklearn":
        for d, w in weights.items():
            length = math.sqrt(sum(v * v for v in w.values()))
            weights[d] = {t: v / length for t, v in w.items()}
        vectors = weights
    table = rows("tfidf-" + scheme)
    expect(scheme + ": rows", len(table), sum(len(c) for c in counts.values()))
    last = {}
    for row in table:
        d, t = row["document"], row["term"]
        what = f"{scheme} {d} {t}"
        expect(what + " count", int(row["count"]), counts[d][t])
        expect(what + " term_frequency", row["term_frequency"], float(tf(counts[d][t], d)))
        expect(what + " document_frequency", int(row["document_frequency"]), df[t])
        expect(what + " inverse_document_frequency", row["inverse_document_frequency"], idf(df[t]))
        expect(what + " tfidf", row["tfidf"], weights[d][t])
        # Descending, and a rank for every row: of its own place, or of the equal row above.
        place, weight, rank = last.get(d, (0, math.inf, 0))
        own = float(row["tfidf"])
        expect(what + " order", own <= weight, True)
        expect(what + " rank", int(row["rank"]), rank if own == weight else place + 1)
        last[d] = (place + 1, own, int(row["rank"]))

table = rows("similarity")
expect("similarity: rows", len(table), N * (N - 1) // 2)
for row in table:
    a, other = vectors[row["document_a"]], vectors[row["document_b"]]
    cosine = math.fsum(v * other[t] for t, v in a.items() if t in other)
    expect(f"cosine {row['document_a']} {row['document_b']}", row["value"], cosine)

print("\n".join(differences[:20]))
print(f"{N} documents, {sum(lengths.values())} tokens, {len(df)} terms: {len(differences)} differences")
sys.exit(1 if differences else 0)
