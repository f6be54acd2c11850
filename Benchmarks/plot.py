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
