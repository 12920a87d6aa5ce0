"""A rule, a theme or an acronym in plain words, for `notecheck explain`."""

from __future__ import annotations

import textwrap

from notecheck.errors import NotecheckError
from notecheck.lexicon.lexicon import Lexicon, Rule, Theme
from notecheck.values import Source

_WIDTH = 79


def explanation(lexicon: Lexicon, name: str) -> str:
    """Why, wording, examples and source of what `name` stands for.

    Raises:
        NotecheckError: nothing has that name; the message offers near ones.
    """
    if name in lexicon.rules:
        return _rule(lexicon.rules[name], name in lexicon.disabled)
    if name in lexicon.themes:
        return _theme(lexicon, lexicon.themes[name])
    by_letters = [rows for letters, rows in lexicon.acronyms.items() if letters.lower() == name.lower()]
    if by_letters:
        return "\n\n".join(_acronym(rows) for rows in by_letters)
    short = [r for r in lexicon.rules.values() if r.id.split("/")[1] == name]
    if len(short) == 1:
        return _rule(short[0], short[0].id in lexicon.disabled)
    near = lexicon.near(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "'notecheck lexicon list' shows every name."
    raise NotecheckError(f"There is no rule, theme or acronym called '{name}'; {hint}")


def _rule(rule: Rule, off: bool) -> str:
    level = "good" if rule.category == "strength" else rule.level
    message = rule.message.replace("{child}", "the child")
    parts = [f"{rule.id}   ({level}{', switched off' if off else ''})", _wrap(message), _wrap(rule.why)]
    if rule.instead:
        heading = "Explain beside it:" if rule.explain else "Instead:"
        parts.append("\n".join([heading, *(_item(w) for w in rule.instead)]))
    if rule.ask:
        parts.append("Ask yourself:\n" + _item(rule.ask))
    if rule.proof:
        parts.append("\n".join(["Found in:", *(_item(e) for e in rule.proof.flag)]))
        parts.append("\n".join(["Left alone:", *(_item(e) for e in rule.proof.ok)]))
    parts.append(_source(rule.source))
    parts.append(f"Theme: {rule.theme}   File: {rule.file}")
    return "\n\n".join(p for p in parts if p)


def _theme(lexicon: Lexicon, theme: Theme) -> str:
    rules = [r for r in lexicon.rules.values() if r.theme == theme.name]
    parts = [f"{theme.name}   ({theme.category})", _wrap(theme.title), _wrap(theme.why)]
    if theme.ask:
        parts.append("Ask yourself:\n" + _item(theme.ask))
    parts.append(_source(theme.source))
    parts.append("\n".join(["Rules:", *(f"  {r.id}" for r in rules)]) if rules else "")
    return "\n\n".join(p for p in parts if p)


def _acronym(rows: tuple) -> str:
    lines = [rows[0].acronym]
    for row in rows:
        plain = f": {row.plain}" if row.plain else ""
        source = row.source if row.verified == "yes" else f"{row.source} (not verified)"
        lines += [_item(f"{row.meaning}{plain}"), f"    Source: {source} {row.url}".rstrip()]
    return "\n".join(lines)


def _source(source: Source) -> str:
    return f"Source: {source.title}" + (f"\n        {source.url}" if source.url else "")


def _wrap(text: str) -> str:
    return textwrap.fill(text, _WIDTH) if text else ""


def _item(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
