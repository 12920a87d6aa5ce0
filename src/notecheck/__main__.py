"""`python -m notecheck` and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    from notecheck.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
