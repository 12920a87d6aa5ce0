"""The spaCy component `notecheck_reader`: grammar, likely problems and who is meant, written into a `Doc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from notecheck.language.reader.features import name_parts, prefix_words
from notecheck.language.reader.reading import Reading, merged
from notecheck.language.reader.windows import Words, owned, plan, units, words_of
from notecheck.language.reader.writing import write

if TYPE_CHECKING:
    from notecheck.language.reader.model import Encoded, Model

RECORD = "notecheck_record"
ROOM = 250  # wordpieces in a window: as many as it was trained on
OVERLAP = 2  # units that two windows share
_PADDED_PIECES = 2_048  # wordpieces in one batch with its padding: enough to keep a core busy, little memory


@Language.factory(
    "notecheck_reader",
    assigns=["token.tag", "token.pos", "token.dep", "token.head", "token.lemma", "token.morph", "token.is_sent_start", "doc.spans"],
    default_config={"path": None, "threads": 0},
)
def make_reader(nlp: Language, name: str, path: str | None, threads: int) -> Reader:
    """The reader for a pipeline.

    Args:
        nlp: the pipeline that it will be part of.
        name: its name there.
        path: a folder with another model; None for the one in the package.
        threads: processor threads; 0 leaves it to ONNX Runtime.

    Raises:
        ReaderError: the model is missing or broken.
    """
    return Reader(path, threads)


class Reader:
    """Reads documents; see `docs` of the factory for what it assigns.

    `doc.spans["notecheck_reader"]` holds likely problems with `attrs["probability"]` and `attrs["theme"]`;
    `doc.spans["notecheck_mentions"]` who is meant, with `attrs["probability"]`. `thresholds` are the probabilities,
    by category, from which a problem is worth showing.
    """

    def __init__(self, path: str | None = None, threads: int = 0, model: Model | None = None) -> None:
        from notecheck.language.reader.model import FOLDER, Model  # ONNX Runtime loads here, and only here

        self.model = model or Model.load(Path(path) if path else FOLDER, threads)
        self.thresholds: dict[str, float] = dict(self.model.config["thresholds"])

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Read documents in order, the windows of a batch sorted by length."""
        docs = iter(stream)
        while batch := list(islice(docs, max(1, batch_size))):
            yield from self._read(batch)

    def _read(self, docs: list[Doc]) -> Iterator[Doc]:
        jobs = [_Job(doc, self.model) for doc in docs]
        windows = [(j, k) for j, job in enumerate(jobs) for k in range(len(job.encoded))]
        windows.sort(key=lambda w: (len(jobs[w[0]].encoded[w[1]].pieces), w))
        for group in _groups(windows, [len(jobs[j].encoded[k].pieces) for j, k in windows]):
            heard = self.model.run([jobs[j].encoded[k] for j, k in group], [jobs[j].hard(k) for j, k in group])
            for (j, k), one in zip(group, heard, strict=True):
                jobs[j].heard[k] = one
        for job in jobs:
            yield write(job.doc, job.words, job.reading(self.model.config), job.names, job.pronouns, self.model.config)
            job.heard.clear()


class _Job:
    """One document on its way through the encoder."""

    def __init__(self, doc: Doc, model: Model) -> None:
        self.doc = doc
        self.words: Words = words_of(doc)
        record = doc.user_data.get(RECORD)
        name = getattr(record, "child_name", None)
        self.names = name_parts(name)
        self.pronouns: str | None = getattr(record, "child_pronouns", None)
        prefix = prefix_words(name, self.pronouns, getattr(record, "child_age", None))[:12]
        begins = units(self.words)
        lengths = [len(model.pieces_of(w)) for w in self.words.texts]
        room = ROOM - 2 - sum(len(model.pieces_of(w)) for w in prefix)
        self.windows = plan(lengths, begins, room, OVERLAP) if lengths else []
        self.owned = owned(self.windows, begins) if self.windows else []
        self.encoded: list[Encoded] = [
            model.encode(self.words.texts[a:b], self.words.gaps[a:b], prefix, self.names) for a, b in self.windows
        ]
        self.heard: dict[int, dict[str, np.ndarray[Any, Any]]] = {}

    def hard(self, k: int) -> list[bool]:
        """Where sentences must begin in window `k`: as the document says, and where its own part begins and ends."""
        a, b = self.windows[k]
        wanted = self.words.hard[a:b]
        for edge in (a, *self.owned[k]):
            if edge < b:
                wanted[edge - a] = True
        return wanted

    def reading(self, config: dict[str, Any]) -> Reading:
        """What the windows say together."""
        parts = [self.heard[k] for k in range(len(self.windows))]
        return merged(parts, self.windows, self.owned, [self.hard(k) for k in range(len(parts))], config)


def _groups(windows: list[tuple[int, int]], lengths: list[int]) -> Iterator[list[tuple[int, int]]]:
    held: list[tuple[int, int]] = []
    for window, length in zip(windows, lengths, strict=True):
        if held and length * (len(held) + 1) > _PADDED_PIECES:
            yield held
            held = []
        held.append(window)
    if held:
        yield held
