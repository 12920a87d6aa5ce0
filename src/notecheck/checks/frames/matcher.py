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
        hits: dict[tuple[int, int, int], FrameHit] = {}
        for number, sentence in self._wanted(columns_of(view.doc)):
            for hit in self._in_sentence(view, number, *view.bounds[sentence]):
                hits.setdefault((number, hit.start, hit.end), hit)
        return sorted(hits.values(), key=lambda h: (h.start, h.end, h.frame.id))

    def view(self, doc: Doc) -> View:
        """The document as the frames see it."""
        return View(doc, self._acting, self._contexts)

    def _wanted(self, columns: Columns) -> list[tuple[int, int]]:
        """Frames with the sentences that hold one of their words, by number, each once."""
        wanted: dict[tuple[int, int], None] = {}
        for i, word in enumerate(columns.lowers):
            if word in self._triggers:
                sentence = columns.sentence_number(i)
                for number in self._triggers[word]:
                    wanted[number, sentence] = None
        return list(wanted)

    def _in_sentence(self, view: View, number: int, start: int, end: int) -> Iterator[FrameHit]:
        frame = self._frames[number]
        if number not in self._compiled:
            self._compiled[number] = tuple(compiled(p, self._classes) for p in frame.patterns)
        taken: list[tuple[int, int]] = []
        sentence = view.low[start:end]
        for pattern in self._compiled[number]:
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
