"""Numbers from numbers: medians, spreads, growth, ratios, and how a table shows them."""
import math
import statistics


def median(values):
    """None of no values."""
    return statistics.median(values) if values else None


def growth_exponent(sizes, values):
    """The slope b of the least-squares line log(value) = a + b log(size): 1 is linear, 2 quadratic.

    None with fewer than two different sizes, and where a value or a size has no logarithm.
    """
    points = [(s, v) for s, v in zip(sizes, values, strict=True) if v is not None]
    if len({s for s, _ in points}) < 2 or any(s <= 0 or v <= 0 for s, v in points):
        return None
    x = [math.log(s) for s, _ in points]
    y = [math.log(v) for _, v in points]
    mean_x, mean_y = statistics.fmean(x), statistics.fmean(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def ratio(value, base):
    """None where either is missing, or nothing can be divided by."""
    return None if value is None or not base else value / base


def shown(value, digits=3):
    """So many significant digits without an exponent; a dash for a number that there is not."""
    if value is None:
        return "–"
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{value:,.{decimals}f}"


def spread(values):
    """"1.20 (1.10 to 1.50)": the median, the least and the most."""
    if not values:
        return shown(None)
    if len(values) == 1:
        return shown(values[0])
    return f"{shown(median(values))} ({shown(min(values))} to {shown(max(values))})"


def markdown_table(headings, rows, texts=1):
    """@param texts  so many columns are text; the others stand to the right"""
    lines = ["| " + " | ".join(headings) + " |", "|" + "---|" * texts + "--:|" * (len(headings) - texts)]
    for row in rows:
        if len(row) != len(headings):
            raise ValueError(f"{len(row)} cells under {len(headings)} headings: {row}")
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines) + "\n"
