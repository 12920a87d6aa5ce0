"""Charts as SVG of their own, for a page that asks nothing of the network.

Each has a title and a description for screen readers, patterns beside colours so that it can be read in greyscale, and
stands beside a table with the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_LABEL = 250  # width of the labels, in SVG units
_WIDTH = 760
_ROW = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: shares and interval ends from 0 to 1. `faint` for groups too small to mean much."""

    label: str
    value: float
    low: float
    high: float
    text: str
    faint: bool = False


def shares_chart(chart_id: str, title: str, bars: Sequence[Bar]) -> Markup:
    """Bars for shares, each with a whisker for its 95 % interval, on a scale from none to all."""
    span = _WIDTH - _LABEL - 130
    height = _ROW * len(bars) + 40
    body = [_axis(span, height)]
    for at, bar in enumerate(bars):
        y = 12 + at * _ROW
        x = [_LABEL + span * v for v in (bar.value, bar.low, bar.high)]
        faint = ' class="faint"' if bar.faint else ""
        body.append(
            Markup(
                '<g{faint}><text x="{lx}" y="{ty}" text-anchor="end">{label}</text>'
                '<rect class="bar" x="{x0}" y="{y}" width="{w:.1f}" height="18"/>'
                '<path class="whisker" d="M{lo:.1f} {m}H{hi:.1f}M{lo:.1f} {a}v10M{hi:.1f} {a}v10"/>'
                '<text class="figure" x="{vx}" y="{ty}">{text}</text></g>'
            ).format(
                faint=Markup(faint),
                lx=_LABEL - 10,
                ty=y + 14,
                label=_cut(bar.label, 32),
                x0=_LABEL,
                y=y,
                w=max(x[0] - _LABEL, 0.5),
                lo=x[1],
                hi=x[2],
                m=y + 9,
                a=y + 4,
                vx=_LABEL + span + 12,
                text=bar.text,
            )
        )
    said = "; ".join(f"{b.label}: {b.text}" for b in bars)
    return _svg(chart_id, title, f"Bars with 95% intervals. {said}.", height, body)


def stacked_chart(chart_id: str, title: str, rows: Sequence[tuple[str, Sequence[int]]], names: Sequence[str]) -> Markup:
    """A whole bar for each row, parted into counts; the parts differ in pattern as well as in shade."""
    span = _WIDTH - _LABEL - 20
    height = _ROW * len(rows) + 44
    body = [_legend(names)]
    for at, (label, counts) in enumerate(rows):
        y, x, total = 34 + at * _ROW, float(_LABEL), sum(counts) or 1
        body.append(
            Markup('<text x="{x}" y="{y}" text-anchor="end">{label}</text>').format(
                x=_LABEL - 10, y=y + 15, label=_cut(label, 32)
            )
        )
        for part, count in enumerate(counts):
            width = span * count / total
            if not count:
                continue
            body.append(
                Markup('<rect class="part{part}" x="{x:.1f}" y="{y}" width="{w:.1f}" height="20"/>').format(
                    part=part, x=x, y=y, w=width
                )
            )
            if width > 22:
                body.append(
                    Markup('<text class="in{part}" x="{x:.1f}" y="{y}" text-anchor="middle">{n}</text>').format(
                        part=part, x=x + width / 2, y=y + 15, n=count
                    )
                )
            x += width
    said = "; ".join(f"{r}: " + ", ".join(f"{c} {n}" for c, n in zip(v, names, strict=True)) for r, v in rows)
    return _svg(chart_id, title, said + ".", height, body)


def columns_chart(chart_id: str, title: str, columns: Sequence[tuple[str, int]], under: str) -> Markup:
    """Upright columns for counts, with the axis named under them."""
    if not columns:
        return Markup("")
    height, base, most = 230, 180, max(count for _, count in columns) or 1
    step = min(70.0, (_WIDTH - 60) / len(columns))
    body = [Markup('<path class="axis" d="M30 {b}H{w}"/>').format(b=base, w=30 + step * len(columns) + 10)]
    for at, (label, count) in enumerate(columns):
        x, tall = 36 + at * step, 140 * count / most
        body.append(
            Markup(
                '<rect class="bar" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{t:.1f}"/>'
                '<text class="figure" x="{m:.1f}" y="{vy:.1f}" text-anchor="middle">{count}</text>'
                '<text x="{m:.1f}" y="{ly}" text-anchor="middle">{label}</text>'
            ).format(
                x=x,
                y=base - tall,
                w=step - 8,
                t=tall,
                m=x + (step - 8) / 2,
                vy=base - tall - 6,
                ly=base + 18,
                label=label,
                count=count,
            )
        )
    body.append(Markup('<text x="36" y="{y}">{under}</text>').format(y=base + 42, under=under))
    said = "; ".join(f"{label}: {count}" for label, count in columns)
    return _svg(chart_id, title, f"{under}. {said}.", height, body)


def _svg(chart_id: str, title: str, said: str, height: int, body: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg viewBox="0 0 {w} {h}" role="img" aria-labelledby="{i}-t {i}-d"><title id="{i}-t">{title}</title>'
        '<desc id="{i}-d">{said}</desc>{body}</svg>'
    ).format(w=_WIDTH, h=height, i=chart_id, title=title, said=said, body=Markup("").join(body))


def _axis(span: int, height: int) -> Markup:
    lines = Markup("").join(
        Markup(
            '<path class="grid" d="M{x:.0f} 4V{b}"/>'
            '<text class="tick" x="{x:.0f}" y="{t}" text-anchor="middle">{n}%</text>'
        ).format(x=_LABEL + span * n / 100, b=height - 26, t=height - 8, n=n)
        for n in (0, 25, 50, 75, 100)
    )
    return Markup('<g aria-hidden="true">{}</g>').format(lines)


def _legend(names: Sequence[str]) -> Markup:
    marks = Markup("").join(
        Markup('<rect class="part{n}" x="{x}" y="4" width="18" height="14"/><text x="{t}" y="16">{name}</text>').format(
            n=n, x=_LABEL + n * 130, t=_LABEL + n * 130 + 24, name=name
        )
        for n, name in enumerate(names)
    )
    return Markup('<g aria-hidden="true">{}</g>').format(marks)


def _cut(label: str, most: int) -> Markup:
    return escape(label if len(label) <= most else label[: most - 1] + "…")
