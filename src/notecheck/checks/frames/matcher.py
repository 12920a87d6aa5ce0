"""Runs the frames of one category over a document, each only in sentences that hold one of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.vocab import Vocab

from notecheck.checks.frames.classes import WordClasses
from notecheck.checks.frames.frame import Frame, compiled, one_of, trigger_words
from notecheck.checks.frames.view import View, acting
from notecheck.language.columns import Columns, columns_of


@dataclass(frozen=True, slots=True)
class FrameHit:
    """A frame that matched; offsets into the text. `held` is the reason for which it is held back."""

    frame: Frame
    start: int
    end: int
    held: str | None = None


class FrameMatcher:
    """Built once; holds no state between documents."""

    def __init__(self, vocab: Vocab, frames: Iterable[Frame], classes: WordClasses) -> None:
        self._frames = list(frames)
        self._classes = classes
        # Made when a frame is first wanted: one note needs few of them, and compiling all takes longer than reading it.
        self._compiled: dict[int, tuple[re.Pattern[str], ...]] = {}
        self._acting = acting(classes)
        self._contexts = {c: re.compile(rf"\b{one_of(classes[c])}\b") for c in classes.contexts}
        triggers: dict[int, list[int]] = {}
        for number, frame in enumerate(self._frames):
            for word in trigger_words(frame, classes):
                triggers.setdefault(vocab.strings.add(word), []).append(number)
        self._triggers = {k: tuple(v) for k, v in triggers.items()}

    def __call__(self, view: View) -> list[FrameHit]:
        """Every match in order of place; of matches of one frame that overlap, the first."""
        hits: list[FrameHit] = []
        for sentence, numbers in self._wanted(columns_of(view.doc)).items():
            start, end = view.bounds[sentence]
            text = view.low[start:end]
            for number in numbers:
                for at, pattern in enumerate(self._patterns(number)):
                    # Hardly any matches, and to search costs less than to ask for all matches one by one.
                    if pattern.search(text):
                        hits += self._in_sentence(view, number, at, text, start)
                        break
        return sorted(hits, key=lambda h: (h.start, h.end, h.frame.id))

    def view(self, doc: Doc) -> View:
        """The document as the frames see it."""
        return View(doc, self._acting, self._contexts)

    def _wanted(self, columns: Columns) -> dict[int, set[int]]:
        """By sentence, the numbers of the frames of which it holds a word."""
        wanted: dict[int, set[int]] = {}
        triggers, lowers = self._triggers, columns.lowers
        for i in [i for i, word in enumerate(lowers) if word in triggers]:
            wanted.setdefault(columns.sentence_number(i), set()).update(triggers[lowers[i]])
        return wanted

    def _patterns(self, number: int) -> tuple[re.Pattern[str], ...]:
        if number not in self._compiled:
            self._compiled[number] = tuple(compiled(p, self._classes) for p in self._frames[number].patterns)
        return self._compiled[number]

    def _in_sentence(self, view: View, number: int, at: int, sentence: str, start: int) -> Iterator[FrameHit]:
        """The matches of a frame's patterns, from pattern `at` on, in a sentence that begins at offset `start`."""
        frame = self._frames[number]
        taken: list[tuple[int, int]] = []
        for pattern in self._patterns(number)[at:]:
            for match in pattern.finditer(sentence):
                a, b = start + match.start("span"), start + match.end("span")
                while b > a and view.low[b - 1] in " \n\t,;:-":
                    b -= 1
                if b <= a or any(a < y and x < b for x, y in taken):
                    continue
                held = frame.judge(view, a, b) if frame.judge else None
                if held != "":
                    taken.append((a, b))
                    yield FrameHit(frame, a, b, held)
