"""Draws time against size as SVG: a panel for each family, both axes logarithmic."""

import math

import report

COLOURS = {"cairn": "#0a7d55", "cpsat": "#b3541e", "highs": "#5b5bd6"}
TITLES = {"cairn": "Cairn", "cpsat": "CP-SAT", "highs": "HiGHS"}
WIDTH, HEIGHT, GAP, LEFT, TOP = 200, 150, 28, 64, 56
COLUMNS = 4
DECADES = range(-4, 4)  # powers of ten of a second
STYLE = """
  svg { font: 12px system-ui, sans-serif; }
  text { fill: #333; } .frame { fill: none; stroke: #999; } .grid { stroke: #ddd; }
  @media (prefers-color-scheme: dark) { text { fill: #ccc; } .grid { stroke: #444; } .open { fill: #111; } }
"""


def drawing(found):
    families = [f for f in report.FAMILIES if any(n.startswith(f + "-") for n in found)]
    rows = -(-len(families) // COLUMNS)
    width, height = LEFT + COLUMNS * (WIDTH + GAP), TOP + rows * (HEIGHT + 64)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">']
    parts.append("<title>Time to prove the whole frontier, against the number of credentials</title>")
    parts.append(f"<style>{STYLE}</style>")
    parts.append(legend())
    for place, family in enumerate(families):
        x, y = LEFT + place % COLUMNS * (WIDTH + GAP), TOP + place // COLUMNS * (HEIGHT + 64)
        parts.append(panel(family, found, x, y, labelled=place % COLUMNS == 0))
    return "\n".join([*parts, "</svg>", ""])


def legend():
    parts, x = [], LEFT
    for solver, title in TITLES.items():
        parts.append(f'<circle cx="{x + 4}" cy="16" r="4" fill="{COLOURS[solver]}"/>')
        parts.append(f'<text x="{x + 14}" y="20">{title}</text>')
        x += 80
    parts.append(f'<circle class="open" cx="{x + 4}" cy="16" r="4" fill="#fff" stroke="#777" stroke-width="1.5"/>')
    parts.append(f'<text x="{x + 14}" y="20">stopped before the proof · lines: geometric mean of a size</text>')
    return "\n".join(parts)


def panel(family, found, x, y, labelled):
    names = [n for n in found if n.startswith(family + "-")]
    sizes = sorted({size(n) for n in names})
    low, high = math.log(sizes[0]), math.log(sizes[-1])

    def across(value):
        return x + 14 + (WIDTH - 28) * ((math.log(value) - low) / (high - low) if high > low else 0.5)

    def up(value):
        share = (math.log10(value) - DECADES[0]) / (DECADES[-1] - DECADES[0])
        return y + HEIGHT * (1 - min(1, max(0, share)))

    parts = [grid(x, y, up, labelled)]
    parts += [f'<text x="{across(s):.1f}" y="{y + HEIGHT + 16}" text-anchor="middle">{s}</text>' for s in sizes]
    parts.append(f'<text x="{x + 2}" y="{y - 6}" font-weight="600">{family}</text>')
    parts += [series(solver, names, found, across, up) for solver in TITLES]
    return "\n".join(parts)


def grid(x, y, up, labelled):
    parts = [f'<rect class="frame" x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}"/>']
    for power in DECADES:
        line = up(10.0**power)
        parts.append(f'<line class="grid" x1="{x}" x2="{x + WIDTH}" y1="{line:.1f}" y2="{line:.1f}"/>')
        if labelled:
            parts.append(f'<text x="{x - 6}" y="{line + 4:.1f}" text-anchor="end">{duration(power)}</text>')
    return "\n".join(parts)


def duration(power):
    if power < -3:
        return f"{10 ** (power + 6):.0f} µs"
    return f"{10 ** (power + 3):.0f} ms" if power < 0 else f"{10**power:,.0f} s"


def series(solver, names, found, across, up):
    times = {}
    dots = []
    for name in names:
        answer = found[name].get(solver)
        time = report.seconds(solver, answer)
        if time is None:
            continue
        times.setdefault(size(name), []).append(time)
        colour = COLOURS[solver]
        fill = f'fill="{colour}"' if report.proved(solver, answer) else 'class="open" fill="#fff"'
        dots.append(
            f'<circle cx="{across(size(name)):.1f}" cy="{up(time):.1f}" r="3.5" {fill} stroke="{colour}" stroke-width="1.5">'
            f"<title>{name}: {report.figure(time)} s</title></circle>"
        )
    line = " ".join(f"{across(s):.1f},{up(report.geometric_mean(times[s])):.1f}" for s in sorted(times))
    path = f'<polyline points="{line}" fill="none" stroke="{COLOURS[solver]}" stroke-width="1.5"/>' if line else ""
    return "\n".join([path, *dots])


def size(name):
    return int(name.split("-")[1])


SHADES = {
    "stack": "#0a7d55",
    "skills": "#b3541e",
    "ladder": "#5b5bd6",
    "credits": "#a03070",
    "cohort": "#3a8fb7",
    "lapse": "#8a7a1f",
    "distinct": "#c23b3b",
}


def growth(found):
    """Processor time against size, a line for each family, both axes logarithmic."""
    width, height, left, top = 640, 300, 84, 20
    sizes = sorted({int(s) for by_size in found.values() for s in by_size})
    low, high = math.log(sizes[0]), math.log(sizes[-1])

    def across(value):
        return left + width * (math.log(value) - low) / (high - low)

    def up(milliseconds):
        return top + height * (1 - (math.log10(max(0.1, milliseconds)) + 1) / 5)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 90} {top + height + 40}" role="img">']
    parts.append("<title>Processor time to the proof, against the number of credentials</title>")
    parts.append(f"<style>{STYLE}</style>")
    for power in range(-1, 5):
        y = up(10**power)
        parts.append(f'<line class="grid" x1="{left}" y1="{y:.1f}" x2="{left + width}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{10**power:g} ms</text>')
    for s in sizes:
        parts.append(f'<text x="{across(s):.1f}" y="{top + height + 20}" text-anchor="middle">{s:,}</text>')
    labels = []
    for family, by_size in found.items():
        points = [(across(int(s)), up(c["milliseconds"]), c) for s, c in by_size.items()]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{SHADES[family]}" stroke-width="1.5"/>')
        for x, y, cell in points:
            whole = cell["proved"] == cell["of"]
            fill = SHADES[family] if whole else "#fff"
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{fill}" stroke="{SHADES[family]}"/>')
        labels.append((points[-1][1], points[-1][0], family))
    # Beside the last point of each; of those that would lie on each other the next goes below.
    taken = []
    for y, x, family in sorted(labels):
        while any(abs(y - other) < 14 and abs(x - place) < 60 for place, other in taken):
            y += 1
        taken.append((x, y))
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" style="fill: {SHADES[family]}">{family}</text>')
    return "\n".join([*parts, "</svg>", ""])
