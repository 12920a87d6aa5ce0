"""The lexicon with the rules that no lexicon file holds: frames, and findings by likeness."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from notecheck.checks.frames import frame_rules
from notecheck.checks.likeness_rules import likeness_rules
from notecheck.lexicon.lexicon import Lexicon


def with_all_rules(lexicon: Lexicon) -> Lexicon:
    """The lexicon with a rule for every frame and every theme's likeness, so that they are rules like the others."""
    rules = dict(lexicon.rules)
    off = set(lexicon.disabled)
    for rule in (*frame_rules(lexicon), *likeness_rules(lexicon)):
        names = (rule.id, rule.theme, rule.category)
        level = next((lexicon.levels[n] for n in names if n in lexicon.levels), rule.level)
        rules[rule.id] = replace(rule, level=level)
        if off.intersection(names):
            off.add(rule.id)
    return replace(lexicon, rules=MappingProxyType(rules), disabled=frozenset(off))
