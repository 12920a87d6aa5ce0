"""Verbs, cuts and dropped subjects, on trees written by hand."""

from __future__ import annotations

from rewrite_support import page_of

from notecheck.rewrite.agreement import agreeing
from notecheck.rewrite.dropped import with_subjects
from notecheck.rewrite.edits import applied, merged
from notecheck.rewrite.page import Page
from notecheck.rewrite.person import to_the_child, to_the_writer
from notecheck.rewrite.splitting import split


def drafted(page: Page) -> str:
    passes = (to_the_child, to_the_writer, agreeing, with_subjects)
    return applied(page.doc.text, merged([e for one in passes for e in one(page).edits]))


COORDINATED = """
Maya NNP PROPN nsubj 1
gets VBZ VERB ROOT 1
up_ RP ADP compound:prt 1
, , PUNCT punct 4
eats VBZ VERB conj 1
and CC CCONJ cc 6
walks VBZ VERB conj 1
home_ RB ADV advmod 6
. . PUNCT punct 1
"""


def test_agreement_runs_through_joined_verbs() -> None:
    assert drafted(page_of(COORDINATED)) == "You get up, eat and walk home."


RELATIVE = """
Maya_ NNP PROPN nsubj 6
, , PUNCT punct 3
who WP PRON nsubj 3
is VBZ AUX cop 4
nine_ CD NUM acl:relcl 0
, , PUNCT punct 4
sings VBZ VERB ROOT 6
"""


def test_agreement_runs_into_a_relative_clause() -> None:
    assert drafted(page_of(RELATIVE)) == "You, who are nine, sing"


SUBJUNCTIVE = """
I PRP PRON nsubj 1
asked VBD VERB ROOT 1
that IN SCONJ mark 5
she PRP PRON nsubj:pass 5
be VB AUX aux:pass 5
seen_ VBN VERB ccomp 1
. . PUNCT punct 1
"""


def test_agreement_leaves_a_subjunctive_alone() -> None:
    assert drafted(page_of(SUBJUNCTIVE)) == "I asked that you be seen."


OTHERS_VERB = """
Maya_ NNP PROPN nmod:poss 2
's POS PART case 0
mum NN NOUN nsubj 3
says VBZ VERB ROOT 3
he PRP PRON nsubj 5
lies_ VBZ VERB ccomp 3
. . PUNCT punct 3
"""


def test_agreement_leaves_other_peoples_verbs_alone() -> None:
    assert drafted(page_of(OTHERS_VERB)) == "Your mum says he lies."


WRITER = """
SW NNP PROPN nsubj 2
has VBZ AUX aux 2
rung VBN VERB ROOT 2
Maya_ NNP PROPN nmod:poss 5
's POS PART case 3
dad_ NN NOUN obj 2
. . PUNCT punct 2
"""


def test_writer_becomes_i_where_the_author_is_known() -> None:
    assert drafted(page_of(WRITER, author="Tom")) == "I have rung your dad."


def test_writer_stays_where_nobody_says_who_wrote() -> None:
    assert drafted(page_of(WRITER)) == "SW has rung your dad."


DROPPED = """
Seen VBN VERB ROOT 0
at IN ADP case 2
school_ NN NOUN obl 0
. . PUNCT punct 0
Says VBZ VERB ROOT 4
she PRP PRON nsubj 7
is VBZ AUX cop 7
fine_ JJ ADJ ccomp 4
. . PUNCT punct 4
"""


def test_dropped_subject_is_put_in_where_only_the_child_fits() -> None:
    assert drafted(page_of(DROPPED)) == "You were seen at school. You say you are fine."


def test_dropped_subject_never_names_who_did_the_seeing() -> None:
    assert "I " not in drafted(page_of(DROPPED, author="Tom"))


LONG = """
The DT DET det 1
school NN NOUN nsubj 2
rang VBD VERB ROOT 2
your PRP$ PRON nmod:poss 4
mum NN NOUN obj 2
on IN ADP case 6
Monday NNP PROPN obl 2
about IN ADP case 9
the DT DET det 9
trip NN NOUN obl 2
to IN ADP case 13
the DT DET det 13
old JJ ADJ amod 13
farm NN NOUN nmod 9
and CC CCONJ cc 17
your PRP$ PRON nmod:poss 16
mum NN NOUN nsubj 17
said VBD VERB conj 2
yes UH INTJ obj 17
at IN ADP case 20
once_ RB ADV obl 17
. . PUNCT punct 2
"""


def test_split_cuts_a_long_sentence_at_a_safe_join() -> None:
    page = page_of(LONG)
    assert applied(page.doc.text, split(page, whole_note=False).edits) == (
        "The school rang your mum on Monday about the trip to the old farm. your mum said yes at once."
    )


def test_split_leaves_what_somebody_reported_whole() -> None:
    page = page_of(LONG.replace("farm NN NOUN nmod 9", "hurt VBD VERB ccomp 2"))
    assert split(page, whole_note=False).edits == ()
