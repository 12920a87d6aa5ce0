from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.records import clean_cell, plain_text


def test_rich_text_of_a_case_system_reads_as_the_page_does(read, data) -> None:
    records, messages = read(data / "visit.html")
    assert not messages
    assert records[0].id == "visit.html"
    assert records[0].text + "\n" == (data / "visit.expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<br><br>two", "one\n\ntwo"),
        ("<p>one</p><p></p><p>\xa0</p><p></p><p>two</p>", "one\n\ntwo"),
        ("<p>many\n   spaces\tin <b> a </b> row</p>", "many spaces in a row"),
        ("<b>bo</b>ld and <i>i</i>, <u>u</u>.", "bold and i, u."),
        ("<ul><li>one<ul><li>in it</li></ul></li><li></li><li>two</li></ul>", "- one\n- in it\n- two"),
        ("<ol><li><br>one<li><div>two</div></ol>then", "- one\n- two\nthen"),
        ("<table><tr><th>Who</th><td></td><td>Mum</td></tr><tr><td>a</td></tr></table>x", "Who\tMum\na\nx"),
        ("<table><tbody><tr><td><p>one</p><p>two</p></td><td>three</td></tr></table>", "one\ntwo\tthree"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc"),
        ("She said <q>no</q> twice", "She said “no” twice"),
        ("a<script>if (1 < 2) {}</script><style>p{}</style><!-- x --><?php y ?>b", "ab"),
        ('a<p style="display: none">hidden</p><span hidden>too</span> b', "a b"),
        (
            "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>"
            "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Ring school</p>",
            "- Ring school",
        ),
        ("<!--[if gte mso 9]><xml>Word</xml><![endif]-->a<o:p></o:p>", "a"),
        ("&lt;b&gt; &amp;amp; &quot;x&quot; &#8217; &#146; &bogus;", '<b> &amp; "x" ’ ’ &bogus;'),
        ("<p>slept <3 hours, <18 and a < b</p>", "slept <3 hours, <18 and a < b"),
        ("<?xml version='1.0' encoding='utf-16'?><html><body>é</body></html>", "é"),
        ("", ""),
        ("   ", ""),
        ("<!-- -->", ""),
    ],
)
def test_plain_text_keeps_words_breaks_and_lists(html, text) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize("depth", [300, 3_000, 50_000])
def test_plain_text_keeps_words_at_any_depth(depth) -> None:
    assert plain_text("<div>" * depth + "deep &amp; down" + "</div>" * depth + "<p>after</p>").split() == [
        "deep",
        "&",
        "down",
        "after",
    ]


def test_plain_text_looks_up_no_outside_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>a &x; b</p>'
    assert "canary" not in plain_text(page)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        # plainly HTML
        ("<p>Maya was in.</p>", "Maya was in."),
        ("<P CLASS='x'>Maya was in.", "Maya was in."),
        ("  <div>one</div>", "one"),
        ("one<br>two<BR/>three<br />four", "one\ntwo\nthree\nfour"),
        ("one<br />\r\ntwo\nthree", "one\ntwo\nthree"),
        ("one\n\ntwo <b>now</b>  <i>too</i>\nthree", "one\n\ntwo now  too\nthree"),
        ("Seen: <ul><li>Mum</li></ul>", "Seen:\n- Mum"),
        ("&lt;p&gt;Mum &amp;amp; Dad&lt;/p&gt;", "Mum & Dad"),
        # plainly not
        ("Maya <3 her nan", "Maya <3 her nan"),
        ("<18 yrs; >12", "<18 yrs; >12"),
        ("if a <b and c> d", "if a <b and c> d"),
        ("<A> hit <B>", "<A> hit <B>"),
        ("<child> said <mother> left", "<child> said <mother> left"),
        ("Jo <jo@example.org>  and\n<redacted>", "Jo <jo@example.org>  and\n<redacted>"),
        ("  two  spaces\n stay ", "  two  spaces\n stay "),
        # entities without tags
        ("Mum &amp; Dad&#39;s &lt;3 &nbsp;x", "Mum & Dad's <3 \xa0x"),
        ("R&B, M&S; AT&T &c; &bogus; a&b", "R&B, M&S; AT&T &c; &bogus; a&b"),
        ("one_x000D_\r\ntwo\x00", "one\ntwo "),
    ],
)
def test_clean_cell_reads_html_only_where_it_plainly_is(cell, text) -> None:
    assert clean_cell(cell) == text


@given(st.text())
def test_clean_cell_leaves_nothing_that_cannot_be_shown(text) -> None:
    cleaned = clean_cell(text)
    cleaned.encode("utf-8")
    assert not set(cleaned) & {"\r", "\x00", "\x1b", "\x85"}


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<br>", "<li>", "<td>", "<tr>", "<", "&amp;", " ", "\n", "word", "<!--", "]]>", "<q>"]
        )
    )
)
def test_plain_text_of_any_soup_is_plain(pieces) -> None:
    text = plain_text("".join(pieces))
    assert text == text.strip(" \t\n")
    assert "\n\n\n" not in text


@given(st.lists(st.text("abc é“", min_size=1).map(str.split).map(" ".join).filter(bool), min_size=1))
def test_plain_text_gives_paragraphs_back(paragraphs) -> None:
    assert plain_text("".join(f"<p>{p}</p>" for p in paragraphs)) == "\n\n".join(paragraphs)
