"""Plots as SVG, made by hand: readable on light and dark ground."""

from html import escape
from math import floor, log10

COLOURS = [("#2563eb", "#60a5fa"), ("#16a34a", "#4ade80"), ("#d97706", "#fbbf24"), ("#71717a", "#a1a1aa")]
BAR, GAP, NAME, WIDTH, NUMBER = 14, 26, 8, 340, 70
FONT = "font: 12px system-ui, sans-serif"


def style(colours):
    light = "".join(f".c{n} {{ fill: {one}; stroke: none }} .l{n} {{ stroke: {one} }} " for n, (one, _) in enumerate(colours))
    dark = "".join(f".c{n} {{ fill: {two} }} .l{n} {{ stroke: {two} }} " for n, (_, two) in enumerate(colours))
    return (
        f"<style>text {{ {FONT}; fill: #18181b }} .h {{ font-weight: 600 }} .s {{ font-size: 11px }} .g {{ stroke: #d4d4d8 }} {light}"
        f"@media (prefers-color-scheme: dark) {{ text {{ fill: #f4f4f5 }} .g {{ stroke: #3f3f46 }} {dark} }}</style>"
    )


def svg(width, height, parts):
    body = "\n".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">\n{style(COLOURS)}\n{body}\n</svg>\n'


def text(x, y, words, kind="", anchor="start"):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'


def number(seconds):
    """Three digits, as one reads them."""
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def bars(groups, titles):
    """Grouped bars, a column for each app; each group has a scale of its own, which its longest bar fills."""
    parts, height = [], 0
    for n, title in enumerate(titles.values()):
        parts.append(f'<rect class="c{n}" x="{20 + n * 110}" y="12" width="12" height="12" rx="2"/>')
        parts.append(text(38 + n * 110, 22, title))
    parts.append(text(38 + len(titles) * 110, 22, "seconds, median; each group of bars has its own scale", "s"))
    for column, (app, timed) in enumerate(groups.items()):
        left, y = 20 + column * (WIDTH + NUMBER + 20), 56
        parts.append(text(left, y, app, "h"))
        for title, seconds in timed:
            y += GAP
            parts.append(text(left, y, title, "s"))
            y += NAME
            longest = max(filter(None, seconds.values()), default=1)
            for n, tool in enumerate(titles):
                value = seconds.get(tool)
                if value is not None:
                    wide = max(1, WIDTH * value / longest)
                    parts.append(f'<rect class="c{n}" x="{left}" y="{y}" width="{wide:.1f}" height="{BAR - 2}" rx="2"/>')
                    parts.append(text(left + wide + 5, y + BAR - 4, number(value), "s"))
                    y += BAR
        height = max(height, y)
    return svg(20 + len(groups) * (WIDTH + NUMBER + 20), height + 20, parts)


def step(least):
    """The next round number."""
    power = 10 ** floor(log10(least or 1))
    return next(power * digit for digit in (1, 2, 2.5, 5, 10) if power * digit >= least)


def lines(title, series, unit):
    """Lines over seconds: {name: [(second, value)]}, each series above the other on a scale of its own from 0."""
    wide, high, parts, top = 860, 200, [text(20, 24, title, "h")], 50
    for n, (name, points) in enumerate(series.items()):
        most = 4 * step(max(value for _, value in points) / 4)
        end = max(second for second, _ in points) or 1
        parts.append(text(20, top, f"{name}: {min(v for _, v in points):.1f} to {max(v for _, v in points):.1f} {unit}"))
        top += 12
        for part in range(5):
            y = top + high - high * part / 4
            parts.append(f'<line class="g" x1="70" y1="{y:.1f}" x2="{70 + wide}" y2="{y:.1f}"/>')
            parts.append(text(64, y + 4, f"{most * part / 4:g}", "s", "end"))
        path = " ".join(f"{70 + wide * second / end:.1f},{top + high - high * value / most:.1f}" for second, value in points)
        parts.append(f'<polyline class="l{n}" points="{path}" fill="none" stroke-width="1.5"/>')
        for part in range(5):
            parts.append(text(70 + wide * part / 4, top + high + 16, f"{end * part / 4:.0f} s", "s", "middle"))
        top += high + 44
    return svg(wide + 100, top, parts)
