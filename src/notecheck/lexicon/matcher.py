"""Rules as matchers, over one pass of the document.

Phrases are matched on matching forms (see `language.inflection`), at a cost that does not grow with their number;
token and dependency patterns, which cost more, only where all their words stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from notecheck.language.columns import Columns, columns_of
from notecheck.lexicon.joined import joined
from notecheck.lexicon.lexicon import Rule
from notecheck.lexicon.phrases import pieces_of, variants, wording_of
from notecheck.lexicon.schema import Entry
from notecheck.lexicon.token_patterns import TokenPatterns
from notecheck.lexicon.tree import PhraseTree

# How the reason begins where a rule's own exceptions hold it back.
OTHER_SENSE = "another sense"
# Words before and after a match, in its sentence, of which one can show another sense; the match's own words cannot.
_REACH = 10
# Words that open what comes after a phrase.
_OPENS = frozenset("when because and if the a an that".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched tokens `start` to `end` (as in `doc[start:end]`); `unless` is set, with the words that
    decided, where one of the rule's exceptions holds; `instead` is the wording of the phrase itself, where it has one
    that is not the rule's."""

    rule: Rule
    start: int
    end: int
    unless: str | None = None
    instead: tuple[str, ...] = ()


class _Meaning(NamedTuple):
    """What a phrase in the tree stands for."""

    rule: Rule
    exception: bool
    phrase: str


class _Context(NamedTuple):
    """The words beside a match that a rule asks about, each with the ids of the forms in which it may stand."""

    near: frozenset[int]
    not_near: tuple[tuple[str, frozenset[int]], ...]


class RuleMatcher:
    """Finds where rules match. Built once; holds no state between documents."""

    def __init__(self, nlp: Language, rules: Iterable[Rule]) -> None:
        self._form = nlp.vocab.lex_attr_getters[NORM]  # type: ignore[attr-defined]
        self._id = nlp.vocab.strings.add
        self._phrases = PhraseTree(FormsOf(nlp))
        self._meanings: list[_Meaning] = []
        self._contexts: dict[str, _Context] = {}
        self._patterns = TokenPatterns(nlp)
        for rule in rules:
            if rule.entry:
                self._add(rule, rule.entry)

    def _add(self, rule: Rule, entry: Entry) -> None:
        for phrase, exception in [(p, False) for p in entry.phrases] + [(p, True) for p in entry.unless]:
            self._meanings.append(_Meaning(rule, exception, phrase))
            for pieces in pieces_of(phrase):
                self._phrases.add(pieces, len(self._meanings) - 1)
        if entry.near or entry.not_near:
            not_near = tuple((word, self._ids(word)) for word in entry.not_near)
            self._contexts[rule.id] = _Context(frozenset().union(*map(self._ids, entry.near)), not_near)
        self._patterns.add(rule)

    def _ids(self, word: str) -> frozenset[int]:
        return frozenset({self._id(word), self._id(self._form(word))})

    def __call__(self, doc: Doc) -> list[Hit]:
        """Every match, longest first where two of one rule overlap, in order of place."""
        columns = columns_of(doc)
        found: list[tuple[Rule, int, int]] = []
        exceptions: dict[str, list[tuple[int, int]]] = {}
        phrases: dict[tuple[str, int, int], list[str]] = {}
        words = joined(doc)
        for (number, literal), first, last in self._phrases(words.norms):
            start, end = words.span(first, last)
            if literal and not set(literal) <= {t.lower_ for t in doc[start:end]}:
                continue
            rule, exception, phrase = self._meanings[number]
            if exception:
                exceptions.setdefault(rule.id, []).append((start, end))
                continue
            found.append((rule, start, end))
            phrases.setdefault((rule.id, start, end), []).append(phrase)
        found.extend(self._patterns(doc))
        hits = (self._judged(doc, columns, hit, exceptions) for hit in _longest(found))
        return [_without_context(doc, _worded(doc, hit, phrases)) for hit in hits]

    def _judged(
        self, doc: Doc, columns: Columns, hit: tuple[Rule, int, int], exceptions: dict[str, list[tuple[int, int]]]
    ) -> Hit:
        rule, start, end = hit
        for from_, to in exceptions.get(rule.id, ()):
            if from_ < end and start < to:
                return Hit(rule, start, end, f"{OTHER_SENSE}: “{doc[from_:to].text}”")
        context = self._contexts.get(rule.id)
        if context is not None:
            a, b = columns.sentence(columns.sentence_number(start))
            if context.near and context.near.isdisjoint(_forms(columns, a, b)):
                return Hit(rule, start, end, "none of the words that would make it a problem are near")
            around = _forms(columns, max(a, start - _REACH), start) | _forms(columns, end, min(b, end + _REACH))
            if clash := next((word for word, forms in context.not_near if not forms.isdisjoint(around)), None):
                return Hit(rule, start, end, f"{OTHER_SENSE}: “{clash}” is near")
        return Hit(rule, start, end)


def _forms(columns: Columns, start: int, end: int) -> set[int]:
    return {*columns.norms[start:end], *columns.lowers[start:end]}


class FormsOf(dict[str, tuple[int, ...]]):
    """Of each word as a phrase writes it, the matching forms, as ids, of the tokens that it is cut into."""

    def __init__(self, nlp: Language) -> None:
        super().__init__()
        self._nlp = nlp
        # spaCy's tokenizer cuts nothing off plain letters but its exceptions ("cannot"), so it need not be asked.
        tokenizer: Any = nlp.tokenizer
        self._exceptions = tokenizer.rules if type(tokenizer) is Tokenizer else None

    def __missing__(self, word: str) -> tuple[int, ...]:
        whole = self._exceptions is not None and word.isascii() and word.isalpha() and word not in self._exceptions
        tokens = [word] if whole else [t.text for t in self._nlp.make_doc(word)]
        form = self._nlp.vocab.lex_attr_getters[NORM]  # type: ignore[attr-defined]
        self[word] = tuple(self._nlp.vocab.strings.add(form(token)) for token in tokens)
        return self[word]


def _worded(doc: Doc, hit: Hit, phrases: dict[tuple[str, int, int], list[str]]) -> Hit:
    """The match with the wording of the phrase that matched: of several, of the one that is written like the note."""
    own = [phrase for phrase in phrases.get((hit.rule.id, hit.start, hit.end), ()) if wording_of(phrase)]
    if not own:
        return hit
    if len(own) > 1:
        words = doc[hit.start : hit.end].text.lower()
        own.sort(key=lambda phrase: not any(" ".join(v) == words for v in variants(phrase)))
    return replace(hit, instead=wording_of(own[0]))


def _without_context(doc: Doc, hit: Hit) -> Hit:
    """The match without the words at its edges that the rule needs only to know the sense. Where no wording drops in,
    a "when" or "because" at its end belongs to what follows, so that a question can stand in the place of the rest."""
    entry = hit.rule.entry
    context = entry.context if entry else ()
    loose = {*context} if hit.instead or hit.rule.instead else {*context, *_OPENS}
    start, end = hit.start, hit.end
    while start < end - 1 and doc[start].lower_ in context:
        start += 1
    while end > start + 1 and doc[end - 1].lower_ in loose:
        end -= 1
    return hit if (start, end) == (hit.start, hit.end) else replace(hit, start=start, end=end)


def _longest(found: list[tuple[Rule, int, int]]) -> list[tuple[Rule, int, int]]:
    """Of matches of one rule that overlap, the longest; in order of place."""
    kept: dict[str, list[tuple[Rule, int, int]]] = {}
    for hit in sorted(found, key=lambda h: (-(h[2] - h[1]), h[1])):
        mine = kept.setdefault(hit[0].id, [])
        if not any(hit[1] < end and start < hit[2] for _, start, end in mine):
            mine.append(hit)
    return sorted((h for hits in kept.values() for h in hits), key=lambda h: (h[1], h[2], h[0].id))
