"""The spaCy component `notecheck_reader`: grammar, likely problems and who is meant, written into a `Doc`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.language.reader.features import name_parts, prefix_words
from notecheck.language.reader.reading import Reading, merged
from notecheck.language.reader.windows import Words, owned, plan, units, words_of
from notecheck.language.reader.writing import write

if TYPE_CHECKING:
    from notecheck.language.reader.model import Array, Encoded, Model

RECORD = "notecheck_record"
ROOM = 250  # wordpieces in a window: as many as it was trained on
OVERLAP = 2  # units that two windows share


@Language.factory(
    "notecheck_reader",
    assigns=[
        "token.tag",
        "token.pos",
        "token.dep",
        "token.head",
        "token.lemma",
        "token.morph",
        "token.is_sent_start",
        "doc.spans",
    ],
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
        """Read documents in order, as a stream.

        Windows go through the encoder one at a time: its int8 layers scale by all that they are given at once, so
        that in a batch a note would read a little differently beside other notes; and it is no slower on one core.
        """
        for doc in stream:
            job = _Job(doc, self.model)
            parts = [self.model.run(e, job.hard(k)) for k, e in enumerate(job.encoded)]
            yield write(
                doc, job.words, job.reading(parts, self.model.config), job.names, job.pronouns, self.model.config
            )


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

    def hard(self, k: int) -> list[bool]:
        """Where sentences must begin in window `k`: as the document says, and where its own part begins and ends."""
        a, b = self.windows[k]
        wanted = self.words.hard[a:b]
        for edge in (a, *self.owned[k]):
            if edge < b:
                wanted[edge - a] = True
        return wanted

    def reading(self, parts: list[dict[str, Array]], config: dict[str, Any]) -> Reading:
        """What the windows say together."""
        return merged(parts, self.windows, self.owned, [self.hard(k) for k in range(len(parts))], config)
