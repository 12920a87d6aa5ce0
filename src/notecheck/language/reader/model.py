"""The encoder and its heads as ONNX Runtime runs them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from tokenizers import Tokenizer

from notecheck.errors import ReaderError
from notecheck.language.reader.features import (
    GAP_NONE,
    MARK_CHILD,
    MARK_PREFIX,
    MARK_TEXT,
    PREFIX_SHAPE,
    gap_of,
    shape_id,
)

FOLDER = Path(__file__).parent / "model"
_CLS, _SEP, _UNK = 101, 102, 100
_MOST_PIECES_OF_A_WORD = 8
_MOST_KNOWN_WORDS = 50_000
# Joined with the addition before it, the normalisation of layers takes four times as long on a processor.
_SLOW = ["SkipLayerNormFusion"]

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window as the encoder takes it; `first` is each word's first piece."""

    pieces: list[int]
    shapes: list[int]
    marks: list[int]
    first: list[int]


@dataclass
class Model:
    """The session, the tokenizer and the settings of one packaged model."""

    session: ort.InferenceSession
    tokenizer: Tokenizer
    config: dict[str, Any]
    known: dict[str, list[int]] = field(default_factory=dict)

    @cached_property
    def outputs(self) -> list[str]:
        """The names of what the graph gives."""
        return [output.name for output in self.session.get_outputs()]

    @classmethod
    def load(cls, folder: Path = FOLDER, threads: int = 0, check: bool = False) -> Model:
        """Load a model.

        Args:
            folder: where `model.onnx`, `tokenizer.json` and `config.json` lie.
            threads: processor threads; 0 leaves it to ONNX Runtime.
            check: compare the files' SHA-256 with those in the settings first.

        Raises:
            ReaderError: a file is missing, broken or not the one that the settings name.
        """
        for name in ("config.json", "tokenizer.json", "model.onnx"):
            if not (folder / name).is_file():
                raise ReaderError(
                    f"The reader's file {name} is missing: install notecheck again, or run with --no-reader."
                )
        try:
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            if check:
                _check(folder, config["sha256"])
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            session = ort.InferenceSession(
                str(folder / "model.onnx"),
                sess_options=_options(threads),
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOW,
            )
            return cls(session, tokenizer, config)
        except ReaderError:
            raise
        except Exception as error:  # the libraries raise bare exceptions of many kinds for a broken file
            raise ReaderError(
                "The reader's model cannot be read: install notecheck again, or run with --no-reader."
            ) from error

    def pieces_of(self, word: str) -> list[int]:
        """The wordpieces of one word, at least one. A word is cut alone, so that "do" and "n't" share no piece."""
        got = self.known.get(word)
        if got is None:
            got = self.tokenizer.encode(word, add_special_tokens=False).ids[:_MOST_PIECES_OF_A_WORD] or [_UNK]
            if len(self.known) >= _MOST_KNOWN_WORDS:  # a long batch must not fill the memory with odd words
                self.known.clear()
            self.known[word] = got
        return got

    def encode(
        self, words: Sequence[str], gaps: Sequence[str], prefix: Sequence[str], names: frozenset[str]
    ) -> Encoded:
        """[CLS] prefix [SEP] words [SEP]."""
        ids = [_CLS]
        for w in prefix:
            ids += self.pieces_of(w)
        ids.append(_SEP)
        shapes, marks = [PREFIX_SHAPE] * len(ids), [MARK_PREFIX] * len(ids)
        first: list[int] = []
        for w, gap in zip(words, gaps, strict=True):
            got = self.pieces_of(w)
            first.append(len(ids))
            ids += got
            n = len(got)
            shapes += [shape_id(w, gap_of(gap) if gap else GAP_NONE)] * n
            marks += [MARK_CHILD if names and w.lower() in names else MARK_TEXT] * n
        ids.append(_SEP)
        shapes.append(PREFIX_SHAPE)
        marks.append(MARK_PREFIX)
        return Encoded(ids, shapes, marks, first)

    def run(self, window: Encoded, hard: Sequence[bool]) -> dict[str, Array]:
        """What every head says of every word of a window (see `training/export.py` for the names).

        Args:
            window: the window.
            hard: for each of its words, whether a sentence must begin there.
        """
        feed = {name: np.array([getattr(window, name)], np.int64) for name in ("pieces", "shapes", "marks", "first")}
        feed["hard"] = np.array([hard], np.int64)
        return {name: rows[0] for name, rows in zip(self.outputs, self.session.run(self.outputs, feed), strict=True)}


def _check(folder: Path, wanted: dict[str, str]) -> None:
    for name, digest in wanted.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ReaderError(f"The reader's file {name} is not the one that was packaged: install notecheck again.")


def _options(threads: int) -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Windows differ in length, so memory kept from one run to the next only piles up.
    options.enable_mem_pattern = False
    return options
