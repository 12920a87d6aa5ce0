"""Reading case notes: one reader a format, each giving `Record`s with text that is ready to be checked.

`read_paths` is the way in. `plain_text` and `clean_cell` turn rich text and cells of a table into the same plain text.
"""

from notecheck.records.cleaning import clean_text
from notecheck.records.fields import record_from_fields
from notecheck.records.markup import clean_cell, plain_text
from notecheck.records.paths import read_paths

__all__ = ["clean_cell", "clean_text", "plain_text", "read_paths", "record_from_fields"]
