"""Who is speaking, where a note reports somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecheck.language.clauses import children, passive_agent, predicate_of, root_of, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SAYING = frozenset(
    """say tell state share describe report explain ask reply answer add write text shout whisper disclose mention admit
    think feel believe claim allege deny insist confirm repeat comment respond note suggest agree warn promise advise
    recall remember complain call go like want wish hope worry""".split()
)


def speaker_of(words: Span | Token) -> Token | None:
    """The word that names whose words these are: "Mum" for "he hit her" in "Mum said he hit her"; None where it is the
    writer's own.

    Through "Mum said that …", "…, Mum said", "according to Mum", and coordination of what was said.
    """
    token: Token | None = words if hasattr(words, "head") else root_of(words)  # type: ignore[assignment]
    if token is None:
        return None
    token = predicate_of(token)
    seen = 0
    while seen < 20:
        said = _said_after(token) or _according_to(token)
        if said is not None:
            return said
        head = token.head
        if head == token:
            return None
        speech = head.lemma_.lower() in SAYING
        if (
            speech
            and token.dep_ in ("ccomp", "xcomp", "parataxis", "obj", "advcl")
            and (token.dep_ != "obj" or _in_quotes(token))
        ):
            return _speaker(head)
        token, seen = head, seen + 1
    return None


def _speaker(verb: Token) -> Token | None:
    agent = passive_agent(verb)
    if agent is not None:
        return agent
    found = subjects(verb)
    return found[0] if found else None


def _said_after(token: Token) -> Token | None:
    """ "He hit her, Mum said.": the verb of saying hangs on what was said."""
    for c in children(token, "parataxis"):
        own = children(c, "nsubj")
        if c.lemma_.lower() in SAYING and own and not children(c, "ccomp"):
            return own[0]
    return None


def _according_to(token: Token) -> Token | None:
    for c in children(token, "obl"):
        if any(x.lower_ == "according" for x in c.subtree) and c.pos_ in ("NOUN", "PROPN", "PRON"):
            return c
    return None


def _in_quotes(token: Token) -> bool:
    return any(c.dep_ == "punct" and c.text in "\"'“”‘’" for c in token.children)
