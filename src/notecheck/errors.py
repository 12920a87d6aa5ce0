"""Every error that a user can meet, in one place.

Each message is one sentence that names what is wrong and, where it helps, what to do.
No message ever holds text from a note.
"""

from __future__ import annotations


class NotecheckError(Exception):
    """Something that the user can put right; shown as one sentence, exit status 2."""


class RecordError(NotecheckError):
    """A file, or one record in it, that cannot be read.

    Args:
        where: the file, with the line or row where that is known ("notes.jsonl, line 3").
        what: what is wrong with it, without a final full stop.
    """

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where}: {what}.")


class LexiconError(NotecheckError):
    """A lexicon file, or one entry in it, that cannot be used.

    Args:
        file: the file's name.
        entry: the entry's id, or None where the whole file is at fault.
        fault: what is wrong, without a final full stop.
    """

    def __init__(self, file: str, entry: str | None, fault: str) -> None:
        self.file = file
        self.entry = entry
        self.fault = fault
        place = f"{file}, entry {entry}" if entry else file
        super().__init__(f"{place}: {fault}.")


class ConfigError(NotecheckError):
    """A setting in `notecheck.toml` or on the command line that cannot be used."""


class ReaderError(NotecheckError):
    """The reader's model is missing or broken."""
