"""How hard a note is to read, and for whom.

One plain figure, the reading age, is the Flesch-Kincaid grade (Kincaid and others, 1975) plus five: a child is in US
grade 1 at six. The other formulas are given for those who know them. None of them knows what a sentence says.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from notecheck.checks import reading_formulas as formulas
from notecheck.checks.reading_text import ReadSentence, read_sentences
from notecheck.checks.syllables import syllables
from notecheck.language.components import child_of, speech_of, text_of
from notecheck.values import Finding, HardSentence, Readability, Source

_GRADE_TO_AGE = 5  # years
_YOUNGEST, _OLDEST = 5.0, 22.0  # years: beyond these the formula is being stretched past what it was made for
ENOUGH_WORDS = 100  # the length of the samples that the Flesch formulas were made from (Flesch, 1948)
_SMOG_SENTENCES = 30  # what McLaughlin (1969) asks for
_HARD_WORDS = 22  # a sentence below this is not pointed at, whatever its words
_HARD_AGE = 15.0  # years: the least at which a sentence is pointed at where the child's age is not known
_ABOVE_CHILD = 3.0  # years above the child
_MOST = 3  # sentences pointed at in one note
_LONG_WORD = 3  # syllables
_JOINERS = frozenset(
    "which who whom whose that because although though whilst while unless whereas until since if".split()
)
_BE = frozenset("is are was were be been being".split())

_SOURCE = Source(
    "GOV.UK, Content design: writing for GOV.UK", "https://www.gov.uk/guidance/content-design/writing-for-gov-uk"
)


def readability_of(doc: Doc) -> Readability:
    """All that the formulas say about the running text of `doc`; only counts where there is too little of it."""
    sentences = read_sentences(doc)
    words = sum(len(s.words) for s in sentences)
    if words < ENOUGH_WORDS:
        return Readability(False, words, len(sentences), hardest=_hardest(doc, sentences))
    counts = formulas.count(s.words for s in sentences)
    grade = formulas.flesch_kincaid_grade(counts)
    age = reading_age(grade)
    child_age = child_of(doc).age
    return Readability(
        enough_text=True,
        words=words,
        sentences=len(sentences),
        reading_age=age,
        school_year=school_year(age),
        flesch_reading_ease=round(formulas.flesch_reading_ease(counts), 1),
        flesch_kincaid_grade=round(grade, 1),
        smog_index=round(formulas.smog_index(counts), 1) if len(sentences) >= _SMOG_SENTENCES else None,
        gunning_fog=round(formulas.gunning_fog(counts), 1),
        dale_chall=round(formulas.dale_chall(counts), 1),
        automated_readability_index=round(formulas.automated_readability_index(counts), 1),
        coleman_liau_index=round(formulas.coleman_liau_index(counts), 1),
        linsear_write=round(formulas.linsear_write(counts), 1),
        above_child=None if child_age is None else round(age - child_age, 1),
        hardest=_hardest(doc, sentences),
    )


def reading_age(grade: float) -> float:
    """Years, from a US school grade."""
    return round(min(max(grade + _GRADE_TO_AGE, _YOUNGEST), _OLDEST), 1)


def school_year(age: float) -> str:
    """The school year of that age in England and Wales (Year 1 is five to six)."""
    year = int(age) - 4
    return f"Year {year}" if year <= 11 else "sixth form" if year <= 13 else "university"


def sentence_age(words: Iterable[str]) -> float:
    """The reading age of one sentence, in years: the same formula for a text of one sentence."""
    words = list(words)
    grade = 0.39 * len(words) + 11.8 * sum(syllables(w) for w in words) / len(words) - 15.59
    return reading_age(grade)


def hard_sentences(doc: Doc, readability: Readability) -> list[Finding]:
    """Findings at the sentences that are hardest to read."""
    return [
        Finding(
            rule="readability/hard-sentence",
            category="readability",
            level="note",
            start=hard.start,
            end=hard.end,
            text=text_of(doc)[hard.start : hard.end],
            message="This sentence may be hard to follow.",
            why=f"It takes a reading age of about {hard.reading_age:.0f}: {', '.join(hard.reasons)}.",
            ask="Could it be two or three shorter sentences, with one thing in each?",
            source=_SOURCE,
        )
        for hard in readability.hardest
    ]


def _hardest(doc: Doc, sentences: list[ReadSentence]) -> tuple[HardSentence, ...]:
    child_age = child_of(doc).age
    least = _HARD_AGE if child_age is None else max(_HARD_AGE, child_age + _ABOVE_CHILD)
    hard = []
    for sentence in sentences:
        if len(sentence.words) < _HARD_WORDS or _is_quoted(doc, sentence):
            continue
        if (age := sentence_age(sentence.words)) >= least:
            hard.append((age, sentence))
    hard.sort(key=lambda pair: (-pair[0], pair[1].start))
    chosen = sorted(hard[:_MOST], key=lambda pair: pair[1].start)
    return tuple(HardSentence(s.start, s.end, len(s.words), age, _reasons(doc, s)) for age, s in chosen)


def _is_quoted(doc: Doc, sentence: ReadSentence) -> bool:
    """Whether most of the sentence is somebody's own words, which are theirs to choose."""
    quoted = sum(
        max(0, min(s.end, sentence.end) - max(s.start, sentence.start)) for s in speech_of(doc) if s.kind == "quoted"
    )
    return 2 * quoted > sentence.end - sentence.start


def _reasons(doc: Doc, sentence: ReadSentence) -> tuple[str, ...]:
    reasons = [f"{len(sentence.words)} words"]
    long_words = [w for w in dict.fromkeys(sentence.words) if syllables(w) >= _LONG_WORD and w.isalpha()]
    if len(long_words) >= 3:
        longest = sorted(long_words, key=lambda w: (-syllables(w), w))[:3]
        reasons.append(f"{len(long_words)} long words ({', '.join(longest)})")
    if passives := _passives(doc, sentence):
        reasons.append("passive" if passives == 1 else f"{passives} passives")
    joined = sum(w in _JOINERS for w in sentence.words)
    if joined >= 2:
        reasons.append(f"{joined} clauses inside it")
    return tuple(reasons)


def _passives(doc: Doc, sentence: ReadSentence) -> int:
    """Passives by the parse where there is one, else by a form of "be" before a word in -ed or -en."""
    if doc.has_annotation("DEP"):
        span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
        return sum(token.dep_ == "aux:pass" for token in span) if span is not None else 0
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    return sum(first in _BE and second.endswith(("ed", "en")) for first, second in pairs)
