"""What one audit was asked to do: everything that its result depends on, and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from notecheck import __version__
from notecheck.audit.sampling import Allocation
from notecheck.config import Config
from notecheck.values import CATEGORIES


@dataclass(frozen=True)
class AuditSettings:
    """The options of one audit.

    `first` and `last` bound the period, both days included. `show_text` adds phrases from the notes to the results,
    `show_ids` leaves children's ids as they are, `by_worker` keeps workers' names.
    """

    config: Config = field(default_factory=Config)
    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    first: date | None = None
    last: date | None = None
    sample: int | None = None
    seed: int = 1
    stratify: str | None = None
    allocation: Allocation = "proportional"
    only: tuple[str, ...] = CATEGORIES
    show_text: bool = False
    show_ids: bool = False
    by_worker: bool = False

    def fingerprint(self, source: str, lexicon: str, salt: str | None, form: int) -> str:
        """Changes whenever a result could.

        Args:
            source: the fingerprint of what is read.
            lexicon: the lexicon's version.
            salt: the user's own, where one was given.
            form: of the parts in which results are kept.
        """
        plain = dataclasses.asdict(self)
        plain |= {"source": source, "lexicon": lexicon, "salt": salt, "form": form, "notecheck": __version__}
        return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()
