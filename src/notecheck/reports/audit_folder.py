"""Everything that an audit leaves in its folder."""

from __future__ import annotations

from pathlib import Path

from notecheck.audit.audit import Audit
from notecheck.errors import NotecheckError
from notecheck.reports.audit_html import write_html
from notecheck.reports.audit_tables import write_csv, write_json
from notecheck.reports.audit_workbook import write_workbook

REPORT, WORKBOOK, JSON = "report.html", "audit.xlsx", "audit.json"


def write_folder(audit: Audit, out: Path) -> list[Path]:
    """Write report, workbook, CSV and JSON, and say which files there are.

    Raises:
        NotecheckError: a file cannot be written, most likely because it is open in Excel.
    """
    try:
        write_csv(audit, out)
        write_json(audit, out / JSON)
        write_html(audit, out / REPORT)
        write_workbook(audit, out / WORKBOOK)
    except OSError as error:
        name = Path(error.filename).name if error.filename else "a file"
        raise NotecheckError(f"{out}: {name} cannot be written; is it open in another program?") from None
    except Exception as error:
        if type(error).__name__ != "FileCreateError":
            raise
        raise NotecheckError(f"{out}: {WORKBOOK} cannot be written; is it open in Excel?") from None
    return [out / name for name in (REPORT, WORKBOOK, JSON, "records.csv", "findings.csv", "unread.csv")]
