"""Turning a note towards the child without changing a fact."""

from notecheck.rewrite.draft import draft_of, draft_of_doc

__all__ = ["draft_of", "draft_of_doc"]
