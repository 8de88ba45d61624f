"""What core raises: words for people, or a request to stop."""

from __future__ import annotations


class UserError(Exception):
    """Say, in words for the user, what was wrong and how to cure it.

    Anything else that core raises is a bug of ours.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class NotFound(UserError):
    """Say that a record is not there (any more)."""


class Cancelled(Exception):
    """Stop long work because the user asked for it."""
