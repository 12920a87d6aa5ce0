"""Rich text from case systems, as plain text with its line breaks and lists."""

from __future__ import annotations

import html as html_entities
import re
from html.entities import html5
from typing import Any

from notecheck.records.cleaning import clean_text
from notecheck.records.layout import Layout

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
    "ul",
})
_INLINE = frozenset({"a", "b", "big", "em", "font", "i", "s", "small", "span", "strike", "strong", "sub", "sup", "u"})
_CELLS = frozenset({"td", "th"})
_DROPPED = frozenset({"del", "head", "iframe", "noscript", "object", "script", "style", "template", "title"})
# fmt: on

# What follows the name must look like attributes, or "a <b and c> d" would be one tag.
_REST_OF_TAG = r"(?:\s*/?|\s[^<>=]*=[^<>]*+)>"
_TAG = re.compile(rf"<([a-z][a-z0-9]*){_REST_OF_TAG}", re.IGNORECASE)
_END_TAG = re.compile(r"</([a-z][a-z0-9]*)\s*>", re.IGNORECASE)
_BREAK = re.compile(rf"<br{_REST_OF_TAG}", re.IGNORECASE)
_BREAK_AND_LINE = re.compile(rf"(<br{_REST_OF_TAG})[ \t]*\n", re.IGNORECASE)
_BEGINS_AS_PAGE = re.compile(rf"\s*<(?:!doctype html|(?:html|p|div|ul|ol|table|h[1-6]){_REST_OF_TAG})", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-z/!?][^<>]*>", re.IGNORECASE)
_BARE_LESS_THAN = re.compile(r"<(?![a-z/!?])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Text pasted from Word brings its bullets along as letters of the Symbol font, marked so.
_WORD_BULLET = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)


def plain_text(html: str) -> str:
    """The words of a piece of HTML, set out as a browser's own "plain text" copy would be.

    Tags, scripts, styles, comments and hidden or deleted parts go; entities become characters. Paragraphs stand apart
    by a blank line; other blocks, `<br>` and rows begin a line; cells of a row are a tab apart; list items begin with
    "- ". Nothing is fetched and no outside entity is looked up.
    """
    return _plain_text(clean_text(html), keep_lines=False)


def clean_cell(text: str) -> str:
    """A text field of an export, as plain text.

    It is treated as HTML only where it plainly is: it begins with a tag such as `<p>` or `<div>`, or holds `<br>`, or
    both the opening and the closing tag of the same well-known element. "<3", "<18 yrs" and "<jane@example.org>" stay.
    Where the only tags are inline ones and `<br>`, the line breaks of the text are kept too. Entities that end in a
    semicolon ("&amp;", "&#39;") are turned into characters with or without tags; HTML that was escaped whole is read.
    """
    text = clean_text(text)
    if _is_html(text):
        return _from_field(text)
    if "&" not in text:
        return text
    unescaped = clean_text(_ENTITY.sub(_character, text))
    return _from_field(unescaped) if _is_html(unescaped) else unescaped


def _is_html(text: str) -> bool:
    if "<" not in text:
        return False
    if _BREAK.search(text) or _BEGINS_AS_PAGE.match(text):
        return True
    opened = {name.lower() for name in _TAG.findall(text)} & (_BLOCKS | _INLINE | _CELLS)
    return bool(opened & {name.lower() for name in _END_TAG.findall(text)})


def _from_field(text: str) -> str:
    names = {name.lower() for name in _TAG.findall(text)}
    return _plain_text(text, keep_lines=not names & (_BLOCKS | _CELLS))


def _character(match: re.Match[str]) -> str:
    known = match[0][1] == "#" or match[0][1:] in html5
    return html_entities.unescape(match[0]) if known else match[0]


def _plain_text(html: str, *, keep_lines: bool) -> str:
    if keep_lines:
        html = _BREAK_AND_LINE.sub(r"\1", html)
    html = _BARE_LESS_THAN.sub("&lt;", html)
    if not _PAGE.search(html):
        # Some versions of libxml2 put a paragraph around bare words, and a paragraph brings blank lines.
        html = f"<div>{html}</div>"
    root, whole = _parse(html)
    if not whole:
        # Nested beyond what any editor writes: the words count for more than the layout.
        return clean_text(html_entities.unescape(_ANY_TAG.sub("\n", html))).strip()
    return clean_text(_lay_out(root, keep_lines)) if root is not None else ""


def _parse(html: str) -> tuple[Any, bool]:
    """The root element, None where there is nothing but comments, and whether the parser came to the end."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(html.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None, True
    return root, root is None or not parser.error_log.filter_from_fatals()


def _lay_out(root: Any, keep_lines: bool) -> str:
    """Walks without recursion: rich text nests deeper than Python's stack allows."""
    from lxml import etree

    layout = Layout()
    kept = 1 if keep_lines else 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        from_word = bool(_WORD_BULLET.search(element.get("style") or ""))
        dropped = name in _DROPPED or from_word or _is_hidden(element)
        if event == "start":
            if from_word:
                layout.bullet()
            if dropped or not name:
                walk.skip_subtree()
                continue
            kept += name == "pre"
            _open(layout, name, element)
            layout.write(element.text or "", bool(kept))
            continue
        if name and not dropped:
            _close(layout, name, element)
            kept -= name == "pre"
        layout.write(element.tail or "", bool(kept))
    return layout.text()


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _open(layout: Layout, name: str, element: Any) -> None:
    if name == "br":
        layout.line_break()
    elif name in _CELLS:
        layout.cell()
    elif name == "q":
        layout.write("“", False)
    elif name in _BLOCKS:
        layout.block(_lines_around(name, element))
        if name == "li":
            layout.bullet()
        elif name == "tr":
            layout.row()


def _close(layout: Layout, name: str, element: Any) -> None:
    if name == "q":
        layout.write("”", False)
    elif name in _BLOCKS:
        layout.block(_lines_around(name, element))
        if name in ("li", "tr"):
            layout.end_of(name)


def _lines_around(name: str, element: Any) -> int:
    """Line feeds between this block and its neighbours."""
    if name != "p":
        return 1
    parent = element.getparent()
    return 1 if parent is not None and parent.tag in ("li", *_CELLS) else 2
