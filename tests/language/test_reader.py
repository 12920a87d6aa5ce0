"""The reader on any text: nothing breaks, trees are trees, the same text reads the same twice."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc

from notecheck.errors import ReaderError
from notecheck.language import grammar
from notecheck.language.pipeline import blank_pipeline
from notecheck.language.reader.component import Reader
from notecheck.language.reader.decode import best_tree, is_tree, problems
from notecheck.language.reader.features import name_parts, prefix_words, shape_of
from notecheck.language.reader.lemmas import lemma
from notecheck.language.reader.windows import owned, plan, units, words_of

SENTENCES = Path(__file__).parents[1] / "data" / "grammar_sentences.jsonl"
PARENT_NOTE = "Maya was seen at school. Her mum said she hit her.\n- SW to ring school\n\nDoor kicked in by Dad 😀"


@pytest.fixture(scope="module")
def nlp():
    pipeline = blank_pipeline()
    pipeline.add_pipe("notecheck_reader", config={"threads": 1})
    return pipeline


def of_child(nlp, text: str, name="Maya", pronouns="she", age=9) -> Doc:
    doc = nlp.make_doc(text)
    doc.user_data["notecheck_record"] = SimpleNamespace(child_name=name, child_pronouns=pronouns, child_age=age)
    return nlp.get_pipe("notecheck_reader")(doc)


def assert_sound(doc: Doc) -> None:
    for sentence in doc.sents:
        places = {t.i for t in sentence}
        assert all(t.head.i in places for t in sentence)
        assert sum(t.head == t for t in sentence) == 1
    assert all(t.dep_ and t.pos_ and t.tag_ for t in doc)
    for key in ("notecheck_reader", "notecheck_mentions"):
        group = doc.spans[key]
        assert all(len(v) == len(group) for v in group.attrs.values())
        assert all(0.0 <= p <= 1.0 for p in group.attrs["probability"])


def told(doc: Doc) -> list:
    spans = [(k, s.start, s.end, s.label_) for k in ("notecheck_reader", "notecheck_mentions") for s in doc.spans[k]]
    return [(t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph), t.is_sent_start) for t in doc] + spans


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400) | st.text(alphabet="Maya she was.\n -'\"!?’", max_size=300))
def test_any_text_reads_soundly_and_the_same_twice(nlp, text):
    first = nlp(text)
    assert_sound(first)
    assert first.text == text
    assert told(first) == told(nlp(text))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n \n", "😀😀", "\u200b", "a", "x" * 4_000, "word " * 700, "\u0000 \ufffd"]
)
def test_odd_texts(nlp, text):
    assert_sound(nlp(text))


def test_a_long_note_is_read_to_its_end(nlp):
    doc = nlp("Tom was hit by his dad on Monday. " * 400)
    assert_sound(doc)
    hits = [t for t in doc if t.lower_ == "hit"]
    assert len(hits) == 400
    assert sum(grammar.is_passive(t) for t in hits) > 395


def test_a_given_boundary_stays(nlp):
    doc = nlp.make_doc("Maya was seen at school today")
    doc[4].is_sent_start = True
    doc = nlp.get_pipe("notecheck_reader")(doc)
    assert doc[4].is_sent_start
    assert_sound(doc)


def test_a_batch_reads_as_single_documents_do(nlp):
    texts = [PARENT_NOTE, "", "Seen at home.", PARENT_NOTE * 4, "He said no."]
    together = list(nlp.pipe(texts))
    assert [d.text for d in together] == texts
    assert [told(d) for d in together] == [told(nlp(t)) for t in texts]


def test_dependency_matcher_works(nlp):
    matcher = DependencyMatcher(nlp.vocab)
    matcher.add("passive", [[
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}},
        {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "agent", "RIGHT_ATTRS": {"DEP": "obl:agent"}},
    ]])  # fmt: skip
    doc = nlp("She was hit by her father.")
    assert [[doc[i].text for i in places] for _, places in matcher(doc)] == [["hit", "father"]]


def test_the_child_and_somebody_else(nlp):
    doc = of_child(nlp, "Maya told me she is scared of Dad. He shouts at her.")
    meant = {s.text: s.label_ for s in doc.spans["notecheck_mentions"]}
    assert meant["Maya"] == "child"
    assert meant["she"] == "child"
    assert meant["He"] == "other"


def test_sentences_marked_by_hand(nlp):
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 120
    right = 0
    for row in rows:
        doc = nlp(row["text"])
        verb = next(t for t in doc if t.text == row["verb"])
        agent = grammar.passive_agent(verb)
        right += (
            [t.text for t in grammar.subjects(verb)] == row["subjects"]
            and grammar.is_passive(verb) == row["passive"]
            and [t.text for t in (grammar.with_conjuncts(agent) if agent is not None else [])] == row["agents"]
            and grammar.is_negated(verb) == row["negated"]
        )
    assert right >= 0.95 * len(rows)


def test_a_missing_model_is_one_sentence(tmp_path):
    with pytest.raises(ReaderError, match="missing"):
        Reader(str(tmp_path))


def test_a_broken_model_is_one_sentence(tmp_path):
    for name in ("config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ReaderError, match="cannot be read"):
        Reader(str(tmp_path))


def test_the_factory_is_registered():
    assert spacy.blank("en").has_factory("notecheck_reader")


@given(st.lists(st.integers(1, 40), min_size=1, max_size=200), st.data())
def test_windows_cover_every_word_once(lengths, data):
    begins = sorted({0, *data.draw(st.lists(st.integers(0, len(lengths) - 1), max_size=40))})
    windows = plan(lengths, begins, 60, 2)
    parts = owned(windows, begins)
    assert parts[0][0] == 0 and parts[-1][1] == len(lengths)
    assert all(a[1] == b[0] for a, b in pairwise(parts))
    for (first, last), (own_first, own_last) in zip(windows, parts, strict=True):
        assert first <= own_first < own_last <= last
        assert sum(lengths[first:last]) <= 60


@given(st.integers(1, 9), st.randoms(use_true_random=False))
def test_the_best_tree_is_a_tree(n, rng):
    import numpy as np

    scores = np.array([[rng.uniform(-9, 9) for _ in range(n + 1)] for _ in range(n)])
    assert is_tree(best_tree(scores))


def test_is_tree():
    assert is_tree([0, 1, 1]) and is_tree([2, 0])
    assert not is_tree([0, 0]) and not is_tree([2, 1]) and not is_tree([0, 3, 2])


@pytest.mark.parametrize(("at", "theme"), [(0.0, "mutual"), (0.5, "mutual"), (0.7, "")])
def test_a_theme_is_named_only_where_it_is_likely_enough(at, theme):
    config = {
        "problems": ["none", "victim-blaming", "child-focus", "jargon"],
        "themes": ["minimising", "mutual", "label"],
        "first_focus_theme": 2,
        "temperature": {"problems": 1.0},
        "floor": 0.3,
        "theme_at": at,
    }
    words, themes = np.array([[0.1, 0.8, 0.1, 0.0]]), np.array([[0.2, 0.3, 0.5]])
    (found,) = problems(words, themes, [True], config, [False])
    assert (found.category, found.theme) == ("victim-blaming", theme)


def test_windows_that_share_units_each_add_something():
    # Two short units before one that fills a window: sharing them would leave no room for it.
    windows = plan([1] * 18 + [5, 40], [0, 1, 2, 3], 60, 2)
    assert [end for _, end in windows] == sorted({end for _, end in windows})
    assert all(a < b for a, b in owned(windows, [0, 1, 2, 3]))


def test_units_begin_at_full_stops_and_lines():
    doc = blank_pipeline()("One here. Two here\nThree")
    assert units(words_of(doc)) == [0, 3, 5]


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "base"),
    [
        ("told", "VERB", "VBD", "tell"),
        ("children", "NOUN", "NNS", "child"),
        ("her", "PRON", "PRP", "she"),
        ("her", "PRON", "PRP$", "her"),
        ("n't", "PART", "RB", "not"),
        ("wo", "AUX", "MD", "will"),
        ("Maya", "PROPN", "NNP", "Maya"),
        ("worse", "ADJ", "JJR", "bad"),
        ("SEEN", "VERB", "VBN", "see"),
        ("was", "AUX", "VBD", "be"),
    ],
)
def test_lemmas(word, upos, xpos, base):
    assert lemma(word, upos, xpos) == base


def test_features():
    assert name_parts("Poppy-Rae O'Neil") == {"poppy", "rae", "neil"}
    assert prefix_words("Maya Brown", "she", 9) == ["Maya", "Brown", "she", "9"]
    assert prefix_words(None, None, None) == []
    assert len({shape_of(w) for w in ("mum", "Mum", "MUM", "McD", "12/3", "-", "M")}) == 7
