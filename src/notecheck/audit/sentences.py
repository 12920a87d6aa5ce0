"""Answers in the auditors' own manner: "Of the 66 records, 43 (65%) …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from notecheck.audit.agreement import Agreement
from notecheck.audit.answers import Answers, Group, ProformaAnswers, Share
from notecheck.audit.frame import Frame
from notecheck.audit.intervals import Interval
from notecheck.audit.settings import AuditSettings
from notecheck.values import Category

UPLOADED = (
    "Nothing was uploaded: this report was made on this computer, and no words of a note are in it unless you asked."
)
NOT_A_GOOD_NOTE = (
    "These are prompts for people who read the records, not marks. A record that holds none of these words can still "
    "miss the child. Look for what this child would want to know."
)
BY_WORKER = (
    "You asked for figures by worker. They show who has written which kinds of record as much as how anybody writes: "
    "use them to offer help, never to rank people."
)
HAS: Mapping[Category, str] = MappingProxyType(
    {
        "acronym": "hold at least one abbreviation that is not explained",
        "jargon": "hold professional language that a family may not know",
        "victim-blaming": "hold wording that may read as if harm was the child's choice",
        "child-focus": "hold wording that loses sight of the child",
        "readability": "hold sentences that are hard to read",
    }
)
LABELS: Mapping[Category, str] = MappingProxyType(
    {
        "acronym": "Abbreviations not explained",
        "jargon": "Professional language",
        "victim-blaming": "Wording that may blame the child",
        "child-focus": "Wording that loses the child",
        "readability": "Hard to read",
    }
)


def per_cent(share: float) -> str:
    """ "65%", and "under 1%" or "over 99%" where rounding would say none or all."""
    rounded = int(share * 100 + 0.5)
    if rounded == 0 and share > 0:
        return "under 1%"
    if rounded == 100 and share < 1:
        return "over 99%"
    return f"{rounded}%"


def between(interval: Interval | None) -> str:
    """The interval as "53% to 75%"."""
    return f"{per_cent(interval.low)} to {per_cent(interval.high)}" if interval else ""


def counted(share: Share) -> str:
    """ "43 (65%)"."""
    return f"{share.count:,} ({per_cent(share.count / share.total)})" if share.total else "none"


def in_brief(answers: Answers) -> list[str]:
    """The findings over all records."""
    overall = answers.overall
    lines = []
    for number, (category, share) in enumerate(overall.shares.items()):
        head = f"Of the {overall.records:,} records, {counted(share)}" if not number else counted(share)
        lines.append(f"{head} {HAS[category]} (95% interval {between(share.interval)}).")
    return lines


def how_read(answers: Answers) -> list[str]:
    """Reading age and writing to the child."""
    lines = []
    reading = answers.reading
    if reading.records and 50 in reading.quantiles:
        lines.append(
            f"In the {reading.records:,} records long enough to tell, half have a reading age of "
            f"{reading.quantiles[50]:.1f} years or more, and a tenth of {reading.quantiles[90]:.1f} or more."
        )
    else:
        lines.append("No record is long enough to tell a reading age.")
    share = answers.overall.to_child
    if share.total:
        lines.append(
            f"{counted(share)} of the {share.total:,} records are written to the child "
            f"(95% interval {between(share.interval)})."
        )
    lines += _together(answers)
    return lines


def _together(answers: Answers) -> Iterator[str]:
    both = answers.together
    if both is None:
        return
    to, others = both.to, both.others
    yield (
        f"In the {to.records:,} records written to the child there are {to.rates['acronym']:.1f} unexplained "
        f"abbreviations in 1,000 words; in the {others.records:,} other records {others.rates['acronym']:.1f}."
    )
    if both.difference:
        d = both.difference
        a, b = to.shares["acronym"], others.shares["acronym"]
        sure = "" if d.low > 0 or d.high < 0 else " The interval holds no difference at all, so this may be chance."
        yield (
            f"{counted(a)} of the records written to the child hold one, against {counted(b)} of "
            f"the others: a difference of "
            f"{points(d)}.{sure} That these go together does not show that one causes the other."
        )


def points(difference: Interval) -> str:
    """ "−60 percentage points (95% interval −66 to −49)"."""
    ends = (difference.estimate, difference.low, difference.high)
    middle, low, high = (f"{end * 100:+.0f}".replace("-", "−").replace("+0", "0") for end in ends)
    return f"{middle} percentage points (95% interval {low} to {high})"


def of_frame(frame: Frame, settings: AuditSettings, name: str) -> list[str]:
    """What was looked at, so that anybody can draw the same sample again."""
    lines = [f"{name} holds {frame.rows:,} rows."]
    if frame.unread:
        lines.append(f"{len(frame.unread):,} could not be read and are listed at the end.")
    if settings.first or settings.last:
        first = settings.first.isoformat() if settings.first else "the first"
        last = settings.last.isoformat() if settings.last else "the last"
        lines.append(f"{frame.outside_period:,} lie outside the period from {first} to {last}, or have no date.")
    if settings.sample is None:
        lines.append(f"All the other {frame.eligible:,} records were audited.")
    else:
        how = f", {settings.allocation} by {settings.stratify.replace('_', ' ')}" if settings.stratify else ""
        lines.append(
            f"From the {frame.eligible:,} records that remain, {len(frame.chosen):,} were drawn at "
            f"random{how}, with seed "
            f"{settings.seed}. The same seed and export give the same rows."
        )
    if frame.distinct < len(frame.chosen):
        lines.append(
            f"They hold {frame.distinct:,} distinct texts: notes about a group stand on several children's files."
        )
    if frame.cut_off:
        lines.append(
            f"{frame.cut_off:,} end where a cell of a workbook ends (32,767 characters) and may be "
            f"cut off; export them as CSV."
        )
    if frame.dated and frame.without_date:
        lines.append(f"{frame.without_date:,} have no date that can be read.")
    return lines


def of_proforma(found: ProformaAnswers, title: str) -> list[str]:
    """Brevity, copied passages and dates of one kind of record."""
    lines = [
        f"There are {found.records:,} {title.lower()} records. Half of them are shorter than "
        f"{found.words[50]:.0f} words, and a "
        f"quarter shorter than {found.words[25]:.0f}."
    ]
    if found.copied_count:
        lines.append(
            f"{counted(Share.of(found.copied_count, found.records))} repeat a passage of twenty words or more from an "
            f"earlier note of the same child."
        )
    if found.disordered_count:
        lines.append(
            f"{counted(Share.of(found.disordered_count, found.records))} give dates that go neither "
            f"forwards nor backwards."
        )
    return lines


def small_note(groups: list[Group]) -> str:
    """What greyed rows mean, where there are any."""
    return "Greyed: fewer than 5 records, too few to tell anything." if any(g.small for g in groups) else ""


def of_agreement(found: Agreement) -> list[str]:
    """What the auditors thought, rule by rule and between them."""
    judged = [r for r in found.rules if r.precision.total]
    agree, total = sum(r.agree for r in judged), sum(r.precision.total for r in judged)
    lines = [f"{found.judged:,} verdicts on {len(found.rules):,} rules."]
    if total:
        share = Share.of(agree, total)
        lines.append(
            f"Of the {total:,} that say agree or disagree, {counted(share)} agree (95% interval "
            f"{between(share.interval)})."
        )
    for r in found.rules:
        p = r.precision
        words = f"agree {counted(p)} of {p.total} (95% interval {between(p.interval)})" if p.total else "no verdict"
        more = f", not relevant {r.not_relevant}" if r.not_relevant else ""
        down = "; turn it down" if r.turn_down else ""
        lines.append(f"  {r.rule}: {words}{more}{down}")
    if found.both:
        k = found.between
        kappa = (
            f"Cohen's kappa {k.estimate:.2f} (95% interval {k.low:.2f} to {k.high:.2f})"
            if k
            else "kappa cannot be told, as one word was used throughout"
        )
        lines.append(
            f"Both auditors judged {found.both:,} findings and said the same of "
            f"{counted(Share.of(found.same, found.both))}; {kappa}."
        )
    if found.odd:
        lines.append(
            f"{found.odd:,} cells hold something other than agree, disagree or not relevant, and were passed over."
        )
    return lines
