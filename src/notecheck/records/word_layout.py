"""Lines of text from the XML of a Word document.

Works on the elements themselves: python-docx's own walk passes over content controls and text boxes, which the forms
of case systems are full of. Names are those of ECMA-376, part 1, chapter 17 (WordprocessingML).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_CHARACTERS: Mapping[str, str] = MappingProxyType(
    {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
)
# Fallback repeats a text box for old versions of Word; the text of the box itself is set out after its paragraph.
_NOT_ON_PAGE = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "sdtPr", "txbxContent"})


def document_lines(body: Any, lists: frozenset[str]) -> Iterator[str]:
    """The lines of a body, a cell, a content control or a text box.

    Args:
        body: the XML element.
        lists: the ids of the styles that make a paragraph a list item.
    """
    for element in body:
        name = _name(element)
        if name == "p":
            if not _is_deleted(element):
                yield _paragraph(element, lists)
            for box in _boxes(element):
                yield from document_lines(box, lists)
        elif name == "tbl":
            yield from _table(element, lists)
        elif _is_on_page(element):
            yield from document_lines(element, lists)


def list_styles(styles: Any) -> frozenset[str]:
    """The ids of the paragraph styles that put a bullet or a number before the paragraph; headings are none."""
    found = {}
    for style in styles.iterfind(f"{_WORD}style"):
        found[style.get(f"{_WORD}styleId")] = style
    return frozenset(style_id for style_id, style in found.items() if style_id and _is_list(style, found))


def _is_list(style: Any, styles: dict[str, Any]) -> bool:
    for _ in range(len(styles)):
        name = style.find(f"{_WORD}name")
        if name is not None and (name.get(f"{_WORD}val") or "").lower().startswith(("heading", "title")):
            return False
        numbered = _numbered(style.find(f"{_WORD}pPr"))
        if numbered is not None:
            return numbered
        parent = style.find(f"{_WORD}basedOn")
        style = styles.get(parent.get(f"{_WORD}val")) if parent is not None else None
        if style is None:
            return False
    return False


def _numbered(properties: Any) -> bool | None:
    """Whether the properties make a list item; None where they do not say."""
    number = properties.find(f"{_WORD}numPr") if properties is not None else None
    if number is None:
        return None
    number_id = number.find(f"{_WORD}numId")
    return number_id is None or number_id.get(f"{_WORD}val") != "0"


def _paragraph(paragraph: Any, lists: frozenset[str]) -> str:
    text = "".join(_inline(paragraph))
    properties = paragraph.find(f"{_WORD}pPr")
    style = properties.find(f"{_WORD}pStyle") if properties is not None else None
    style_id = style.get(f"{_WORD}val") if style is not None else None
    numbered = _numbered(properties)
    if numbered is None:
        numbered = style_id in lists
    heading = (style_id or "").lower().startswith(("heading", "title"))
    return f"- {text}" if numbered and not heading and text.strip() else text


def _inline(element: Any) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif _is_on_page(child):
            yield from _inline(child)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph; those inside another box come with that one."""
    for child in element:
        if _name(child) == "txbxContent":
            yield child
        elif _is_on_page(child):
            yield from _boxes(child)


def _table(table: Any, lists: frozenset[str]) -> Iterator[str]:
    for row in _parts(table, "tr"):
        if row.find(f"{_WORD}trPr/{_WORD}del") is not None:
            continue
        cells = ("\n".join(document_lines(cell, lists)).strip("\n") for cell in _parts(row, "tc"))
        text = "\t".join(cell for cell in cells if cell.strip())
        if text:
            yield text


def _parts(element: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside a content control."""
    for child in element:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _parts(child, name)


def _is_deleted(paragraph: Any) -> bool:
    """Whether the paragraph went with its words in a tracked deletion or move."""
    mark = paragraph.find(f"{_WORD}pPr/{_WORD}rPr")
    gone = mark is not None and any(_name(child) in ("del", "moveFrom") for child in mark)
    return gone and not "".join(_inline(paragraph))


def _is_on_page(element: Any) -> bool:
    name = _name(element)
    if name == "r":
        hidden = element.find(f"{_WORD}rPr/{_WORD}vanish")
        return hidden is None or hidden.get(f"{_WORD}val") in ("0", "false", "off")
    if name == "sdt":
        # "Click here to enter text" is the form's, not the writer's.
        return element.find(f"{_WORD}sdtPr/{_WORD}showingPlcHdr") is None
    return bool(name) and name not in _NOT_ON_PAGE


def _name(element: Any) -> str:
    """The tag without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
