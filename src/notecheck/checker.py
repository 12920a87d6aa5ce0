"""The one way in: every door (command line, batch, server, library) calls the same checker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from notecheck.checks.all_rules import with_all_rules
from notecheck.config import Config, read_config
from notecheck.language.components import RECORD
from notecheck.language.pipeline import add_language, blank_pipeline
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.loader import load_lexicon
from notecheck.review import review_of
from notecheck.values import Child, Draft, Record, Review

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CHECKS = (
    "notecheck_acronyms",
    "notecheck_jargon",
    "notecheck_victim_blaming",
    "notecheck_child_focus",
    "notecheck_likeness",
    "notecheck_strengths",
)
# Records held in memory at once. By rules more of them are faster; with the reader a batch takes seconds, and whoever
# waits wants to see the first.
_BATCH, _BATCH_BY_RULES = 64, 256


def load(
    lexicons: Sequence[str | Path] = (), config: Config | str | Path | None = None, reader: bool | None = None
) -> Checker:
    """Build a checker.

    Args:
        lexicons: a council's own lexicon files (YAML or CSV) or folders, added to those that notecheck ships.
        config: settings, or the path of a `notecheck.toml`; nothing is looked for where it is left out.
        reader: False to work by rules alone; None leaves it to the settings.

    Raises:
        NotecheckError: a lexicon, the settings or the reader's model cannot be used.
    """
    settings = config if isinstance(config, Config) else read_config(config) if config else Config()
    settings = settings.with_options(lexicons=tuple(str(p) for p in lexicons), reader=reader)
    return Checker(settings)


class Checker:
    """Checks and rewrites records. `nlp` is the spaCy pipeline, for whoever wants more of it."""

    def __init__(self, config: Config) -> None:
        self.config = config
        shipped = load_lexicon(config.lexicons, config.disable, tuple(sorted(config.levels.items())))
        self.lexicon: Lexicon = with_all_rules(shipped)
        self.nlp: Language = _pipeline(config, shipped)

    def check(self, text_or_record: str | Record, *, child: Child | None = None) -> Review:
        """Check one text or record; `child` fills in who the child is where the record does not say."""
        return review_of(self.read(_record(text_or_record, child)), self.lexicon)

    def check_many(self, records: Iterable[str | Record]) -> Iterator[Review]:
        """Check records as a stream, in order, a batch at a time."""
        docs = (self._doc(_record(r, None, number)) for number, r in enumerate(records, 1))
        for batch in self._batches(docs):
            yield from (review_of(doc, self.lexicon) for doc in batch)

    def read(self, record: Record) -> Doc:
        """The record as a `Doc`, with everything that the pipeline found in it."""
        doc = self._doc(record)
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return doc

    def rewrite(self, text_or_record: str | Record, *, child: Child | None = None, author: str | None = None) -> Draft:
        """Draft the note again, written to the child."""
        from notecheck.rewrite import draft_of

        return draft_of(self, _record(text_or_record, child, author=author))

    def rewrite_many(self, records: Iterable[str | Record]) -> Iterator[Draft]:
        """Draft records as a stream, in order, a batch at a time."""
        from notecheck.rewrite import drafts_of_docs

        docs = (self._doc(_record(r, None, number)) for number, r in enumerate(records, 1))
        for batch in self._batches(docs):
            yield from drafts_of_docs(batch, self)

    def _batches(self, docs: Iterator[Doc]) -> Iterator[list[Doc]]:
        """Documents read by the pipeline, some at a time.

        `Language.pipe` sends every document through all components before the next one. One component for a whole
        batch, and then the next, is a tenth faster: its code and patterns stay in the processor's cache.
        """
        size = _BATCH if self.config.reader else _BATCH_BY_RULES
        while batch := list(islice(docs, size)):
            for _, component in self.nlp.pipeline:
                many = getattr(component, "pipe", None)
                batch = list(many(batch)) if many else [component(doc) for doc in batch]
            yield batch

    def _doc(self, record: Record) -> Doc:
        doc = self.nlp.make_doc(record.text)
        doc.user_data[RECORD] = record
        return doc


def _record(value: str | Record, child: Child | None, number: int = 1, author: str | None = None) -> Record:
    from dataclasses import replace

    record = value if isinstance(value, Record) else Record(id=f"text {number}", text=value)
    if child is not None:
        known = record.child
        record = replace(
            record,
            child=Child(
                known.name or child.name,
                known.pronouns or child.pronouns,
                child.age if known.age is None else known.age,
            ),
        )
    return replace(record, author=author) if author and not record.author else record


def _pipeline(config: Config, lexicon: Lexicon) -> Language:
    nlp = blank_pipeline(lexicon.words)
    nlp.max_length = 50_000_000  # spaCy's limit is for its own parser's memory; ours works in windows
    add_language(nlp)
    if config.reader:
        nlp.add_pipe("notecheck_reader", config={"threads": config.threads})
    settings = {"lexicons": list(config.lexicons), "disable": list(config.disable), "levels": dict(config.levels)}
    for name in CHECKS:
        more = (
            {"known": list(config.known_acronyms), "explain_anyway": list(config.explain_anyway)}
            if name == "notecheck_acronyms"
            else {}
        )
        nlp.add_pipe(name, config={**settings, **more})
    return nlp
