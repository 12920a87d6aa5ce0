from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def saved(document: Any, path: Path) -> Path:
    document.save(str(path))
    return path


def with_body(xml: str) -> Any:
    """A document with this XML as its body."""
    document = docx.Document()
    namespaces = nsdecls("w") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    body = parse_xml(f"<w:body {namespaces}>{xml}</w:body>")
    for element in list(body):
        document.element.body.insert_element_before(element, "w:sectPr")
    return document


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_word_file_reads_in_the_order_of_the_page(read, here) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "CONFIDENTIAL header"
    document.sections[0].footer.paragraphs[0].text = "page footer"
    document.add_heading("Home visit", 1)
    document.add_paragraph("Maya’s room was ").add_run("warm & tidy").bold = True
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table._cells, ["Seen", "", "Mum", "Date", "3/3/25", "10am\nto 11am"], strict=True):
        cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2))
    document.add_paragraph("Ring school", style="List Bullet")
    document.add_paragraph("Buy shoes", style="List Number")
    document.add_paragraph("")
    document.add_paragraph("Line one\nline two\twith a tab")
    saved(document, here / "visit.docx")
    records, messages = read("visit.docx")
    assert not messages
    assert [(r.id, r.source) for r in records] == [("visit.docx", "visit.docx")]
    assert records[0].text == (
        "Home visit\nMaya’s room was warm & tidy\nSeen\tMum\nDate\t3/3/25\n10am\nto 11am\n"
        "- Ring school\n- Buy shoes\n\nLine one\nline two\twith a tab"
    )


def item(text: str, style: str = "Normal", number: int = 4) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbered}</w:pPr>{run(text)}</w:p>'


def gone(mark: str) -> str:
    """A paragraph that a tracked change took away, mark and all."""
    return f"<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr><w:{mark}>{run('gone')}</w:{mark}></w:p>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def text_box(content: str) -> str:
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{content}</w:txbxContent>"
        f"</wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>{content}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
FIELD = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
DELETED_ROW = "<w:trPr><w:del/></w:trPr>"
EMPTY_CONTROL = "<w:showingPlcHdr/>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(run("a "), f"<w:del>{run('gone')}</w:del>", f"<w:ins>{run('in')}</w:ins>"), "a in"),
        (gone("del") + p(run("b")), "b"),
        (gone("moveFrom") + p(f"<w:moveTo>{run('there')}</w:moveTo>"), "there"),
        (control(p(run("in a control"))), "in a control"),
        (p(run("Wishes: "), control(run("Click here"), EMPTY_CONTROL)), "Wishes: "),
        (p(f"<w:hyperlink>{run('a link')}</w:hyperlink>"), "a link"),
        (p(run("a"), HIDDEN), "a"),
        (p(run("follow"), "<w:r><w:noBreakHyphen/></w:r>", run("up"), "<w:r><w:br/></w:r>", run("x")), "follow-up\nx"),
        (p(FIELD, run("one")), "one"),
        (item("thing"), "- thing"),
        (item("plain", "ListBullet", number=0), "plain"),
        (item("Views", "Heading1"), "Views"),
        (item("") + p(run("x")), "\nx"),
        (p(text_box(p(run("in a box"))), run("before")), "before\nin a box"),
        (
            "<w:tbl>"
            + row(
                cell(p(run("a")) + "<w:tbl>" + row(cell(p(run("b")))) + "</w:tbl>"),
                control(cell(p(run("c")))),
            )
            + row(cell(p(run("gone"))), properties=DELETED_ROW)
            + "</w:tbl>",
            "a\nb\tc",
        ),
    ],
)
def test_word_file_keeps_what_stands_on_the_page(read, here, body, text) -> None:
    saved(with_body(f"<w:p>{run('First.')}</w:p>{body}"), here / "note.docx")
    assert read("note.docx")[0][0].text == f"First.\n{text}"


def test_word_file_fetches_no_outside_entity(read, here) -> None:
    secret = here / "secret"
    secret.write_text("canary")
    saved(with_body(f"<w:p>{run('ENTITY visible')}</w:p>"), here / "plain.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(here / "plain.docx") as source, zipfile.ZipFile(out, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "word/document.xml":
                head, _, rest = content.partition(b"?>")
                declared = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
                content = head + b"?>" + declared + rest.replace(b"ENTITY ", b"&x; ")
            target.writestr(part.filename, content)
    (here / "entity.docx").write_bytes(out.getvalue())
    records, messages = read("entity.docx")
    assert "canary" not in "".join(messages)
    assert "canary" not in "".join(r.text for r in records)
