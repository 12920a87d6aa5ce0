"""Where a note itself says what its jargon means: "a core group (the people who carry out the plan)"."""

from __future__ import annotations

import re

EXPLAINED = "this note says what it means"
_BEFORE = re.compile(
    r"""(?ix) \b (?: called | known\ as | word\ for | name\ for | stands\ for
      | (?:we|law|court|they|people|workers?)\ calls?\ (?:it|this|that|them) )
    \s+ (?:an?\s+|the\s+|your\s+|our\s+)? ["“'‘(]* \Z"""
)
_IN_BRACKETS = re.compile(r"[a-z]+,? [\w'’]+ \((?:an? |the |called |known as |in law,? )+\Z")
_SAYS = r"(?:means?|stands\ for|(?:is|are)\ (?:when|where|how|what|a\ way|the\ name|for))\b"
_AFTER = re.compile(
    rf"""(?x)
      (?:\s?\([A-Z][\w&/]{{1,9}}\))?
      (?: ["”'’]? \s {_SAYS}
        | ,\s (?:or|meaning|i\.e\.|that\ is|which\ is|which\ means?|that\ means|when|where)\b
        | (?:\s[a-z]+)?\s?\((?:the|an?|when|where|this|it|that|which|what|someone|somebody|people|money|help
            |in|to|so|we|our|i\.e\.)
          \s (?:[\w'’]+,?\s)+ [\w'’]+
        | \s?[-–—]\s (?:which|that\ is|this\ is|it|when|where|someone|i\.e\.)\b
        | \s\((?P<short>[A-Z]{{2,6}})\)[.,]?\s (?:An?|The|Your)\s (?P=short)\s (?:is|means?)\b
        | [^.!?\n]{{0,25}} [.!?]["”]?\s (?:That|This|It|They|Which)\s {_SAYS}
      )"""
)
_NEAR = 60  # characters before the words in which an explanation can stand
_FAR = 120  # and after them


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` (code points) are explained right beside themselves."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _FAR]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    return after.startswith(")") and bool(_IN_BRACKETS.search(before))
