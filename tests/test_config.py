from __future__ import annotations

from pathlib import Path

import pytest

from notecheck.config import find_config, read_config
from notecheck.errors import ConfigError


def test_config_paths_are_meant_from_where_the_file_lies(tmp_path: Path) -> None:
    (tmp_path / "notecheck.toml").write_text('lexicons = ["own.yml"]\n')
    assert read_config(tmp_path / "notecheck.toml").lexicons == (str(tmp_path / "own.yml"),)


def test_config_is_found_in_a_folder_above(tmp_path: Path) -> None:
    (tmp_path / "notecheck.toml").write_text("reader = false\n")
    inner = tmp_path / "team" / "notes"
    inner.mkdir(parents=True)
    assert find_config(inner) == tmp_path / "notecheck.toml"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('disabel = ["jargon"]', "did you mean 'disable'"),
        ('disable = "jargon"', "a list of words"),
        ('[levels]\n"jargon/x" = "loud"', "change, consider or note"),
        ('reader = "yes"', "either true or false"),
        ("disable = [", "not valid TOML"),
    ],
)
def test_config_refuses_what_it_does_not_know(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "notecheck.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=sentence):
        read_config(path)
