"""What the quick start leaves out comes back when it is wanted."""

from __future__ import annotations

import subprocess
import sys

import pytest

_AFTER_A_START = "from notecheck.cli.start import starting\nwith starting(): import spacy\n"


@pytest.mark.parametrize(
    "code",
    [
        "import sys; assert not {'spacy.cli', 'httpx', 'requests', 'weasel'} & set(sys.modules)",
        "import gc; assert gc.isenabled()",
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__",
        "import spacy.cli; assert callable(spacy.cli.download)",
        "assert len(spacy.blank('en')('Two words')) == 2",
    ],
)
def test_start_leaves_spacy_as_it_was(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", _AFTER_A_START + code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_start_leaves_spacy_alone_where_it_was_there_before() -> None:
    code = f"import spacy, spacy.cli\n{_AFTER_A_START}assert callable(spacy.cli.download)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
