"""Turning a note towards the child without changing a fact."""

from notecheck.rewrite.draft import draft_of, drafts_of_docs

__all__ = ["draft_of", "drafts_of_docs"]
